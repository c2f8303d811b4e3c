import { randomBytes, timingSafeEqual } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { problem, ProblemError } from '../../model/problem.ts';
import { POINT_BYTES, pointOf, SEED_BYTES } from './ed25519.ts';
import {
  canonicalBase64,
  commentOf,
  exactLines,
  textProblem,
  UNTRUSTED,
  withLineFeeds,
} from './minisign-text.ts';
import type { TextPlace } from './minisign-text.ts';
import { passphraseStream, SALT_BYTES, scryptCost, SENSITIVE } from './passphrase-stream.ts';
import type { KdfLimits } from './passphrase-stream.ts';
import { ALGORITHM, KEY_ID_BYTES, keyIdBytes, keyIdOf } from './public-key.ts';
import type { PublicKey } from './public-key.ts';

/** A key that signs. */
export interface SecretKey {
  readonly publicKey: PublicKey;
  /** 32 bytes from which the key is derived (RFC 8032). */
  readonly seed: Uint8Array;
}

export interface SecretKeyProtection {
  /** Null for a key that anyone who has the file can use. */
  readonly passphrase: string | null;
  /** What trying one passphrase costs; minisign's own choice when left out. */
  readonly limits?: KdfLimits | undefined;
}

/*
 * 0    2    4    6      38       46       54                                      158
 * ┌────┬────┬────┬──────┬────────┬────────┬─────────┬────────────┬───────┬────────┐
 * │ Ed │ Sc │ B2 │ salt │ work   │ memory │ key id  │ seed       │ point │ check  │
 * └────┴────┴────┴──────┴────────┴────────┴─────────┴────────────┴───────┴────────┘
 *                                          hidden by XOR with scrypt's bytes when "Sc";
 *                                          in the clear when the second field is zero
 */
const SCRYPT = Buffer.from('Sc');
const NO_KDF = Buffer.alloc(2);
const CHECKSUM = Buffer.from('B2');
const CHECKSUM_BYTES = 32;
const AT = { kdf: 2, checksum: 4, salt: 6, operations: 38, memory: 46, hidden: 54 } as const;
const HIDDEN_BYTES = KEY_ID_BYTES + SEED_BYTES + POINT_BYTES + CHECKSUM_BYTES;
const FILE_BYTES = AT.hidden + HIDDEN_BYTES;

/** A new key with a random id. */
export function generateKey(): SecretKey {
  const seed = Uint8Array.from(randomBytes(SEED_BYTES));
  return { seed, publicKey: { keyId: keyIdOf(randomBytes(KEY_ID_BYTES)), point: pointOf(seed) } };
}

/**
 * The key as a file of minisign's. With a passphrase this takes a gibibyte of memory and seconds, off the
 * calling thread. The passphrase is taken in NFC, the form that keyboards give.
 *
 * @throws RangeError on limits that scrypt cannot be given.
 */
export async function encodeSecretKey(key: SecretKey, protection: SecretKeyProtection): Promise<string> {
  const { passphrase, limits = SENSITIVE } = protection;
  const { keyId, point } = key.publicKey;
  const secret = Buffer.concat([keyIdBytes(keyId), key.seed, point]);
  const open = Buffer.concat([secret, checksumOf(secret)]);
  const head = passphrase === null ? openHead() : scryptHead(limits);
  const hidden = passphrase === null ? open : await hide(open, passphrase.normalize('NFC'), head);
  const base64 = Buffer.concat([head, hidden]).toString('base64');
  return `${UNTRUSTED}minisign ${passphrase === null ? '' : 'encrypted '}secret key\n${base64}\n`;
}

/**
 * Reads a secret key file of minisign's.
 *
 * @param passphrase null when none is known; not needed for a key that has none.
 * @param file what it is called in problems.
 * @throws ProblemError `key-invalid` with line and reason, `key-passphrase-missing`, `key-passphrase-wrong`.
 */
export async function decodeSecretKey(
  text: string,
  passphrase: string | null,
  file: string | null = null,
): Promise<SecretKey> {
  const place: TextPlace = { code: 'key-invalid', file };
  const bytes = fileBytes(text, place);
  if (!isEncrypted(bytes)) {
    const key = openKey(bytes.subarray(AT.hidden), place);
    if (key === null) throw textProblem(place, 2, 'key-checksum');
    return key;
  }
  if (passphrase === null) throw refusedPassphrase('key-passphrase-missing', file);
  if (costOf(bytes) === null) throw textProblem(place, 2, 'kdf-limits');
  for (const form of new Set([passphrase.normalize('NFC'), passphrase])) {
    const key = openKey(await hide(bytes.subarray(AT.hidden), form, bytes), place);
    if (key !== null) return key;
  }
  throw refusedPassphrase('key-passphrase-wrong', file);
}

