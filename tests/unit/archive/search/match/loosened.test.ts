import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../../../archive/model/index.ts';
import { openLibrary } from '../small-library.ts';

function outcome({ fallback, hits }: SearchAnswer): readonly [string | null, readonly string[]] {
  return [fallback, hits.map(({ title }) => title).toSorted()];
}

const library = openLibrary([
  { title: 'A', date: '2016', body: ['Äldres vård i hela landet'] },
  { title: 'B', body: ['Ett värdigt liv'] },
  { title: 'C', body: ['Politik för klimatet'] },
  { title: 'D', body: ['Hamnen och bron'] },
]);

describe('when nothing meets a query', () => {
  it('nothing is loosened where something does', () => {
    expect(outcome(library.search({ query: 'vård' }))).toEqual([null, ['A']]);
  });

  it('first its last word is taken for a beginning', () => {
    expect(outcome(library.search({ query: 'lan' }))).toEqual(['beginning', ['A']]);
  });

  it('then letters are compared without their marks, and the forms so found are told', () => {
    const answer = library.search({ query: 'vard landet' });
    expect(outcome(answer)).toEqual(['folded', ['A']]);
    expect(answer.understood.clauses[0]).toMatchObject({
      text: 'vard',
      also: [{ form: 'vård', kind: 'folded', releases: 1, on: true }],
    });
    const [hit] = answer.hits;
    expect(hit?.marks.snippet.map(([start, end]) => hit.snippet.slice(start, end))).toEqual([
      'vård',
      'landet',
    ]);
  });

  it('a form so found can be switched off', () => {
    const answer = library.search({ query: 'vard landet', without: ['vård'] });
    expect(answer.fallback).toBe('nearest');
  });

  it('every form so found is told with what it stands for, and switched off apart', () => {
    const two = openLibrary([
      { title: 'A', body: ['vård i landet'] },
      { title: 'B', body: ['värd vid landet, värden'] },
    ]);
    const both = two.search({ query: 'vard landet' });
    expect(outcome(both)).toEqual(['folded', ['A', 'B']]);
    expect(both.understood.clauses[0]?.also.map(({ form, kind }) => [form, kind])).toEqual([
      ['vård', 'folded'],
      ['värd', 'folded'],
      ['värden', 'inflection'],
    ]);
    const one = two.search({ query: 'vard landet', without: ['vård'] });
    expect(outcome(one)).toEqual(['folded', ['B']]);
    expect(one.understood.clauses[0]?.also[0]).toEqual({
      form: 'vård',
      kind: 'folded',
      releases: 1,
      on: false,
    });
    const phrase = two.search({ query: '"vard i landet"' });
    expect(phrase.understood.clauses[0]?.also.map(({ form }) => form)).toEqual(['vård', 'värd']);
    const pair = two.search({ query: 'vid NÄRA/3 vard' });
    expect(pair.understood.clauses[0]?.also.map(({ form }) => form)).toEqual(['vård', 'värd', 'värden']);
  });

  it('phrases and words near one another are found by folded letters as well', () => {
    expect(outcome(library.search({ query: '"aldres vard"' }))).toEqual(['folded', ['A']]);
    expect(outcome(library.search({ query: 'vard NÄRA/3 hela' }))).toEqual(['folded', ['A']]);
  });

  it('letters are never folded where they are found as typed, nor for one form only', () => {
    expect(outcome(library.search({ query: 'värd' }))).not.toContain('folded');
    expect(outcome(library.search({ query: '=vard hela' }))).not.toContain('folded');
  });

  it('what is excluded, dates and concluded fields hold on', () => {
    expect(library.search({ query: 'vard landet -äldre' }).total).toBe(0);
    expect(library.search({ query: 'vard landet datum:1999' }).total).toBe(0);
    expect(library.search({ query: 'vard landet typ:tal' }).total).toBe(0);
  });

  it('at last words may be missing', () => {
    expect(outcome(library.search({ query: 'hamnen zebra bron' }))).toEqual(['nearest', ['D']]);
  });
});
