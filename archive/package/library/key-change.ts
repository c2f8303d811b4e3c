import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { problem, ProblemError } from '../../model/problem.ts';
import { MAX_SIGNATURE_BYTES } from '../bounds.ts';
import { isComment, MAX_TRUSTED_BYTES } from '../signing/minisign-text.ts';
import { decodePublicKey, publicKeyString } from '../signing/public-key.ts';
import type { PublicKey } from '../signing/public-key.ts';
import type { SecretKey } from '../signing/secret-key.ts';
import { decodeSignature, encodeSignature, isSignedBy, signBytes } from '../signing/signature.ts';
import { reporting } from '../staging.ts';
import { isSystemError } from '../system-error.ts';
import { createFiles } from './durable-steps.ts';

/** A series handed over from one key to another, in the words of the former key's owner: its signature was checked. */
export interface KeyChange {
  readonly series: string;
  /** Keys in base64. */
  readonly from: string;
  readonly to: string;
}

export const KEY_CHANGE_SUFFIX = '.keychange';
const SIGNATURE_SUFFIX = '.minisig';

const FIRST_LINE = 'lasesal key change 1';
const TEXT = /^lasesal key change 1\nseries: (.+)\nfrom: ([A-Za-z0-9+/=]+)\nto: ([A-Za-z0-9+/=]+)\n$/;

/** The statement as the text that is signed: what minisign, too, can sign and check. */
export function keyChangeText({ series, from, to }: KeyChange): string {
  return `${FIRST_LINE}\nseries: ${series}\nfrom: ${from}\nto: ${to}\n`;
}

/** The file of a statement's signature. */
export function signatureOf(file: string): string {
  return file + SIGNATURE_SUFFIX;
}

/** The statement that a file belongs to: itself, or the one that it is the signature of. */
export function keyChangeFileOf(file: string): string | null {
  const text = file.endsWith(SIGNATURE_SUFFIX) ? file.slice(0, -SIGNATURE_SUFFIX.length) : file;
  return text.endsWith(KEY_CHANGE_SUFFIX) ? text : null;
}

/**
 * Reads a statement and checks that the key it hands the series over from has signed it.
 *
 * @throws ProblemError `key-change-invalid` with the reason.
 */
export async function readKeyChange(file: string): Promise<KeyChange> {
  const bytes = await bytesOf(file, file);
  const signature = await bytesOf(signatureOf(file), file);
  try {
    const found = parseKeyChange(bytes.toString('utf8'), file);
    const isHeld = isSignedBy(
      bytes,
      decodeSignature(signature.toString('utf8')),
      decodePublicKey(found.from),
    );
    if (!isHeld) throw invalid(file, 'signature');
    return found;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code === 'key-change-invalid') throw error;
    throw invalid(file, String(error.problem.params['reason'] ?? ''));
  }
}

export interface KeyChangeOrder {
  readonly series: string;
  readonly from: SecretKey;
  readonly to: PublicKey;
  /** The statement goes to `NAME.keychange`, its signature to `NAME.keychange.minisig`. */
  readonly name: string;
}

/**
 * Writes a statement that hands a series over to another key, and its signature. Never writes over a file.
 *
 * @returns the statement's file.
 * @throws ProblemError `key-change-invalid`, `package-out-exists`, `package-write-failed`.
 */
export async function writeKeyChange({ series, from, to, name }: KeyChangeOrder): Promise<string> {
  const file = name.endsWith(KEY_CHANGE_SUFFIX) ? name : name + KEY_CHANGE_SUFFIX;
  const change = { series, from: publicKeyString(from.publicKey), to: publicKeyString(to) };
  const text = keyChangeText(change);
  parseKeyChange(text, file);
  for (const one of [file, signatureOf(file)])
    if (existsSync(one)) throw new ProblemError(problem('package-out-exists', { file: one }));
  const signature = signBytes(Buffer.from(text, 'utf8'), from, {
    untrustedComment: 'signature of a key change',
    trustedComment: `key change of series:${series}`,
  });
  const files = { [file]: text, [signatureOf(file)]: encodeSignature(signature) };
  await reporting(file, () => createFiles(files));
  return file;
}

function parseKeyChange(text: string, file: string): KeyChange {
  const [, series = '', from = '', to = ''] = TEXT.exec(text) ?? [];
  if (!isComment(series, MAX_TRUSTED_BYTES / 2) || series.trim() !== series || series === '')
    throw invalid(file, 'syntax');
  const change = {
    series,
    from: publicKeyString(decodePublicKey(from)),
    to: publicKeyString(decodePublicKey(to)),
  };
  if (change.from === change.to) throw invalid(file, 'same-key');
  return change;
}

async function bytesOf(path: string, file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > MAX_SIGNATURE_BYTES) throw invalid(file, 'too-large');
    return bytes;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw invalid(file, path !== file && error.code === 'ENOENT' ? 'no-signature' : error.code);
  }
}

function invalid(file: string, reason: string): ProblemError {
  return new ProblemError(problem('key-change-invalid', { file }, { reason }));
}
