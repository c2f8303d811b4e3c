import type { DayRange } from '../../../model/day.ts';
import { intersectRanges } from '../../../model/day.ts';
import { requirementsOf } from '../query/tree.ts';
import type { QueryNode } from '../query/tree.ts';

/** The days that a query requires. */
export function periodOf(root: QueryNode | null): DayRange {
  const everything: DayRange = { from: null, to: null };
  const ranges =
    root === null ? [] : requirementsOf(root).flatMap((node) => (node.type === 'dates' ? [node.range] : []));
  return ranges.reduce((period, range) => intersectRanges(period, range) ?? range, everything);
}
