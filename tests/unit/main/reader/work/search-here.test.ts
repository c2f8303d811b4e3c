import { describe, expect, it } from 'vitest';
import { noFilters } from '../../../../../main/contract/index.ts';
import type { KeptSearch } from '../../../../../main/contract/index.ts';
import { searchHere } from '../../../../../main/reader/work/search-here.ts';

const kept = (archive: string, minister: readonly string[]): KeptSearch => ({
  query: 'elnät',
  filters: { ...noFilters, minister: [...minister], year: ['2017'], language: ['sv'] },
  sort: 'relevance',
  wider: false,
  without: [],
  archive,
});

describe('a search that was kept', () => {
  it('is asked as it was in the archive that it was made in', () => {
    const search = kept('97f7eeaf', ['falk']);
    expect(searchHere(search, '97f7eeaf')).toBe(search);
  });

  it('tells whose its filters are where its series is read beside another', () => {
    const here = searchHere(kept('library nordmark', ['falk']), 'library nordmark sydmark');
    expect(here).toEqual(kept('library nordmark sydmark', ['nordmark:falk']));
  });

  it('is asked as it was where a third series comes to two', () => {
    const here = searchHere(
      kept('library nordmark sydmark', ['sydmark:falk']),
      'library nordmark sydmark vik',
    );
    expect(here?.filters.minister).toEqual(['sydmark:falk']);
  });

  it('is not asked where a series of its own is gone, nor elsewhere', () => {
    for (const key of ['library nordmark', 'library vik', '97f7eeaf', ''])
      expect(searchHere(kept('library nordmark sydmark', ['nordmark:falk']), key)).toBeNull();
    expect(searchHere(kept('97f7eeaf', []), 'library nordmark')).toBeNull();
  });
});
