import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../../../archive/model/index.ts';
import { openLibrary } from '../small-library.ts';

const library = openLibrary([
  { title: 'Helt', date: '2015', body: ['Om vård.'] },
  { title: 'Delvis', date: '2016', body: ['Om äldrevård, äldrevården och vårdpolitik.'] },
  { title: 'Båda', date: '2016', body: ['Om vård och äldrevård.'] },
  { title: 'Inget', date: '2016', body: ['Ett förslag om uppskattning.'] },
]);

const filler = 'hamnen byggs '.repeat(100);

function titles(answer: SearchAnswer): readonly string[] {
  return answer.hits.map(({ title }) => title);
}

function marked(answer: SearchAnswer, title: string): readonly string[] {
  const hit = answer.hits.find((one) => one.title === title);
  return hit?.marks.snippet.map(([start, end]) => hit.snippet.slice(start, end)) ?? [];
}

describe('words inside compounds', () => {
  it('are found, below whole words however much they say', () => {
    expect(titles(library.search({ query: 'vård' })).toSorted()).toEqual(['Båda', 'Delvis', 'Helt']);
    const several = openLibrary([
      { title: 'Äldrevård', lead: 'Äldrevård, vårdpolitik och äldrevård.' },
      { title: 'Annat', body: [`${filler} vård ${filler}`] },
      { title: 'Mer', body: [filler] },
    ]);
    expect(titles(several.search({ query: 'vård' }))).toEqual(['Annat', 'Äldrevård']);
  });

  it('are marked inside the compound', () => {
    const answer = library.search({ query: 'vård' });
    expect(marked(answer, 'Delvis')).toEqual(['vård', 'vården', 'vård']);
    expect(marked(answer, 'Båda')).toEqual(['vård', 'vård']);
  });

  it('are told among what a word is searched as', () => {
    const [clause] = library.search({ query: 'vård' }).understood.clauses;
    expect(clause?.also).toEqual([
      { form: 'äldrevård', kind: 'compound', releases: 2, on: true },
      { form: 'vårdpolitik', kind: 'compound', releases: 1, on: true },
      { form: 'äldrevården', kind: 'compound', releases: 1, on: true },
    ]);
  });

  it('can be switched off one by one', () => {
    const two = library.search({ query: 'vård', without: ['äldrevård', 'äldrevården'] });
    expect(titles(two)).toContain('Delvis');
    expect(marked(two, 'Delvis')).toEqual(['vård']);
    const all = library.search({ query: 'vård', without: ['äldrevård', 'äldrevården', 'vårdpolitik'] });
    expect(titles(all).toSorted()).toEqual(['Båda', 'Helt']);
  });

  it('count in facets as what is found', () => {
    const { year } = library.search({ query: 'vård' }).facets;
    expect(year.map(({ id, count }) => [id, count])).toEqual([
      ['2016', 2],
      ['2015', 1],
    ]);
  });

  it('are not any letters that happen to stand there', () => {
    expect(library.search({ query: 'lag' }).total).toBe(0);
    expect(library.search({ query: 'skatt' }).total).toBe(0);
  });

  it('two words found half inside compounds go after one so found', () => {
    const several = openLibrary([
      { title: 'Skolpolitik och äldrevård', body: ['Skolpolitik och äldrevård.'] },
      { title: 'En', lead: 'Politik och äldrevård.', body: [filler] },
      { title: 'Ingen', body: [`Politik ${filler} vård.`] },
      { title: 'Mer', body: [filler] },
    ]);
    expect(titles(several.search({ query: 'politik vård' }))).toEqual([
      'Ingen',
      'En',
      'Skolpolitik och äldrevård',
    ]);
  });
});

describe('compounds of the query', () => {
  it('are left whole where they are found', () => {
    const answer = library.search({ query: 'äldrevård' });
    expect([answer.fallback, titles(answer).toSorted()]).toEqual([null, ['Båda', 'Delvis']]);
  });

  it('are taken apart where nothing is found, and the parts are told', () => {
    const other = openLibrary([
      { title: 'A', body: ['Politik för klimatet.'] },
      { title: 'B', body: ['Politik.'] },
    ]);
    const answer = other.search({ query: 'klimatpolitik ' });
    expect([answer.fallback, titles(answer)]).toEqual(['parts', ['A']]);
    expect(answer.understood.clauses).toEqual([
      {
        presence: 'required',
        field: null,
        form: 'word',
        text: 'klimatpolitik',
        also: [
          { form: 'politik', kind: 'part', releases: 2, on: true },
          { form: 'klimatet', kind: 'inflection', releases: 1, on: true },
        ],
        alsoMore: 0,
      },
    ]);
    expect(marked(answer, 'A')).toEqual(['Politik', 'klimatet']);
  });
});
