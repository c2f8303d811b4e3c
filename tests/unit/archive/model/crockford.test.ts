import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crockford } from '../../../../archive/model/crockford.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Base32 by the book: the bytes as one big number, five bits at a time. */
function byBigNumber(bytes: Uint8Array): string {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let n = 0; n < (bytes.length / 5) * 8; n += 1) {
    text = (ALPHABET[Number(number % 32n)] ?? '') + text;
    number /= 32n;
  }
  return text;
}

describe('Crockford base32', () => {
  it('writes ten bytes as sixteen letters and digits', () => {
    expect(crockford(new Uint8Array(10))).toBe('0000000000000000');
    expect(crockford(new Uint8Array(10).fill(255))).toBe('zzzzzzzzzzzzzzzz');
  });

  it('agrees with division of one big number, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 20 }), (bytes) => {
        const whole = bytes.subarray(0, bytes.length - (bytes.length % 5));
        expect(crockford(whole)).toBe(byBigNumber(whole));
      }),
    );
  });

  it('refuses a length that leaves bits over', () => {
    expect(() => crockford(new Uint8Array(4))).toThrow(RangeError);
  });
});
