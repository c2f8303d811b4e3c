import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstOf } from '../../../../../archive/search/core/result/first-of.ts';

describe('the first few of many', () => {
  it('are those that stand first when all are sorted', () => {
    const numbers = fc.uniqueArray(fc.nat(1000), { maxLength: 60 });
    fc.assert(
      fc.property(numbers, fc.nat(70), fc.boolean(), (all, most, isDescending) => {
        const compare = (a: number, b: number): number => (isDescending ? b - a : a - b);
        const first = new FirstOf(most, compare);
        for (const number of all) first.offer(number);
        expect([...first.sorted()]).toEqual(all.toSorted(compare).slice(0, most));
      }),
      { numRuns: 1000 },
    );
  });
});
