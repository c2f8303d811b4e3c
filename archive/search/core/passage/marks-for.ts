import type { Marks } from '../../../model/search.ts';
import { lastWordAsBeginning, takeApart } from '../query/loosen.ts';
import { parseQuery } from '../query/parser.ts';
import { allOf, requirementsOf } from '../query/tree.ts';
import type { QueryNode } from '../query/tree.ts';
import { Marker } from './marker.ts';

/** The title is the first part of a reading text, and a blank line ends a part. */
const PART_BREAK = '\n\n';

/**
 * Where a query matches in a reading text (see `layoutReading`), for the reader. Where it does not, what comes
 * nearest is marked, as it is found.
 */
export function marksFor(query: string, reading: string): Marks {
  const { root, length } = parseQuery(query);
  if (root === null) return [];
  const exact = marksOf(root, reading);
  if (exact.length > 0) return exact;
  const apart = marksOf(allOf(requirementsOf(root).flatMap(takeApart)), reading);
  return apart.length > 0 ? apart : marksOf(lastWordAsBeginning(root, length), reading);
}

function marksOf(root: QueryNode | null, reading: string): Marks {
  const titleEnd = reading.indexOf(PART_BREAK);
  const title = titleEnd === -1 ? reading : reading.slice(0, titleEnd);
  const inRest = Marker.of(root, 'text').marks(reading.slice(title.length));
  return [
    ...Marker.of(root, 'title').marks(title),
    ...inRest.map(([start, end]) => [start + title.length, end + title.length] as const),
  ];
}
