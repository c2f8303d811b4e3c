import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import type { Library } from '../../../../../archive/package/library/library.ts';
import { treeHash } from '../container/small-container.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';
import { importAll, makePackage, openLibrary, page } from './packages.ts';
import type { MadePackage } from './packages.ts';

const names = [
  'ett',
  'två',
  'tre',
  'två-annan',
  'fyra-på-två',
  'hel-fem',
  'hel-sex',
  'sydmark',
  'fel-serie',
] as const;
type Name = (typeof names)[number];

let stick = '';
const made = new Map<Name, MadePackage>();
beforeAll(async () => {
  stick = temporaryFolder();
  const make = async (name: Name, order: object): Promise<string> => {
    const pages = { [`sida-${made.size}`]: page(`Sidan i ${name}`) };
    const one = await makePackage(stick, { name: `p${made.size}`, pages, ...order });
    made.set(name, one);
    return one.identity;
  };
  const first = await make('ett', {});
  const second = await make('två', { sequence: 2, previous: first });
  await make('tre', { sequence: 3, previous: second });
  await make('två-annan', { sequence: 2, previous: first });
  await make('fyra-på-två', { sequence: 4, previous: second });
  await make('hel-fem', { sequence: 5 });
  await make('hel-sex', { sequence: 6 });
  const other = await make('sydmark', { series: 'sydmark' });
  await make('fel-serie', { sequence: 7, previous: other });
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

let root = '';
let library: Library;
beforeEach(async () => {
  root = temporaryFolder();
  library = await openLibrary(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const fileOf = (name: Name): string => made.get(name)?.file ?? '';
const identityOf = (name: Name): string => made.get(name)?.identity ?? '';

/** Imports one after another. */
async function importEach(...wanted: readonly Name[]): Promise<void> {
  for (const name of wanted) await importAll(library, fileOf(name));
}

/** What an import of these at once is refused for, each by its name; the library must be as it was. */
async function refusals(...wanted: readonly Name[]): Promise<readonly string[]> {
  const before = treeHash(root);
  const staged = await library.stage({ sources: wanted.map(fileOf) });
  const { refused } = staged.preview;
  await staged.discard();
  expect(treeHash(root)).toBe(before);
  for (const { problem } of refused)
    for (const language of ['sv', 'en'] as const)
      expect(problemText(problem, language)).not.toMatch(/\?|undefined|\{|\[/u);
  return refused.map(({ source, problem }) => {
    const name = names.find((one) => fileOf(one) === source) ?? source;
    const { sequence, met, highest, missing, other } = problem.params;
    const named = [met ?? highest ?? missing ?? other ?? ''].join('');
    return `${name} ${problem.code} ${sequence}: ${named}`.trim();
  });
}

function sequences(): readonly number[] {
  return library.installed().map(({ sequence }) => sequence);
}

describe('a package of a series', () => {
  it('comes after the one it rests on, whether at once or one by one, in whatever order they are named', async () => {
    await importAll(library, fileOf('tre'), fileOf('ett'), fileOf('två'));
    expect(sequences()).toEqual([1, 2, 3]);
  });

  it('that is full may begin anew anywhere above', async () => {
    await importEach('ett', 'hel-fem', 'hel-sex');
    expect(sequences()).toEqual([1, 5, 6]);
  });

  it('whose base is not here is refused, and the base is named where it is known', async () => {
    expect(await refusals('två')).toEqual(['två import-gap 2:']);
    expect(await refusals('tre', 'två')).toEqual(['två import-gap 2:', 'tre import-gap 3: 2']);
    await importEach('ett');
    expect(await refusals('tre')).toEqual(['tre import-gap 3:']);
  });

  it('that rests on another than the newest is refused as a fork', async () => {
    await importEach('ett', 'två', 'tre');
    expect(await refusals('fyra-på-två')).toEqual(['fyra-på-två import-fork 4: 3']);
    await importEach('hel-fem');
    expect(await refusals('fyra-på-två')).toEqual(['fyra-på-två import-fork 4: 3']);
  });

  it('of a number that another package has come with is refused, also when that one is removed', async () => {
    await importEach('ett', 'två');
    await library.remove(identityOf('två'));
    expect(await refusals('två-annan')).toEqual(['två-annan import-fork 2: 2']);
    expect(await refusals('två', 'två-annan')).toEqual(['två-annan import-fork 2: 2']);
  });

  it('that rests on a package of another series is refused', async () => {
    await importEach('ett', 'sydmark');
    expect(await refusals('fel-serie')).toEqual(['fel-serie import-wrong-series 7: sydmark']);
    expect(await refusals('fel-serie', 'sydmark')).toEqual(['fel-serie import-wrong-series 7: sydmark']);
  });

  it('that is installed is told so, and is no hindrance to what comes with it', async () => {
    await importEach('ett');
    const staged = await library.stage({ sources: [fileOf('ett'), fileOf('två')] });
    expect(staged.preview.packages.map(({ sequence, state }) => `${sequence} ${state}`)).toEqual([
      '1 already-installed',
      '2 new',
    ]);
    expect(staged.preview.warnings.map(({ code }) => code)).toContain('import-already-installed');
    await staged.commit({ decisions: [] });
    const again = await library.stage({ sources: [fileOf('två')] });
    expect(await refusal(() => again.commit({ decisions: [] }))).toBe('import-nothing-to-do');
  });
});

describe('what was once here', () => {
  it('is the least that may come after all was removed', async () => {
    await importEach('ett', 'hel-fem', 'hel-sex');
    for (const name of ['hel-sex', 'hel-fem', 'ett'] as const) await library.remove(identityOf(name));
    expect(await refusals('hel-fem')).toEqual(['hel-fem import-rollback 5: 6']);
    expect(await refusals('ett', 'hel-fem')).toEqual([
      'ett import-rollback 1: 6',
      'hel-fem import-rollback 5: 6',
    ]);
    await importAll(library, fileOf('ett'), fileOf('hel-sex'));
    expect(sequences()).toEqual([1, 6]);
  });

  it('comes back to its place when it is imported again', async () => {
    await importEach('ett', 'hel-fem');
    await library.remove(identityOf('ett'));
    await importEach('ett');
    expect(sequences()).toEqual([1, 5]);
  });

  it('and was never here stays out below the newest', async () => {
    await importEach('hel-fem');
    expect(await refusals('ett')).toEqual(['ett import-rollback 1: 5']);
  });
});

describe('removing', () => {
  it('takes the newest of a chain, and refuses what another rests on', async () => {
    await importEach('ett', 'två');
    const before = treeHash(root);
    expect(await refusal(() => library.remove(identityOf('ett')))).toBe('library-package-needed');
    expect(await refusal(() => library.remove(identityOf('tre')))).toBe('library-package-unknown');
    expect(treeHash(root)).toBe(before);
    await library.remove(identityOf('två'));
    await library.remove(identityOf('ett'));
    expect(sequences()).toEqual([]);
  });
});
