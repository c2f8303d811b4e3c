import * as fc from 'fast-check';
import { addDays } from '../../../../archive/model/day.ts';
import type { Day, DayRange } from '../../../../archive/model/day.ts';

/** Any day of the years 1950 to 2050. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 36_890 })
  .map((n) => addDays('1950-01-01', n));

/** A short stretch of 2018 and 2019, so that two of them often meet, its ends sometimes open. */
export const anyRange: fc.Arbitrary<DayRange> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), fc.boolean(), fc.boolean())
  .map(([start, length, openStart, openEnd]) => ({
    from: openStart ? null : addDays('2018-12-15', start),
    to: openEnd ? null : addDays('2018-12-15', start + length),
  }));

/** The days of an interval, one by one, within a window wider than any that `anyRange` gives. */
export function daysOf({ from, to }: DayRange): ReadonlySet<Day> {
  const window = Array.from({ length: 120 }, (_, n) => addDays('2018-11-15', n));
  return new Set(window.filter((day) => (from === null || day >= from) && (to === null || day <= to)));
}
