import { fingerprint } from '../package/signing/public-key.ts';
import { signPackage } from '../package/signing/sign-package.ts';
import { commonOptions } from './command.ts';
import type { Command } from './command.ts';
import { openSecretKey } from './open-key.ts';
import { passphraseOptions } from './passphrase.ts';

const CHECKING = { sv: 'Kontrollerar', en: 'Checking' };

export const signCommand: Command = {
  name: 'sign',
  about: {
    sv: 'Kontrollera ett arkivpaket och signera det.',
    en: 'Check an archive package and sign it.',
  },
  operands: ['DIR'],
  options: {
    key: {
      value: 'FILE',
      required: true,
      about: { sv: 'den hemliga nyckelns fil', en: 'file of the secret key' },
    },
    ...passphraseOptions,
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const { terminal, signal } = context;
    const key = await openSecretKey(parsed, context);
    const signed = await signPackage({
      dir: parsed.operands[0] ?? '',
      key,
      signal,
      onProgress: (done, total) => terminal.progress(CHECKING, done, total),
    });
    const print = fingerprint(key.publicKey).groups.join(' ');
    if (parsed.has('json')) terminal.printJson({ ...signed, fingerprint: print });
    else
      terminal.print(
        terminal.language === 'sv'
          ? `${signed.path}  signerat: ${signed.identity}\nNyckel         ${signed.keyId}\nFingeravtryck  ${print}`
          : `${signed.path}  signed: ${signed.identity}\nKey            ${signed.keyId}\nFingerprint    ${print}`,
      );
    return 0;
  },
};
