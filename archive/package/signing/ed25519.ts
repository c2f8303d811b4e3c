import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Ed25519 (RFC 8032) on raw keys. Node and Electron take keys in DER: a fixed prefix before the raw bytes (RFC 8410). */

export const POINT_BYTES = 32;
export const SEED_BYTES = 32;
export const SIGNATURE_BYTES = 64;

const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const PRIME = 2n ** 255n - 19n;

/** The public point of a seed. */
export function pointOf(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(der.subarray(PUBLIC_PREFIX.length));
}

/** The signature of a message, 64 bytes; the same message always gives the same one. */
export function signMessage(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return Uint8Array.from(sign(null, message, privateKey(seed)));
}

/** Whether `signature` is the signature of `message` under the key of this point. */
export function isSignatureOf(message: Uint8Array, signature: Uint8Array, point: Uint8Array): boolean {
  const key = Buffer.concat([PUBLIC_PREFIX, point]);
  return verify(null, message, { key, format: 'der', type: 'spki' }, signature);
}

/**
 * Whether a point can be anyone's key. Not so: a y that is not below the prime (a second way to write a point),
 * and the points of order 1, 2, 4 and 8, under which one signature fits many messages.
 *
 * A point of order 1, 2 or 4 has y = 1, -1 or 0. One of order 8 doubles to y = 0; with the addition law of
 * -x² + y² = 1 + dx²y² that means x² = -y², hence dy⁴ + 2y² = 1, where d = -121665/121666 (RFC 8032, section 5.1).
 */
export function isSoundPoint(point: Uint8Array): boolean {
  if (point.length !== POINT_BYTES) return false;
  const bigEndian = point.toReversed();
  // The highest bit is the sign of x.
  bigEndian[0] = (bigEndian[0] ?? 0) & 0x7f;
  const y = BigInt(`0x${Buffer.from(bigEndian).toString('hex')}`);
  if (y >= PRIME || y <= 1n || y === PRIME - 1n) return false;
  const square = (y * y) % PRIME;
  const orderEight = (-121665n * square * square + 243332n * square - 121666n) % PRIME;
  return orderEight !== 0n;
}

function privateKey(seed: Uint8Array): ReturnType<typeof createPrivateKey> {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}
