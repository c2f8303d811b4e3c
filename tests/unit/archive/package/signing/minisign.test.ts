import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { checkSignature } from '../../../../../archive/package/signing/check-signature.ts';
import {
  decodePublicKey,
  encodePublicKey,
  publicKeyString,
} from '../../../../../archive/package/signing/public-key.ts';
import { decodeSecretKey, encodeSecretKey } from '../../../../../archive/package/signing/secret-key.ts';
import { signPackage } from '../../../../../archive/package/signing/sign-package.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from '../small-archive.ts';
import { fixedKey, LIGHT, refusal } from './fixed-key.ts';

const isInstalled = spawnSync('minisign', ['-v']).error === undefined;
const WITHOUT = isInstalled ? '' : ' (minisign is not installed: nothing is tried with it)';

const KEY = fixedKey();
const PASSPHRASE = 'Norrvik å ä ö';
const SIGNATURE = 'tagmanifest-sha256.txt.minisig';
/** A gibibyte and seconds, on a machine that may be busy. */
const SLOW = 300_000;

let dir = '';
let bag = '';
let signed = '';

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs minisign; what it asks for is answered with `input`. */
function minisign(args: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync('minisign', args, { cwd: dir, input, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe.skipIf(!isInstalled)(`minisign and we${WITHOUT}`, () => {
  beforeAll(async () => {
    dir = temporaryFolder();
    bag = join(dir, 'bag');
    signed = join(bag, 'tagmanifest-sha256.txt');
    writeSmallArchive(join(dir, 'in'));
    await buildPackage({ sources: [join(dir, 'in')], out: bag, defaultRegister: smallRegister });
    writeFileSync(join(dir, 'ours.pub'), encodePublicKey(KEY.publicKey));
    writeFileSync(
      join(dir, 'ours.key'),
      await encodeSecretKey(KEY, { passphrase: PASSPHRASE, limits: LIGHT }),
    );
    writeFileSync(join(dir, 'open.key'), await encodeSecretKey(KEY, { passphrase: null }));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('agree on a package that we signed, with the key as a file and as text', async () => {
    await signPackage({ dir: bag, key: KEY });
    for (const key of [
      ['-p', 'ours.pub'],
      ['-P', publicKeyString(KEY.publicKey)],
    ]) {
      const { status, output } = minisign(['-Vm', signed, ...key]);
      expect([status, output]).toEqual([0, expect.stringContaining('series:nordmark\tsequence:1')]);
    }
    rmSync(join(bag, SIGNATURE));
  });

  it.each([
    ['hashed first, with our key that has a passphrase', ['-s', 'ours.key'], 'ED'],
    ['over the file itself, with our key that has a passphrase', ['-l', '-s', 'ours.key'], 'Ed'],
    ['with our key that has none', ['-s', 'open.key'], 'ED'],
  ])('agree on a package that minisign signed %s', async (_, args, form) => {
    expect(minisign(['-S', ...args, '-m', signed, '-t', 'serie å'], `${PASSPHRASE}\n`).status).toBe(0);
    expect(await checkSignature(bag, [KEY.publicKey])).toMatchObject({
      state: 'signed-by-known',
      form,
      trustedComment: 'serie å',
    });
    const path = join(bag, SIGNATURE);
    writeFileSync(path, readFileSync(path, 'utf8').replace('serie å', 'serie ä'));
    expect((await checkSignature(bag, [KEY.publicKey])).state).toBe('bad');
    expect(minisign(['-Vm', signed, '-p', 'ours.pub']).status).not.toBe(0);
    rmSync(path);
  });

  it('agree that a wrong passphrase opens nothing', () => {
    const { status, output } = minisign(['-S', '-s', 'ours.key', '-m', signed], 'fel\n');
    expect([status, output]).not.toEqual([0, expect.anything()]);
    expect(output).toContain('Wrong password');
  });

  it('agree on the public key that belongs to our secret one', () => {
    expect(minisign(['-R', '-s', 'open.key', '-p', 'again.pub']).status).toBe(0);
    expect(decodePublicKey(readFileSync(join(dir, 'again.pub'), 'utf8'))).toEqual(KEY.publicKey);
  });

  it('agree on a key of minisign’s without passphrase', async () => {
    expect(minisign(['-G', '-W', '-p', 'bare.pub', '-s', 'bare.key']).status).toBe(0);
    await signAndVerify('bare', null);
  });

  it('agree on a key of minisign’s with a passphrase, at its full cost', { timeout: SLOW }, async () => {
    const twice = `${PASSPHRASE}\n${PASSPHRASE}\n`;
    expect(minisign(['-G', '-p', 'theirs.pub', '-s', 'theirs.key'], twice).status).toBe(0);
    const secret = readFileSync(join(dir, 'theirs.key'), 'utf8');
    expect(await refusal(() => decodeSecretKey(secret, null))).toBe('key-passphrase-missing');
    await signAndVerify('theirs', PASSPHRASE);
  });
});

async function signAndVerify(name: string, passphrase: string | null): Promise<void> {
  const key = await decodeSecretKey(readFileSync(join(dir, `${name}.key`), 'utf8'), passphrase);
  expect(decodePublicKey(readFileSync(join(dir, `${name}.pub`), 'utf8'))).toEqual(key.publicKey);
  await signPackage({ dir: bag, key });
  expect(minisign(['-Vm', signed, '-p', `${name}.pub`]).status).toBe(0);
  expect((await checkSignature(bag, [key.publicKey])).state).toBe('signed-by-known');
  rmSync(join(bag, SIGNATURE));
}
