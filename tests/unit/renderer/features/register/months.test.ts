import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeBins } from '../../../../../main/contract/index.ts';
import type { TimelineAnswer } from '../../../../../main/contract/index.ts';
import { monthsOf } from '../../../../../renderer/features/register/months.ts';

function answer(from: string, to: string, counts: readonly number[], inexact = 0): TimelineAnswer {
  const shown = { from, to };
  return {
    unit: 'month',
    scale: shown,
    main: shown,
    shown,
    counts,
    inexact,
    undated: 0,
    before: 0,
    after: 0,
    governments: [],
  };
}

describe('releases a month', () => {
  it('are, for every month of the years told, what the timeline counted in the bin of that month', () => {
    const year = fc.integer({ min: 1990, max: 2030 });
    const month = fc.integer({ min: 1, max: 12 });
    const someCounts = fc
      .array(fc.nat(9), { minLength: 1, maxLength: 60 })
      .filter((counts) => counts.some((count) => count > 0));
    fc.assert(
      fc.property(year, month, someCounts, (y, m, counts) => {
        const two = (n: number): string => String(n).padStart(2, '0');
        const end = y * 12 + m - 1 + counts.length - 1;
        const [from, to] = [`${y}-${two(m)}-01`, `${Math.floor(end / 12)}-${two((end % 12) + 1)}-28`];
        const told = monthsOf(answer(from, to, counts));
        const byMonth = new Map(
          timeBins('month', { from, to }).map((bin, n) => [bin.from.slice(0, 7), counts[n] ?? 0]),
        );
        const most = Math.max(...counts);
        expect(told?.busiest.count).toBe(most);
        expect(byMonth.get(told?.busiest.month.slice(0, 7) ?? '')).toBe(most);
        const all = (told?.years ?? []).flatMap((one) =>
          one.counts.map((count, n) => [`${one.year}-${two(n + 1)}`, count] as const),
        );
        for (const [name, count] of all) expect(count).toBe(byMonth.get(name) ?? 0);
        const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
        expect(sum((told?.years ?? []).map(({ total }) => total))).toBe(sum(counts));
        expect(told?.years[0]?.total).toBeGreaterThan(0);
        expect(told?.years.at(-1)?.total).toBeGreaterThan(0);
      }),
    );
  });

  it('say how many fit no month', () => {
    expect(monthsOf(answer('2017-01-01', '2017-02-28', [1, 0], 3))?.inexact).toBe(3);
    expect(monthsOf({ ...answer('2017-01-01', '2017-01-31', []), shown: null })).toBeNull();
    expect(monthsOf(answer('2017-01-01', '2017-02-28', [0, 0], 3))).toBeNull();
  });
});
