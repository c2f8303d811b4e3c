import { existsSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseIdOfAddress, sha256 } from '../../../../archive/package/identity.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import type { PackageEntry } from '../../../../archive/package/read.ts';
import { smallPackageForEach } from './small-package.ts';
import { reseal } from './reseal.ts';

const ID =
  releaseIdOfAddress('https://regeringen.nordmark.example/pressmeddelanden/2016/05/nya-stamledningar') ?? '';

let root = '';
let bag = '';
smallPackageForEach((dir, folder) => ([bag, root] = [dir, folder]));

async function all(dir: string): Promise<readonly PackageEntry[]> {
  const entries: PackageEntry[] = [];
  for await (const entry of (await openPackage(dir)).records()) entries.push(entry);
  return entries;
}

function edit(name: string, change: (text: string) => string): void {
  writeFileSync(join(bag, name), change(readFileSync(join(bag, name), 'utf8')));
}

describe('an open package', () => {
  it('streams every version by id, the leading one first, with its links', async () => {
    const entries = await all(bag);
    expect(entries.map(({ record }) => record.id)).toEqual(entries.map(({ record }) => record.id).toSorted());
    const own = entries.filter(({ record }) => record.id === ID);
    expect(own.map(({ record }) => [record.current, record.said.source.file])).toEqual([
      [true, 'sidor/elnat.txt'],
      [false, 'sidor/aldre/elnat-tidig.txt'],
    ]);
    expect(own[0]?.links.ministers).toMatchObject([{ person: 'karim-nordh', strength: 'strong' }]);
  });

  it('reads any record and its links by position', async () => {
    const pkg = await openPackage(bag);
    for (const { record, links, at, linksAt } of (await all(bag)).toReversed()) {
      expect(pkg.readAtSync(at)).toEqual(record);
      expect(pkg.readLinksAtSync(linksAt)).toEqual(links);
    }
    pkg.close();
  });

  it('finds a release by its id or the start of it, in any letter case', async () => {
    const pkg = await openPackage(bag);
    const found = await pkg.find(ID);
    expect(found.map(({ record }) => record.current)).toEqual([true, false]);
    expect(await pkg.find(ID.slice(0, 6).toUpperCase())).toEqual(found);
    expect(await pkg.find('zzzzzzzzzzzzzzzz')).toEqual([]);
    expect(await pkg.find('"id":"')).toEqual([]);
    expect((await pkg.find(found[0]?.record.id.slice(0, 1) ?? '')).length).toBeGreaterThanOrEqual(2);
  });

  it('finds a release by an id it had before', async () => {
    const former = 'abcdefgh12345678';
    edit(`data/releases/${ID.slice(0, 1)}.jsonl`, (text) =>
      text.replace('"aliases":[]', `"aliases":["${former}"]`),
    );
    reseal(bag);
    expect((await (await openPackage(bag)).find(former)).length).toBe(1);
  });

  it('refuses a position outside its files', async () => {
    const pkg = await openPackage(bag);
    const [entry] = await all(bag);
    if (entry === undefined) throw new Error('the package is empty');
    const missing = { problem: { code: 'package-entry-missing' } };
    for (const file of ['data/authority.json', '../in/archive.json', 'data/releases/../../package.json'])
      expect(() => pkg.readAtSync({ ...entry.at, file })).toThrow(
        expect.objectContaining({ problem: expect.objectContaining(missing.problem) }),
      );
    expect(() => pkg.readAtSync({ ...entry.at, offset: 1e9 })).toThrow(/package-record-invalid/u);
    expect(() => pkg.readAtSync({ ...entry.at, offset: entry.at.offset + 1 })).toThrow(
      /package-record-invalid/u,
    );
    pkg.close();
  });

  it('has the identity of its tag manifest', async () => {
    const pkg = await openPackage(bag);
    expect(pkg.identity).toBe(sha256(readFileSync(join(bag, 'tagmanifest-sha256.txt'))));
  });
});

describe('a package is refused', () => {
  const refusal = async (): Promise<unknown> => await openPackage(bag).catch((error: unknown) => error);
  const problem = (code: string, file?: string): object => ({
    problem: file === undefined ? { code } : { code, file },
  });

  it('when there is no such folder', async () => {
    rmSync(bag, { recursive: true });
    expect(await refusal()).toMatchObject(problem('package-not-found'));
    writeFileSync(bag, '');
    expect(await refusal()).toMatchObject(problem('package-not-found'));
  });

  it('when the folder is something else', async () => {
    rmSync(join(bag, 'package.json'));
    expect(await refusal()).toMatchObject(problem('package-not-a-bag'));
  });

  it('in a sentence that says what to do when its format is of another time', async () => {
    edit('package.json', (text) => text.replace('"format": 1', '"format": 2'));
    expect(await refusal()).toMatchObject({
      problem: { code: 'package-version-unknown', params: { found: 2, known: 1 } },
    });
  });

  it.each([
    'tagmanifest-sha256.txt',
    'manifest-sha256.txt',
    'bagit.txt',
    'data/authority.json',
    'data/withdrawn.jsonl',
  ])('when %s is missing', async (name) => {
    rmSync(join(bag, name));
    expect(await refusal()).toMatchObject(problem('package-entry-missing', name));
  });

  it.each([
    'manifest-sha256.txt',
    'bagit.txt',
    'package.json',
    'data/authority.json',
    'data/withdrawn.jsonl',
  ])('when %s is not what it was', async (name) => {
    edit(name, (text) => `${text}\n`);
    expect(await refusal()).toMatchObject(problem('package-entry-damaged', name));
  });

  it('when an entry is a link, even to the right bytes', async () => {
    const name = `data/releases/${ID.slice(0, 1)}.jsonl`;
    renameSync(join(bag, name), join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(bag, name));
    expect(await refusal()).toMatchObject(problem('package-entry-unexpected', name));
  });

  it('at the line that is faulty, when its releases are read', async () => {
    const name = `data/releases/${ID.slice(0, 1)}.jsonl`;
    edit(name, (text) => text.replace('"current":false', '"current":"no"'));
    const faulty =
      readFileSync(join(bag, name), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes('"no"')) + 1;
    await expect(all(bag)).rejects.toMatchObject({
      problem: { code: 'package-record-invalid', file: name, line: faulty },
    });
  });

  it('when links are missing, when its releases are read', async () => {
    const name = `data/links/${ID.slice(0, 1)}.jsonl`;
    edit(name, (text) => text.slice(text.indexOf('\n') + 1));
    await expect(all(bag)).rejects.toMatchObject({ problem: { code: 'package-record-invalid', file: name } });
  });

  it('but not for standing behind a linked folder', async () => {
    symlinkSync(bag, join(root, 'shortcut'));
    expect((await all(join(root, 'shortcut'))).length).toBe(3);
    expect(existsSync(join(bag, 'package.json'))).toBe(true);
  });
});
