import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { problem, ProblemError } from '../../model/problem.ts';
import { MAX_SIGNATURE_BYTES } from '../bounds.ts';
import { isSystemError } from '../system-error.ts';
import { decodeText, textProblem } from './minisign-text.ts';
import type { TextPlace } from './minisign-text.ts';
import { decodePublicKey, encodePublicKey, isPublicKeyString } from './public-key.ts';
import type { PublicKey } from './public-key.ts';
import { encodeSecretKey } from './secret-key.ts';
import type { SecretKey, SecretKeyProtection } from './secret-key.ts';

/** Where a pair of keys lies. */
export interface KeyFiles {
  readonly secret: string;
  readonly public: string;
}

/** Only the one who made it may read a secret key. */
const SECRET_MODE = 0o600;
const PUBLIC_MODE = 0o644;

/** The two files of a name: `NAME.key` and `NAME.pub`. */
export function keyFilesOf(name: string): KeyFiles {
  return { secret: `${name}.key`, public: `${name}.pub` };
}

/** Throws ProblemError `key-exists` when either file of a pair is there. */
export function refuseExistingKeys(files: KeyFiles): void {
  for (const file of [files.secret, files.public])
    if (existsSync(file)) throw new ProblemError(problem('key-exists', { file }));
}

/**
 * Writes a pair of keys as minisign's files. Never writes over a file; where one of the two cannot be written,
 * neither is left.
 *
 * @throws ProblemError `key-exists`, `key-write-failed`.
 */
export async function writeKeyFiles(
  files: KeyFiles,
  key: SecretKey,
  protection: SecretKeyProtection,
): Promise<void> {
  refuseExistingKeys(files);
  const secret = await encodeSecretKey(key, protection);
  writeNew(files.secret, secret, SECRET_MODE);
  try {
    writeNew(files.public, encodePublicKey(key.publicKey), PUBLIC_MODE);
  } catch (error) {
    rmSync(files.secret, { force: true });
    throw error;
  }
}

/**
 * The text of a key file.
 *
 * @throws ProblemError `key-unreadable` with the system's reason, or `key-invalid` for what is too large or no text.
 */
export async function readKeyText(file: string): Promise<string> {
  const place: TextPlace = { code: 'key-invalid', file };
  try {
    const { size } = await stat(file);
    if (size > MAX_SIGNATURE_BYTES) throw textProblem(place, null, 'too-large');
    return decodeText(await readFile(file), place);
  } catch (error) {
    throw isSystemError(error) ? refused('key-unreadable', file, error.code) : error;
  }
}

/** The public key that a person names: its file, or the key itself in base64. Throws ProblemError as `readKeyText` and `decodePublicKey`. */
export async function readPublicKey(fileOrKey: string): Promise<PublicKey> {
  if (isPublicKeyString(fileOrKey)) return decodePublicKey(fileOrKey);
  return decodePublicKey(await readKeyText(fileOrKey), fileOrKey);
}

function writeNew(file: string, text: string, mode: number): void {
  try {
    const descriptor = openSync(file, 'wx', mode);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw error.code === 'EEXIST'
      ? new ProblemError(problem('key-exists', { file }))
      : refused('key-write-failed', file, error.code);
  }
}

function refused(code: 'key-unreadable' | 'key-write-failed', file: string, reason: string): ProblemError {
  return new ProblemError(problem(code, { file }, { reason }));
}
