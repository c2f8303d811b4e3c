import type { NoteView } from '../../main/contract/index.ts';

/** A note that can be written in already while it is on its way to the disk. */
export interface BegunNote {
  readonly id: string;
  readonly release: { readonly id: string; readonly version: string };
  /** What it is about, with its words; null for the whole release. */
  readonly passage: { readonly start: number; readonly end: number; readonly text: string } | null;
}

/** A note as it stands beside the text it is about. */
export interface MarginNote extends Pick<NoteView, 'id' | 'text' | 'found'> {
  /** The words that were marked; null for a note on the whole release. */
  readonly quote: string | null;
}

/** The notes beside a text, in reading order: those that are kept (in that order already), and those begun that are not yet. */
export function marginNotes(kept: readonly NoteView[], begun: readonly BegunNote[]): readonly MarginNote[] {
  const known = new Set(kept.map(({ id }) => id));
  const all = [
    ...kept.map(({ id, text, found, anchor }) => ({ id, text, found, quote: anchor?.quote.exact ?? null })),
    ...begun.filter(({ id }) => !known.has(id)).map(asNote),
  ];
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function asNote({ id, passage }: BegunNote): MarginNote {
  if (passage === null) return { id, text: '', found: null, quote: null };
  const { start, end, text } = passage;
  return { id, text: '', found: { how: 'exact', start, end }, quote: text };
}

/** Those on the whole release come first, those whose passage is not there last. */
function placeOf({ found }: MarginNote): number {
  if (found === null) return -1;
  return 'start' in found ? found.start : Number.MAX_SAFE_INTEGER;
}
