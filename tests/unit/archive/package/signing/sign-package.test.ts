import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectPackage } from '../../../../../archive/package/inspect.ts';
import { checkSignature } from '../../../../../archive/package/signing/check-signature.ts';
import { signPackage } from '../../../../../archive/package/signing/sign-package.ts';
import { encodeSignature, signBytes } from '../../../../../archive/package/signing/signature.ts';
import { verifyPackage } from '../../../../../archive/package/verify.ts';
import { reseal } from '../reseal.ts';
import { smallPackageForEach } from '../small-package.ts';
import { bitsOf, fixedKey, refusal } from './fixed-key.ts';

const KEY = fixedKey();
const KNOWN = [fixedKey(1).publicKey, KEY.publicKey];
const SIGNATURE = 'tagmanifest-sha256.txt.minisig';

let root = '';
let bag = '';
smallPackageForEach((dir, folder) => ([bag, root] = [dir, folder]));

/** Every file of the bag and what is in it. */
function files(): ReadonlyMap<string, string> {
  const found = readdirSync(bag, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [path, readFileSync(path, 'base64')]));
}

function signature(): string {
  return readFileSync(join(bag, SIGNATURE), 'utf8');
}

async function state(): Promise<string> {
  return (await checkSignature(bag, KNOWN)).state;
}

describe('signing a package', () => {
  it('adds one file that names series and sequence, and changes nothing that was there', async () => {
    const before = files();
    const { identity } = await inspectPackage(bag);
    const signed = await signPackage({ dir: bag, key: KEY });
    const trustedComment = 'series:nordmark\tsequence:1';
    expect(signed).toEqual({ path: bag, identity, keyId: KEY.publicKey.keyId, trustedComment });
    const after = new Map(files());
    expect(after.delete(join(bag, SIGNATURE))).toBe(true);
    expect(after).toEqual(before);
    expect(signature()).toMatch(/^untrusted comment: signature of an archive package\n/u);
    expect(await checkSignature(bag, KNOWN)).toEqual({
      state: 'signed-by-known',
      keyId: KEY.publicKey.keyId,
      key: KEY.publicKey,
      form: 'Ed',
      trustedComment,
    });
    expect(await verifyPackage(bag)).toMatchObject({ ok: true, identity });
    expect(await inspectPackage(bag)).toMatchObject({ identity });
  });

  it('twice with the same key leaves the same signature', async () => {
    await signPackage({ dir: bag, key: KEY });
    const first = signature();
    await signPackage({ dir: bag, key: KEY });
    expect(signature()).toBe(first);
  });

  it('leaves a signature that the same key made with another program, and tells its comment', async () => {
    const comments = { untrustedComment: 'signature from minisign secret key', trustedComment: 'annat' };
    const made = signBytes(readFileSync(join(bag, 'tagmanifest-sha256.txt')), KEY, comments);
    writeFileSync(join(bag, SIGNATURE), encodeSignature(made));
    expect(await signPackage({ dir: bag, key: KEY })).toMatchObject({ trustedComment: 'annat' });
    expect(signature()).toBe(encodeSignature(made));
  });

  it('never replaces another’s signature, nor one that does not hold', async () => {
    await signPackage({ dir: bag, key: KEY });
    const before = signature();
    expect(await refusal(() => signPackage({ dir: bag, key: fixedKey(1) }))).toBe('package-already-signed');
    writeFileSync(join(bag, SIGNATURE), before.replace('sequence:1', 'sequence:2'));
    expect(await refusal(() => signPackage({ dir: bag, key: KEY }))).toBe('package-already-signed');
    expect(signature()).toBe(before.replace('sequence:1', 'sequence:2'));
  });

  it('refuses a package with a fault, and leaves it unsigned', async () => {
    appendFileSync(join(bag, 'data', 'withdrawn.jsonl'), '\n');
    expect(await refusal(() => signPackage({ dir: bag, key: KEY }))).toBe('package-not-intact');
    expect(await state()).toBe('unsigned');
  });

  it('refuses a series whose name cannot stand in a comment', async () => {
    const path = join(bag, 'package.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"series": "nordmark"', '"series": "nord\\nmark"'),
    );
    reseal(bag);
    expect(await refusal(() => signPackage({ dir: bag, key: KEY }))).toBe('package-manifest-invalid  series');
    expect(await state()).toBe('unsigned');
  });

  it('stops when asked, and leaves it unsigned', async () => {
    const signal = AbortSignal.abort();
    expect(await refusal(() => signPackage({ dir: bag, key: KEY, signal }))).toBe('job-cancelled');
    expect(await state()).toBe('unsigned');
    expect(await verifyPackage(bag)).toMatchObject({ ok: true });
  });

  it('takes away what a killed run left half written', async () => {
    writeFileSync(join(bag, `.${SIGNATURE}.half`), 'untrusted comm');
    expect(await verifyPackage(bag)).toMatchObject({ ok: false });
    await signPackage({ dir: bag, key: KEY });
    expect(await verifyPackage(bag)).toMatchObject({ ok: true });
    expect(await state()).toBe('signed-by-known');
  });
});

