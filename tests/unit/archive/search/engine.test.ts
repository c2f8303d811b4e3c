import { describe, expect, it } from 'vitest';
import { searchAnswerSchema } from '../../../../archive/model/index.ts';
import { openLibrary, pageId } from './small-library.ts';

const texts = (...bodies: string[]): { title: string; date: string; body: string[] }[] =>
  bodies.map((body, n) => ({ title: `T${n}`, date: '2016-02-03', body: [body] }));

describe('a search', () => {
  it('answers in the shape that was agreed', () => {
    const library = openLibrary([
      {
        title: 'Ny  hamn',
        lead: 'En hamn byggs.',
        date: '2015-02-03',
        kind: 'pressmeddelande',
        language: 'sv',
        senders: ['Pressmeddelande från Näringsdepartementet'],
        departments: ['narings'],
        subjects: ['energi'],
        ministers: [['karim-nordh.energiminister', 'strong']],
      },
    ]);
    const answer = searchAnswerSchema.parse(library.search({ query: 'hamn', queryId: 7 }));
    expect(answer).toMatchObject({ queryId: 7, total: 1, possible: 0, fallback: null, offset: 0 });
    expect(answer.hits[0]).toMatchObject({
      id: pageId(0),
      url: 'https://regeringen.nordmark.example/0',
      title: 'Ny hamn',
      kind: 'Pressmeddelande',
      kindId: 'pressmeddelande',
      date: { edtf: '2015-02-03', earliest: '2015-02-03', latest: '2015-02-03', basis: 'text' },
      possible: false,
      sender: 'Pressmeddelande från Näringsdepartementet',
      departments: [{ id: 'narings', label: 'Näringsdepartementet', certain: true }],
      governments: [{ id: 'ahlgren-i', label: 'Regeringen Ahlgren I', certain: true }],
      mandatePeriods: [{ id: '2014-2018', label: '2014–2018', certain: true }],
      subjects: [{ id: 'energi', label: 'Energi', certain: true }],
      snippet: 'En hamn byggs.',
      marks: { title: [[3, 7]], snippet: [[3, 7]] },
    });
    expect(answer.hits[0]?.ministers[0]).toMatchObject({
      person: 'Karim Nordh',
      personId: 'karim-nordh',
      role: 'energiminister',
      roleId: 'karim-nordh.energiminister',
      officeId: 'energiminister',
      strength: 'strong',
    });
  });

  it('requires every word', () => {
    const library = openLibrary(texts('hamn och bro', 'hamn', 'bro'));
    expect(library.titles('hamn bro')).toEqual(['T0']);
  });

  it('is not killed by stop words, not even by required ones', () => {
    const library = openLibrary(texts('förslag om vapenlagen', 'vapen'));
    expect(library.titles('+om +vapenlagen')).toEqual(['T0']);
    expect(library.titles('om vapenlagen')).toEqual(['T0']);
    expect(library.titles('vapenlagen -om')).toEqual(['T0']);
  });

  it('finds numbers and designations as written', () => {
    const library = openLibrary(
      texts(
        'mot covid-19',
        'budget 2023/24',
        'utredning (SOU 2019:12)',
        'dnr S2021/05469',
        'prop. 2017/18:1',
        '19 covid',
      ),
    );
    expect(library.titles('covid-19')).toEqual(['T0']);
    expect(library.titles('2023/24')).toEqual(['T1']);
    expect(library.titles('SOU 2019:12')).toEqual(['T2']);
    expect(library.titles('"sou 2019:12"')).toEqual(['T2']);
    expect(library.titles('S2021/05469')).toEqual(['T3']);
    expect(library.titles('prop. 2017/18:1')).toEqual(['T4']);
    expect(library.titles('2017/18')).toEqual(['T4']);
    expect(library.titles('covid').toSorted()).toEqual(['T0', 'T5']);
  });

  it('takes å, ä and ö for letters', () => {
    const library = openLibrary(texts('vård', 'värd', 'vard', 'vård'.normalize('NFD')));
    expect(library.titles('vård').toSorted()).toEqual(['T0', 'T3']);
    expect(library.titles('värd')).toEqual(['T1']);
  });

  it('finds words through soft hyphens and no-break spaces', () => {
    const library = openLibrary(texts('segre\u00ADgationen ökar\u00A0inte'));
    expect(library.titles('segregation ökar')).toEqual(['T0']);
  });

  it('finds a minister by name where only a tag names her, and contacts by number', () => {
    const library = openLibrary([
      { title: 'A', ministers: [['maj-britt-ost.energiminister', 'strong']] },
      { title: 'B', contacts: ['Pressjour', '08-555 12 34'] },
    ]);
    expect(library.titles('öst')).toEqual(['A']);
    expect(library.titles('energiminister')).toEqual(['A']);
    expect(library.search({ query: '08-555' }).hits.map(({ title, snippet }) => [title, snippet])).toEqual([
      ['B', 'Pressjour 08-555 12 34'],
    ]);
  });
});

