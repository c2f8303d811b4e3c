import { describe, expect, it } from 'vitest';
import { noFilters } from '../../../../../main/contract/index.ts';
import { moveIn } from '../../../../../renderer/features/search/list-moves.ts';
import { canWiden, waysOut } from '../../../../../renderer/features/search/ways-out.ts';

const terms = { query: '', filters: noFilters, sort: 'relevance' as const, without: [], wider: false };

describe('ways out of an empty result', () => {
  it('are each filter taken away, then all of them', () => {
    const filters = { ...noFilters, government: ['g'], year: ['2016'] };
    const ways = waysOut({ ...terms, filters });
    expect(ways.map((way) => way.type)).toEqual(['filter', 'filter', 'all-filters']);
    expect(ways[0]?.terms.filters).toEqual({ ...filters, government: [] });
    expect(ways[2]?.terms.filters).toEqual(noFilters);
  });

  it('are each word left out, and the beginning of each', () => {
    const queries = waysOut({ ...terms, query: 'skola segregatoin' }).map((way) => way.terms.query);
    expect(queries).toEqual(['segregatoin', 'skola', 'skol* segregatoin', 'skola segrega*']);
  });

  it('are a field, a phrase or a pattern left out with all that belongs to it', () => {
    const left = (query: string): readonly (readonly string[])[] =>
      waysOut({ ...terms, query }).map((way) => [way.type, way.terms.query]);
    expect(left('minister:falk datum:2017')).toEqual([
      ['part', 'datum:2017'],
      ['part', 'minister:falk'],
    ]);
    expect(left('titel:"nya hamnen" klimat* bro')).toEqual([
      ['part', 'klimat* bro'],
      ['part', 'titel:"nya hamnen" bro'],
      ['word', 'titel:"nya hamnen" klimat*'],
    ]);
    expect(left('klimat* -bro')).toEqual([['part', 'klimat*']]);
  });

  it('leave a query of one part, or of parts that are tied together, as it is written', () => {
    const tied = ['skola ELLER titel:skatt', 'a NÄRA/5 b', 'titel:(hamn bro) x', 'INTE x y'];
    for (const query of ['"långsiktiga insatser"', ...tied]) {
      expect([query, waysOut({ ...terms, query })]).toEqual([query, []]);
    }
  });

  it('never propose the same search again', () => {
    const given = { ...terms, query: 'vård', filters: noFilters };
    for (const way of waysOut(given)) expect(way.terms).not.toEqual(given);
  });
});

describe('a wider search', () => {
  const clause = {
    presence: 'required',
    field: null,
    form: 'word',
    text: 'skola',
    also: [],
    alsoMore: 0,
  } as const;
  const offered = (changed: object): boolean =>
    canWiden(terms, { clauses: [{ ...clause, ...changed }], problems: [] });

  it('goes out from words that are wanted in the texts', () => {
    expect([{}, { field: 'titel' }, { form: 'phrase' }, { presence: 'optional' }].map(offered)).not.toContain(
      false,
    );
  });

  it('is not offered where there are none, or where it is made already', () => {
    const none = [{ field: 'minister' }, { presence: 'prohibited' }, { form: 'prefix' }, { text: '2017' }];
    expect(none.map(offered)).not.toContain(true);
    expect(canWiden({ ...terms, wider: true }, { clauses: [clause], problems: [] })).toBe(false);
  });
});

describe('keys in the list', () => {
  const move = (key: string, place: number): number | null => moveIn({ key, place, total: 100, page: 6 });

  it('move by row, by page and to the ends, and stop there', () => {
    expect([move('ArrowDown', 3), move('ArrowUp', 3), move('PageDown', 3), move('PageUp', 9)]).toEqual([
      4, 2, 9, 3,
    ]);
    expect([move('ArrowUp', 0), move('ArrowDown', 99), move('PageDown', 97), move('PageUp', 2)]).toEqual([
      0, 99, 99, 0,
    ]);
    expect([move('Home', 50), move('End', 50)]).toEqual([0, 99]);
  });

  it('that do not move are left to others', () => {
    for (const key of ['a', 'Enter', 'Tab', 'ArrowLeft']) expect(move(key, 5)).toBeNull();
  });
});
