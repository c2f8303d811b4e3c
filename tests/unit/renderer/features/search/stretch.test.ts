import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchAt } from '../../../../../renderer/features/search/stretch.ts';

describe('the stretch of a query where a mistake is', () => {
  it('goes from there to the next space', () => {
    expect(stretchAt('skola "vård av', 6)).toBe('"vård');
    expect(stretchAt('skola OCH', 6)).toBe('OCH');
    expect(stretchAt('skola  foo:bar', 5)).toBe('foo:bar');
  });

  it('is cut where it is very long, and empty where nothing is', () => {
    expect(stretchAt('a'.repeat(300), 0)).toHaveLength(24);
    expect(stretchAt('skola', 5)).toBe('');
    expect(stretchAt('skola', 500)).toBe('');
  });

  it('is short and never cuts a letter of two units in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(70), (query, at) => {
        expect(Array.from(stretchAt(query, at)).length).toBeLessThanOrEqual(24);
      }),
    );
    const flags = '🇸🇪'.repeat(40);
    expect(stretchAt(flags, 0).isWellFormed()).toBe(true);
  });
});
