import { describe, expect, it } from 'vitest';
import { noFilters } from '../../../../main/contract/index.ts';
import type { Filters, SearchAnswer } from '../../../../main/contract/index.ts';
import { activeFilters, rememberLabels, without } from '../../../../renderer/state/active-filters.ts';

const filters: Filters = {
  ...noFilters,
  minister: ['a', 'b'],
  government: ['g'],
  from: '2014-05-03',
  strong: true,
};

describe('the filters in force', () => {
  it('are told one by one, and each can be taken away by itself until none is left', () => {
    const active = activeFilters(filters);
    expect(active.map((one) => one.key)).toEqual([
      'period',
      'minister:a',
      'minister:b',
      'government:g',
      'strong',
    ]);
    expect(without(filters, active[1] ?? { type: 'switch', key: '', name: 'strong' }).minister).toEqual([
      'b',
    ]);
    expect(active.reduce(without, filters)).toEqual(noFilters);
    expect(activeFilters(noFilters)).toEqual([]);
  });

  it('keep the names of values that no answer lists any more', () => {
    const empty = { minister: [], role: [], department: [], government: [] };
    const rest = { mandatePeriod: [], year: [], kind: [], subject: [], language: [] };
    const facets: SearchAnswer['facets'] = {
      ...empty,
      ...rest,
      minister: [
        { id: 'a', label: 'Tore Lindvall', count: 3, uncertain: 0 },
        { id: 'c', label: 'Not chosen', count: 1, uncertain: 0 },
      ],
    };
    const once = rememberLabels(new Map(), filters, facets);
    expect(rememberLabels(once, filters, { ...empty, ...rest })).toBe(once);
    expect([...rememberLabels(once, noFilters, facets)]).toEqual([['minister:a', 'Tore Lindvall']]);
    const renamed = { ...facets, minister: [{ id: 'a', label: 'T. Lindvall', count: 3, uncertain: 0 }] };
    expect(rememberLabels(once, filters, renamed).get('minister:a')).toBe('T. Lindvall');
  });
});
