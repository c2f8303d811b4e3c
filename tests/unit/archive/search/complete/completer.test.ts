import { describe, expect, it } from 'vitest';
import type { Completion } from '../../../../../archive/model/index.ts';
import { Completer } from '../../../../../archive/search/core/complete/completer.ts';
import { catalogueOf, certainly, entryOf, exampleNames, linkTo } from '../small-catalogue.ts';
import type { SmallEntry } from '../small-catalogue.ts';

function completer(...entries: readonly SmallEntry[]): Completer {
  return new Completer(catalogueOf(entries.map(entryOf)), exampleNames);
}

const archive = completer(
  {
    ministers: [linkTo('sten-alund', 'energiminister')],
    values: { department: certainly('bostadsdepartementet'), subject: certainly('energi') },
  },
  {
    ministers: [linkTo('maj-britt-ost', 'energi-och-klimatminister')],
    values: {
      department: certainly('energi-och-klimatdepartementet', 'bostadsdepartementet'),
      subject: certainly('energi', 'bostader-och-byggande'),
    },
  },
  {
    ministers: [linkTo('maj-britt-ost', 'statsminister')],
    values: { subject: certainly('energi', 'halso-och-sjukvard') },
  },
  { withdrawn: true, ministers: [linkTo('karim-nordh', 'arbetsminister')] },
);

function labels(query: string): readonly string[] {
  return archive.complete(query, query.length).map(({ label }) => label);
}

describe('completion', () => {
  it('knows a minister by any of her names, with offices and years', () => {
    const expected: Completion = {
      facet: 'minister',
      id: 'maj-britt-ost',
      label: 'Maj-Britt Öst',
      detail:
        'samordnings- och energiminister 2016–2018; energiminister 2018; energi- och klimatminister 2019–2020; statsminister 2020–2022',
      releases: 2,
      from: 6,
      to: 9,
    };
    expect(archive.complete('skatt öst', 9)).toEqual([expected]);
    expect(archive.complete('skatt ÖST', 9)).toEqual([expected]);
    expect(labels('ost')).toEqual(['Maj-Britt Öst']);
    expect(labels('maj britt ö')).toEqual(['Maj-Britt Öst']);
    expect(labels('britt')).toEqual(['Maj-Britt Öst']);
  });

  it('puts first what begins so, then what has most releases', () => {
    expect(labels('ener')).toEqual([
      'Energi',
      'Energi- och klimatdepartementet',
      'energi- och klimatminister',
      'energiminister',
    ]);
    expect(labels('sjuk')).toEqual(['Hälso- och sjukvård']);
  });

  it('knows a department by its names before and an office by its other titles, and says so', () => {
    const details = (query: string): readonly (readonly [string, string | null])[] =>
      archive.complete(query, query.length).map(({ label, detail }) => [label, detail]);
    expect(details('byggdep')).toEqual([['Bostadsdepartementet', '2015– (Byggdepartementet)']]);
    expect(details('bostadsdep')).toEqual([['Bostadsdepartementet', '2015–']]);
    expect(details('klimatmin')).toEqual([['energi- och klimatminister', null]]);
    expect(details('prime m')).toEqual([['statsminister', '(Prime Minister)']]);
    expect(details('hous')).toEqual([
      ['Bostäder och byggande', '(Housing and building)'],
      ['Bostadsdepartementet', '2015– (Ministry of Housing)'],
    ]);
  });

  it('takes the longest run of words that begins a name, and no shorter one beside it', () => {
    expect(archive.complete('energi och kl', 13).map(({ label, from }) => [label, from])).toEqual([
      ['Energi- och klimatdepartementet', 0],
      ['energi- och klimatminister', 0],
    ]);
    expect(archive.complete('skatt sten å', 12).map(({ label, from }) => [label, from])).toEqual([
      ['Sten Ålund', 6],
    ]);
  });

  it('keeps to the facet of a field', () => {
    expect(labels('roll:energi')).toEqual(['energi- och klimatminister', 'energiminister']);
    expect(labels('ämne:energi')).toEqual(['Energi']);
    expect(labels('departement:energi')).toEqual(['Energi- och klimatdepartementet']);
    expect(labels('minister:energi')).toEqual([]);
  });

  it('knows only what live releases have', () => {
    expect(labels('karim')).toEqual([]);
    expect(labels('arbetsm')).toEqual([]);
    expect(labels('signe')).toEqual([]);
  });

  it('gives eight at most', () => {
    const many = completer({
      ministers: [],
      values: {
        department: certainly(
          'justitiedepartementet',
          'kulturdepartementet',
          'trafikdepartementet',
          'finansdepartementet',
          'skoldepartementet',
          'halsodepartementet',
          'forsvarsdepartementet',
          'arbetsdepartementet',
          'byggdepartementet',
        ),
      },
    });
    expect(many.complete('ministry of', 11)).toHaveLength(8);
    expect(many.complete('ministry of', 11)[0]?.label).toBe('Arbetsdepartementet');
  });

  it('of an archive without releases is nothing', () => {
    expect(completer().complete('energi', 6)).toEqual([]);
  });
});
