import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_BINS,
  addDays,
  boundsOfEdtf,
  daysBetween,
  isDay,
  rangeWithin,
  rangesOverlap,
  timeBins,
  timeUnits,
} from '../../../../../archive/model/index.ts';
import type { DayRange, TimeBin } from '../../../../../archive/model/index.ts';
import {
  countByTime,
  countUndated,
  extentOf,
} from '../../../../../archive/search/core/timeline/count-by-time.ts';
import type { TimeCounts } from '../../../../../archive/search/core/timeline/count-by-time.ts';
import { catalogueOf, entryOf } from '../small-catalogue.ts';

const FIRST = '2011-01-01';
const DAYS = 4000;

const day = fc.nat({ max: DAYS }).map((n) => addDays(FIRST, n));

/** A day near the edge of a year or a month: where a date falls out of its bin. */
const edge = fc
  .tuple(fc.integer({ min: 2011, max: 2021 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(-1, 0, 1))
  .map(([year, month, step]) => addDays(`${year}-${String(month).padStart(2, '0')}-01`, step));

const edtf = fc.oneof(
  day,
  edge,
  day.map((one) => one.slice(0, 7)),
  day.map((one) => one.slice(0, 4)),
  fc.tuple(fc.oneof(day, edge), fc.oneof(day, edge)).map((ends) => {
    const [from, to] = ends.toSorted();
    return from === to ? (from ?? '') : `[${from}..${to}]`;
  }),
  day.map((one) => `[..${one}]`),
  day.map((one) => `[${one}..]`),
  fc.constant('XXXX'),
);

const stretch = fc
  .tuple(fc.oneof(day, edge), fc.oneof(day, edge))
  .map((ends): TimeBin => ({ from: ends.toSorted()[0] ?? '', to: ends.toSorted()[1] ?? '' }));

function boundsOf(text: string): DayRange {
  const bounds = boundsOfEdtf(text);
  if (bounds === null) throw new RangeError(`not a date: ${text}`);
  return bounds;
}

function dated(dates: readonly string[]): ReturnType<typeof catalogueOf> {
  return catalogueOf(
    dates.map((text, n) => {
      const { from, to } = boundsOf(text);
      return entryOf({ date: { earliest: from, latest: to } }, n);
    }),
  );
}

/** What the counts mean, release by release and bin by bin. */
function naive(dates: readonly DayRange[], bins: readonly TimeBin[]): TimeCounts {
  const whole = { from: bins.at(0)?.from ?? '', to: bins.at(-1)?.to ?? '' };
  const isUndated = ({ from, to }: DayRange): boolean => from === null && to === null;
  const fits = (date: DayRange): boolean => bins.some((bin) => rangeWithin(date, bin));
  const inSight = dates.filter((date) => !isUndated(date) && rangesOverlap(date, whole));
  return {
    counts: bins.map((bin) => dates.filter((date) => rangeWithin(date, bin)).length),
    inexact: inSight.filter((date) => !fits(date)).length,
    undated: dates.filter(isUndated).length,
    before: dates.filter(({ to }) => to !== null && to < whole.from).length,
    after: dates.filter(({ from }) => from !== null && from > whole.to).length,
  };
}

describe('counting by time', () => {
  it('counts each release once, in the bin that it fits, as looking at each date and each bin would', () => {
    fc.assert(
      fc.property(
        fc.array(edtf, { maxLength: 40 }),
        fc.constantFrom(...timeUnits),
        stretch,
        fc.infiniteStream(fc.boolean()),
        (dates, unit, shown, picks) => {
          const wanted = dates.map((_, ref) => ref).filter(() => picks.next().value === true);
          const counted = countByTime(dated(dates), Uint32Array.from(wanted), unit, shown);
          const chosen = wanted.map((ref) => boundsOf(dates[ref] ?? ''));
          expect(counted).toEqual(naive(chosen, timeBins(unit, shown)));
          const { counts, inexact, undated, before, after } = counted;
          const all = counts.reduce((sum, n) => sum + n, inexact + undated + before + after);
          expect(all).toBe(wanted.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes its scale from dates known to within a year, and from wider ones only where there are no others', () => {
    expect(
      extentOf(dated(['2014', '2016-05-03', '[2001-01-01..2019-12-31]', '[..1999-01-01]', 'XXXX'])).scale,
    ).toEqual({
      from: '2014-01-01',
      to: '2016-05-03',
    });
    expect(extentOf(dated(['[2001-01-01..2019-12-31]', 'XXXX'])).scale).toEqual({
      from: '2001-01-01',
      to: '2019-12-31',
    });
    expect(extentOf(dated(['XXXX', '[..1999-01-01]']))).toEqual({ scale: null, main: null });
  });

  it('looks first at what nearly all are from, where a few reach far back or ahead', () => {
    const usual = Array.from({ length: 2000 }, (_, n) => `${1995 + (n % 25)}-03-04`);
    expect(extentOf(dated(['1904-05-06', '1912', ...usual, '2105-01-01']))).toEqual({
      scale: { from: '1904-05-06', to: '2105-01-01' },
      main: { from: '1995-01-01', to: '2019-12-31' },
    });
    expect(extentOf(dated(['1990-05-06', ...usual])).main).toEqual({ from: '1990-05-06', to: '2019-03-04' });
  });

  it('tells the undated from those with a bound where there is no scale', () => {
    expect(countUndated(dated(['XXXX', '[..1999-01-01]', 'XXXX']), Uint32Array.of(0, 1, 2))).toEqual({
      counts: [],
      inexact: 1,
      undated: 2,
      before: 0,
      after: 0,
    });
  });
});

describe('bins of time', () => {
  it('follow one another day by day over the days asked for, and are whole years, months or days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timeUnits), day, fc.nat({ max: 1500 }), (unit, from, length) => {
        const shown = { from, to: addDays(from, length) };
        const bins = timeBins(unit, shown);
        const width = { year: 4, month: 7, day: 10 }[unit];
        expect(bins.at(0)?.from.slice(0, width)).toBe(shown.from.slice(0, width));
        expect(bins.at(-1)?.to.slice(0, width)).toBe(shown.to.slice(0, width));
        for (const bin of bins) {
          expect(isDay(bin.from) && isDay(bin.to)).toBe(true);
          expect(bin.from.slice(0, width)).toBe(bin.to.slice(0, width));
          expect(addDays(bin.from, -1).slice(0, width)).not.toBe(bin.from.slice(0, width));
        }
        const gaps = bins.slice(1).map((bin, n) => daysBetween(bins[n]?.to ?? '', bin.from));
        expect(new Set(gaps)).toEqual(new Set(bins.length > 1 ? [1] : []));
      }),
    );
  });

  it('are cut where there would be too many, and end with the last day there is', () => {
    expect(timeBins('day', { from: '0001-01-01', to: '9999-12-31' })).toHaveLength(MOST_BINS);
    expect(timeBins('month', { from: '9999-11-05', to: '9999-12-31' })).toEqual([
      { from: '9999-11-01', to: '9999-11-30' },
      { from: '9999-12-01', to: '9999-12-31' },
    ]);
  });
});
