import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, timeBins, timeUnits } from '../../../../../main/contract/index.ts';
import type { TimelineAnswer } from '../../../../../main/contract/index.ts';
import {
  bandName,
  barsPath,
  binAt,
  chartOf,
  countIn,
  daysOf,
  fullestBin,
  governmentsIn,
  stretchOf,
  ticksOf,
  ticksWithRoom,
} from '../../../../../renderer/features/timeline/chart.ts';
import type { Chart } from '../../../../../renderer/features/timeline/chart.ts';

function chart(over: Partial<TimelineAnswer> = {}): Chart {
  const made = chartOf({
    unit: 'year',
    scale: { from: '2014-03-01', to: '2016-11-30' },
    main: { from: '2014-03-01', to: '2016-11-30' },
    shown: { from: '2014-01-01', to: '2016-12-31' },
    counts: [4, 0, 8],
    inexact: 1,
    undated: 0,
    before: 0,
    after: 0,
    governments: [],
    ...over,
  });
  if (made === null) throw new RangeError('nothing to draw');
  return made;
}

const day = fc.nat({ max: 2500 }).map((n) => addDays('2012-01-01', n));

describe('a stretch of days on the chart', () => {
  it('covers whole bars where the days are whole bins, and the same bars give the days back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timeUnits), fc.nat(), fc.nat(), (unit, one, other) => {
        const bins = timeBins(unit, { from: '2014-01-01', to: '2015-12-31' });
        const [a, b] = [one % bins.length, other % bins.length];
        const days = daysOf(bins, a, b);
        expect(days === null ? null : stretchOf(bins, days)).toEqual({
          start: Math.min(a, b),
          end: Math.max(a, b) + 1,
        });
      }),
    );
  });

  it('lies in order, within the chart, and is nowhere where none of its days is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...timeUnits), day, day, (unit, one, other) => {
        const bins = timeBins(unit, { from: '2014-01-01', to: '2015-12-31' });
        const [from = '', to = ''] = [one, other].toSorted();
        const stretch = stretchOf(bins, { from, to });
        const isOff = to < '2014-01-01' || from > '2015-12-31';
        expect(stretch === null).toBe(isOff);
        const { start, end } = stretch ?? { start: 0, end: 1 };
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(bins.length);
      }),
    );
  });

  it('reaches into a bar as far as its days do', () => {
    const { bins } = chart();
    const stretch = stretchOf(bins, { from: '2014-07-02', to: '2015-01-01' });
    expect(stretch?.start).toBeCloseTo(182 / 365);
    expect(stretch?.end).toBeCloseTo(1 + 1 / 365);
  });

  it('reaches to the edge where it is open, and is none where it runs backwards', () => {
    const { bins } = chart();
    expect(stretchOf(bins, { from: null, to: '2014-12-31' })).toEqual({ start: 0, end: 1 });
    expect(stretchOf(bins, { from: '2016-01-01', to: null })).toEqual({ start: 2, end: 3 });
    expect(stretchOf(bins, { from: '2016-01-01', to: '2014-01-01' })).toBeNull();
  });
});

describe('the chart', () => {
  it('finds the bar of a day, the nearest where it is beside all', () => {
    const { bins } = chart();
    expect(['2013-05-01', '2014-01-01', '2015-12-31', '2020-01-01'].map((one) => binAt(bins, one))).toEqual([
      0, 0, 1, 2,
    ]);
  });

  it('sums the bars that days cover, and says nothing of half a bar', () => {
    expect(countIn(chart(), { from: '2014-01-01', to: '2016-12-31' })).toBe(12);
    expect(countIn(chart(), { from: '2015-01-01', to: '2015-12-31' })).toBe(0);
    expect(countIn(chart(), { from: '2014-01-02', to: '2016-12-31' })).toBeNull();
  });

  it('knows its fullest bar, the first where all are empty', () => {
    expect(fullestBin(chart())).toBe(2);
    expect(fullestBin(chart({ counts: [0, 0, 0] }))).toBe(0);
  });

  it('has both governments on a day of change', () => {
    const government = (
      id: string,
      from: string,
      to: string | null,
    ): TimelineAnswer['governments'][number] => ({
      id,
      label: id,
      series: 'nordmark',
      from,
      to,
    });
    const both = [
      government('brandt', '2010-10-07', '2014-05-03'),
      government('ahlgren', '2014-05-03', null),
    ];
    const on = (from: string): readonly string[] =>
      governmentsIn(both, { from, to: from }).map(({ id }) => id);
    expect([on('2014-05-02'), on('2014-05-03'), on('2014-05-04')]).toEqual([
      ['brandt'],
      ['brandt', 'ahlgren'],
      ['ahlgren'],
    ]);
  });

  it('names a government as fully as its band has room for', () => {
    const all = ['Regeringen Brandt', 'Regeringen Ahlgren I'];
    expect([300, 90, 20].map((pixels) => bandName('Regeringen Ahlgren I', all, pixels))).toEqual([
      'Regeringen Ahlgren I',
      'Ahlgren I',
      '',
    ]);
    expect(bandName('Regeringen Brandt', ['Regeringen Brandt', 'Rådet'], 90)).toBe('');
  });

  it('has a year under its bars, or under days a month, and only so many as have room', () => {
    const months = chart({ unit: 'month', shown: { from: '2014-01-01', to: '2016-12-31' }, counts: [] });
    expect(ticksOf(months).map(({ day: from, start, end }) => [from, start, end])).toEqual([
      ['2014-01-01', 0, 12],
      ['2015-01-01', 12, 24],
      ['2016-01-01', 24, 36],
    ]);
    const days = chart({ unit: 'day', shown: { from: '2016-01-01', to: '2016-02-29' }, counts: [] });
    expect(ticksOf(days).map(({ names, start, end }) => [names, start, end])).toEqual([
      ['month', 0, 31],
      ['month', 31, 60],
    ]);
    expect(ticksWithRoom(months, 3).map((tick) => tick.day)).toEqual([
      '2014-01-01',
      '2015-01-01',
      '2016-01-01',
    ]);
    expect(ticksWithRoom(months, 2).map((tick) => tick.day)).toEqual(['2014-01-01']);
    expect(ticksWithRoom(days, 1).map((tick) => tick.day)).toEqual(['2016-01-01']);
    const century = chart({ shown: { from: '1904-01-01', to: '2026-12-31' }, counts: [] });
    expect(ticksWithRoom(century, 8).map((tick) => tick.day.slice(0, 4))).toEqual([
      '1920',
      '1940',
      '1960',
      '1980',
      '2000',
    ]);
  });

  it('draws a bar for each bin with releases, the highest to the top, the least one still in sight', () => {
    const path = barsPath(chart({ counts: [1, 0, 1000] }));
    expect(path.split('Z').filter(Boolean)).toHaveLength(2);
    expect(path).toContain('V97.00');
    expect(path).toContain('V0.00');
  });
});