/** Whether a secret key file needs a passphrase. Throws ProblemError `key-invalid` as `decodeSecretKey`. */
export function needsPassphrase(text: string, file: string | null = null): boolean {
  return isEncrypted(fileBytes(text, { code: 'key-invalid', file }));
}

function fileBytes(text: string, place: TextPlace): Buffer {
  const lines = exactLines(withLineFeeds(text), 2, place);
  commentOf(lines, { prefix: UNTRUSTED, line: 1 }, place);
  const bytes = canonicalBase64(lines[1] ?? '', FILE_BYTES);
  if (bytes === null) throw textProblem(place, 2, 'base64');
  const kdf = bytes.subarray(AT.kdf, AT.checksum);
  const isKnown =
    bytes.subarray(0, AT.kdf).equals(ALGORITHM) &&
    (kdf.equals(SCRYPT) || kdf.equals(NO_KDF)) &&
    bytes.subarray(AT.checksum, AT.salt).equals(CHECKSUM);
  if (!isKnown) throw textProblem(place, 2, 'algorithm');
  return bytes;
}

function isEncrypted(bytes: Buffer): boolean {
  return bytes.subarray(AT.kdf, AT.checksum).equals(SCRYPT);
}

function openHead(): Buffer {
  return Buffer.concat([ALGORITHM, NO_KDF, CHECKSUM, Buffer.alloc(AT.hidden - AT.salt)]);
}

function scryptHead(limits: KdfLimits): Buffer {
  const numbers = Buffer.alloc(AT.hidden - AT.operations);
  numbers.writeBigUInt64LE(limits.operations, 0);
  numbers.writeBigUInt64LE(limits.memory, AT.memory - AT.operations);
  return Buffer.concat([ALGORITHM, SCRYPT, CHECKSUM, randomBytes(SALT_BYTES), numbers]);
}

function costOf(head: Buffer): ReturnType<typeof scryptCost> {
  const operations = head.readBigUInt64LE(AT.operations);
  return scryptCost({ operations, memory: head.readBigUInt64LE(AT.memory) });
}

/** Hides what is open and opens what is hidden, by the passphrase and the salt and limits of a file's head. */
async function hide(secret: Buffer, passphrase: string, head: Buffer): Promise<Buffer> {
  const cost = costOf(head);
  if (cost === null) throw new RangeError('scrypt cannot be given these limits');
  const salt = head.subarray(AT.salt, AT.operations);
  const stream = await passphraseStream(passphrase, { salt, cost, length: HIDDEN_BYTES });
  return Buffer.from(secret.map((byte, n) => byte ^ (stream[n] ?? 0)));
}

/**
 * The key in the opened part of a file; null when its checksum is wrong, as with a wrong passphrase.
 *
 * Minisign leaves the checksum of a key without passphrase zero.
 */
function openKey(open: Buffer, place: TextPlace): SecretKey | null {
  const secret = open.subarray(0, HIDDEN_BYTES - CHECKSUM_BYTES);
  const checksum = open.subarray(secret.length);
  const isAbsent = checksum.every((byte) => byte === 0);
  if (!isAbsent && !timingSafeEqual(checksum, checksumOf(secret))) return null;
  const seed = Uint8Array.from(secret.subarray(KEY_ID_BYTES, KEY_ID_BYTES + SEED_BYTES));
  const point = pointOf(seed);
  // Signing with a point that is not the seed's would give the seed away.
  if (!secret.subarray(KEY_ID_BYTES + SEED_BYTES).equals(point)) throw textProblem(place, 2, 'key-halves');
  return { seed, publicKey: { keyId: keyIdOf(secret.subarray(0, KEY_ID_BYTES)), point } };
}

function checksumOf(secret: Uint8Array): Uint8Array {
  return blake2b(Buffer.concat([ALGORITHM, secret]), { dkLen: CHECKSUM_BYTES });
}

function refusedPassphrase(
  code: 'key-passphrase-missing' | 'key-passphrase-wrong',
  file: string | null,
): ProblemError {
  return new ProblemError(problem(code, { file: file ?? undefined }));
}
