import { blake2b } from '@noble/hashes/blake2.js';
import { describe, expect, it } from 'vitest';
import { signMessage } from '../../../../../archive/package/signing/ed25519.ts';
import {
  decodeSignature,
  encodeSignature,
  isSignedBy,
  signBytes,
} from '../../../../../archive/package/signing/signature.ts';
import type { Signature } from '../../../../../archive/package/signing/signature.ts';
import { bitsOf, fixedKey, flipped, refusal } from './fixed-key.ts';

const KEY = fixedKey();
const MESSAGE = Buffer.from('En bro byggs i Norrvik.\n');
const COMMENTS = { untrustedComment: 'prov', trustedComment: 'series:prov\tsequence:1' };

/** Written by this code once; minisign said then that it holds. */
const FILE = `untrusted comment: prov
RWQAzauJZ0UjAeqQqC7Elc5IZr7xeXgPSbzPilOma+WjVUvBTaUr+BBPEkpVH3SPFYUMOzhj6/XuD1pjW7nQ1geDjlXsdkxpKgc=
trusted comment: series:prov\tsequence:1
64dpOrDLx1YIrkIz6DVGK0ct3cNKtWP++kd56IT6Z6N1pN1U3XVsERP6Xe/OQdS7+BzWUCx3OfmrciNM8uazAA==
`;
/** Written by minisign with the same key, over the same text hashed first. */
const PREHASHED_FILE = `untrusted comment: signature from minisign secret key
RUQAzauJZ0UjAQpj/PAw0UxeIdxrzxdnAU8ItWQ0ZYxLXTG+TeY20PU+Qt1wVIEHEr9xpL2xFsz+Y0Y6R9Ec3wRm5CWCkZD/oA4=
trusted comment: series:prov sequence:2
o/s8mbhWhbqN+/0hUfsWKG208CrAqFyrcrrNofJEfadL5Bxp0tLAW1QPuO72chhYwravPAs8hH/z9vZb0T8WDw==
`;

function holds(text: string, message: Uint8Array = MESSAGE): boolean {
  return isSignedBy(message, decodeSignature(text), KEY.publicKey);
}

describe('a signature', () => {
  it('is the same whenever it is made, and reads back as it was written', () => {
    const made = signBytes(MESSAGE, KEY, COMMENTS);
    expect(encodeSignature(made)).toBe(FILE);
    expect(decodeSignature(FILE)).toEqual(made);
    expect(encodeSignature(decodeSignature(PREHASHED_FILE))).toBe(PREHASHED_FILE);
  });

  it('holds in both forms, over the file itself and over its BLAKE2b', () => {
    expect([decodeSignature(FILE).form, holds(FILE)]).toEqual(['Ed', true]);
    expect([decodeSignature(PREHASHED_FILE).form, holds(PREHASHED_FILE)]).toEqual(['ED', true]);
  });

  it('holds for no other message, in neither form', () => {
    const other = Buffer.from('En bro rivs i Norrvik.\n');
    expect([holds(FILE, other), holds(PREHASHED_FILE, other)]).toEqual([false, false]);
    expect(holds(PREHASHED_FILE, blake2b(MESSAGE, { dkLen: 64 }))).toBe(false);
  });

  it('of one form does not hold as the other', () => {
    const [plain, prehashed] = [decodeSignature(FILE), decodeSignature(PREHASHED_FILE)];
    expect(isSignedBy(MESSAGE, { ...plain, form: 'ED' }, KEY.publicKey)).toBe(false);
    expect(isSignedBy(MESSAGE, { ...prehashed, form: 'Ed' }, KEY.publicKey)).toBe(false);
  });

  it('names its key: one of another id does not hold, though it be the same key', () => {
    const renamed = { ...KEY.publicKey, keyId: 'FEDCBA9876543210' };
    expect(isSignedBy(MESSAGE, decodeSignature(FILE), renamed)).toBe(false);
    expect(isSignedBy(MESSAGE, decodeSignature(FILE), fixedKey(1).publicKey)).toBe(false);
  });

  it('does not hold when the trusted comment is another, or comes from another signature', () => {
    expect(holds(FILE.replace('sequence:1', 'sequence:2'))).toBe(false);
    const other = signBytes(Buffer.from('annat'), KEY, COMMENTS);
    const mixed: Signature = { ...decodeSignature(FILE), globalSignature: other.globalSignature };
    expect(isSignedBy(MESSAGE, mixed, KEY.publicKey)).toBe(false);
  });

  it('needs both: one over the comment alone does not make up for the one over the file', () => {
    const signature = signMessage(Buffer.from('annat'), KEY.seed);
    const trustedComment = 'x';
    const globalSignature = signMessage(Buffer.concat([signature, Buffer.from('x')]), KEY.seed);
    const forged: Signature = { ...decodeSignature(FILE), signature, globalSignature, trustedComment };
    expect(isSignedBy(MESSAGE, forged, KEY.publicKey)).toBe(false);
  });

  it('with any bit turned outside the untrusted comment is refused or does not hold', () => {
    for (const file of [FILE, PREHASHED_FILE]) {
      const comment = [Buffer.byteLength('untrusted comment: '), file.indexOf('\n')] as const;
      let tried = 0;
      for (const bit of bitsOf(file)) {
        const other = flipped(file, bit);
        if (other === null || (bit >> 3 >= comment[0] && bit >> 3 < comment[1])) continue;
        tried += 1;
        expect(isLet(other), `bit ${bit}`).toBe(false);
      }
      expect(tried).toBeGreaterThan(1500);
    }
  });

  it('is not made with a comment that cannot stand on its line', () => {
    for (const trustedComment of ['a\nb', 'a\rb', 'a\u0000', '\u202E', 'x'.repeat(8193)])
      expect(() => signBytes(MESSAGE, KEY, { ...COMMENTS, trustedComment })).toThrow(RangeError);
  });
});

