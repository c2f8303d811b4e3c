import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importPreviewSchema } from '../../../../../archive/model/library.ts';
import { Library } from '../../../../../archive/package/library/library.ts';
import { openPackage } from '../../../../../archive/package/read.ts';
import { treeHash } from '../container/small-container.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { importAll, makePackage, openLibrary, page } from './packages.ts';
import type { MadePackage } from './packages.ts';

let stick = '';
let base: MadePackage;
let delta: MadePackage;
let other: MadePackage;
beforeAll(async () => {
  stick = temporaryFolder();
  base = await makePackage(stick, {
    name: 'bas',
    pages: { elnat: page('Nya stamledningar'), vatten: page('Villkor för vattenkraften') },
    withdrawals: [{ page: 'vatten' }],
  });
  delta = await makePackage(stick, {
    name: 'tillagg',
    sequence: 2,
    previous: base.identity,
    rights: 'Ange källan',
    pages: { elnat: page('Nya stamledningar', 'Arbetet börjar i maj.'), vind: page('Vindkraft till havs') },
    withdrawals: [{ page: 'vatten', action: 'revoked' }, { page: 'elnat' }],
  });
  other = await makePackage(stick, {
    name: 'annan',
    series: 'sydmark',
    pages: { skola: page('Nya skolor i Sydmark') },
  });
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

let root = '';
let folder = '';
let library: Library;
beforeEach(async () => {
  root = temporaryFolder();
  folder = join(root, 'bibliotek');
  library = await openLibrary(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe.each([
  ['a file', (made: MadePackage) => made.file],
  ['a folder', (made: MadePackage) => made.bag],
])('importing from %s', (_, sourceOf) => {
  it('copies the package, shows what it brings, and installs it when told so', async () => {
    const empty = treeHash(folder);
    const staged = await library.stage({ sources: [sourceOf(base)] });
    expect(library.installed()).toEqual([]);
    const { packages, series, decisions, refused } = importPreviewSchema.parse(staged.preview);
    expect(refused).toEqual([]);
    expect(packages).toMatchObject([
      { identity: base.identity, source: sourceOf(base), state: 'new', signer: { state: 'unsigned' } },
    ]);
    expect(series).toMatchObject([
      { isNew: true, added: { total: 2 }, changed: { total: 0 }, withdrawn: { total: 1 } },
    ]);
    expect(series[0]?.added.first.map(({ title, date }) => `${date} ${title}`).toSorted()).toEqual([
      '2016-05-12 Nya stamledningar',
      '2016-05-12 Villkor för vattenkraften',
    ]);
    expect(decisions).toMatchObject([{ kind: 'accept-unsigned', series: 'nordmark' }]);
    expect(treeHash(folder)).not.toBe(empty);

    const done = await staged.commit({ decisions: decisions.map(({ id }) => id) });
    expect(done).toEqual([base.identity]);
    expect(library.installed()).toMatchObject([
      { identity: base.identity, trust: { state: 'unsigned' }, importedAt: '2026-01-02T03:04:05.000Z' },
    ]);
    const installed = library.packageFolder(base.identity);
    expect(treeHash(installed)).toBe(treeHash(base.bag));
    expect((await openPackage(installed)).identity).toBe(base.identity);
    expect(readdirSync(folder).toSorted()).toEqual(['library.json', 'packages', 'staging']);
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
  });

  it('given up leaves the library as it was', async () => {
    await importAll(library, other.file);
    const before = treeHash(folder);
    const staged = await library.stage({ sources: [sourceOf(base)] });
    await staged.discard();
    await staged.discard();
    expect(treeHash(folder)).toBe(before);
  });
});

describe('an import', () => {
  it('of a later package tells what it changes in what is held', async () => {
    await importAll(library, base.file);
    const staged = await library.stage({ sources: [delta.file] });
    const [changes] = staged.preview.series;
    expect(changes).toMatchObject({
      isNew: false,
      added: { total: 1, first: [{ title: 'Vindkraft till havs', date: '2016-05-12' }] },
      changed: { total: 1, first: [{ title: 'Nya stamledningar' }] },
      withdrawn: { total: 1, first: [{ title: 'Nya stamledningar' }] },
      revoked: { total: 1, first: [{ title: 'Villkor för vattenkraften' }] },
    });
    expect(staged.preview.decisions).toEqual([]);
    expect(staged.preview.warnings).toMatchObject([
      { code: 'import-rights-differ', params: { rights: 'Ange källan', former: 'Fria att använda' } },
    ]);
    await staged.commit({ decisions: [] });
    expect(library.installed().map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('takes several packages at once, from a folder that holds them, each once', async () => {
    const staged = await library.stage({ sources: [stick, base.file] });
    expect(staged.preview.packages.map(({ series, sequence }) => `${series} ${sequence}`)).toEqual([
      'nordmark 1',
      'nordmark 2',
      'sydmark 1',
    ]);
    // Each lies on the stick as a file and as a folder.
    expect(staged.preview.warnings.filter(({ code }) => code === 'import-twice')).toHaveLength(3);
    expect(staged.preview.series.find(({ series }) => series === 'nordmark')).toMatchObject({
      isNew: true,
      added: { total: 3 },
      changed: { total: 0 },
    });
    await staged.commit({ decisions: staged.preview.decisions.map(({ id }) => id) });
    expect(library.installed()).toHaveLength(3);
  });

  it('without the decisions that it needs changes nothing, and is over', async () => {
    const before = treeHash(folder);
    const staged = await library.stage({ sources: [base.file] });
    expect(await refusal(() => staged.commit({ decisions: ['ja'] }))).toBe('import-undecided');
    expect(library.installed()).toEqual([]);
    expect(readdirSync(join(folder, 'staging'))).toEqual([]);
    expect(existsSync(join(folder, 'packages', base.identity))).toBe(false);
    expect(await refusal(() => staged.commit({ decisions: [] }))).toBe('library-changed');
    expect(treeHash(folder)).toBe(before);
  });

  it('builds the index over all that will be there, before it is', async () => {
    await importAll(library, base.file);
    const staged = await library.stage({ sources: [delta.file] });
    const asked: string[] = [];
    await staged.commit({
      decisions: [],
      buildIndex: async ({ series, packages }) => {
        for (const { identity, dir, isNew } of packages) {
          expect((await openPackage(dir)).identity).toBe(identity);
          asked.push(`${series} ${identity === base.identity ? 'bas' : 'tillägg'} ${isNew}`);
        }
        expect(library.installed()).toHaveLength(1);
      },
    });
    expect(asked).toEqual(['nordmark bas false', 'nordmark tillägg true']);
  });

  it('whose index cannot be built leaves the library as it was', async () => {
    await importAll(library, base.file);
    const before = treeHash(folder);
    const staged = await library.stage({ sources: [delta.file] });
    const failing = staged.commit({
      decisions: [],
      buildIndex: async () => await Promise.reject(new Error('indexet')),
    });
    await expect(failing).rejects.toThrow('indexet');
    expect(treeHash(folder)).toBe(before);
  });

  it('is refused when there is no room, before anything is copied, saying how much is missing', async () => {
    const full = await Library.open({
      folder,
      policy: library.policy,
      freeBytes: async () => await Promise.resolve(5_000_000),
    });
    const before = treeHash(folder);
    await expect(full.stage({ sources: [base.file] })).rejects.toMatchObject({
      problem: { code: 'library-no-space', params: { free: '5 MB', missing: '12 MB' } },
    });
    expect(treeHash(folder)).toBe(before);
  });

  it('says of each thing chosen why it cannot be imported, and imports the rest', async () => {
    const link = join(root, 'lank');
    mkdirSync(link);
    symlinkSync(base.bag, join(link, 'bagit.txt'));
    mkdirSync(join(root, 'tom'));
    const staged = await library.stage({
      sources: [join(root, 'borta.lasesal'), join(root, 'tom'), link, other.file, delta.file],
    });
    const told = staged.preview.refused.map(
      ({ source, problem }) => `${source.split('/').at(-1)} ${problem.code}`,
    );
    expect(told.toSorted()).toEqual([
      'borta.lasesal package-file-not-found',
      'lank package-entry-unexpected',
      'tillagg.lasesal import-gap',
      'tom import-empty',
    ]);
    await staged.commit({ decisions: staged.preview.decisions.map(({ id }) => id) });
    expect(library.installed().map(({ series }) => series)).toEqual(['sydmark']);
  });
});

describe('an import that is stopped', () => {
  /** What is heard of an import, and at which of it the import is stopped. */
  async function stopAt(n: number): Promise<{ readonly heard: number; readonly told: string }> {
    const controller = new AbortController();
    let heard = 0;
    const onProgress = (): void => {
      if (heard === n) controller.abort();
      heard += 1;
    };
    const told = await refusal(async () => {
      const { signal } = controller;
      const staged = await library.stage({ sources: [delta.bag, other.file], signal, onProgress });
      const decisions = staged.preview.decisions.map(({ id }) => id);
      await staged.commit({ decisions, signal, onProgress });
    });
    return { heard, told };
  }

  it('at whatever it tells of, leaves the library as it was; told only after the switch, it is done', async () => {
    await importAll(library, base.file);
    const before = treeHash(folder);
    const trees: string[] = [];
    let last = await stopAt(0);
    for (let n = 1; last.told === 'job-cancelled' && n < 1000; n += 1) {
      trees.push(treeHash(folder));
      last = await stopAt(n);
    }
    expect(new Set(trees)).toEqual(new Set([before]));
    expect(trees.length).toBeGreaterThan(4);
    // The last thing told is that all is done.
    expect(last).toEqual({ heard: trees.length + 1, told: 'none' });
    expect(library.installed()).toHaveLength(3);
  });
});
