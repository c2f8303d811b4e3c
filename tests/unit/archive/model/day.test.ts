import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  daysInMonth,
  intersectRanges,
  isDay,
  rangesOverlap,
  rangeWithin,
} from '../../../../archive/model/day.ts';
import { anyDay, anyRange, daysOf } from './dates.ts';

describe('days', () => {
  it.each(['2016-02-29', '2000-02-29', '2019-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2015-02-29',
    '1900-02-29',
    '2019-06-31',
    '2019-00-10',
    '2019-13-01',
    '2019-1-01',
    '2019-01-01T00:00',
    '',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('add up: n days later lies n days away, and is later as text too', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
        const other = addDays(day, n);
        expect(isDay(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(n);
        expect(Math.sign(n)).toBe(other < day ? -1 : other > day ? 1 : 0);
      }),
    );
  });

  it('of a month end where the calendar says', () => {
    expect([1, 2, 4, 12].map((month) => daysInMonth(2019, month))).toEqual([31, 28, 30, 31]);
    expect([daysInMonth(2000, 2), daysInMonth(1900, 2)]).toEqual([29, 28]);
    expect(dayOf(2019, 2, 29)).toBeNull();
  });
});

describe('intervals of days, both ends inclusive', () => {
  it('overlap, lie within and intersect as sets of days do', () => {
    fc.assert(
      fc.property(anyRange, anyRange, (a, b) => {
        const [first, second] = [daysOf(a), daysOf(b)];
        const common = [...first].filter((day) => second.has(day));
        expect(rangesOverlap(a, b)).toBe(common.length > 0);
        const both = intersectRanges(a, b);
        expect(both === null ? [] : [...daysOf(both)]).toEqual(common);
        const openEndFits = (a.from !== null || b.from === null) && (a.to !== null || b.to === null);
        expect(rangeWithin(a, b)).toBe(common.length === first.size && openEndFits);
      }),
    );
  });
});
