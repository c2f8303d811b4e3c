import { cpSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyFolder, folderBytes } from '../../../../../archive/package/library/copy-folder.ts';
import { treeHash } from '../container/small-container.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { makePackage, openLibrary, page } from './packages.ts';
import type { MadePackage } from './packages.ts';

let made = '';
let one: MadePackage;
beforeAll(async () => {
  made = temporaryFolder();
  one = await makePackage(made, {
    name: 'ett',
    pages: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`s${n}`, page(`Sidan nummer ${n}`)])),
  });
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

let root = '';
let stick = '';
let to = '';
beforeEach(() => {
  root = temporaryFolder();
  [stick, to] = [join(root, 'minne'), join(root, 'kopia')];
  cpSync(one.bag, stick, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('copying a package’s folder', () => {
  it('gives the same folder, and tells how far it is in bytes', async () => {
    const heard: (readonly [number, number])[] = [];
    await copyFolder(stick, to, { onProgress: (done, total) => heard.push([done, total]) });
    expect(treeHash(to)).toBe(treeHash(stick));
    const total = await folderBytes(stick);
    expect(heard.at(-1)).toEqual([total, total]);
  });

  it('refuses a link, whatever it leads to, and copies nothing', async () => {
    symlinkSync('/etc/hostname', join(stick, 'data', 'lank'));
    expect(await refusal(() => copyFolder(stick, to, {}))).toMatch(/^package-entry-unexpected/u);
    expect(readdirSync(root)).toEqual(['minne']);
  });

  it('refuses a medium that is gone by then', async () => {
    rmSync(stick, { recursive: true });
    expect(await refusal(() => copyFolder(stick, to, {}))).toBe('package-not-found');
  });

  it('says that the medium is gone when it is pulled out in the middle', async () => {
    const copying = copyFolder(stick, to, {
      onProgress: () => rmSync(stick, { recursive: true, force: true }),
    });
    expect(await refusal(() => copying)).toMatch(/^package-file-unreadable +ENOENT$/u);
  });
});

describe('an import whose medium is pulled out in the middle', () => {
  it('refuses that package and leaves the library as it was', async () => {
    const folder = join(root, 'bibliotek');
    const library = await openLibrary(folder);
    const before = treeHash(folder);
    const staged = await library.stage({
      sources: [stick],
      onProgress: () => rmSync(stick, { recursive: true, force: true }),
    });
    expect(staged.preview.refused).toMatchObject([
      { source: stick, problem: { code: 'package-file-unreadable', params: { reason: 'ENOENT' } } },
    ]);
    await staged.discard();
    expect(treeHash(folder)).toBe(before);
  });

  it('refuses a copy that is not what the manifests say', async () => {
    writeFileSync(join(stick, 'data', 'authority.json'), '{}');
    const library = await openLibrary(join(root, 'bibliotek'));
    const staged = await library.stage({ sources: [stick] });
    expect(staged.preview.refused).toMatchObject([
      { problem: { code: 'package-entry-damaged', file: 'data/authority.json' } },
    ]);
    await staged.discard();
  });
});
