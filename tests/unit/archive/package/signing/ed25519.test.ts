import { describe, expect, it } from 'vitest';
import {
  isSignatureOf,
  isSoundPoint,
  pointOf,
  signMessage,
} from '../../../../../archive/package/signing/ed25519.ts';

const PRIME = 2n ** 255n - 19n;
/** Order of the group that keys live in. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const message = Buffer.from('En bro byggs.');

function littleEndian(n: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(n.toString(16).padStart(64, '0'), 'hex').toReversed());
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % PRIME];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/** The two y of the points of order 8, from y² = (-1 ± √(1 + d)) / d; only one sign has a root. */
function orderEight(): readonly bigint[] {
  const d = ((PRIME - 121665n) * power(121666n, PRIME - 2n)) % PRIME;
  const root = squareRoot((1n + d) % PRIME) ?? 0n;
  const squares = [root, PRIME - root].map((r) => ((PRIME - 1n + r) * power(d, PRIME - 2n)) % PRIME);
  return squares.flatMap((square) => {
    const y = squareRoot(square);
    return y === null ? [] : [y, PRIME - y];
  });
}

function squareRoot(of: bigint): bigint | null {
  const guess = power(of, (PRIME + 3n) / 8n);
  const other = (guess * power(2n, (PRIME - 1n) / 4n)) % PRIME;
  return [guess, other].find((root) => (root * root) % PRIME === of) ?? null;
}

describe('a point that can be anyone’s key', () => {
  it('is every one that comes of a seed', () => {
    for (let n = 0; n < 50; n += 1) expect(isSoundPoint(pointOf(seed.map((byte) => byte ^ n)))).toBe(true);
  });

  it('is none of small order, with either sign, and none written in a second way', () => {
    const weak = [0n, 1n, PRIME - 1n, PRIME, PRIME + 1n, 2n ** 255n - 1n, ...orderEight()];
    expect(weak).toHaveLength(8);
    for (const y of weak) {
      const point = littleEndian(y);
      expect(isSoundPoint(point)).toBe(false);
      point[31] = (point[31] ?? 0) | 0x80;
      expect(isSoundPoint(point)).toBe(false);
    }
    expect(isSoundPoint(littleEndian((orderEight()[0] ?? 0n) + 1n))).toBe(true);
  });

  it('has 32 bytes', () => {
    expect(isSoundPoint(pointOf(seed).subarray(1))).toBe(false);
  });
});

describe('a signature', () => {
  it('holds for its message and key and for no others', () => {
    const signature = signMessage(message, seed);
    expect(signature).toHaveLength(64);
    expect(isSignatureOf(message, signature, pointOf(seed))).toBe(true);
    expect(isSignatureOf(Buffer.from('En bro rivs.'), signature, pointOf(seed))).toBe(false);
    expect(isSignatureOf(message, signature, pointOf(seed.toReversed()))).toBe(false);
  });

  it('cannot be written in a second way by adding the order of the group', () => {
    const signature = signMessage(message, seed);
    const s = BigInt(`0x${Buffer.from(signature.subarray(32).toReversed()).toString('hex')}`);
    const second = Uint8Array.of(...signature.subarray(0, 32), ...littleEndian(s + ORDER));
    expect(isSignatureOf(message, second, pointOf(seed))).toBe(false);
  });

  it('under a point that is on no curve holds for nothing, without an error', () => {
    const nowhere = littleEndian(2n);
    expect(isSignatureOf(message, signMessage(message, seed), nowhere)).toBe(false);
  });
});