function isLet(text: string): boolean {
  try {
    return holds(text);
  } catch {
    return false;
  }
}

describe('a signature file', () => {
  const lines = FILE.split('\n');
  const withLine = (n: number, text: string): string => lines.with(n - 1, text).join('\n');

  it.each([
    ['no end of its last line', FILE.slice(0, -1), '4 cut-off'],
    ['a line more', `${FILE}x\n`, '5 lines'],
    ['an empty line more', `${FILE}\n`, '5 lines'],
    ['a line less', lines.slice(0, 3).join('\n').concat('\n'), '4 lines'],
    ['carriage returns', FILE.replaceAll('\n', '\r\n'), '1 comment-line'],
    ['another first line', withLine(1, 'comment: prov'), '1 comment-line'],
    ['the second line cut', withLine(2, (lines[1] ?? '').slice(4)), '2 base64'],
    ['base64 with needless bits', withLine(2, (lines[1] ?? '').replace('Kgc=', 'Kgd=')), '2 base64'],
    ['base64 without padding', withLine(2, (lines[1] ?? '').replace('=', '')), '2 base64'],
    ['another algorithm', withLine(2, (lines[1] ?? '').replace('RWQ', 'RXQ')), '2 algorithm'],
    ['another third line', withLine(3, 'untrusted comment: series:prov\tsequence:1'), '3 comment-line'],
    ['control characters in the comment', withLine(3, 'trusted comment: a\u001B[2J'), '3 comment-line'],
    ['a comment too long', withLine(3, `trusted comment: ${'x'.repeat(8193)}`), '3 comment-line'],
    ['the last line cut', withLine(4, (lines[3] ?? '').slice(4)), '4 base64'],
    ['needless bits at the very end', withLine(4, (lines[3] ?? '').replace('AA==', 'AB==')), '4 base64'],
    ['no end to it', `untrusted comment: ${'x'.repeat(1 << 17)}\n`, ' too-large'],
  ])('with %s is refused, with line and reason', async (_, text, words) => {
    expect(text).not.toBe(FILE);
    expect(await refusal(() => decodeSignature(text))).toBe(`package-signature-invalid ${words}`);
  });
});
