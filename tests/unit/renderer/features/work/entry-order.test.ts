import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, placeAfter } from '../../../../../renderer/features/work/entry-order.ts';

const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
const order = (entries: readonly { readonly id: string }[]): string => entries.map(({ id }) => id).join('');

describe('moving entries of a collection', () => {
  it('puts them before another one, or last, in the order they had', () => {
    expect(order(moved(all, ['d'], 'b'))).toBe('adbce');
    expect(order(moved(all, ['a'], null))).toBe('bcdea');
    expect(order(moved(all, ['e', 'a'], 'c'))).toBe('baecd');
  });

  it('takes a place before one that moves too for the place before the next that stays', () => {
    expect(order(moved(all, ['b', 'c'], 'c'))).toBe('abcde');
    expect(order(moved(all, ['d', 'e'], 'e'))).toBe('abcde');
    expect(order(moved(all, ['b'], 'b'))).toBe('abcde');
  });

  it('loses and doubles none, whatever is moved where', () => {
    const ids = all.map(({ id }) => id);
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), fc.constantFrom(...ids, null), (moving, before) => {
        const after = moved(all, moving, before);
        expect(after.map(({ id }) => id).toSorted()).toEqual(ids);
        const at = after.findIndex(({ id }) => id === moving[0]);
        expect(order(after.slice(at, at + moving.length))).toBe(moving.join(''));
      }),
    );
  });

  it('knows the one after another', () => {
    expect(placeAfter(all, 'b')).toBe('c');
    expect(placeAfter(all, 'e')).toBeNull();
  });
});
