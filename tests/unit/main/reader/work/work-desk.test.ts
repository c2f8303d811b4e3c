import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenArchive } from '../../../../../main/reader/open-archive.ts';
import { MOST_VISITS } from '../../../../../main/reader/work/history.ts';
import { newId } from '../../../../../main/reader/work/ids.ts';
import { put } from '../../../../../main/reader/work/items.ts';
import { WorkItems } from '../../../../../main/reader/work/work-items.ts';
import { idOf } from '../../../archive/package/chain-world.ts';
import { temporaryFolder } from '../../../archive/package/small-archive.ts';
import { Desks, Packages, newest, passage, searchFor, value } from './work-world.ts';

/** Page 0 is changed by the delta, page 4 is new in it, page 1 is withdrawn by it; 2 and 3 stay. */
let built = '';
let first: OpenArchive;
let both: OpenArchive;
beforeAll(async () => {
  built = temporaryFolder();
  const packages = new Packages(built);
  await packages.add({ changed: [0, 1, 2, 3] });
  await packages.add({ changed: [0, 4], toggled: [1] });
  [first, both] = [await packages.open(1), await packages.open(2)];
}, 60_000);
afterAll(async () => {
  await Promise.all([first, both].map(async (archive) => await archive.close()));
  rmSync(built, { recursive: true, force: true });
});

const desks = new Desks(() => first);

async function entriesIn(id: string): Promise<readonly string[]> {
  const { entries } = value(await desks.now.api.collection({ id, offset: 0, limit: 100 }));
  return entries.map(({ release }) => release.title.replace('Sida nummer ', ''));
}

async function entryIds(id: string): Promise<readonly string[]> {
  const { entries } = value(await desks.now.api.collection({ id, offset: 0, limit: 100 }));
  return entries.map((entry) => entry.id);
}

describe('a collection', () => {
  const make = { do: 'make-collection', name: ' Elnät ', description: '', releases: [] } as const;

  it('keeps its releases in order, each once, and at the version they had', async () => {
    const id = await desks.now.make({ ...make, releases: [newest(2), newest(0)] });
    const added = await desks.now.do({
      do: 'add-to-collection',
      id,
      releases: [newest(0), newest(3)],
      why: 'Om bron',
    });
    expect(added.skipped).toBe(1);
    expect(await entriesIn(id)).toEqual(['2', '0', '3']);
    const [second, , last] = await entryIds(id);
    await desks.now.do({ do: 'move-entries', entries: [last ?? ''], before: second ?? '' });
    expect(await entriesIn(id)).toEqual(['3', '2', '0']);
    desks.again().archive = both;
    expect(await entriesIn(id)).toEqual(['3', '2', '0']);
    const { collection, entries } = value(await desks.now.api.collection({ id, offset: 0, limit: 100 }));
    expect(collection).toMatchObject({ name: 'Elnät', releases: 3 });
    expect(entries.map(({ now, why }) => [now.state, why])).toEqual([
      ['same', 'Om bron'],
      ['same', ''],
      ['newer', ''],
    ]);
    await desks.now.do({ do: 'renew-entry', entry: entries[2]?.id ?? '' });
    const renewed = value(await desks.now.api.collection({ id, offset: 2, limit: 1 }));
    expect(renewed.entries.map(({ now }) => now.state)).toEqual(['same']);
  });

  it('comes back whole when its removal is undone, and goes again when that is', async () => {
    const id = await desks.now.make({ ...make, releases: [newest(0), newest(1)] });
    const removed = await desks.now.do({ do: 'remove-collection', id });
    expect((await desks.now.overview()).collections).toEqual([]);
    expect(value(await desks.now.api.workMarks({ ids: [idOf(0)] }))).toEqual([]);
    const undone = await desks.now.undo(removed);
    expect(await entriesIn(id)).toEqual(['0', '1']);
    await desks.now.undo(undone);
    expect((await desks.now.overview()).collections).toEqual([]);
  });

  it('is not put back over what was done to it since', async () => {
    const id = await desks.now.make(make);
    const edited = await desks.now.do({ do: 'edit-collection', id, name: 'Broar', description: '' });
    await desks.now.do({ do: 'edit-collection', id, name: 'Hamnar', description: '' });
    await expect(desks.now.undo(edited)).rejects.toThrow('work-undo-stale');
    expect((await desks.now.overview()).collections[0]?.name).toBe('Hamnar');
  });

  it('refuses a release that the archive does not have, and one that is none of its own', async () => {
    const id = await desks.now.make(make);
    const add = desks.now.do({
      do: 'add-to-collection',
      id,
      releases: [{ id: 'zzzzzzzzzzzzzzzz', version: null }],
      why: '',
    });
    await expect(add).rejects.toThrow('release-not-found');
    await expect(desks.now.do({ do: 'edit-entry', entry: 'none', why: '' })).rejects.toThrow('work-unknown');
  });
});

