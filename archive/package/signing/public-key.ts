import { createHash } from 'node:crypto';
import { isSoundPoint, POINT_BYTES } from './ed25519.ts';
import {
  canonicalBase64,
  commentOf,
  exactLines,
  textProblem,
  UNTRUSTED,
  withLineFeeds,
} from './minisign-text.ts';
import type { TextPlace } from './minisign-text.ts';

/** A key that signatures are checked with. */
export interface PublicKey {
  /** Sixteen upper-case hex digits, as minisign prints them: the eight bytes of the id, the last one first. */
  readonly keyId: string;
  /** Ed25519, 32 bytes. */
  readonly point: Uint8Array;
}

/** A key in a form that two people can compare. */
export interface Fingerprint {
  readonly keyId: string;
  /** Eight groups of five digits, to be read aloud in any language: 132 bits of SHA-256. */
  readonly groups: readonly string[];
}

export const ALGORITHM = Buffer.from('Ed');
export const KEY_ID_BYTES = 8;
const KEY_BYTES = ALGORITHM.length + KEY_ID_BYTES + POINT_BYTES;
const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/** The key in base64, as `minisign -P` takes it. */
export function publicKeyString(key: PublicKey): string {
  return keyBytes(key).toString('base64');
}

/** The key as a file of minisign's: a comment with the key's id, then the key. */
export function encodePublicKey(key: PublicKey): string {
  return `${UNTRUSTED}minisign public key ${key.keyId}\n${publicKeyString(key)}\n`;
}

/**
 * Reads a public key: a file of minisign's (two lines), or the base64 line alone.
 *
 * @param file what it is called in problems.
 * @throws ProblemError `key-invalid`, with line and reason.
 */
export function decodePublicKey(text: string, file: string | null = null): PublicKey {
  const place: TextPlace = { code: 'key-invalid', file };
  if (BASE64_LINE.test(text)) return keyOf(text, null, place);
  const lines = exactLines(withLineFeeds(text), 2, place);
  commentOf(lines, { prefix: UNTRUSTED, line: 1 }, place);
  return keyOf(lines[1] ?? '', 2, place);
}

/** Whether a text is meant as a key itself and not as the name of a file that holds one. */
export function isPublicKeyString(text: string): boolean {
  return canonicalBase64(text, KEY_BYTES)?.subarray(0, ALGORITHM.length).equals(ALGORITHM) ?? false;
}

/** The key's id and eight groups of five digits: each four bytes of SHA-256 over the key (algorithm, id, point), modulo 100,000. */
export function fingerprint(key: PublicKey): Fingerprint {
  const hash = createHash('sha256').update(keyBytes(key)).digest();
  const groups = Array.from({ length: 8 }, (_, n) =>
    String(hash.readUInt32BE(n * 4) % 100_000).padStart(5, '0'),
  );
  return { keyId: key.keyId, groups };
}

/** The eight bytes of a key id as they lie in files. */
export function keyIdBytes(keyId: string): Buffer {
  return Buffer.from(Buffer.from(keyId, 'hex').toReversed());
}

/** A key id from its eight bytes. */
export function keyIdOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.toReversed()).toString('hex').toUpperCase();
}

function keyBytes({ keyId, point }: PublicKey): Buffer {
  return Buffer.concat([ALGORITHM, keyIdBytes(keyId), point]);
}

function keyOf(base64: string, line: number | null, place: TextPlace): PublicKey {
  const bytes = canonicalBase64(base64, KEY_BYTES);
  if (bytes === null) throw textProblem(place, line, 'base64');
  if (!bytes.subarray(0, ALGORITHM.length).equals(ALGORITHM)) throw textProblem(place, line, 'algorithm');
  const point = Uint8Array.from(bytes.subarray(ALGORITHM.length + KEY_ID_BYTES));
  if (!isSoundPoint(point)) throw textProblem(place, line, 'weak-key');
  return { keyId: keyIdOf(bytes.subarray(ALGORITHM.length, ALGORITHM.length + KEY_ID_BYTES)), point };
}