describe('when nothing has all the words', () => {
  const library = openLibrary(texts('hamn bro skola', 'hamn bro', 'hamn', 'vård och omsorg', 'covid'));

  it('those with most of them come, labelled as partial', () => {
    const answer = library.search({ query: 'hamn bro skola zebra' });
    expect(answer.fallback).toBe('nearest');
    expect(answer.hits.map(({ title }) => title)).toEqual(['T0']);
    expect(answer.understood.clauses.map(({ presence }) => presence)).toEqual(
      Array.from({ length: 4 }, () => 'optional'),
    );
    expect(library.titles('hamn zebra').toSorted()).toEqual(['T0', 'T1', 'T2']);
  });

  it('what is excluded stays out, and dates hold', () => {
    expect(library.titles('hamn zebra -skola').toSorted()).toEqual(['T1', 'T2']);
    expect(library.search({ query: 'hamn zebra datum:1999' }).total).toBe(0);
    expect(library.search({ query: 'hamn typ:tal' }).total).toBe(0);
  });

  it('a phrase and a word with joints are taken apart', () => {
    const answer = library.search({ query: '"vård omsorg"' });
    expect([answer.fallback, answer.hits.map(({ title }) => title)]).toEqual(['nearest', ['T3']]);
    expect(library.titles('covid-19')).toEqual(['T4']);
  });

  it('a last word that no text has is taken for a beginning', () => {
    const answer = library.search({ query: 'vård omso' });
    expect([answer.fallback, answer.hits.map(({ title }) => title)]).toEqual(['beginning', ['T3']]);
    expect(answer.understood.clauses.at(-1)).toEqual({
      presence: 'required',
      field: null,
      form: 'prefix',
      text: 'omso',
      also: [{ form: 'omsorg', kind: 'truncation', releases: 1, on: true }],
      alsoMore: 0,
    });
    expect(library.search({ query: 'omso ' }).total).toBe(0);
  });

  it('nothing comes when no word is found', () => {
    const answer = library.search({ query: 'zebra giraff' });
    expect([answer.fallback, answer.total, answer.hits]).toEqual([null, 0, []]);
  });

  it('filters that leave nothing do not make it partial', () => {
    const answer = library.search({ query: 'hamn bro', filters: { kind: ['tal'] } });
    expect([answer.fallback, answer.total]).toEqual([null, 0]);
  });
});

describe('order and pages', () => {
  const library = openLibrary([
    { title: 'Örn', date: '2016', body: ['hamn'] },
    { title: 'Älg 10', date: '2016-06-01', body: ['hamn hamn hamn'] },
    { title: 'Älg 9', date: '2018-01-02', body: ['bro'] },
    { title: 'Zebra', date: 'XXXX', body: ['hamn'] },
  ]);
  const order = (sort: 'relevance' | 'newest' | 'oldest' | 'title', query = ''): readonly string[] =>
    library.search({ query, sort }).hits.map(({ title }) => title);

  it('newest by the last day possible, oldest by the first, the undated last', () => {
    expect(order('newest')).toEqual(['Älg 9', 'Örn', 'Älg 10', 'Zebra']);
    expect(order('oldest')).toEqual(['Örn', 'Älg 10', 'Älg 9', 'Zebra']);
  });

  it('titles in Swedish order, numbers by size', () => {
    expect(order('title')).toEqual(['Zebra', 'Älg 9', 'Älg 10', 'Örn']);
  });

  it('the best match first, and newest first when nothing was asked for', () => {
    expect(order('relevance', 'hamn')[0]).toBe('Älg 10');
    expect(order('relevance')).toEqual(order('newest'));
  });

  it('gives the page of hits that is asked for, with the total of all', () => {
    const answer = library.search({ sort: 'title', offset: 1, limit: 2 });
    expect(answer.hits.map(({ title }) => title)).toEqual(['Älg 9', 'Älg 10']);
    expect([answer.total, answer.offset]).toEqual([4, 1]);
    expect(library.search({ offset: 99, limit: 5 }).hits).toEqual([]);
    expect(library.search({ limit: 0 }).total).toBe(4);
  });
});

describe('what may be left out', () => {
  const library = openLibrary([
    { title: 'säker', date: '2016-06-01', ministers: [['karim-nordh.energiminister', 'strong']] },
    { title: 'möjlig', date: '2016', ministers: [['karim-nordh.energiminister', 'weak']] },
    { title: 'återkallad', date: '2016-06-01', withdrawn: true },
  ]);

  it('releases that lie only possibly in the period, by filter or by query', () => {
    for (const asked of [{ filters: { from: '2016-05-01', to: '2016-07-01' } }, { query: 'datum:2016-06' }]) {
      const answer = library.search(asked);
      expect(answer.hits.map(({ title, possible }) => [title, possible])).toEqual([
        ['möjlig', true],
        ['säker', false],
      ]);
      expect(answer.possible).toBe(1);
      const certain = library.search({ ...asked, filters: { ...asked.filters, certain: true } });
      expect(certain.hits.map(({ title }) => title)).toEqual(['säker']);
    }
  });

  it('weak minister links', () => {
    const filters = { minister: ['karim-nordh'] };
    expect(library.titles('', filters)).toHaveLength(2);
    expect(library.titles('', { ...filters, strong: true })).toEqual(['säker']);
  });

  it('withdrawn releases, unless asked for', () => {
    expect(library.titles('')).not.toContain('återkallad');
    const answer = library.search({ filters: { withdrawn: true } });
    expect(answer.hits.map(({ title, withdrawn }) => [title, withdrawn])).toContainEqual([
      'återkallad',
      true,
    ]);
  });
});

describe('a query that cannot be read in full', () => {
  const library = openLibrary(texts('hamn', 'bro'));

  it.each([
    ['och', 2, 'query-nothing-left'],
    ['färg:hamn', 1, 'query-unknown-field'],
    ['-hamn', 1, 'query-only-excluded'],
    ['"hamn', 1, 'query-unclosed-quote'],
  ])('%s is answered with what it was understood as', (query, total, code) => {
    const answer = library.search({ query });
    expect(answer.total).toBe(total);
    expect(answer.understood.problems.map((problem) => problem.code)).toEqual([code]);
  });
});