describe('a note', () => {
  it('on a passage finds it in a newer version, where it stands there', async () => {
    const words = 'Ledningen behövs före vintern, säger energiminister Karim Nordh.';
    const id = await desks.now.make({
      do: 'make-note',
      id: newId(),
      release: newest(0),
      passage: await passage(words, 0, first),
      text: 'Jämför med 2014.',
    });
    desks.again().archive = both;
    const { notes } = value(await desks.now.api.releaseWork({ id: idOf(0), version: null }));
    const there = await passage(words, 0, both);
    expect(notes).toMatchObject([{ id, now: { state: 'newer', isHeld: true }, found: there }]);
    const old = notes[0]?.release.version ?? null;
    const before = value(await desks.now.api.releaseWork({ id: idOf(0), version: old })).notes;
    expect(before[0]?.found).toMatchObject({ how: 'exact' });
  });

  it('whose passage is reworded says so, and still quotes what was marked', async () => {
    const marked = await passage('Detta är utgåva 1 av sidan om elnätet', 0, first);
    await desks.now.make({ do: 'make-note', id: newId(), release: newest(0), passage: marked, text: 'a' });
    desks.now.archive = both;
    const { notes } = value(await desks.now.api.releaseWork({ id: idOf(0), version: null }));
    expect(notes[0]?.found).toMatchObject({ how: 'altered' });
    expect(notes[0]?.anchor?.quote.exact).toContain('utgåva 1');
    desks.now.archive = null;
    const without = value(await desks.now.api.notes({ match: 'UTGÅVA 1', offset: 0, limit: 10 }));
    expect(without).toMatchObject({
      total: 1,
      items: [{ found: { how: 'unknown' }, now: { state: 'missing' } }],
    });
  });

  it('made once more is the same note, with the text given then: what was typed meanwhile is not lost', async () => {
    const note = { do: 'make-note', id: newId(), release: newest(0), passage: null } as const;
    const before = (await desks.now.overview()).notes;
    expect(await desks.now.make({ ...note, text: '' })).toBe(note.id);
    expect(await desks.now.make({ ...note, text: 'Jämför' })).toBe(note.id);
    expect((await desks.now.overview()).notes).toBe(before + 1);
    const { items } = value(await desks.now.api.notes({ match: '', offset: 0, limit: 1 }));
    expect(items).toMatchObject([{ id: note.id, text: 'Jämför' }]);
  });

  it('cannot be made on a passage beyond the text', async () => {
    const beyond = {
      do: 'make-note',
      id: newId(),
      release: newest(0),
      passage: { start: 0, end: 15_000 },
      text: '',
    } as const;
    await expect(desks.now.do(beyond)).rejects.toThrow('work-passage-outside');
    expect((await desks.now.overview()).notes).toBe(0);
  });
});

