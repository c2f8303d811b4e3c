import { ProblemError, problem } from '../../contract/index.ts';
import type { Anchor, FoundPassage } from '../../contract/index.ts';
import { anchorAt, findPassage } from './anchor.ts';
import { draft } from './draft.ts';
import type { Desk, Doing, Draft } from './draft.ts';
import { drop, put } from './items.ts';
import type { NamedRelease, Present } from './present.ts';

interface Passage {
  readonly start: number;
  readonly end: number;
}

export async function makeNote(
  { id, release: named, passage, text }: Doing<'make-note'>,
  desk: Desk,
): Promise<Draft> {
  if (desk.items.get('note', id) !== null) return { ...editNote({ do: 'edit-note', id, text }, desk), id };
  const { present, now } = desk;
  const release = await present.takeOne(named);
  const anchor = await anchorIn(present, release, passage);
  const at = now();
  return draft([put('note', { id, release, anchor, text, made: at, changed: at })], { id });
}

export function editNote({ id, text }: Doing<'edit-note'>, { items, now }: Desk): Draft {
  return draft([put('note', { ...items.known('note', id), text, changed: now() })]);
}

export async function fastenNote(
  { id, version, passage }: Doing<'fasten-note'>,
  { items, present, now }: Desk,
): Promise<Draft> {
  const release = await present.takeOne({ id: items.known('note', id).release.id, version });
  const anchor = await anchorIn(present, release, passage);
  return draft([put('note', { ...items.known('note', id), release, anchor, changed: now() })]);
}

export function removeNotes({ ids }: Doing<'remove-notes'>, { items }: Desk): Draft {
  const there = [...new Set(ids)].filter((id) => items.get('note', id) !== null);
  return draft(
    there.map((id) => drop('note', id)),
    { skipped: ids.length - there.length },
  );
}

/** Marks a passage of a version that the archive has; null marks none. Throws ProblemError. */
export async function anchorIn(
  present: Present,
  { id, version }: NamedRelease,
  passage: Passage | null,
): Promise<Anchor | null> {
  if (passage === null) return null;
  const held = await present.held(id, version);
  if (held === null) throw new ProblemError(problem('release-not-found', { id }));
  return anchorAt(held.record.reading, passage);
}

/** Where a passage stands in a text; null where none was marked. @param reading null when there is no such text here. */
export function foundIn(reading: string | null, anchor: Anchor | null): FoundPassage | null {
  if (anchor === null) return null;
  return reading === null ? { how: 'unknown' } : findPassage(anchor, reading);
}
