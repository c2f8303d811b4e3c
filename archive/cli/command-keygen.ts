import { keyFilesOf, refuseExistingKeys, writeKeyFiles } from '../package/signing/key-files.ts';
import { fingerprint, publicKeyString } from '../package/signing/public-key.ts';
import { generateKey } from '../package/signing/secret-key.ts';
import { UsageError } from './arguments.ts';
import type { Parsed } from './arguments.ts';
import { commonOptions } from './command.ts';
import type { Command, CommandContext } from './command.ts';
import type { Language } from './language.ts';
import { passphraseOptions, readPassphrase } from './passphrase.ts';

/** A new pair of keys, as it is told. */
interface NewKeys {
  readonly secretKeyFile: string;
  readonly publicKeyFile: string;
  readonly keyId: string;
  /** Eight groups of five digits, parted by spaces. */
  readonly fingerprint: string;
  /** In base64. */
  readonly publicKey: string;
  readonly encrypted: boolean;
}

const HIDING = { sv: 'Krypterar nyckeln', en: 'Encrypting the key' };

export const keygenCommand: Command = {
  name: 'keygen',
  about: {
    sv: 'Gör ett nyckelpar att signera paket med: NAME.key och NAME.pub.',
    en: 'Make a pair of keys to sign packages with: NAME.key and NAME.pub.',
  },
  operands: [],
  options: {
    out: {
      value: 'NAME',
      required: true,
      about: { sv: 'filernas namn utan ändelse', en: 'name of the files without ending' },
    },
    'no-passphrase': {
      about: {
        sv: 'lämna nyckeln oskyddad: den som har filen kan signera',
        en: 'leave the key unprotected: whoever has the file can sign',
      },
    },
    ...passphraseOptions,
    ...commonOptions,
  },
  run: async (parsed, context) => {
    const { terminal } = context;
    const files = keyFilesOf(parsed.value('out') ?? '');
    refuseExistingKeys(files);
    const passphrase = await chosenPassphrase(parsed, context);
    const key = generateKey();
    if (passphrase !== null) terminal.progress(HIDING, 0, 1);
    await writeKeyFiles(files, key, { passphrase });
    const keys: NewKeys = {
      secretKeyFile: files.secret,
      publicKeyFile: files.public,
      keyId: key.publicKey.keyId,
      fingerprint: fingerprint(key.publicKey).groups.join(' '),
      publicKey: publicKeyString(key.publicKey),
      encrypted: passphrase !== null,
    };
    if (parsed.has('json')) terminal.printJson(keys);
    else terminal.print(keysText(keys, terminal.language));
    return 0;
  },
};

/** The passphrase of the new key; null when it is to have none. */
async function chosenPassphrase(parsed: Parsed, context: CommandContext): Promise<string | null> {
  if (parsed.has('no-passphrase')) {
    if (!parsed.has('passphrase-file')) return null;
    throw new UsageError({
      sv: '--no-passphrase och --passphrase-file går inte ihop.',
      en: '--no-passphrase and --passphrase-file do not go together.',
    });
  }
  const passphrase = await readPassphrase(parsed, context, { twice: true });
  if (passphrase !== null) return passphrase;
  throw new UsageError({
    sv: 'Ett lösenord behövs: --passphrase-file FILE, eller --no-passphrase för en oskyddad nyckel.',
    en: 'A passphrase is needed: --passphrase-file FILE, or --no-passphrase for an unprotected key.',
  });
}

function keysText(keys: NewKeys, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const guard = keys.encrypted
    ? say('Skyddad av lösenordet; utan det kan ingen signera.', 'Protected by the passphrase.')
    : say('OSKYDDAD: den som har filen kan signera.', 'UNPROTECTED: whoever has the file can sign.');
  return [
    `${keys.secretKeyFile}  ${say('hemlig: lämna den aldrig ifrån dig.', 'secret: never hand it out.')} ${guard}`,
    `${keys.publicKeyFile}  ${say('öppen: ge den till dem som ska kontrollera.', 'public: give it to those who are to check.')}`,
    `${say('Nyckel', 'Key').padEnd(13)}  ${keys.keyId}`,
    `${say('Fingeravtryck', 'Fingerprint').padEnd(13)}  ${keys.fingerprint}`,
    keys.publicKey,
  ].join('\n');
}
