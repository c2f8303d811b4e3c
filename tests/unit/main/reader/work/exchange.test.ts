import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { array, assert, constantFrom, integer, oneof, property, record, constant } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkChange, WorkPreview } from '../../../../../main/contract/index.ts';
import { itemsOf, workFileOf, workFileSchema } from '../../../../../main/reader/work/exchange-file.ts';
import { readInForm } from '../../../../../main/reader/work/forms.ts';
import { put } from '../../../../../main/reader/work/items.ts';
import { mergeOf } from '../../../../../main/reader/work/merge.ts';
import { WorkItems } from '../../../../../main/reader/work/work-items.ts';
import { temporaryFolder } from '../../../archive/package/small-archive.ts';
import { Reading, value } from './work-world.ts';

const fixtures = resolve(import.meta.dirname, '../../../../fixtures/my-work');
type Fields = Readonly<Record<string, unknown>>;

const AT = '2026-11-30T12:00:00.000Z';

let folder = '';
let readings: Reading[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  readings = [];
});
afterEach(() => {
  for (const reading of readings) reading.desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A reader at a machine of her own. */
function reader(name: string): Reading {
  const reading = new Reading(join(folder, name));
  readings.push(reading);
  return reading;
}

async function saved(from: Reading, name: string): Promise<string> {
  from.chosenFile = join(folder, name);
  value(await from.api.saveWork({ withHistory: true }));
  return from.chosenFile;
}

async function previewed(by: Reading, file: string): Promise<WorkPreview> {
  by.chosenFile = file;
  const preview = value(await by.api.chooseWork({}));
  if (preview === null) throw new Error('no file was chosen');
  return preview;
}

/** Everything in a file but when it was written. */
function contents(file: string): unknown {
  const { written, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(written).toBeTypeOf('string');
  return rest;
}

/** How many things of the file there are of each fate, over all sections. */
function sum({ tally }: WorkPreview): Readonly<Record<string, number>> {
  const fates = ['added', 'changed', 'same', 'conflicting'] as const;
  return Object.fromEntries(
    fates.map((fate) => [fate, Object.values(tally).reduce((total, one) => total + one[fate], 0)]),
  );
}

describe('what the first version wrote', () => {
  it('is read from its file, whole, and written again as it was', async () => {
    const mine = reader('mine');
    const preview = await previewed(mine, join(fixtures, 'version-1.json'));
    expect(preview.tally).toEqual({
      collections: { added: 3, changed: 0, same: 0, conflicting: 0 },
      notes: { added: 2, changed: 0, same: 0, conflicting: 0 },
      searches: { added: 1, changed: 0, same: 0, conflicting: 0 },
      corrections: { added: 2, changed: 0, same: 0, conflicting: 0 },
      history: { added: 2, changed: 0, same: 0, conflicting: 0 },
    });
    value(await mine.api.acceptWork({ preview: preview.id }));
    const again = await saved(mine, 'again.json');
    expect(contents(again)).toEqual(contents(preview.file));
  });

  it('is read from its logs, whole', async () => {
    mkdirSync(join(folder, 'mine'));
    for (const name of ['work', 'history', 'looked'])
      cpSync(join(fixtures, `format-1-${name}.log`), join(folder, 'mine', `${name}.log`));
    const mine = reader('mine');
    expect(await mine.overview()).toMatchObject({
      problem: null,
      collections: [{ name: 'Elnätet', releases: 2 }],
      searches: [{ name: 'Elnät', looked: { total: 4 } }],
      notes: 2,
      corrections: { total: 2, notHanded: 2 },
      history: { isOn: true, total: 2 },
    });
    expect(contents(await saved(mine, 'out.json'))).toEqual(contents(join(fixtures, 'version-1.json')));
  });

  it('becomes what today reads, step by step, through every form in between', () => {
    const forms = {
      name: 'version',
      today: 3,
      steps: new Map<number, (of: Fields) => Fields>([
        [1, ({ names, ...rest }) => ({ ...rest, titles: names })],
        [2, ({ titles, ...rest }) => ({ ...rest, count: [titles].flat().length })],
      ]),
    };
    expect(readInForm({ version: 1, names: ['a', 'b'] }, forms)).toEqual({ version: 3, count: 2 });
    expect(readInForm({ version: 2, titles: ['a'] }, forms)).toEqual({ version: 3, count: 1 });
    expect(readInForm({ version: 3, count: 5 }, forms)).toEqual({ version: 3, count: 5 });
    expect(readInForm({ version: 4 }, forms)).toBe('newer');
    for (const none of [null, [], {}, { version: 0 }, { version: 1.5 }, { version: '1' }])
      expect(readInForm(none, forms)).toBe('unreadable');
  });
});

describe('work that goes from one machine to another', () => {
  const collection = (name: string): WorkChange => ({
    do: 'make-collection',
    name,
    description: '',
    releases: [],
  });

  it('comes over whole, and is the same when it comes again', async () => {
    const [mine, yours] = [reader('mine'), reader('yours')];
    await mine.do(collection('Broar'));
    await mine.do({ do: 'keep-history', on: true });
    const file = await saved(mine, 'a.json');
    const { id } = await previewed(yours, file);
    const { undo } = value(await yours.api.acceptWork({ preview: id }));
    expect((await yours.overview()).collections.map(({ name }) => name)).toEqual(['Broar']);
    expect(sum(await previewed(yours, file))).toEqual({ added: 0, changed: 0, same: 1, conflicting: 0 });
    await expect(yours.api.acceptWork({ preview: id })).resolves.toMatchObject({
      problem: { code: 'work-preview-stale' },
    });
    value(await yours.api.undoWork({ undo: undo ?? '' }));
    expect((await yours.overview()).collections).toEqual([]);
  });

  it('takes the place of an older form of itself, and leaves a newer one alone', async () => {
    const [mine, yours] = [reader('mine'), reader('yours')];
    const id = await mine.make(collection('Broar'));
    const old = await saved(mine, 'old.json');
    value(await yours.api.acceptWork({ preview: (await previewed(yours, old)).id }));
    await yours.do({ do: 'edit-collection', id, name: 'Broar och färjor', description: '' });
    await yours.do({ do: 'edit-collection', id, name: 'Broar, färjor', description: 'x' });
    const later = await saved(yours, 'later.json');
    const preview = await previewed(mine, later);
    expect(preview.tally.collections).toEqual({ added: 0, changed: 1, same: 0, conflicting: 0 });
    value(await mine.api.acceptWork({ preview: preview.id }));
    expect((await mine.overview()).collections.map(({ name }) => name)).toEqual(['Broar, färjor']);
    expect(sum(await previewed(mine, old))).toMatchObject({ same: 1, conflicting: 0 });
  });

  it('is kept beside what was changed here meanwhile, once', async () => {
    const [mine, yours] = [reader('mine'), reader('yours')];
    const id = await mine.make(collection('Broar'));
    value(await yours.api.acceptWork({ preview: (await previewed(yours, await saved(mine, 'a.json'))).id }));
    await mine.do({ do: 'edit-collection', id, name: 'Mina broar', description: '' });
    await yours.do({ do: 'edit-collection', id, name: 'Dina broar', description: '' });
    const theirs = await saved(yours, 'b.json');
    const preview = await previewed(mine, theirs);
    expect(preview).toMatchObject({
      tally: { collections: { conflicting: 1 } },
      conflicts: [{ section: 'collections', name: 'Dina broar' }],
    });
    value(await mine.api.acceptWork({ preview: preview.id }));
    expect((await mine.overview()).collections.map(({ name }) => name)).toEqual(['Dina broar', 'Mina broar']);
    expect(sum(await previewed(mine, theirs))).toEqual({ added: 0, changed: 0, same: 1, conflicting: 0 });
  });

  it('is not taken in when something was changed since it was looked at', async () => {
    const [mine, yours] = [reader('mine'), reader('yours')];
    const id = await mine.make(collection('Broar'));
    const file = await saved(mine, 'a.json');
    value(await yours.api.acceptWork({ preview: (await previewed(yours, file)).id }));
    const preview = await previewed(yours, file);
    await yours.do({ do: 'remove-collection', id });
    expect(await yours.api.acceptWork({ preview: preview.id })).toMatchObject({
      ok: false,
      problem: { code: 'work-preview-stale' },
    });
  });
});

describe('a file that is not what it should be', () => {
  const lawful = JSON.parse(readFileSync(join(fixtures, 'version-1.json'), 'utf8')) as {
    collections: Record<string, unknown>[];
  };
  const [first] = lawful.collections;

  it.each([
    ['of a newer program', { ...lawful, version: 2 }, { code: 'work-file-newer' }],
    ['of no such version', { ...lawful, version: 'x' }, { code: 'work-file-invalid', at: '' }],
    ['of something else', { format: 'other' }, { code: 'work-file-other' }],
    ['that is a list', [], { code: 'work-file-other' }],
    [
      'with a name too many',
      { ...lawful, collections: [{ ...first, colour: 'röd' }] },
      { code: 'work-file-invalid', at: 'collections.0' },
    ],
    [
      'with a wrong value',
      { ...lawful, collections: [first, { ...first, name: 7 }] },
      { code: 'work-file-invalid', at: 'collections.1.name' },
    ],
    ['that lacks a part', { ...lawful, notes: undefined }, { code: 'work-file-invalid', at: 'notes' }],
    ['that is no JSON', '{"format":', { code: 'work-file-unreadable', reason: 'not-json' }],
    [
      'that is no text',
      Buffer.from([0xff, 0xfe, 0x00]),
      { code: 'work-file-unreadable', reason: 'not-utf8' },
    ],
    ['that is not there', null, { code: 'work-file-unreadable', reason: 'ENOENT' }],
  ])('%s is refused with what is wrong and where; nothing is changed', async (_, given, expected) => {
    const mine = reader('mine');
    await mine.do({ do: 'make-collection', name: 'Kvar', description: '', releases: [] });
    const file = join(folder, 'given.json');
    if (given !== null)
      writeFileSync(
        file,
        typeof given === 'string' || Buffer.isBuffer(given) ? given : JSON.stringify(given),
      );
    const before = filesOf(join(folder, 'mine'));
    mine.chosenFile = file;
    const reply = await mine.api.chooseWork({});
    const { code, ...params } = expected;
    expect(reply).toMatchObject({ ok: false, problem: { code, file: 'given.json', params } });
    expect(filesOf(join(folder, 'mine'))).toEqual(before);
  });

  it('cannot be written where there is no place, and says so', async () => {
    const mine = reader('mine');
    mine.chosenFile = join(folder, 'none', 'a.json');
    expect(await mine.api.saveWork({ withHistory: false })).toMatchObject({
      problem: { code: 'work-file-unwritable', params: { reason: 'ENOENT' } },
    });
  });
});

function filesOf(at: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'latin1')]));
}

