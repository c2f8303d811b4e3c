import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readChecks } from '../../../../../archive/package/fixity/check-history.ts';
import { checkInstalled, lastCertificate } from '../../../../../archive/package/fixity/check-installed.ts';
import type { CheckedPackage } from '../../../../../archive/package/fixity/check-installed.ts';
import type { Library } from '../../../../../archive/package/library/library.ts';
import { importAll, makePackage, openLibrary, page } from '../library/packages.ts';
import type { MadePackage } from '../library/packages.ts';
import { treeHash } from '../container/small-container.ts';
import { temporaryFolder } from '../small-archive.ts';

const AUTHORITY = 'data/authority.json';

let stick = '';
let made: MadePackage;
beforeAll(async () => {
  stick = temporaryFolder();
  made = await makePackage(stick, { name: 'bas', pages: { elnat: page('Nya stamledningar') } });
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

let root = '';
let library: Library;
let folder = '';
beforeEach(async () => {
  root = temporaryFolder();
  library = await openLibrary(join(root, 'bibliotek'));
  await importAll(library, made.file);
  folder = library.packageFolder(made.identity);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function check(day = 3): Promise<CheckedPackage> {
  const checked = new Date(Date.UTC(2024, 11, day, 8));
  return await checkInstalled(library, made.identity, { checked, program: 'Läsesal 1' });
}

function inQuarantine(): readonly string[] {
  const { quarantine } = library.places;
  const all = existsSync(quarantine) ? readdirSync(quarantine, { recursive: true, withFileTypes: true }) : [];
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

describe('a check of an installed package', () => {
  it('that is whole changes nothing in it, and is kept with its certificate', async () => {
    const before = treeHash(folder);
    const { check: found, certificate } = await check();
    expect(found).toMatchObject({ result: 'intact', faults: 0, quarantined: [] });
    expect(treeHash(folder)).toBe(before);
    expect(readChecks(library.places.folder)).toEqual([found]);
    expect(lastCertificate(library, made.identity)).toEqual(certificate);
    expect(inQuarantine()).toEqual([]);
  });

  it('moves damaged and unexpected files aside as they are, with a note, and names them', async () => {
    const damaged = readFileSync(join(folder, AUTHORITY));
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    writeFileSync(join(folder, AUTHORITY), damaged);
    writeFileSync(join(folder, 'data', 'more.txt'), 'more');
    const { check: found } = await check();
    expect(found.result).toBe('damaged');
    expect(found.quarantined.toSorted()).toEqual([AUTHORITY, 'data/more.txt']);
    expect(existsSync(join(folder, AUTHORITY))).toBe(false);
    const kept = inQuarantine();
    const aside = kept.find((path) => path.endsWith(AUTHORITY)) ?? '';
    expect(readFileSync(aside)).toEqual(damaged);
    const note = JSON.parse(readFileSync(kept.find((path) => path.endsWith('note.json')) ?? '', 'utf8')) as {
      files: readonly { name: string; state: string }[];
    };
    expect(note.files.map(({ name, state }) => `${state} ${name}`)).toEqual([
      `damaged ${AUTHORITY}`,
      'unexpected data/more.txt',
    ]);
  });

  it('keeps every check in the history, the last certificate of each package beside it', async () => {
    await check(3);
    rmSync(join(folder, AUTHORITY));
    await check(4);
    expect(
      readChecks(library.places.folder).map(({ checked, result }) => `${checked.slice(0, 10)} ${result}`),
    ).toEqual(['2024-12-03 intact', '2024-12-04 damaged']);
    expect(lastCertificate(library, made.identity)?.checked).toContain('2024-12-04');
  });

  it('after a damage, the same package imported again makes it whole; what was set aside stays', async () => {
    writeFileSync(join(folder, AUTHORITY), '{}');
    await check(3);
    const aside = inQuarantine();
    await importAll(library, made.bag);
    expect(treeHash(folder)).toBe(treeHash(made.bag));
    expect((await check(4)).check.result).toBe('intact');
    expect(inQuarantine()).toEqual(expect.arrayContaining(aside.slice()));
  });

  it('in a library that can only be read moves and keeps nothing', async () => {
    writeFileSync(join(folder, AUTHORITY), '{}');
    const before = treeHash(library.places.folder);
    const shared = Object.assign(Object.create(library) as Library, { readOnly: true });
    const checked = new Date(Date.UTC(2024, 11, 3));
    const { check: found } = await checkInstalled(shared, made.identity, { checked, program: 'Läsesal 1' });
    expect(found).toMatchObject({ result: 'damaged', quarantined: [] });
    expect(treeHash(library.places.folder)).toBe(before);
  });

  it('given up, moves and keeps nothing', async () => {
    writeFileSync(join(folder, AUTHORITY), '{}');
    const before = treeHash(library.places.folder);
    const signal = AbortSignal.abort();
    const options = { checked: new Date(), program: 'Läsesal 1', signal };
    await expect(checkInstalled(library, made.identity, options)).rejects.toThrow('job-cancelled');
    expect(treeHash(library.places.folder)).toBe(before);
  });

  it('is refused for a package that is not installed', async () => {
    mkdirSync(join(library.places.packages, 'x'), { recursive: true });
    const options = { checked: new Date(), program: 'Läsesal 1' };
    await expect(checkInstalled(library, 'x', options)).rejects.toThrow('library-package-unknown');
  });
});
