import type { Visit } from '../../contract/index.ts';
import { draft } from './draft.ts';
import type { Desk, Doing, Draft } from './draft.ts';
import { newId } from './ids.ts';
import { drop, put } from './items.ts';
import type { ItemChange } from './items.ts';
import { searchHere } from './search-here.ts';
import type { WorkItems } from './work-items.ts';

/** The most that is kept; when there is more, the oldest are forgotten. */
export const MOST_VISITS = 2000;

/** It is kept until the reader says that it should not be. */
export function keepsHistory(items: WorkItems): boolean {
  return items.get('switch', 'history')?.on ?? true;
}

export function keepHistory({ on }: Doing<'keep-history'>): Draft {
  return draft([put('switch', { id: 'history', on })]);
}

export function visitSearch({ search, total }: Doing<'visit-search'>, desk: Desk): Draft {
  return draft(visited({ type: 'search', search, total }, desk));
}

export async function visitRelease({ release }: Doing<'visit-release'>, desk: Desk): Promise<Draft> {
  if (!keepsHistory(desk.items)) return draft([]);
  return draft(visited({ type: 'release', release: await desk.present.takeOne(release) }, desk));
}

/** Visits, newest first. */
export function visitsOf(items: WorkItems): readonly Visit[] {
  return [...items.all('visit').values()].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** A visit, its search as the archive that is open is asked it. */
export function visitHere(visit: Visit, key: string): Visit {
  const { what } = visit;
  if (what.type === 'release') return visit;
  return { ...visit, what: { ...what, search: searchHere(what.search, key) ?? what.search } };
}

/** What comes again straight away is the same visit, at a later time. */
function visited(what: Visit['what'], { items, now }: Desk): readonly ItemChange[] {
  if (!keepsHistory(items)) return [];
  const visits = visitsOf(items);
  const [last] = visits;
  const isAgain = last !== undefined && sameVisit(last.what, what);
  const visit = put('visit', { id: isAgain ? last.id : newId(), at: now(), what });
  const room = MOST_VISITS - (isAgain ? 0 : 1);
  return [visit, ...visits.slice(room).map(({ id }) => drop('visit', id))];
}

function sameVisit(a: Visit['what'], b: Visit['what']): boolean {
  if (a.type === 'release' && b.type === 'release')
    return a.release.id === b.release.id && a.release.version === b.release.version;
  return a.type === 'search' && b.type === 'search' && JSON.stringify(a.search) === JSON.stringify(b.search);
}