describe('the signature of a package', () => {
  beforeEach(async () => {
    await signPackage({ dir: bag, key: KEY });
  });

  it('says only what it claims when its key is not known', async () => {
    expect(await checkSignature(bag, [fixedKey(1).publicKey])).toEqual({
      state: 'signed-by-unknown',
      keyId: KEY.publicKey.keyId,
      form: 'Ed',
      claimedComment: 'series:nordmark\tsequence:1',
    });
  });

  it('is bad when a known key has the id it names and did not make it', async () => {
    const imposter = { ...fixedKey(1), publicKey: { ...fixedKey(1).publicKey, keyId: KEY.publicKey.keyId } };
    expect(await checkSignature(bag, [imposter.publicKey])).toMatchObject({
      state: 'bad',
      keyId: KEY.publicKey.keyId,
      problem: { code: 'package-signature-invalid', file: SIGNATURE, params: { reason: 'signature' } },
    });
    expect((await checkSignature(bag, [imposter.publicKey, KEY.publicKey])).state).toBe('signed-by-known');
  });

  it('does not hold for a package whose contents were changed and sealed anew', async () => {
    const path = join(bag, 'package.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Nordmarks press', 'Sydmarks press'));
    reseal(bag);
    expect(await verifyPackage(bag)).toMatchObject({ ok: true });
    expect(await state()).toBe('bad');
  });

  it('does not hold with any bit of it turned, be it in the line that nothing signs', async () => {
    const text = signature();
    for (const bit of bitsOf(text)) {
      const bytes = Buffer.from(text);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(join(bag, SIGNATURE), bytes);
      expect(['bad', 'signed-by-unknown'], `bit ${bit}`).toContain(await state());
    }
  });

  it('does not hold for a tag manifest with a bit turned anywhere', async () => {
    const path = join(bag, 'tagmanifest-sha256.txt');
    const bytes = readFileSync(path);
    // Every fifth: each bit of a byte and every line is met.
    for (let bit = 0; bit < bytes.length * 8; bit += 5) {
      const other = Buffer.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, other);
      expect(await state(), `bit ${bit}`).toBe('bad');
    }
  });

  it('that is no signature is a fault of the package too', async () => {
    writeFileSync(join(bag, SIGNATURE), 'signerat\n');
    expect(await verifyPackage(bag)).toMatchObject({
      ok: false,
      problems: [{ code: 'package-signature-invalid', file: SIGNATURE, params: { reason: 'lines' } }],
    });
  });

  it.each([
    ['bytes that are no text', (path: string) => writeFileSync(path, Uint8Array.of(0xc3, 0x28))],
    ['far too large', (path: string) => writeFileSync(path, Buffer.alloc(1 << 20, 0x20))],
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to nowhere', (path: string) => symlinkSync(join(root, 'nowhere'), path)],
    ['a link to a good one', (path: string) => symlinkSync(join(root, 'good'), path)],
  ])('is bad when it is %s', async (_, put) => {
    writeFileSync(join(root, 'good'), signature());
    rmSync(join(bag, SIGNATURE));
    put(join(bag, SIGNATURE));
    expect(await state()).toBe('bad');
  });

  it('may not carry words of anyone else’s in the line that nothing signs', async () => {
    writeFileSync(join(bag, SIGNATURE), signature().replace(/^.*\n/u, 'untrusted comment: by the king\n'));
    expect(await checkSignature(bag, KNOWN)).toMatchObject({
      state: 'bad',
      problem: { line: 1, params: { reason: 'first-line' } },
    });
  });

  it('of another file does not hold', async () => {
    const comments = { untrustedComment: 'signature of an archive package', trustedComment: 'x' };
    const other = signBytes(readFileSync(join(bag, 'manifest-sha256.txt')), KEY, comments);
    writeFileSync(join(bag, SIGNATURE), encodeSignature(other));
    expect(await state()).toBe('bad');
  });
});

describe('a package without signature', () => {
  it('is said to be so, whatever keys are known', async () => {
    expect(await checkSignature(bag, KNOWN)).toEqual({ state: 'unsigned', keyId: null });
  });
});
