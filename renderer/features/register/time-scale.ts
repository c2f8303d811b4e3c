import { addDays, daysBetween } from '../../../main/contract/index.ts';
import type { Day, DayRange } from '../../../main/contract/index.ts';

/** Whole years that something is drawn over. */
export interface TimeScale {
  readonly from: Day;
  readonly to: Day;
  /** Years that are written on it, and where they begin, in percent. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

/** A stretch of a scale, in percent of it. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
}

const MOST_YEARS = 8;
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/**
 * The scale that some stretches of time fit on. An open end goes as far as is known: to `asOf`, or to the last day that
 * any of them has; an open beginning, to the first. Null when none of them has a day.
 */
export function timeScale(ranges: readonly DayRange[], asOf: Day | null): TimeScale | null {
  const isOpen = ranges.some(({ to }) => to === null);
  const days = ranges.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  const sorted = (isOpen && asOf !== null ? [...days, asOf] : days).toSorted();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (days.length === 0 || first === undefined || last === undefined) return null;
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const scale = { from: `${first.slice(0, 4)}-01-01`, to: `${last.slice(0, 4)}-12-31` };
  const count = lastYear - firstYear + 1;
  const step = STEPS.find((one) => count / one <= MOST_YEARS) ?? count;
  const years = Array.from({ length: count }, (_, n) => firstYear + n)
    .filter((year) => year % step === 0 || count <= MOST_YEARS)
    .map((year) => ({ year, at: percentAt(scale, `${String(year).padStart(4, '0')}-01-01`) }));
  return { ...scale, years };
}

/** Where days lie on a scale that they fit on; both are inclusive. */
export function stretchOn(scale: Pick<TimeScale, 'from' | 'to'>, { from, to }: DayRange): Stretch {
  const left = from === null ? 0 : percentAt(scale, from);
  const right = to === null ? 100 : percentAt(scale, addDays(to, 1));
  return { left, width: Math.max(0, right - left) };
}

function percentAt({ from, to }: Pick<TimeScale, 'from' | 'to'>, day: Day): number {
  const length = daysBetween(from, to) + 1;
  return Math.min(100, Math.max(0, (daysBetween(from, day) / length) * 100));
}
