import { problem, ProblemError } from '../model/problem.ts';
import { readKeyText } from '../package/signing/key-files.ts';
import { decodeSecretKey, needsPassphrase } from '../package/signing/secret-key.ts';
import type { SecretKey } from '../package/signing/secret-key.ts';
import type { Parsed } from './arguments.ts';
import type { CommandContext } from './command.ts';
import { readPassphrase } from './passphrase.ts';

const OPENING = { sv: 'Öppnar nyckeln', en: 'Opening the key' };

/**
 * The secret key that `--key` names, its passphrase asked for where it has one.
 *
 * @throws ProblemError `key-passphrase-missing`, and as `readKeyText`, `readPassphrase` and `decodeSecretKey`.
 */
export async function openSecretKey(parsed: Parsed, context: CommandContext): Promise<SecretKey> {
  const file = parsed.value('key') ?? '';
  const text = await readKeyText(file);
  if (!needsPassphrase(text, file)) return await decodeSecretKey(text, null, file);
  const passphrase = await readPassphrase(parsed, context, { twice: false });
  if (passphrase === null) throw new ProblemError(problem('key-passphrase-missing', { file }));
  context.terminal.progress(OPENING, 0, 1);
  return await decodeSecretKey(text, passphrase, file);
}
