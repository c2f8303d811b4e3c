import { z } from 'zod';
import { daySchema, daysInMonth } from './day.ts';
import type { Day } from './day.ts';
import { searchRequestSchema } from './search.ts';

/** How finely a timeline counts. */
export const timeUnits = ['year', 'month', 'day'] as const;

/** A timeline has no more bins than this; a longer stretch of time is cut. */
export const MOST_BINS = 2000;

const { query, filters, wider, without } = searchRequestSchema.shape;

/** Asks when the releases of a result are from. */
export const timelineRequestSchema = z.strictObject({
  query,
  /** Its from–to does not narrow the counts: as with a facet, what is chosen there does not hide the rest. */
  filters,
  wider,
  without,
  unit: z.enum(timeUnits),
  /** The stretch that is looked at, widened to whole bins; an end that is null is that of the archive. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
});

const count = z.number().int().nonnegative();
const days = z.strictObject({ from: daySchema, to: daySchema });

/** A result counted by time. All counts together are the releases of the result, each counted once. */
export const timelineSchema = z.strictObject({
  unit: z.enum(timeUnits),
  /** First and last day of any release in the archive that is known to within a year; null when there is none. */
  scale: days.nullable(),
  /** The part of the scale that nearly all releases are from: what is looked at first. */
  main: days.nullable(),
  /** The days that the bins are of; null when nothing tells which. */
  shown: days.nullable(),
  /** By bin of `timeBins(unit, shown)`, the releases whose date fits that one bin. */
  counts: z.array(count).readonly(),
  /** Releases that may be from the days shown, but fit no single bin. */
  inexact: count,
  /** Releases with no date at all. */
  undated: count,
  /** Releases that are certainly from before or after the days shown. */
  before: count,
  after: count,
});

export type TimeUnit = (typeof timeUnits)[number];
export type TimelineRequest = z.infer<typeof timelineRequestSchema>;
export type Timeline = z.infer<typeof timelineSchema>;

/** A year, a month or a day: its first and last day. */
export interface TimeBin {
  readonly from: Day;
  readonly to: Day;
}

/** The bin that a day falls in. */
export function timeBinWith(unit: TimeUnit, day: Day): TimeBin {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  switch (unit) {
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'month':
      return { from: `${month}-01`, to: `${month}-${daysInMonth(Number(year), Number(month.slice(5)))}` };
    case 'day':
      return { from: day, to: day };
  }
}

/** The bins from that of one day to that of another, at most `MOST_BINS`. */
export function timeBins(unit: TimeUnit, { from, to }: TimeBin): readonly TimeBin[] {
  const bins = [timeBinWith(unit, from)];
  for (let last = bins[0]; last !== undefined && last.to < to && bins.length < MOST_BINS; last = bins.at(-1))
    bins.push(timeBinWith(unit, dayAfter(last.to)));
  return bins;
}

/** The next day, without making a date of it: there are many bins, and dates are slow to make. */
function dayAfter(day: Day): Day {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (date < daysInMonth(year, month)) return day.slice(0, 8) + padded(date + 1, 2);
  return month < 12 ? `${day.slice(0, 5)}${padded(month + 1, 2)}-01` : `${padded(year + 1, 4)}-01-01`;
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
