import { describe, expect, it } from 'vitest';
import { fallbackText, searchedAsText, suggestionText } from '../../../../archive/cli/understood-text.ts';
import { fallbacks } from '../../../../archive/model/search.ts';
import type { Addition, Clause, SearchAnswer } from '../../../../archive/model/search.ts';

const clause = (text: string, rest: Partial<Clause> = {}): Clause => ({
  presence: 'required',
  field: null,
  form: 'word',
  text,
  also: [],
  alsoMore: 0,
  ...rest,
});
const add = (form: string, rest: Partial<Addition> = {}): Addition => ({
  form,
  kind: 'inflection',
  releases: 3,
  on: true,
  ...rest,
});
const answer = (clauses: readonly Clause[], suggestions: SearchAnswer['suggestions'] = []): SearchAnswer => {
  const none = { minister: [], role: [], department: [], government: [], mandatePeriod: [] };
  return {
    queryId: 1,
    understood: { clauses, problems: [] },
    total: 0,
    possible: 0,
    fallback: null,
    suggestions,
    offset: 0,
    hits: [],
    facets: { ...none, year: [], kind: [], subject: [], language: [] },
  };
};

describe('what a query was searched as, in a terminal', () => {
  it('has a line for each piece, with its field and how it must be there', () => {
    const text = searchedAsText(
      answer([
        clause('skatt', { field: 'titel' }),
        clause('skola', { presence: 'optional' }),
        clause('förskola', { presence: 'optional' }),
        clause('budget', { presence: 'prohibited' }),
        clause('politik', { form: 'suffix' }),
      ]),
      'sv',
    );
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      'Sökt som:',
      'titel:skatt',
      'skola',
      'eller förskola',
      'utan budget',
      '*politik',
    ]);
  });

  it('tells the forms added by kind with their counts, the most, and what was left out', () => {
    const compounds = Array.from({ length: 9 }, (_, n) => add(`vårdform${n}`, { kind: 'compound' }));
    const also = [add('vården', { releases: 12 }), add('vårdens', { on: false }), ...compounds];
    const text = searchedAsText(answer([clause('vård', { also, alsoMore: 4 })]), 'en');
    expect(text).toContain('vård; inflections vården 12; compounds vårdform0 3,');
    expect(text).toContain('… (9); and 4 forms more; left out: vårdens');
    expect(text).not.toContain('vårdform8');
  });

  it('is nothing where nothing was asked', () => {
    expect(searchedAsText(answer([]), 'sv')).toBe('');
  });
});

describe('other spellings, in a terminal', () => {
  it('stand with how many they find, and not at all when there are none', () => {
    const suggestions = [
      { query: 'segregation', releases: 312 },
      { query: 'segregering', releases: 2 },
    ];
    expect(suggestionText(answer([], suggestions), 'sv')).toBe(
      'Menade du: segregation (312), segregering (2)',
    );
    expect(suggestionText(answer([]), 'en')).toBe('');
  });
});

describe('how a query was loosened', () => {
  it('is told apart in both languages', () => {
    const said = fallbacks.flatMap((fallback) => [
      fallbackText(fallback, 'sv'),
      fallbackText(fallback, 'en'),
    ]);
    expect(new Set(said).size).toBe(fallbacks.length * 2);
  });
});
