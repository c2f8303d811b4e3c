import { describe, expect, it } from 'vitest';
import type { FacetValue } from '../../../../../main/contract/index.ts';
import {
  facetRow,
  fewValues,
  listedValues,
  matchingRows,
} from '../../../../../renderer/features/facets/facet-values.ts';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';

const words = wordsIn('sv');
const value = (id: string, count: number, more: Partial<FacetValue> = {}): FacetValue => ({
  id,
  label: id.toUpperCase(),
  count,
  uncertain: 0,
  ...more,
});

describe('the rows of a facet', () => {
  it('keep what is chosen though it gives nothing, under the name it had', () => {
    const listed = listedValues({
      facet: 'minister',
      values: [value('a', 3), value('b', 0), value('c', 0)],
      chosen: ['c', 'gone'],
      labels: new Map([['minister:gone', 'Borta']]),
    });
    expect(listed.map(({ label, count }) => [label, count])).toEqual([
      ['A', 3],
      ['C', 0],
      ['Borta', 0],
    ]);
  });

  it('put periods newest first, other values as the answer has them', () => {
    const values = [value('old', 9, { from: '2010-10-07' }), value('new', 1, { from: '2018-11-21' })];
    const given = { values, chosen: [], labels: new Map<string, string>() };
    expect(listedValues({ facet: 'government', ...given }).map(({ id }) => id)).toEqual(['new', 'old']);
    expect(listedValues({ facet: 'subject', ...given }).map(({ id }) => id)).toEqual(['old', 'new']);
  });

  it('tell what sets a value apart: offices with years, former names, days', () => {
    const detail = (more: Partial<FacetValue>): string =>
      facetRow('minister', value('a', 1, more), words).detail;
    expect(detail({ roles: [{ title: 'bostadsminister', from: '2014-05-03', to: '2017-12-20' }] })).toBe(
      'bostadsminister 2014–2017',
    );
    expect(detail({ formerly: ['Byggdepartementet'], from: '2015-01-01', to: null })).toBe(
      'tidigare Byggdepartementet',
    );
    expect(detail({ from: '2014-05-03', to: '2018-11-21' })).toBe('3 maj 2014 – 21 november 2018');
    expect(detail({})).toBe('');
  });

  it('are cut to a few when there are many, never a chosen one', () => {
    const values = Array.from({ length: 30 }, (_, index) => value(`v${index}`, 30 - index));
    expect(fewValues(values, ['v20']).map(({ id }) => id)).toEqual([
      'v0',
      'v1',
      'v2',
      'v3',
      'v4',
      'v5',
      'v20',
    ]);
    expect(fewValues(values.slice(0, 8), [])).toHaveLength(8);
  });

  it('are found by words of the name or of what sets them apart, letter case aside', () => {
    const rows = [
      { id: 'a', label: 'Åsa Öberg', detail: 'finansminister 2010–2014', count: 1, uncertain: 0 },
      { id: 'b', label: 'Bo Ek', detail: 'utrikesminister', count: 1, uncertain: 0 },
    ];
    expect(matchingRows(rows, 'ÖBERG finans').map((row) => row.id)).toEqual(['a']);
    expect(matchingRows(rows, 'oberg')).toEqual([]);
    expect(matchingRows(rows, '  ')).toEqual(rows);
  });
});