/** A note of a few, written by one of two people; or one of them takes over everything that the other has. */
const step = oneof(
  record({
    who: constantFrom(0 as const, 1 as const),
    note: constantFrom('a', 'b', 'c'),
    text: integer({ min: 0, max: 1e9 }).map(String),
  }),
  record({ who: constantFrom(0 as const, 1 as const), note: constant(null), text: constant('') }),
);

describe('two people who hand each other their work', () => {
  it('lose nothing of it: what either wrote last in a note is with both, or was changed further by one who had it', () => {
    assert(
      property(array(step, { maxLength: 14 }), (steps) => {
        const at = temporaryFolder();
        const both = [WorkItems.open(join(at, '0')), WorkItems.open(join(at, '1'))] as const;
        const takeOver = (to: 0 | 1): ReturnType<typeof mergeOf> => {
          const file = workFileOf(both[to === 0 ? 1 : 0], { program: '', written: AT, withHistory: true });
          const merge = mergeOf(itemsOf(workFileSchema.parse(structuredClone(file))), both[to]);
          both[to].write(merge.changes, merge.pasts);
          return merge;
        };
        /** Every text that was written and that its writer has not written over since. */
        const alive = new Set<string>();
        for (const { who, note, text } of steps) {
          if (note === null) takeOver(who);
          else {
            const before = both[who].get('note', note)?.text;
            if (before !== undefined) alive.delete(before);
            alive.add(text);
            both[who].write([put('note', { id: note, release, anchor: null, text, made: AT, changed: AT })]);
          }
        }
        takeOver(0);
        takeOver(1);
        takeOver(0);
        const texts = both.map((one) => new Set([...one.all('note').values()].map(({ text }) => text)));
        for (const text of alive) for (const one of texts) expect([...one]).toContain(text);
        const { changes } = takeOver(1);
        expect(changes).toEqual([]);
        for (const one of both) one.close();
        rmSync(at, { recursive: true, force: true });
      }),
      { numRuns: 60 },
    );
  });
});

const release = {
  id: 'r',
  version: 'v',
  title: 'T',
  date: '2016',
  address: null,
  package: { identity: 'p', series: 's' },
};
