import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../../../main/contract/index.ts';
import { stretchOn, timeScale } from '../../../../../renderer/features/register/time-scale.ts';

describe('the scale of stretches of time', () => {
  it('is of whole years, from the first day to the last', () => {
    const scale = timeScale(
      [
        { from: '2014-10-03', to: '2016-05-25' },
        { from: '2015-01-01', to: '2017-07-27' },
      ],
      '2026-07-02',
    );
    expect(scale).toMatchObject({ from: '2014-01-01', to: '2017-12-31' });
    expect(scale?.years.map(({ year }) => year)).toEqual([2014, 2015, 2016, 2017]);
  });

  it('goes as far as is known where an end is open, and writes few years', () => {
    const scale = timeScale([{ from: '1996-03-22', to: null }], '2026-07-02');
    expect(scale?.to).toBe('2026-12-31');
    expect(scale?.years.map(({ year }) => year)).toEqual([2000, 2005, 2010, 2015, 2020, 2025]);
    expect(timeScale([{ from: null, to: null }], '2026-07-02')).toBeNull();
    expect(timeScale([], null)).toBeNull();
  });

  it('places days so that neighbouring stretches meet and all fit', () => {
    const scale = { from: '2015-01-01', to: '2016-12-31' };
    const days = daysBetween(scale.from, scale.to) + 1;
    for (let n = 0; n < days - 1; n += 37) {
      const day = addDays(scale.from, n);
      const before = stretchOn(scale, { from: null, to: day });
      const after = stretchOn(scale, { from: addDays(day, 1), to: null });
      expect(before.width).toBeCloseTo(((n + 1) / days) * 100);
      expect(before.left + before.width).toBeCloseTo(after.left);
      expect(after.left + after.width).toBeCloseTo(100);
    }
  });
});
