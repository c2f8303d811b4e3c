import { describe, expect, it } from 'vitest';
import { openLibrary } from '../small-library.ts';

const library = openLibrary([
  { title: 'A', lead: 'Ny bro', body: ['Regeringens förslag om långsiktiga insatser mot segregation.'] },
  {
    title: 'B',
    body: ['Förslaget gäller bostäder i områden som är särskilt utsatta.', 'Insatser i bostaden.'],
  },
  {
    title: 'C',
    body: ['Utsatta områden, klimatpolitik och arvsskatten.', 'Långsiktiga mål. Insatser följer.'],
  },
  {
    title: 'Bro',
    body: ['Klimat och skatter. Dnr S2021/05469, prop. 2017/18:1 och SOU 2019:12 om covid-19.'],
  },
]);

// Each line of the table of what can be typed, and what it says it means.
describe('what can be typed', () => {
  it.each([
    ['förslag segregation', ['A']],
    ['förslaget segregationen', ['A']],
    ['förslag OCH segregation', ['A']],
    ['förslag AND segregation', ['A']],
    ['segregation ELLER klimat', ['A', 'Bro', 'C']],
    ['segregation OR klimat', ['A', 'Bro', 'C']],
    ['förslag INTE segregation', ['B']],
    ['förslag NOT segregation', ['B']],
    ['förslag -segregation', ['B']],
    ['(segregation ELLER klimat) skatter', ['Bro', 'C']],
    ['"långsiktiga insatser"', ['A']],
    ['"särskilt utsatta"', ['B']],
    ['utsatta NÄRA/5 områden', ['B', 'C']],
    ['områden NEAR/1 utsatta', ['C']],
    ['=förslaget', ['B']],
    ['=förslag', ['A']],
    ['klimat*', ['Bro', 'C']],
    ['*politik', ['C']],
    ['*skatt*', ['Bro', 'C']],
    ['segregatoin~', ['A']],
    ['segregatoin~1', ['A']],
    ['segregatoi~2', ['A']],
    ['titel:bro', ['Bro']],
    ['title:bro', ['Bro']],
    ['ingress:bro', ['A']],
    ['text:bro', ['A']],
    ['covid-19', ['Bro']],
    ['"covid 19"', ['Bro']],
    ['S2021/05469', ['Bro']],
    ['SOU 2019:12', ['Bro']],
    ['prop. 2017/18:1', ['Bro']],
    ['2017/18', ['Bro']],
    ['+om +segregation', ['A']],
    ['förslag och segregation', ['A']],
  ])('%s', (query, expected) => {
    const answer = library.search({ query });
    expect([answer.fallback, answer.hits.map(({ title }) => title).toSorted()]).toEqual([null, expected]);
  });

  it('a phrase and words near one another do not reach from one block into the next', () => {
    for (const query of ['"utsatta insatser"', 'utsatta NÄRA/20 insatser', '"arvsskatten långsiktiga"'])
      expect(library.search({ query }).fallback).toBe('nearest');
  });

  it('a truncation that stands for very many forms is cut to the most frequent, and says so', () => {
    const words = Array.from({ length: 1500 }, (_, n) => `zorp${String(n).padStart(4, '0')}`);
    const many = openLibrary([{ body: [words.join(' ')] }, { body: [words.slice(0, 40).join(' ')] }]);
    const answer = many.search({ query: 'bro ELLER zorp*' });
    expect(answer.total).toBe(2);
    expect(answer.understood.problems).toEqual([
      { code: 'query-expansion-cut', params: { at: 10, text: 'zorp*', forms: 1500, limit: 1024 } },
    ]);
    const also = answer.understood.clauses[1]?.also ?? [];
    expect(also.every(({ releases }) => releases === 2)).toBe(true);
  });
});
