import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, timeBins, timeUnits } from '../../../../../main/contract/index.ts';
import { unitBeside, unitShown, windowFor } from '../../../../../renderer/features/timeline/time-window.ts';

const scale = { from: '2011-05-03', to: '2024-11-20' };

describe('the days that are shown', () => {
  it('are whole years or months of the scale, with the day asked for among them, no more than have room', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...timeUnits),
        fc.nat({ max: 4900 }),
        fc.integer({ min: 200, max: 2400 }),
        (unit, n, width) => {
          const around = addDays(scale.from, n);
          const shown = windowFor({ unit, around }, { scale, main: scale, width });
          expect(shown.from <= around && shown.to >= around).toBe(true);
          expect(shown.from.slice(0, 4) >= '2011' && shown.to.slice(0, 4) <= '2024').toBe(true);
          const bins = timeBins(unit, shown);
          expect(bins.at(0)?.from).toBe(shown.from);
          expect(bins.at(-1)?.to).toBe(shown.to);
          const least = { year: 1, month: 12, day: 31 }[unit];
          expect(bins.length).toBeLessThanOrEqual(Math.max(least, width / 4));
        },
      ),
    );
  });

  it('are the whole scale in months where there is room for them, else in years', () => {
    const wide = { scale, main: scale, width: 1000 };
    expect(unitShown({ unit: null, around: null }, wide)).toBe('month');
    expect(windowFor({ unit: null, around: null }, wide)).toEqual({ from: '2011-01-01', to: '2024-12-31' });
    const narrow = { scale, main: scale, width: 280 };
    expect(unitShown({ unit: null, around: null }, narrow)).toBe('year');
    expect(windowFor({ unit: null, around: null }, narrow)).toEqual({ from: '2011-01-01', to: '2024-12-31' });
  });

  it('are the main part where the day asked for is in it, and as many years around it where it is not', () => {
    const long = {
      scale: { from: '1904-05-03', to: '2026-01-20' },
      main: { from: '1980-01-01', to: '2026-01-20' },
      width: 900,
    };
    expect(unitShown({ unit: null, around: null }, long)).toBe('year');
    const whole = { from: '1980-01-01', to: '2026-12-31' };
    for (const around of [null, '1980-01-01', '2017-03-04'])
      expect(windowFor({ unit: 'year', around }, long)).toEqual(whole);
    expect(windowFor({ unit: 'year', around: '1979-12-31' }, long)).toEqual({
      from: '1956-01-01',
      to: '2002-12-31',
    });
    expect(windowFor({ unit: 'year', around: '1904-06-01' }, long).from).toBe('1904-01-01');
  });

  it('end with the last day of the archive where nothing is asked for, and never lie beyond it', () => {
    const room = { scale, main: scale, width: 280 };
    expect(windowFor({ unit: 'day', around: null }, room)).toEqual({ from: '2024-10-01', to: '2024-11-30' });
    expect(windowFor({ unit: 'day', around: '1999-01-01' }, room).from).toBe('2011-05-01');
  });
});

describe('the next unit', () => {
  it('is finer or coarser, and none beyond years and days', () => {
    expect(timeUnits.map((unit) => unitBeside(unit, 1))).toEqual(['month', 'day', null]);
    expect(timeUnits.map((unit) => unitBeside(unit, -1))).toEqual([null, 'year', 'month']);
  });
});
