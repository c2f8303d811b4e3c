import { describe, expect, it } from 'vitest';
import { openLibrary } from '../small-library.ts';

const pages = [
  { title: 'Fyrar', date: '2015', lead: 'Fyrljus och mistlur längs leden. Staten betalar.' },
  { title: 'Nya fyrar', date: '2016', lead: 'Fyrljus, mistlur och bojar. Staten betalar.' },
  { title: 'Fyrar i norr', date: '2016', lead: 'Mistlur saknas. Staten betalar 2016.' },
  { title: 'Skogen', date: '2015', lead: 'Träd. Staten betalar.' },
  { title: 'Skolan', date: '2015', lead: 'Bänkar. Staten betalar.' },
  { title: 'Vården', date: '2015', lead: 'Sängar. Staten betalar.' },
];
const library = openLibrary(pages);

function wordsGoingWith(query: string): readonly string[] {
  const [clause] = library.search({ query, wider: true }).understood.clauses;
  return (clause?.also ?? []).filter(({ kind }) => kind === 'associated').map(({ form }) => form);
}

describe('words that go with a query', () => {
  it('are those that its best releases have more often than others do, the closest first', () => {
    expect(wordsGoingWith('fyrar').slice(0, 2)).toEqual(['mistlur', 'fyrljus']);
  });

  it('are not those that all releases have, nor numbers, nor those that one of the best has', () => {
    const words = wordsGoingWith('fyrar');
    for (const word of ['staten', 'betalar', '2016', 'bojar']) expect(words).not.toContain(word);
  });

  it('are never the words asked for', () => {
    expect(wordsGoingWith('fyrar mistlur')).not.toContain('mistlur');
  });
});
