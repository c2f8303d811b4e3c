import { describe, expect, it } from 'vitest';
import type { Addition, SearchAnswer } from '../../../../../archive/model/index.ts';
import { openLibrary } from '../small-library.ts';

const library = openLibrary([
  { title: 'A', body: ['En hamn, två hamnar'] },
  { title: 'B', body: ['Hamnen och hamnarna'] },
  { title: 'C', body: ['Hamnen i norr'] },
  { title: 'D', body: ['En bro'] },
]);

function also(answer: SearchAnswer, clause = 0): readonly (readonly [string, string, number, boolean])[] {
  const additions: readonly Addition[] = answer.understood.clauses[clause]?.also ?? [];
  return additions.map(({ form, kind, releases, on }) => [form, kind, releases, on]);
}

function titles(answer: SearchAnswer): readonly string[] {
  return answer.hits.map(({ title }) => title).toSorted();
}

/** What is marked in the snippets of an answer. */
function marked(answer: SearchAnswer): readonly string[] {
  return answer.hits.flatMap(({ snippet, marks }) =>
    marks.snippet.map(([start, end]) => snippet.slice(start, end)),
  );
}

describe('what a word is searched as', () => {
  it('is told: its other forms, the most frequent first, with how many releases have each', () => {
    expect(also(library.search({ query: 'hamn' }))).toEqual([
      ['hamnen', 'inflection', 2, true],
      ['hamnar', 'inflection', 1, true],
      ['hamnarna', 'inflection', 1, true],
    ]);
  });

  it('a form switched off is not found, not counted, not marked, and can be switched on', () => {
    const answer = library.search({ query: 'hamn', without: ['hamnen'] });
    expect([answer.total, titles(answer)]).toEqual([2, ['A', 'B']]);
    expect(also(answer)).toContainEqual(['hamnen', 'inflection', 2, false]);
    expect(marked(answer).toSorted()).toEqual(['hamn', 'hamnar', 'hamnarna']);
    expect(answer.facets.year.reduce((sum, { count }) => sum + count, 0)).toBe(0);
  });

  it('with all other forms off, a word is searched as it was typed, names apart', () => {
    const without = ['hamnen', 'hamnar', 'hamnarna'];
    expect(titles(library.search({ query: 'hamn', without }))).toEqual(['A']);
    expect(titles(library.search({ query: 'hamn ELLER bro', without }))).toEqual(['A', 'D']);
    expect(titles(library.search({ query: 'bro -hamn', without }))).toEqual(['D']);
    const named = openLibrary([
      { title: 'A', subjects: ['energi'] },
      { title: 'B', body: ['energins pris'] },
    ]);
    expect(titles(named.search({ query: 'energi', without: ['energins'] }))).toEqual(['A']);
  });

  it('switching off goes for truncation, spelling distance and nearness too', () => {
    const truncated = library.search({ query: 'hamn*', without: ['hamnen'] });
    expect(titles(truncated)).toEqual(['A', 'B']);
    expect(also(truncated)).toEqual([
      ['hamnen', 'truncation', 2, false],
      ['hamn', 'truncation', 1, true],
      ['hamnar', 'truncation', 1, true],
      ['hamnarna', 'truncation', 1, true],
    ]);
    const misspelt = library.search({ query: 'hamnem~1', without: ['hamnen'] });
    expect(also(misspelt)).toEqual([['hamnen', 'spelling', 2, false]]);
    expect(titles(library.search({ query: 'hamnem~1' }))).toEqual(['B', 'C']);
    expect(titles(library.search({ query: 'hamn NÄRA/3 norr' }))).toEqual(['C']);
    const apart = library.search({ query: 'hamn NÄRA/3 norr', without: ['hamnen'] });
    expect(apart.fallback).not.toBeNull();
  });

  it('phrases, single forms and concluded fields stand for nothing more', () => {
    for (const query of ['"en hamn"', '=hamn', 'minister:hamn', 'datum:2015'])
      expect(also(library.search({ query }))).toEqual([]);
  });

  it('where there are many, the most frequent are listed and the rest counted', () => {
    const endings = 'abcdefghijklmnopqrstuvwxyzåäö'.split('');
    const many = openLibrary(endings.map((ending) => ({ body: [`zorp${ending}x`] })));
    const { clauses } = many.search({ query: 'zorp*', without: ['zorpöx'] }).understood;
    const [first] = clauses;
    expect([first?.also.length, first?.alsoMore]).toEqual([25, 4]);
    expect(first?.also.find(({ form }) => form === 'zorpöx')?.on).toBe(false);
  });
});
