import { describe, expect, it } from 'vitest';
import { openLibrary } from '../small-library.ts';

const library = openLibrary([
  { title: 'Segregation i förorten', date: '2016', lead: 'Utanförskap och trångboddhet ökar.' },
  { title: 'Mot segregation', date: '2015', lead: 'Trångboddhet och utanförskap minskar.' },
  { title: 'Siffror', date: '2015', lead: 'Utanförskap och trångboddhet.' },
  { title: 'Hamnen byggs', date: '2015', lead: 'Kajer i norr.' },
  { title: 'Trångboddhet', date: '2016', lead: 'En rapport.' },
]);

describe('a wider search', () => {
  it('is never made unasked', () => {
    expect(library.search({ query: 'segregation' }).total).toBe(2);
  });

  it('finds below what the query finds the releases that share several words with it, and says which', () => {
    const answer = library.search({ query: 'segregation', wider: true });
    expect(
      answer.hits
        .map(({ title }) => title)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['Mot segregation', 'Segregation i förorten']);
    expect(answer.hits.map(({ title }) => title).slice(2)).toEqual(['Siffror']);
    const associated = answer.understood.clauses[0]?.also.filter(({ kind }) => kind === 'associated') ?? [];
    expect(associated.map(({ form, on }) => [form, on])).toEqual(
      expect.arrayContaining([
        ['trångboddhet', true],
        ['utanförskap', true],
      ]),
    );
    const last = answer.hits.at(-1);
    expect(last?.marks.snippet.map(([start, end]) => last.snippet.slice(start, end))).toEqual([
      'Utanförskap',
      'trångboddhet',
    ]);
  });

  it('a word that goes with the query can be switched off', () => {
    const answer = library.search({ query: 'segregation', wider: true, without: ['utanförskap'] });
    const associated = answer.understood.clauses[0]?.also.find(({ form }) => form === 'utanförskap');
    expect(associated).toMatchObject({ kind: 'associated', on: false });
    expect(answer.hits.map(({ title }) => title)).not.toContain('Siffror');
  });

  it('what the query excludes, and its dates, hold for what is added', () => {
    expect(library.search({ query: 'segregation -siffror', wider: true }).total).toBe(2);
    const dated = library.search({ query: 'segregation datum:2015', wider: true });
    expect(dated.hits.map(({ title }) => title)).toEqual(['Mot segregation', 'Siffror']);
  });

  it('changes nothing where nothing is asked of the texts', () => {
    expect(library.search({ query: '', wider: true }).total).toBe(5);
    expect(library.search({ query: 'datum:2015', wider: true }).total).toBe(3);
  });
});
