import type { Day } from '../model/day.ts';

/** When a release was published, at the precision a reference can tell. */
export type CitedDate = (
  | { readonly known: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly known: 'month'; readonly year: number; readonly month: number }
  | { readonly known: 'year'; readonly year: number }
  /** Some day within bounds in different years; null where nothing bounds it on that side. */
  | { readonly known: 'bounds' }
  | { readonly known: 'none' }
) & {
  readonly earliest: Day | null;
  readonly latest: Day | null;
};

/**
 * The date as references tell it. An unknown day whose bounds lie in one month or one year is told as that month or
 * year: less exact, and true. The bounds stay beside it.
 */
export function citedDate({
  earliest,
  latest,
}: {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}): CitedDate {
  const bounds = { earliest, latest };
  if (earliest === null && latest === null) return { known: 'none', ...bounds };
  if (earliest === null || latest === null) return { known: 'bounds', ...bounds };
  const [year = 0, month = 0, day = 0] = earliest.split('-').map(Number);
  if (earliest === latest) return { known: 'day', year, month, day, ...bounds };
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return { known: 'month', year, month, ...bounds };
  if (earliest.slice(0, 4) === latest.slice(0, 4)) return { known: 'year', year, ...bounds };
  return { known: 'bounds', ...bounds };
}

/** Year, month and day as far as they are known; empty where not even the year is. */
export function dateParts(date: CitedDate): readonly number[] {
  switch (date.known) {
    case 'day':
      return [date.year, date.month, date.day];
    case 'month':
      return [date.year, date.month];
    case 'year':
      return [date.year];
    case 'bounds':
    case 'none':
      return [];
  }
}
