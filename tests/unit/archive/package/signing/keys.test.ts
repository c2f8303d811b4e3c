import { describe, expect, it } from 'vitest';
import {
  decodePublicKey,
  encodePublicKey,
  fingerprint,
  isPublicKeyString,
  publicKeyString,
} from '../../../../../archive/package/signing/public-key.ts';
import {
  decodeSecretKey,
  encodeSecretKey,
  generateKey,
  needsPassphrase,
} from '../../../../../archive/package/signing/secret-key.ts';
import { signMessage } from '../../../../../archive/package/signing/ed25519.ts';
import { bitsOf, fixedKey, flipped, LIGHT, refusal } from './fixed-key.ts';

const KEY = fixedKey();
const PASSPHRASE = 'Norrvik å ä ö';

/** Written by this code once, and read and used by minisign then. */
const PUBLIC_FILE = `untrusted comment: minisign public key 0123456789ABCD00
RWQAzauJZ0UjAQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4
`;
const OPEN_FILE = `untrusted comment: minisign secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM2riWdFIwEAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHwOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4dugRP3RBCb1MSAKMGj6d0MGN44IotXcYlIj/Q1a0saw=
`;
const HIDDEN_FILE = `untrusted comment: minisign encrypted secret key
RWRTY0Iyq040fwAgZUmbal10udsfynKNldval+/AQtPwU+QJ2PAAgAAAAAAAAAAAAAEAAAAAp7ltNvNefnGxKnKiDfZiUgBsYUoqHQ0aRsV+sttez7Z2t4iIReATFQ1s35BgcwjAwEvZH2H2AMPEbrBLQg4S6MfPTM7aBsa7QQP2Pz0IvtgijRvvrNZcMNyTc5EcIdR2yQ8/SdU3FKg=
`;

/** The fingerprint of a key as text; null where it is refused. */
async function printOf(text: string | null): Promise<string | null> {
  if (text === null || (await refusal(() => decodePublicKey(text))) !== 'none') return null;
  return fingerprint(decodePublicKey(text)).groups.join();
}

describe('a public key', () => {
  it('is written and read as minisign does, as a file and as one line', () => {
    expect(encodePublicKey(KEY.publicKey)).toBe(PUBLIC_FILE);
    expect(decodePublicKey(PUBLIC_FILE)).toEqual(KEY.publicKey);
    expect(decodePublicKey(publicKeyString(KEY.publicKey))).toEqual(KEY.publicKey);
    expect(isPublicKeyString(publicKeyString(KEY.publicKey))).toBe(true);
    expect(isPublicKeyString('keys/archive.pub')).toBe(false);
  });

  it('may come from Windows, with carriage returns on both lines and on nothing else', async () => {
    expect(decodePublicKey(PUBLIC_FILE.replaceAll('\n', '\r\n'))).toEqual(KEY.publicKey);
    expect(await refusal(() => decodePublicKey(PUBLIC_FILE.replace('\n', '\r\n')))).toBe(
      'key-invalid 1 comment-line',
    );
  });

  it('has a fingerprint of eight groups of five digits, which no other key shares', () => {
    expect(fingerprint(KEY.publicKey)).toEqual({
      keyId: '0123456789ABCD00',
      groups: '74890 95023 05091 10341 39110 84798 59388 66626'.split(' '),
    });
    const renamed = { ...KEY.publicKey, keyId: '0123456789ABCD01' };
    expect(fingerprint(renamed).groups).not.toEqual(fingerprint(KEY.publicKey).groups);
  });

  it('with any bit of its line turned is refused or is another key, never this one', async () => {
    const line = publicKeyString(KEY.publicKey);
    const print = fingerprint(KEY.publicKey).groups.join();
    const others = await Promise.all(bitsOf(line).map((bit) => printOf(flipped(line, bit))));
    expect(others).not.toContain(print);
    expect(others.filter((other) => other === null).length).toBeGreaterThan(100);
  });

  it.each([
    ['no end of its last line', PUBLIC_FILE.slice(0, -1), 'key-invalid 2 cut-off'],
    ['a line more', `${PUBLIC_FILE}\n`, 'key-invalid 3 lines'],
    ['a line less', PUBLIC_FILE.slice(PUBLIC_FILE.indexOf('\n') + 1), 'key-invalid 2 lines'],
    [
      'another first line',
      PUBLIC_FILE.replace('untrusted comment: ', 'comment: '),
      'key-invalid 1 comment-line',
    ],
    ['a comment too long', PUBLIC_FILE.replace('minisign', 'm'.repeat(1024)), 'key-invalid 1 comment-line'],
    [
      'a comment that turns the text round',
      PUBLIC_FILE.replace('minisign', '\u202E'),
      'key-invalid 1 comment-line',
    ],
    ['a byte order mark', `\uFEFF${PUBLIC_FILE}`, 'key-invalid 1 comment-line'],
    ['a space behind', PUBLIC_FILE.replace('VTG4', 'VTG4 '), 'key-invalid 2 base64'],
    ['base64 for addresses', PUBLIC_FILE.replaceAll('/', '_'), 'key-invalid 2 base64'],
    ['too short a key', PUBLIC_FILE.replace('VTG4', ''), 'key-invalid 2 base64'],
    ['another algorithm', PUBLIC_FILE.replace('RWQ', 'RUQ'), 'key-invalid 2 algorithm'],
    ['nothing at all', '', 'key-invalid 1 lines'],
  ])('with %s is refused, with line and reason', async (_, text, words) => {
    expect(await refusal(() => decodePublicKey(text))).toBe(words);
  });

  it('of small order is refused: one signature would fit many messages', async () => {
    const weak = publicKeyString({ ...KEY.publicKey, point: new Uint8Array(32) });
    expect(await refusal(() => decodePublicKey(weak))).toBe('key-invalid  weak-key');
  });
});

