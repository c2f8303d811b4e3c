import type { Day, TimelineAnswer } from '../../../main/contract/index.ts';

/** Releases counted by month, over whole years. */
export interface Months {
  readonly years: readonly {
    readonly year: string;
    /** January first. */
    readonly counts: readonly number[];
    readonly total: number;
  }[];
  /** The month with the most, and the first of these where there are several. */
  readonly busiest: { readonly month: Day; readonly count: number };
  /** Releases that fit no single month. */
  readonly inexact: number;
}

const MONTHS_OF_YEAR = 12;

/** The months of a timeline from the first year with a release to the last; null where no release is known to its month. */
export function monthsOf({ shown, counts, inexact, undated }: TimelineAnswer): Months | null {
  const first = counts.findIndex((count) => count > 0);
  if (shown === null || first === -1) return null;
  const last = counts.findLastIndex((count) => count > 0);
  // The bins are whole months from that of the first day shown.
  const [firstYear, offset] = [Number(shown.from.slice(0, 4)), Number(shown.from.slice(5, 7)) - 1];
  const yearOf = (bin: number): number => firstYear + Math.floor((bin + offset) / MONTHS_OF_YEAR);
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, n) => {
    const january = (yearOf(first) + n - firstYear) * MONTHS_OF_YEAR - offset;
    const own = Array.from({ length: MONTHS_OF_YEAR }, (__, month) => counts[january + month] ?? 0);
    return {
      year: String(yearOf(first) + n).padStart(4, '0'),
      counts: own,
      total: own.reduce((sum, count) => sum + count, 0),
    };
  });
  const count = Math.max(...counts);
  const at = counts.indexOf(count) + offset;
  const month = `${yearOf(at - offset)}-${String((at % MONTHS_OF_YEAR) + 1).padStart(2, '0')}-01`;
  return { years, busiest: { month, count }, inexact: inexact + undated };
}
