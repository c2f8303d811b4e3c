import type { Marks } from '../../../model/search.ts';
import { lastWordAsBeginning, takeApart } from '../query/loosen.ts';
import { allOf, requirementsOf } from '../query/tree.ts';
import { Marker } from './marker.ts';
import type { Shown } from './marker.ts';

/** The title is the first part of a reading text, and a blank line ends a part. */
const PART_BREAK = '\n\n';

/**
 * Where a query matches in a reading text (see `layoutReading`), for the reader. Where it does not, its words are
 * marked one by one, or what begins with the last.
 *
 * @param queryLength in UTF-16 units.
 */
export function marksFor(shown: Shown, queryLength: number, reading: string): Marks {
  const { root } = shown;
  if (root === null) return [];
  const exact = marksOf(shown, reading);
  if (exact.length > 0) return exact;
  const apart = marksOf({ ...shown, root: allOf(requirementsOf(root).flatMap(takeApart)) }, reading);
  return apart.length > 0
    ? apart
    : marksOf({ ...shown, root: lastWordAsBeginning(root, queryLength) }, reading);
}

function marksOf(shown: Shown, reading: string): Marks {
  const titleEnd = reading.indexOf(PART_BREAK);
  const title = titleEnd === -1 ? reading : reading.slice(0, titleEnd);
  const inRest = new Marker(shown, 'text').marks(reading.slice(title.length));
  return [
    ...new Marker(shown, 'title').marks(title),
    ...inRest.map(([start, end]) => [start + title.length, end + title.length] as const),
  ];
}
