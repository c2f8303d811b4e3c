import { signatureOf, writeKeyChange } from '../package/library/key-change.ts';
import { readPublicKey } from '../package/signing/key-files.ts';
import { fingerprint } from '../package/signing/public-key.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import { openSecretKey } from './open-key.ts';
import { passphraseOptions } from './passphrase.ts';

export const keychangeCommand: Command = {
  name: 'keychange',
  about: {
    sv: 'Intyga med den nuvarande nyckeln att en serie fortsätter med en annan.',
    en: 'State with the present key that a series goes on with another one.',
  },
  operands: [],
  options: {
    series: {
      value: 'SERIES',
      required: true,
      about: { sv: 'serien som byter nyckel', en: 'series that changes its key' },
    },
    key: {
      value: 'FILE',
      required: true,
      about: { sv: 'den nuvarande hemliga nyckelns fil', en: 'file of the present secret key' },
    },
    to: {
      value: 'FILE',
      required: true,
      about: { sv: 'nästa öppna nyckel, som fil eller text', en: 'next public key, a file or its text' },
    },
    out: {
      value: 'NAME',
      required: true,
      about: {
        sv: 'intyget blir NAME.keychange och NAME.keychange.minisig',
        en: 'the statement becomes NAME.keychange and NAME.keychange.minisig',
      },
    },
    ...passphraseOptions,
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const { terminal } = context;
    const to = await readPublicKey(parsed.value('to') ?? '');
    const from = await openSecretKey(parsed, context);
    const series = parsed.value('series') ?? '';
    const path = await writeKeyChange({ series, from, to, name: parsed.value('out') ?? '' });
    const print = fingerprint(to).groups.join(' ');
    const signature = signatureOf(path);
    if (parsed.has('json')) terminal.printJson({ path, signature, series, to: to.keyId, fingerprint: print });
    else
      terminal.print(
        terminal.language === 'sv'
          ? `${path}\n${signature}\nNästa nyckel   ${to.keyId}\nFingeravtryck  ${print}\nLägg båda filerna bredvid nästa paket.`
          : `${path}\n${signature}\nNext key       ${to.keyId}\nFingerprint    ${print}\nPut both files beside the next package.`,
      );
    return 0;
  },
};
