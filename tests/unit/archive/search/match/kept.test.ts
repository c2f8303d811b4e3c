import { describe, expect, it } from 'vitest';
import { Kept } from '../../../../../archive/search/core/match/kept.ts';

describe('what is kept', () => {
  it('is found once, until it is what was longest not asked for', () => {
    const found: string[] = [];
    const kept = new Kept<string>(2);
    const ask = (key: string): string =>
      kept.get(key, () => {
        found.push(key);
        return key.toUpperCase();
      });
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(found).toEqual(['a', 'b', 'c', 'b']);
  });
});
