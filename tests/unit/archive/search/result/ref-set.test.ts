import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefSet } from '../../../../../archive/search/core/result/ref-set.ts';

/** Two sets of releases of the same size. */
const pairs = fc.integer({ min: 0, max: 100 }).chain((size) => {
  const refs = fc.subarray(Array.from({ length: size }, (_, ref) => ref));
  return fc.record({ size: fc.constant(size), a: refs, b: refs });
});

describe('a set of releases', () => {
  it('is cut and joined as sets are', () => {
    fc.assert(
      fc.property(pairs, ({ size, a, b }) => {
        const [x, y] = [a, b].map((refs) => RefSet.of(Uint32Array.from(refs), size)) as [RefSet, RefSet];
        expect([...x.refs()]).toEqual(a);
        expect(x.count).toBe(a.length);
        expect([...x.and(y).refs()]).toEqual(a.filter((ref) => b.includes(ref)));
        expect([...x.without(y).refs()]).toEqual(a.filter((ref) => !b.includes(ref)));
        expect(new Set(x.or(y).refs())).toEqual(new Set([...a, ...b]));
        expect(x.or(y).count).toBe(new Set([...a, ...b]).size);
      }),
    );
  });
});
