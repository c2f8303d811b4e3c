import { blake2b } from '@noble/hashes/blake2.js';
import { isSignatureOf, SIGNATURE_BYTES, signMessage } from './ed25519.ts';
import {
  canonicalBase64,
  commentOf,
  exactLines,
  isComment,
  MAX_TRUSTED_BYTES,
  MAX_UNTRUSTED_BYTES,
  textProblem,
  TRUSTED,
  UNTRUSTED,
} from './minisign-text.ts';
import type { TextPlace } from './minisign-text.ts';
import { ALGORITHM, KEY_ID_BYTES, keyIdBytes, keyIdOf } from './public-key.ts';
import type { PublicKey } from './public-key.ts';
import type { SecretKey } from './secret-key.ts';

/** `Ed`: over the file itself. `ED`: over the BLAKE2b-512 of the file. */
export type SignatureForm = 'Ed' | 'ED';

/** A signature file of minisign's, taken apart; nothing of it is checked by that. */
export interface Signature {
  readonly form: SignatureForm;
  readonly keyId: string;
  /** Over the file, 64 bytes. */
  readonly signature: Uint8Array;
  /** Over the signature and the trusted comment, 64 bytes. */
  readonly globalSignature: Uint8Array;
  readonly untrustedComment: string;
  readonly trustedComment: string;
}

const PREHASHED = Buffer.from('ED');
const PREHASH_BYTES = 64;
const LINE_BYTES = ALGORITHM.length + KEY_ID_BYTES + SIGNATURE_BYTES;

export interface SignatureComments {
  readonly untrustedComment: string;
  readonly trustedComment: string;
}

/**
 * Signs a file's bytes, in the `Ed` form.
 *
 * @throws RangeError on a comment that cannot stand on its line.
 */
export function signBytes(message: Uint8Array, key: SecretKey, comments: SignatureComments): Signature {
  const { untrustedComment, trustedComment } = comments;
  if (!isComment(untrustedComment, MAX_UNTRUSTED_BYTES) || !isComment(trustedComment, MAX_TRUSTED_BYTES))
    throw new RangeError('a comment is one line without invisible characters');
  const signature = signMessage(message, key.seed);
  const globalSignature = signMessage(globalMessage(signature, trustedComment), key.seed);
  const { keyId } = key.publicKey;
  return { form: 'Ed', keyId, signature, globalSignature, untrustedComment, trustedComment };
}

/** Whether both signatures are of this message and this comment, by this key. The key's id is compared too. */
export function isSignedBy(message: Uint8Array, of: Signature, key: PublicKey): boolean {
  if (of.keyId !== key.keyId) return false;
  const signed = of.form === 'Ed' ? message : blake2b(message, { dkLen: PREHASH_BYTES });
  return (
    isSignatureOf(signed, of.signature, key.point) &&
    isSignatureOf(globalMessage(of.signature, of.trustedComment), of.globalSignature, key.point)
  );
}

/** A signature as a file of minisign's. */
export function encodeSignature(of: Signature): string {
  const form = of.form === 'Ed' ? ALGORITHM : PREHASHED;
  const line = Buffer.concat([form, keyIdBytes(of.keyId), of.signature]).toString('base64');
  return [
    `${UNTRUSTED}${of.untrustedComment}\n${line}\n`,
    `${TRUSTED}${of.trustedComment}\n${Buffer.from(of.globalSignature).toString('base64')}\n`,
  ].join('');
}

/**
 * Reads a signature file of minisign's: four lines and nothing else.
 *
 * @param file what it is called in problems.
 * @throws ProblemError `package-signature-invalid` with line and reason.
 */
export function decodeSignature(text: string, file: string | null = null): Signature {
  const place: TextPlace = { code: 'package-signature-invalid', file };
  const lines = exactLines(text, 4, place);
  const untrustedComment = commentOf(lines, { prefix: UNTRUSTED, line: 1 }, place);
  const bytes = canonicalBase64(lines[1] ?? '', LINE_BYTES);
  if (bytes === null) throw textProblem(place, 2, 'base64');
  const form = formOf(bytes.subarray(0, ALGORITHM.length));
  if (form === null) throw textProblem(place, 2, 'algorithm');
  const trustedComment = commentOf(lines, { prefix: TRUSTED, line: 3 }, place);
  const globalSignature = canonicalBase64(lines[3] ?? '', SIGNATURE_BYTES);
  if (globalSignature === null) throw textProblem(place, 4, 'base64');
  const signatureAt = ALGORITHM.length + KEY_ID_BYTES;
  return {
    form,
    keyId: keyIdOf(bytes.subarray(ALGORITHM.length, signatureAt)),
    signature: Uint8Array.from(bytes.subarray(signatureAt)),
    globalSignature: Uint8Array.from(globalSignature),
    untrustedComment,
    trustedComment,
  };
}

function formOf(bytes: Buffer): SignatureForm | null {
  if (bytes.equals(ALGORITHM)) return 'Ed';
  return bytes.equals(PREHASHED) ? 'ED' : null;
}

function globalMessage(signature: Uint8Array, trustedComment: string): Uint8Array {
  return Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]);
}
