import { problem, ProblemError } from '../model/problem.ts';
import { readKeyText } from '../package/signing/key-files.ts';
import { fingerprint } from '../package/signing/public-key.ts';
import { decodeSecretKey, needsPassphrase } from '../package/signing/secret-key.ts';
import type { SecretKey } from '../package/signing/secret-key.ts';
import { signPackage } from '../package/signing/sign-package.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import { passphraseOptions, readPassphrase } from './passphrase.ts';

const OPENING = { sv: 'Öppnar nyckeln', en: 'Opening the key' };
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
    const key = await openKey(parsed, context);
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

async function openKey(parsed: Parsed, context: CommandContext): Promise<SecretKey> {
  const file = parsed.value('key') ?? '';
  const text = await readKeyText(file);
  if (!needsPassphrase(text, file)) return await decodeSecretKey(text, null, file);
  const passphrase = await readPassphrase(parsed, context, { twice: false });
  if (passphrase === null) throw new ProblemError(problem('key-passphrase-missing', { file }));
  context.terminal.progress(OPENING, 0, 1);
  return await decodeSecretKey(text, passphrase, file);
}
