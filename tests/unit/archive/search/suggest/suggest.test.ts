import { describe, expect, it } from 'vitest';
import { openLibrary } from '../small-library.ts';

const texts = (...bodies: string[]): { title: string; date: string; body: string[] }[] =>
  bodies.map((body, n) => ({ title: `T${n}`, date: `201${n}-02-03`, body: [body] }));

const library = openLibrary(
  texts('hamnen byggs', 'hamnen rivs', 'hamnen stängs', 'hamnar och broar', 'havet', 'broar rivs'),
);

function suggested(query: string, filters = {}): readonly (readonly [string, number])[] {
  return library.search({ query, filters }).suggestions.map((one) => [one.query, one.releases]);
}

describe('did you mean', () => {
  it('a word that no text has is replaced by the likeliest that texts have, with what it finds', () => {
    expect(suggested('hamenn')).toEqual([['hamnen', 4]]);
    expect(suggested('hamenn rivs')).toEqual([['hamnen rivs', 1]]);
  });

  it('the rest of the query stays as it was typed', () => {
    expect(suggested('(hamenn ELLER zzz) -byggs')).toEqual([['(hamnen ELLER zzz) -byggs', 3]]);
    expect(suggested('text:hamenn')).toEqual([['text:hamnen', 4]]);
  });

  it('several words at once', () => {
    expect(suggested('hamenn rvis')).toEqual([['hamnen rivs', 1]]);
  });

  it('is counted under the same filters', () => {
    expect(suggested('hamenn', { year: ['2011', '2012'] })).toEqual([['hamnen', 2]]);
    expect(suggested('hamenn', { year: ['2019'] })).toEqual([]);
  });

  it('is not asked where enough was found, or for what is excluded or concluded', () => {
    expect(suggested('hamnen')).toEqual([]);
    expect(suggested('havet -hamenn')).toEqual([]);
    expect(suggested('minister:hamenn')).toEqual([]);
  });

  it('another number is never offered, only other letters beside the same one', () => {
    const dated = openLibrary(
      texts('covid-19', 'beslut 2017-03-29', 'beslut 2017-03-28', 'prop. 2017/18:10'),
    );
    const offered = (query: string): readonly string[] =>
      dated.search({ query }).suggestions.map((one) => one.query);
    expect(offered('2017-03-27')).toEqual([]);
    expect(offered('2017/18:11')).toEqual([]);
    expect(offered('covdi-19')).toEqual(['covid-19']);
    expect(offered('covid-18')).toEqual([]);
  });

  it('names nothing that finds no more', () => {
    expect(suggested('havt byggs')).toEqual([]);
    expect(suggested('xyzzyx')).toEqual([]);
  });
});
