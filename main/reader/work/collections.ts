import { ProblemError, problem } from '../../contract/index.ts';
import type { CollectionEntry, TakenRelease } from '../../contract/index.ts';
import { draft } from './draft.ts';
import type { Desk, Doing, Draft } from './draft.ts';
import { idFrom, newId } from './ids.ts';
import { drop, put } from './items.ts';
import type { ItemChange } from './items.ts';
import { placesBetween } from './places.ts';

export async function makeCollection(
  { name, description, releases }: Doing<'make-collection'>,
  desk: Desk,
): Promise<Draft> {
  const taken = releases.length === 0 ? [] : await desk.present.take(releases);
  const [id, at] = [newId(), desk.now()];
  const made = put('collection', { id, name: name.trim(), description, made: at, changed: at });
  const { added, skipped } = entriesFor(id, taken, '', desk);
  const missing = releases.length - taken.length;
  return draft([made, ...added], { id, skipped: skipped + missing });
}

export function editCollection(
  { id, name, description }: Doing<'edit-collection'>,
  { items, now }: Desk,
): Draft {
  const before = items.known('collection', id);
  return draft([put('collection', { ...before, name: name.trim(), description, changed: now() })]);
}

export function removeCollection({ id }: Doing<'remove-collection'>, { items }: Desk): Draft {
  items.known('collection', id);
  return draft([drop('collection', id), ...items.entriesOf(id).map((entry) => drop('entry', entry.id))]);
}

export async function addToCollection(
  { id, releases, why }: Doing<'add-to-collection'>,
  desk: Desk,
): Promise<Draft> {
  const taken = await desk.present.take(releases);
  const [one] = releases;
  if (taken.length === 0 && releases.length === 1 && one !== undefined)
    throw new ProblemError(problem('release-not-found', { id: one.id }));
  const collection = desk.items.known('collection', id);
  const { added, skipped } = entriesFor(id, taken, why, desk);
  const changes =
    added.length === 0 ? [] : [put('collection', { ...collection, changed: desk.now() }), ...added];
  return draft(changes, { skipped: skipped + releases.length - taken.length });
}

export function editEntry({ entry, why }: Doing<'edit-entry'>, { items, now }: Desk): Draft {
  return draft([put('entry', { ...items.known('entry', entry), why, changed: now() })]);
}

export async function renewEntry({ entry }: Doing<'renew-entry'>, desk: Desk): Promise<Draft> {
  const { id } = desk.items.known('entry', entry).release;
  const release = await desk.present.takeOne({ id, version: null });
  const before = desk.items.known('entry', entry);
  return draft([put('entry', { ...before, release, changed: desk.now() })]);
}

export function removeEntries({ entries }: Doing<'remove-entries'>, { items }: Desk): Draft {
  const there = [...new Set(entries)].filter((id) => items.get('entry', id) !== null);
  return draft(
    there.map((id) => drop('entry', id)),
    { skipped: entries.length - there.length },
  );
}

export function moveEntries({ entries, before }: Doing<'move-entries'>, { items }: Desk): Draft {
  const moved = [...new Set(entries)].map((id) => items.known('entry', id));
  const collection = moved[0]?.collection ?? '';
  if (moved.some((entry) => entry.collection !== collection))
    throw new ProblemError(problem('work-unknown', { id: collection }));
  const isMoved = new Set(moved.map(({ id }) => id));
  const rest = items.entriesOf(collection).filter(({ id }) => !isMoved.has(id));
  const at = before === null ? rest.length : rest.findIndex(({ id }) => id === before);
  if (at < 0) throw new ProblemError(problem('work-unknown', { id: before ?? '' }));
  const places = placesBetween(rest[at - 1]?.place ?? null, rest[at]?.place ?? null, moved.length);
  if (places === null) return draft(placedAnew([...rest.slice(0, at), ...moved, ...rest.slice(at)]));
  return draft(moved.map((entry, n) => put('entry', { ...entry, place: places[n] ?? entry.place })));
}

/** Entries for those releases that a collection does not have, at its end. */
function entriesFor(
  collection: string,
  taken: readonly TakenRelease[],
  why: string,
  { items, now }: Desk,
): { readonly added: readonly ItemChange[]; readonly skipped: number } {
  const entries = items.entriesOf(collection);
  const has = new Set(entries.map(({ release }) => release.id));
  const fresh = taken.filter(({ id }) => !has.has(id) && has.add(id));
  const places = placesBetween(entries.at(-1)?.place ?? null, null, fresh.length) ?? [];
  const at = now();
  const added = fresh.map((release, n) =>
    put('entry', {
      // The same wherever the same is put together, so that two who hand each other the collection have it once.
      id: idFrom('entry', collection, release.id),
      collection,
      place: places[n] ?? '',
      release,
      why,
      made: at,
      changed: at,
    }),
  );
  return { added, skipped: taken.length - fresh.length };
}

function placedAnew(entries: readonly CollectionEntry[]): readonly ItemChange[] {
  const places = placesBetween(null, null, entries.length) ?? [];
  return entries.map((entry, n) => put('entry', { ...entry, place: places[n] ?? entry.place }));
}
