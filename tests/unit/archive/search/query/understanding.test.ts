import { describe, expect, it } from 'vitest';
import type { Addition } from '../../../../../archive/model/search.ts';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { understand } from '../../../../../archive/search/core/query/understanding.ts';

describe('a query told back', () => {
  it('has for each leaf what else it stands for, by who knows the index', () => {
    const { root, understood } = parseQuery('vården ELLER -=skolan');
    const addition: Addition = { form: 'vård', kind: 'inflection', releases: 3, on: true };
    const told = understand(root, understood.problems, (leaf) =>
      leaf.type === 'word' ? { also: [addition], alsoMore: 2 } : { also: [], alsoMore: 0 },
    );
    expect(told.clauses).toEqual([
      { presence: 'optional', field: null, form: 'word', text: 'vården', also: [addition], alsoMore: 2 },
      { presence: 'prohibited', field: null, form: 'exact', text: 'skolan', also: [], alsoMore: 0 },
    ]);
  });

  it('tells mistakes in the order of the query, whoever found them', () => {
    const { problems } = parseQuery('k* färg:röd a NÄRA/60 b "öppen').understood;
    expect(problems.map(({ code }) => code)).toEqual([
      'query-wildcard-too-short',
      'query-unknown-field',
      'query-near-too-far',
      'query-unclosed-quote',
    ]);
  });
});
