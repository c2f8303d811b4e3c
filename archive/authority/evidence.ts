import type { Evidence } from '../model/evidence.ts';
import { partAt } from '../model/reading-text.ts';
import type { ReadingLayout, ReadingPart } from '../model/reading-text.ts';

/** Evidence in the reading text; words that reach over several parts give one piece for each. */
export function evidenceAt(
  layout: ReadingLayout,
  kind: Evidence['kind'],
  span: { readonly start: number; readonly end: number },
): readonly Evidence[] {
  const pieces: Evidence[] = [];
  let at = partAt(layout, span.start);
  while (at !== null && at.part.start < span.end) {
    const start = Math.max(span.start, at.part.start);
    const end = Math.min(span.end, at.part.end);
    pieces.push({ kind, block: at.index, start, end, quote: layout.text.slice(start, end) });
    const next: ReadingPart | undefined = layout.parts[at.index + 1];
    at = next === undefined ? null : { part: next, index: at.index + 1 };
  }
  return pieces;
}

/** Evidence that a whole part is: a banner line, a sender line, a tag's label. */
export function evidenceOfPart(
  layout: ReadingLayout,
  kind: Evidence['kind'],
  index: number,
): readonly Evidence[] {
  const part = layout.parts[index];
  return part === undefined ? [] : evidenceAt(layout, kind, part);
}

/** Evidence in metadata that is no part of the reading text: its own words, no offsets. */
export function evidenceBeside(quote: string): Evidence {
  return { kind: 'tag', block: -1, start: -1, end: -1, quote };
}

/** The parts of one place with their indices, in page order. */
export function partsOf(
  layout: ReadingLayout,
  place: ReadingPart['place'],
): readonly { readonly part: ReadingPart; readonly index: number }[] {
  return layout.parts.flatMap((part, index) => (part.place === place ? [{ part, index }] : []));
}

/** The same piece once, in the order of the text; metadata first. */
export function sortEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const unique = new Map(
    evidence.map((piece) => [`${piece.kind} ${piece.start} ${piece.end} ${piece.quote}`, piece]),
  );
  return [...unique.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
