import { describe, expect, it } from 'vitest';
import { LONGEST_QUERY, MOST_CLAUSES, parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { mistakes, understood } from './shown.ts';

/** Only who has an index knows what else a word stands for. */
const nothingMore = { also: [], alsoMore: 0 };

describe('the query language', () => {
  it.each([
    ['', ''],
    ['segregation bostad', '(segregation & bostad)'],
    ['vård och omsorg', '(vård & omsorg)'],
    ['vård OCH skola', '(vård & skola)'],
    ['vård AND skola', '(vård & skola)'],
    ['vård ELLER skola', '(vård | skola)'],
    ['vård OR skola hamn', '(vård | (skola & hamn))'],
    ['hamn (vård ELLER skola)', '(hamn & (vård | skola))'],
    ['vård INTE skola', '(vård & !skola)'],
    ['vård NOT skola', '(vård & !skola)'],
    ['vård -skola', '(vård & !skola)'],
    ['+vård +skola', '(vård & skola)'],
    ['vård -(skola ELLER hamn)', '(vård & !(skola | hamn))'],
    ['-"nya hamnen" vård', '(!"nya hamnen" & vård)'],
    ['"långsiktiga  insatser"', '"långsiktiga insatser"'],
    ['”långsiktiga insatser”', '"långsiktiga insatser"'],
    ['klimat*', 'klimat*'],
    ['*politik', '*politik'],
    ['*skatt*', '*skatt*'],
    ['sk*tt', 'sk*tt'],
    ['klimat**', 'klimat*'],
    ['2017/18:*', '2017/18:*'],
    ['klimat*, miljö*', '(klimat* & miljö*)'],
    ['klimat*,miljö*', '(klimat* & miljö*)'],
    ['vård;klimat*', '(vård & klimat*)'],
    ['vård*'.normalize('NFD'), 'vård*'],
    ['kli*at', 'kli*at'],
    ['titel:hamn', 'titel:hamn'],
    ['Title:hamn', 'titel:hamn'],
    ['titel: hamn', 'titel:hamn'],
    ['titel:(hamn ELLER bro)', '(titel:hamn | titel:bro)'],
    ['titel:"nya hamnen"', 'titel:"nya hamnen"'],
    ['ingress:hamn text:bro', '(ingress:hamn & text:bro)'],
    ['minister:nordh roll:energiminister', '(minister:nordh & roll:energiminister)'],
    ['nr:2019:12', 'nr:2019:12'],
    ['covid-19', 'covid-19'],
    ['SOU 2019:12', '(sou & 2019:12)'],
    ['S2021/05469', 's2021/05469'],
    ['prop. 2017/18:1', '(prop & 2017/18:1)'],
    ['EU:s', 'eu'],
    ['https://nordmark.example/a', '(https & nordmark.example/a)'],
    ['Rapport: havet', '(rapport & havet)'],
    ['datum:2017-09', '2017-09-01..2017-09-30'],
    ['datum:2015..2018', '2015-01-01..2018-12-31'],
    ['date:..2018-02', '..2018-02-28'],
    ['datum:2015..', '2015-01-01..'],
    ['VÅRD'.normalize('NFD'), 'vård'],
    ['vård\u00A0skola', '(vård & skola)'],
  ])('reads %j', (query, expected) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual([]);
  });

  it('takes operators in lower case for words', () => {
    expect(understood('vård or skola')).toBe('(vård & or & skola)');
    expect(understood('vård eller skola')).toBe('(vård & skola)');
  });

  it.each([
    ['"nya hamnen', '"nya hamnen"', [['query-unclosed-quote', 0]]],
    ['(hamn bro', '(hamn & bro)', [['query-unclosed-parenthesis', 0]]],
    ['hamn) bro', '(hamn & bro)', [['query-unclosed-parenthesis', 4]]],
    ['hamn ELLER', 'hamn', [['query-dangling-operator', 5]]],
    ['ELLER', '', [['query-dangling-operator', 0]]],
    ['OCH hamn', 'hamn', [['query-dangling-operator', 0]]],
    ['hamn INTE', 'hamn', [['query-dangling-operator', 5]]],
    ['hamn titel:', 'hamn', [['query-dangling-operator', 5]]],
    ['färg:röd', 'röd', [['query-unknown-field', 0]]],
    ['färg:"mörkt röd"', '"mörkt röd"', [['query-unknown-field', 0]]],
    ['k*', 'k', [['query-wildcard-too-short', 0]]],
    ['hamn *st*', '(hamn & st)', [['query-wildcard-too-short', 5]]],
    ['datum:igår hamn', 'hamn', [['date-unreadable', 6]]],
    ['datum:2018..2015', '', [['date-unreadable', 6]]],
    ['och', '', [['query-nothing-left', 0]]],
    ['?!', '', [['query-nothing-left', 0]]],
    ['-hamn', '!hamn', [['query-only-excluded', 0]]],
    ['hamn *', 'hamn', [['query-sign-without-word', 5]]],
    ['"nya hamnen"*', '"nya hamnen"', [['query-sign-without-word', 12]]],
  ])('says what is wrong with %j and searches the rest', (query, expected, problems) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual(problems);
  });

  it('tells the place of a mistake in the query as it was typed, however its letters are composed', () => {
    const typed = 'vård\u00AD på öar ELLER'.normalize('NFD');
    const { problems } = parseQuery(typed).understood;
    expect(problems.map(({ params }) => typed.slice(Number(params['at'])))).toEqual(['ELLER']);
  });

  it('cuts no letter in two where it cuts a long query', () => {
    const query = `${'x'.repeat(LONGEST_QUERY - 1)}𐐷𐐷`;
    expect(understood(query)).toBe('x'.repeat(64));
    expect(parseQuery(query).understood.clauses[0]?.text).toBe('x'.repeat(LONGEST_QUERY - 1));
  });

  it('cuts a long query and says so', () => {
    const { understood: told } = parseQuery(`hamn ${'x'.repeat(300)}`);
    expect(told.problems).toEqual([
      { code: 'query-too-long', params: { at: LONGEST_QUERY, limit: LONGEST_QUERY, length: 305 } },
    ]);
    expect(told.clauses).toHaveLength(2);
  });

  it('leaves out clauses beyond the most and says so once', () => {
    const query = Array.from({ length: 30 }, (_, n) => `ord${n}`).join(' ');
    const { understood: told } = parseQuery(query);
    expect(told.clauses).toHaveLength(MOST_CLAUSES);
    expect(told.problems.map(({ code }) => code)).toEqual(['query-too-many-clauses']);
  });

  it('tells what it searched: presence, field, form and the words as typed', () => {
    expect(
      parseQuery('Hamnen (titel:"Nya bron" ELLER klimat*) -Skola datum:2017').understood.clauses,
    ).toEqual([
      { presence: 'required', field: null, form: 'word', text: 'Hamnen', ...nothingMore },
      { presence: 'optional', field: 'titel', form: 'phrase', text: 'Nya bron', ...nothingMore },
      { presence: 'optional', field: null, form: 'prefix', text: 'klimat', ...nothingMore },
      { presence: 'prohibited', field: null, form: 'word', text: 'Skola', ...nothingMore },
      { presence: 'required', field: 'datum', form: 'word', text: '2017', ...nothingMore },
    ]);
  });

  it.each([
    ['klimat*', 'prefix', 'klimat'],
    ['*politik', 'suffix', 'politik'],
    ['*skatt*', 'infix', 'skatt'],
    ['kli*at', 'word', 'kli*at'],
    ['kli*at*', 'prefix', 'kli*at'],
  ])('tells where %s is truncated', (query, form, text) => {
    expect(parseQuery(query).understood.clauses).toEqual([
      { presence: 'required', field: null, form, text, ...nothingMore },
    ]);
  });
});
