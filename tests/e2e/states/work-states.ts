import { expect } from '@playwright/test';
import { noFilters, workSections } from '../../../main/contract/index.ts';
import type { WorkChange, WorkSection } from '../../../main/contract/index.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { showPage, showRelease } from './room-state.ts';
import type { RoomState } from './room-state.ts';

/** What the reader keeps of her own: first nothing, then some of everything. */
export const workStates: readonly RoomState[] = [
  { name: 'work', show: async (room) => await showPage(room, 'show-work') },
  { name: 'work-collections', show: async (room) => await showSection(room, 'collections') },
  {
    name: 'work-collection',
    show: async (room) => {
      await showSection(room, 'collections');
      await room.window.locator('.work-row .release-line-open').first().click();
      await expect(room.window.locator('.entry').first()).toBeVisible();
    },
  },
  { name: 'work-notes', show: async (room) => await showSection(room, 'notes') },
  { name: 'work-searches', show: async (room) => await showSection(room, 'searches') },
  { name: 'work-history', show: async (room) => await showSection(room, 'history') },
  { name: 'work-corrections', show: async (room) => await showSection(room, 'corrections') },
  {
    name: 'release-worked',
    show: async (room) => {
      await furnish(room);
      await showRelease(room);
      await expect(room.window.locator('.note-card').first()).toBeVisible();
    },
  },
  {
    name: 'correction',
    show: async (room) => {
      await showRelease(room);
      await room.release.getByRole('button', { name: /^(?:Stämmer något inte|Something wrong)/u }).click();
      await expect(room.window.getByRole('dialog')).toBeVisible();
    },
  },
];

async function showSection(room: ReadingRoom, section: WorkSection): Promise<void> {
  await furnish(room);
  await showPage(room, 'show-work');
  await room.window.locator('.work-section-link').nth(workSections.indexOf(section)).click();
  await expect(room.window.locator('.work-content :is(.work-row, .entry, .long-row)').first()).toBeVisible();
}

const longName =
  'Statens ansvar för segregation, bostadsbrist och skolval i städernas ytterområden – underlag till forskningsöversikten';

/** Makes some of everything, unless there is some already. */
async function furnish(room: ReadingRoom): Promise<void> {
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
      release: first,
      passage,
      text:
        ['Jämför med utredningen.', '', 'Samma ordalydelse som i vårens deklaration? Fråga arkivet.'][
          place
        ] ?? '',
    })),
    { do: 'make-note', release: first, passage: null, text: 'Viktig för kapitel 3.' },
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
