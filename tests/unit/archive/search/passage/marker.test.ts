import { describe, expect, it } from 'vitest';
import type { Marks } from '../../../../../archive/model/index.ts';
import { openLibrary } from '../small-library.ts';

/** Marks in a reading text that is alone in its library. */
function marksFor(query: string, reading: string): Marks {
  const [title = '', ...body] = reading.split('\n\n');
  return openLibrary([{ title, body }]).engine.marks({ query }, reading);
}

/** What is marked in a text. */
function marked(query: string, reading: string): readonly string[] {
  return marksFor(query, reading).map(([start, end]) => reading.slice(start, end));
}

const text = (body: string): string => `Rubriken\n\n${body}`;

describe('marks in a reading text', () => {
  it.each([
    ['regering', 'Regeringen och regeringens förslag', ['Regeringen', 'regeringens']],
    ['vård', 'vård, värd och vårdens', ['vård', 'vårdens']],
    ['regler', 'en regel', ['regel']],
    ['vård', 'äldrevården', ['vården']],
    ['skola', 'skolpolitik', ['skol']],
    ['=vård', 'vård, vården och äldrevård', ['vård']],
    ['vårdn~1', 'vård och vården', ['vård', 'vården']],
    ['vård NÄRA/2 ö', 'vård på en liten ö med mera, om vård av ö', ['vård', 'ö']],
    ['klimat*', 'klimatet och ett klimatavtal', ['klimatet', 'klimatavtal']],
    ['*politik', 'klimatpolitik men inte politiken', ['klimatpolitik']],
    ['covid', 'mot covid-19 nu', ['covid']],
    ['covid-19', 'mot covid-19 nu, 19', ['covid-19']],
    ['"nya hamnen"', 'Den NYA\u00A0 hamnen, nya hamnens', ['NYA\u00A0 hamnen']],
    ['"2018-2022"', 'åren 2018–2022', ['2018–2022']],
    ['EU', 'EU:s länder', ['EU:s']],
    ['bro ELLER hamn', 'bro och hamn', ['bro', 'hamn']],
    ['bro -hamn', 'bro och hamn', ['bro']],
    ['minister:nordh', 'säger Karim Nordh', ['Nordh']],
    ['typ:bro', 'en bro', []],
    ['', 'en bro', []],
    ['och', 'och', []],
  ])('%s', (query, body, expected) => {
    expect(marked(query, text(body))).toEqual(expected);
  });

  it('marks what overlaps as one', () => {
    expect(marked('"nya hamnen" hamnen', text('den nya hamnen'))).toEqual(['nya hamnen']);
  });

  it('keeps to the title or to the text where the query does', () => {
    expect(marked('titel:bro', 'Ny bro\n\nEn bro')).toEqual(['bro']);
    expect(marksFor('titel:bro', 'Ny bro\n\nEn bro')).toEqual([[3, 6]]);
    expect(marksFor('text:bro', 'Ny bro\n\nEn bro')).toEqual([[11, 14]]);
    expect(marksFor('bro', 'Ny bro\n\nEn bro')).toEqual([
      [3, 6],
      [11, 14],
    ]);
  });

  it('marks no phrase across a blank line', () => {
    expect(marked('"nya hamnen"', text('den nya\n\nhamnen'))).toEqual(['nya', 'hamnen']);
  });

  it('marks what comes nearest where nothing matches', () => {
    expect(marked('"hamnen nya"', text('den nya hamnen'))).toEqual(['nya', 'hamnen']);
    expect(marked('covid-20', text('covid 19'))).toEqual(['covid']);
    expect(marked('regerin', text('Regeringen'))).toEqual(['Regeringen']);
  });

  it('leaves out forms that are switched off, and marks words that a wider search goes by', () => {
    const library = openLibrary([
      { title: 'Vård', lead: 'Sjuka i region.' },
      { title: 'Vården', lead: 'Sjuka i region.' },
      { title: 'Hamnen', lead: 'Kajer.' },
    ]);
    const reading = 'Vården\n\nSjuka i region.';
    const marked = (asked: Parameters<typeof library.engine.marks>[0]): readonly string[] =>
      library.engine.marks(asked, reading).map(([start, end]) => reading.slice(start, end));
    expect(marked({ query: 'vård' })).toEqual(['Vården']);
    expect(marked({ query: 'vård', without: ['vården'] })).toEqual([]);
    expect(marked({ query: 'vård', wider: true })).toEqual(['Vården', 'Sjuka', 'region']);
  });

  it('takes names of object properties for words', () => {
    expect(marked('constructor', text('en constructor'))).toEqual(['constructor']);
    expect(marked('__proto__', text('__proto__'))).toEqual(['proto']);
  });
});
