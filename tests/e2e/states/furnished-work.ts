import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { noFilters } from '../../../main/contract/index.ts';
import type { WorkChange } from '../../../main/contract/index.ts';
import type { WorkFile } from '../../../main/reader/work/exchange-file.ts';
import { newId } from '../../../main/reader/work/ids.ts';
import type { ReadingRoom } from '../reading-room.ts';

const longName =
  'Statens ansvar för segregation, bostadsbrist och skolval i städernas ytterområden – underlag till forskningsöversikten';

/** Makes some of everything of the reader's own, unless there is some already. */
export async function furnish(room: ReadingRoom): Promise<void> {
  const work = (await call(room, 'work', {})) as { readonly collections: readonly unknown[] };
  if (work.collections.length > 0) return;
  const status = (await call(room, 'status', {})) as { readonly open: { readonly key: string } | null };
  const search = { query: 'segregation', filters: noFilters, sort: 'relevance' } as const;
  const found = (await call(room, 'search', { ...search, queryId: 900_000, offset: 0, limit: 7 })) as {
    readonly hits: readonly { readonly id: string }[];
  };
  const releases = found.hits.map(({ id }) => ({ id, version: null }));
  const [first] = releases;
  if (first === undefined) throw new Error('the example archive has releases on segregation');
  const text = (await call(room, 'release', { ...first, query: '', wider: false, without: [] })) as {
    readonly body: readonly {
      readonly runs?: readonly { readonly start: number; readonly text: string }[];
    }[];
  };
  const runs = text.body.flatMap((block) => block.runs ?? []).filter((run) => run.text.length > 60);
  const passages = runs.map(({ start }) => ({ start, end: start + 60 }));
  const kept = { ...search, wider: false, without: [], archive: status.open?.key ?? '' };
  const changes: readonly WorkChange[] = [
    { do: 'make-collection', name: 'Hamnstäder', description: '', releases: releases.slice(0, 1) },
    { do: 'make-collection', name: longName, description: 'Till översikten, kapitel 3.', releases },
    { do: 'make-collection', name: 'Tom', description: '', releases: [] },
    ...passages.slice(0, 3).map((passage, place): WorkChange => ({
      do: 'make-note',
      id: newId(),
      release: first,
      passage,
      text:
        ['Jämför med utredningen.', '', 'Samma ordalydelse som i vårens deklaration? Fråga arkivet.'][
          place
        ] ?? '',
    })),
    { do: 'make-note', id: newId(), release: first, passage: null, text: 'Viktig för kapitel 3.' },
    { do: 'save-search', name: 'segregation', search: kept },
    { do: 'save-search', name: longName, search: { ...kept, query: 'bostad OR skola OR segregation' } },
    ...releases.map((release): WorkChange => ({ do: 'visit-release', release })),
    { do: 'visit-search', search: kept, total: releases.length },
    {
      do: 'make-correction',
      release: first,
      corrected: { about: 'other', should: 'Rubriken är felstavad.' },
      ground: 'Så står det i den tryckta utgåvan.',
      evidence: passages[0] ?? null,
    },
  ];
  for (const change of changes) await call(room, 'changeWork', { change });
}

/**
 * Has the system's dialog answer with a file of work from another machine: what there is here, but for a collection that was
 * described otherwise there, and a search that found one release less when it was looked at.
 */
export async function offerOthersWork(room: ReadingRoom): Promise<void> {
  const path = join(room.userData, 'works.json');
  await room.app.evaluate(({ dialog }, filePath) => {
    // Bound, for a function of its own in here would not be known over there.
    const showSaveDialog: unknown = Promise.resolve.bind(Promise, { canceled: false, filePath });
    const showOpenDialog: unknown = Promise.resolve.bind(Promise, { canceled: false, filePaths: [filePath] });
    Object.assign(dialog, { showSaveDialog, showOpenDialog });
  }, path);
  await call(room, 'saveWork', { withHistory: false });
  const file = JSON.parse(readFileSync(path, 'utf8')) as WorkFile;
  const [search] = file.searches;
  const looked = file.looked.find((one) => one.id === search?.id);
  if (search === undefined || looked?.found == null) throw new Error('what a saved search found is known');
  const id = newId();
  const fewer = Buffer.from(looked.found, 'base64').subarray(BYTES_OF_RELEASE).toString('base64');
  const [first, ...others] = file.collections;
  const theirs: WorkFile = {
    ...file,
    collections: first === undefined ? [] : [{ ...first, description: 'Till seminariet.' }, ...others],
    searches: [...file.searches, { ...search, id, name: 'Boende och skolval' }],
    looked: [...file.looked, { ...looked, id, found: fewer }],
  };
  writeFileSync(path, JSON.stringify(theirs));
}

/** What a saved search found is kept with so many bytes a release. */
const BYTES_OF_RELEASE = 9;

/** Calls the reader from the window, as its screens do. */
async function call({ window }: ReadingRoom, name: string, args: object): Promise<unknown> {
  const raw = await window.evaluate(
    async ([called, given]) => {
      const bridge = Reflect.get(globalThis, 'lasesal') as Record<string, (a: unknown) => Promise<unknown>>;
      return await bridge[called]?.(given);
    },
    [name, args] as const,
  );
  const reply = (typeof raw === 'string' ? JSON.parse(raw) : raw) as {
    readonly ok: boolean;
    readonly value: unknown;
  };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}
