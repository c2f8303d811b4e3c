import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedTops } from '../../../../../renderer/features/work/margin-layout.ts';

describe('cards beside a text', () => {
  it('stand at their passages where there is room', () => {
    expect(placedTops([40, 300], [100, 100], 30)).toEqual([40, 300]);
  });

  it('are pushed down by the one before', () => {
    expect(placedTops([0, 0, 60], [50, 50, 50], 20)).toEqual([20, 82, 144]);
  });

  it('never lie over one another, and never above their passages', () => {
    const cards = fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 400 })), { maxLength: 20 });
    fc.assert(
      fc.property(cards, (all) => {
        const wanted = all.map(([top]) => top);
        const heights = all.map(([, height]) => height);
        const placed = placedTops(wanted, heights, 0);
        const bottoms = placed.map((top, index) => top + (heights[index] ?? 0));
        expect(placed.every((top, index) => top >= (wanted[index] ?? 0))).toBe(true);
        expect(placed.slice(1).every((top, index) => top > (bottoms[index] ?? 0))).toBe(true);
      }),
    );
  });
});