describe('history', () => {
  const search = (query: string) =>
    ({ do: 'visit-search', search: searchFor(query, first), total: 1 }) as const;

  it('keeps what is searched and opened, the newest first, and once what comes again straight away', async () => {
    await desks.now.do(search('elnät'));
    await desks.now.do(search('elnät'));
    await desks.now.do({ do: 'visit-release', release: newest(2) });
    const { items } = value(await desks.now.api.history({ match: '', offset: 0, limit: 10 }));
    expect(items.map(({ what }) => what.type)).toEqual(['release', 'search']);
  });

  it('keeps nothing while it is off', async () => {
    await desks.now.do({ do: 'keep-history', on: false });
    desks.again();
    await desks.now.do(search('elnät'));
    await desks.now.do({ do: 'visit-release', release: newest(2) });
    expect((await desks.now.overview()).history).toMatchObject({ isOn: false, total: 0 });
  });

  it('keeps so many, and forgets the oldest then', async () => {
    desks.now.desk.close();
    const items = WorkItems.open(desks.folder);
    const at = (n: number): string => new Date(Date.UTC(2020, 0, 1, 0, 0, n)).toISOString();
    const what = { type: 'search', search: searchFor('elnät', first), total: 1 } as const;
    items.write(
      Array.from({ length: MOST_VISITS }, (_, n) => put('visit', { id: `v${n}`, at: at(n), what })),
    );
    items.close();
    desks.again();
    await desks.now.do(search('vatten'));
    const { items: oldest, total } = value(
      await desks.now.api.history({ match: '', offset: MOST_VISITS - 1, limit: 10 }),
    );
    expect(total).toBe(MOST_VISITS);
    expect(oldest.map(({ id }) => id)).toEqual(['v1']);
  });

  it('leaves no byte in any file when it is wiped', async () => {
    const held = (): boolean =>
      readdirSync(desks.folder).some((name) =>
        readFileSync(join(desks.folder, name), 'utf8').includes('hemligtord'),
      );
    await desks.now.do(search('hemligtord'));
    await desks.now.do(search('annat'));
    expect(held()).toBe(true);
    await desks.now.do({ do: 'forget-history', ids: null });
    expect(held()).toBe(false);
    expect((await desks.now.overview()).history.total).toBe(0);
    await desks.now.do(search('elnät'));
    desks.again();
    expect((await desks.now.overview()).history.total).toBe(1);
  });
});

describe('a correction', () => {
  const minister = {
    about: 'minister',
    record: {
      person: { id: 'karim-nordh', label: 'Karim Nordh' },
      office: { id: 'energiminister', label: 'energiminister' },
    },
    should: null,
  } as const;

  it('is seen at once with what it rests on, and says whether the archive has met it', async () => {
    const evidence = await passage('energiminister Karim Nordh', 0, first);
    const make = {
      do: 'make-correction',
      release: newest(0),
      ground: 'Det var en annan.',
      evidence,
    } as const;
    await desks.now.make({ ...make, corrected: minister });
    await desks.now.make({
      ...make,
      corrected: {
        ...minister,
        record: { ...minister.record, person: { id: 'stina-falk', label: 'Stina Falk' } },
      },
    });
    await desks.now.make({
      ...make,
      evidence: null,
      corrected: {
        about: 'date',
        record: { edtf: '2016-05-12', earliest: '2016-05-12', latest: '2016-05-12' },
        should: { earliest: '2016-05-13', latest: '2016-05-13' },
      },
    });
    const { corrections } = value(await desks.now.api.releaseWork({ id: idOf(0), version: null }));
    expect(corrections.map(({ standing }) => standing)).toEqual(['open', 'met', 'open']);
    expect(corrections[0]).toMatchObject({ found: evidence, handed: null });
    expect(value(await desks.now.api.workMarks({ ids: [idOf(0), idOf(2)] }))).toEqual([
      { id: idOf(0), notes: 0, corrections: 3, collections: [] },
    ]);
  });

  it('goes to the keeper in a file that is enough to find the release and to judge it', async () => {
    const evidence = await passage('energiminister Karim Nordh', 0, first);
    const id = await desks.now.make({
      do: 'make-correction',
      release: newest(0),
      corrected: minister,
      ground: 'Fel.',
      evidence,
    });
    desks.now.chosenFile = join(desks.folder, 'rättelser.json');
    expect(value(await desks.now.api.saveCorrections({ ids: [id] }))).toEqual({
      file: desks.now.chosenFile,
      items: 1,
    });
    const file: unknown = JSON.parse(readFileSync(desks.now.chosenFile, 'utf8'));
    const held = await first.forWork.held(idOf(0), null);
    expect(file).toMatchObject({
      format: 'lasesal-corrections',
      version: 1,
      corrections: [
        {
          release: {
            cite: `${idOf(0)}@${held?.record.version}`,
            address: held?.record.said.source.address,
            package: first.forWork.packages[0],
          },
          ...minister,
          ground: 'Fel.',
          evidence: { quote: { exact: 'energiminister Karim Nordh' } },
        },
      ],
    });
    expect((await desks.now.overview()).corrections).toEqual({ total: 1, notHanded: 0 });
    await desks.now.do({ do: 'edit-correction', id, corrected: minister, ground: 'Mer.' });
    expect((await desks.now.overview()).corrections.notHanded).toBe(1);
  });
});