describe('a secret key without passphrase', () => {
  it('is written and read as minisign does', async () => {
    expect(await encodeSecretKey(KEY, { passphrase: null })).toBe(OPEN_FILE);
    expect(await decodeSecretKey(OPEN_FILE, null)).toEqual(KEY);
    expect(await decodeSecretKey(OPEN_FILE, 'needless')).toEqual(KEY);
    expect(needsPassphrase(OPEN_FILE)).toBe(false);
  });

  it('may lack its checksum, as minisign leaves it', async () => {
    const bytes = Buffer.from(OPEN_FILE.split('\n')[1] ?? '', 'base64').fill(0, 126);
    expect(await decodeSecretKey(`untrusted comment: x\n${bytes.toString('base64')}\n`, null)).toEqual(KEY);
  });

  it('whose halves do not belong together is refused even where the checksum is absent', async () => {
    const bytes = Buffer.from(OPEN_FILE.split('\n')[1] ?? '', 'base64').fill(0, 126);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    const text = `untrusted comment: x\n${bytes.toString('base64')}\n`;
    expect(await refusal(() => decodeSecretKey(text, null))).toBe('key-invalid 2 key-halves');
  });

  it('with any bit of its line turned is refused, save in what a key without passphrase does not use', async () => {
    const line = OPEN_FILE.split('\n')[1] ?? '';
    const unused = new Set(Array.from({ length: 64 }, (_, n) => n + 8));
    for (const bit of bitsOf(line)) {
      const other = flipped(line, bit);
      if (other === null || unused.has(bit >> 3)) continue;
      expect(await refusal(() => decodeSecretKey(`untrusted comment: x\n${other}\n`, null))).toMatch(
        /^key-/u,
      );
    }
  });
});

describe('a secret key with a passphrase', () => {
  it('is opened by its passphrase, whichever way the letters were composed', async () => {
    expect(needsPassphrase(HIDDEN_FILE)).toBe(true);
    expect(await decodeSecretKey(HIDDEN_FILE, PASSPHRASE)).toEqual(KEY);
    expect(await decodeSecretKey(HIDDEN_FILE, PASSPHRASE.normalize('NFD'))).toEqual(KEY);
  });

  it('is hidden anew with another salt every time, and opened again', async () => {
    const made = generateKey();
    const texts = [];
    for (let n = 0; n < 2; n += 1)
      texts.push(await encodeSecretKey(made, { passphrase: PASSPHRASE, limits: LIGHT }));
    expect(texts[0]).not.toBe(texts[1]);
    for (const text of texts) {
      const opened = await decodeSecretKey(text, PASSPHRASE);
      expect(opened).toEqual(made);
      expect(signMessage(Buffer.from('x'), opened.seed)).toEqual(signMessage(Buffer.from('x'), made.seed));
    }
  });

  it('is not opened by another, nor by none', async () => {
    for (const other of ['norrvik å ä ö', `${PASSPHRASE} `, ''])
      expect(await refusal(() => decodeSecretKey(HIDDEN_FILE, other))).toBe('key-passphrase-wrong');
    expect(await refusal(() => decodeSecretKey(HIDDEN_FILE, null, 'a.key'))).toBe('key-passphrase-missing');
  });

  it('with a bit turned in its salt or in what is hidden is not opened', async () => {
    const bytes = Buffer.from(HIDDEN_FILE.split('\n')[1] ?? '', 'base64');
    const limits = { from: 38, to: 54 };
    // Every third: each bit of a byte and each byte of a field is met.
    for (let bit = 6 * 8; bit < bytes.length * 8; bit += 3) {
      if (bit >> 3 >= limits.from && bit >> 3 < limits.to) continue;
      const other = Buffer.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const text = `untrusted comment: x\n${other.toString('base64')}\n`;
      expect(await refusal(() => decodeSecretKey(text, PASSPHRASE))).toBe('key-passphrase-wrong');
    }
  });

  it('that asks for more memory than minisign ever does is refused before any of it is taken', async () => {
    const bytes = Buffer.from(HIDDEN_FILE.split('\n')[1] ?? '', 'base64');
    bytes.writeBigUInt64LE(2n ** 40n, 46);
    const text = `untrusted comment: x\n${bytes.toString('base64')}\n`;
    expect(await refusal(() => decodeSecretKey(text, PASSPHRASE))).toBe('key-invalid 2 kdf-limits');
  });
});

describe('a secret key file', () => {
  it.each([
    ['no end of its last line', OPEN_FILE.slice(0, -1), 'key-invalid 2 cut-off'],
    ['a line more', `${OPEN_FILE}x\n`, 'key-invalid 3 lines'],
    ['another first line', OPEN_FILE.replace('untrusted', 'trusted'), 'key-invalid 1 comment-line'],
    [
      'base64 that is not the only way to write it',
      OPEN_FILE.replace('saw=', 'sax='),
      'key-invalid 2 base64',
    ],
    ['another key derivation', HIDDEN_FILE.replace('RWRTY0Iy', 'RWRBcjJC'), 'key-invalid 2 algorithm'],
    ['a public key in it', PUBLIC_FILE, 'key-invalid 2 base64'],
  ])('with %s is refused, with line and reason', async (_, text, words) => {
    expect(await refusal(() => decodeSecretKey(text, PASSPHRASE))).toBe(words);
  });
});

describe('new keys', () => {
  it('are never the same', () => {
    const made = Array.from({ length: 20 }, () => generateKey());
    expect(new Set(made.map(({ publicKey }) => publicKey.keyId)).size).toBe(20);
    expect(new Set(made.map(({ publicKey }) => publicKeyString(publicKey))).size).toBe(20);
  });
});
