import type {
  CollectionSummary,
  CorrectionView,
  Correction,
  Note,
  NoteView,
  ReleaseNow,
  ReleaseWork,
  WorkMark,
  WorkOverview,
} from '../../contract/index.ts';
import { standingOf } from './corrections.ts';
import { MOST_VISITS, keepsHistory } from './history.ts';
import { foundIn } from './notes.ts';
import type { Present } from './present.ts';
import { searchHere } from './search-here.ts';
import type { SearchNews } from './search-news.ts';
import type { WorkArchive } from './work-archive.ts';
import type { WorkItems } from './work-items.ts';

/** What views are made from. */
export interface Shelf {
  readonly items: WorkItems;
  readonly present: Present;
  readonly news: SearchNews;
  readonly open: () => WorkArchive | null;
}

const NEVER = '1970-01-01T00:00:00.000Z';

/** Everything small, and how much there is of the rest. */
export function overviewOf({ items, news, open }: Shelf, language: 'sv' | 'en'): WorkOverview {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const byName = <T extends { readonly name: string }>(of: Iterable<T>): readonly T[] =>
    [...of].toSorted((a, b) => compare(a.name, b.name));
  const corrections = [...items.all('correction').values()];
  const key = open()?.key ?? '';
  const searches = byName(items.all('search').values()).map((search) => {
    const looked = items.get('looked', search.id);
    return {
      ...search,
      search: searchHere(search.search, key) ?? search.search,
      looked: { at: looked?.at ?? NEVER, total: looked?.total ?? 0 },
      news: news.of(search),
    };
  });
  return {
    revision: items.revision,
    collections: byName(items.all('collection').values()).map(({ id }) => summaryOf(items, id)),
    searches,
    notes: items.all('note').size,
    corrections: {
      total: corrections.length,
      notHanded: corrections.filter(({ handed }) => handed === null).length,
    },
    history: { isOn: keepsHistory(items), total: items.all('visit').size, most: MOST_VISITS },
    problem: items.problem,
  };
}

/** Throws ProblemError `work-unknown`. */
export function summaryOf(items: WorkItems, id: string): CollectionSummary {
  return { ...items.known('collection', id), releases: items.entriesOf(id).length };
}

/**
 * All about one release: of former ids too.
 *
 * @param version that passages are looked for in; null is the newest.
 */
export async function releaseWorkOf(
  { id, version }: { readonly id: string; readonly version: string | null },
  shelf: Shelf,
): Promise<ReleaseWork> {
  const { items, present } = shelf;
  const isOfIt = await isAbout(id, shelf);
  const notes = [...items.all('note').values()].filter(isOfIt);
  const corrections = [...items.all('correction').values()].filter(isOfIt);
  const reading = (await present.held(id, version))?.record.reading ?? null;
  const views = await noteViews(notes, shelf, () => reading);
  return {
    notes: inReadingOrder(views),
    corrections: await correctionViews(corrections, shelf, () => reading),
    collections: [...items.all('entry').values()].filter(isOfIt).flatMap((entry) => {
      const collection = items.get('collection', entry.collection);
      return collection === null
        ? []
        : [{ id: collection.id, name: collection.name, entry: entry.id, why: entry.why }];
    }),
  };
}

/** Which of these releases there is something about. */
export async function marksOf(
  ids: readonly string[],
  { items, present }: Shelf,
): Promise<readonly WorkMark[]> {
  const today = await present.todaysIds(aboutReleases(items).map(({ release }) => release.id));
  const by = <T extends About>(of: Iterable<T>): ReadonlyMap<string, readonly T[]> => {
    const groups = new Map<string, T[]>();
    for (const one of of) {
      const id = today.get(one.release.id) ?? one.release.id;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [one]);
      else group.push(one);
    }
    return groups;
  };
  const notes = by(items.all('note').values());
  const corrections = by(items.all('correction').values());
  const entries = by(items.all('entry').values());
  return ids.flatMap((id) => {
    const collections = entries.get(id) ?? [];
    const counts = { notes: notes.get(id)?.length ?? 0, corrections: corrections.get(id)?.length ?? 0 };
    if (counts.notes + counts.corrections + collections.length === 0) return [];
    return [{ id, ...counts, collections: collections.map(({ collection }) => collection) }];
  });
}

/** Notes with what has become of their releases and passages. @param readingOf the text that a passage is looked for in. */
export async function noteViews(
  notes: readonly Note[],
  { present }: Shelf,
  readingOf: ReadingOf = newestReading(present),
): Promise<readonly NoteView[]> {
  const now = await present.now(notes.map(({ release }) => release));
  return await Promise.all(
    notes.map(async (note, n) => ({
      ...note,
      now: now[n] ?? missing,
      found: foundIn(note.anchor === null ? null : await readingOf(note.release.id), note.anchor),
    })),
  );
}

export async function correctionViews(
  corrections: readonly Correction[],
  { present, open }: Shelf,
  readingOf: ReadingOf = newestReading(present),
): Promise<readonly CorrectionView[]> {
  const now = await present.now(corrections.map(({ release }) => release));
  return await Promise.all(
    corrections.map(async (one, n) => {
      const links = (await present.held(one.release.id, null))?.links ?? null;
      const { series } = one.release.package;
      return {
        ...one,
        now: now[n] ?? missing,
        standing: standingOf(one.corrected, links, (role) => open()?.officeOf(series, role) ?? null),
        found: foundIn(one.evidence === null ? null : await readingOf(one.release.id), one.evidence),
      };
    }),
  );
}

type ReadingOf = (id: string) => string | null | Promise<string | null>;

const missing: ReleaseNow = { state: 'missing' };

function newestReading(present: Present): ReadingOf {
  return async (id) => (await present.held(id, null))?.record.reading ?? null;
}

interface About {
  readonly release: { readonly id: string };
}

function aboutReleases(items: WorkItems): readonly About[] {
  const kinds = ['note', 'correction', 'entry'] as const;
  return kinds.flatMap((kind) => [...items.all(kind).values()]);
}

async function isAbout(id: string, { items, present }: Shelf): Promise<(of: About) => boolean> {
  const today = await present.todaysIds([id, ...aboutReleases(items).map(({ release }) => release.id)]);
  const wanted = today.get(id) ?? id;
  return ({ release }) => (today.get(release.id) ?? release.id) === wanted;
}

/** Those on the whole first, then by where their passages stand, then those whose passages are gone. */
function inReadingOrder(views: readonly NoteView[]): readonly NoteView[] {
  const at = ({ found }: NoteView): number => {
    if (found === null) return -1;
    return 'start' in found ? found.start : Number.MAX_SAFE_INTEGER;
  };
  return views.toSorted((a, b) => at(a) - at(b) || (a.made < b.made ? -1 : 1));
}
