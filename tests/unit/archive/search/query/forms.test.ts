import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { mistakes, understood } from './shown.ts';

const told = (query: string): readonly (readonly [string, string])[] =>
  parseQuery(query).understood.clauses.map(({ form, text }) => [form, text]);
const particulars = (query: string): readonly unknown[] =>
  parseQuery(query).understood.problems.map(({ params }) => params);

describe('one form only', () => {
  it.each([
    ['=förslaget', '=förslaget'],
    ['=FÖRSLAGET', '=förslaget'],
    ['=förslaget'.normalize('NFD'), '=förslaget'],
    ['=förslaget.', '=förslaget'],
    ['==förslaget', '=förslaget'],
    ['titel:=förslaget', 'titel:=förslaget'],
    ['titel:(=förslaget vård)', '(titel:=förslaget & titel:vård)'],
    ['-=förslaget vård', '(!=förslaget & vård)'],
    ['+=förslaget', '=förslaget'],
    ['=covid-19', '=covid-19'],
    ['=vård;=skola', '(=vård & =skola)'],
    ['=om', '=om'],
    ['="nya hamnen"', '"nya hamnen"'],
    ['titel:="nya hamnen"', 'titel:"nya hamnen"'],
    ['=klimat*', 'klimat*'],
    ['minister:=nordh', 'minister:=nordh'],
    ['a=b', '(a & b)'],
  ])('reads %j', (query, expected) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual([]);
  });

  it.each([
    ['= vård', 'vård', [['query-sign-without-word', 0]]],
    ['vård =', 'vård', [['query-sign-without-word', 5]]],
    ['=', '', [['query-sign-without-word', 0]]],
    ['=(vård skola)', '(vård & skola)', [['query-sign-without-word', 0]]],
    ['färg:=röd', '=röd', [['query-unknown-field', 0]]],
  ])('says what is wrong with %j and searches the rest', (query, expected, problems) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual(problems);
  });

  it('is told without its sign', () => {
    expect(told('=Förslaget')).toEqual([['exact', 'Förslaget']]);
  });
});

describe('spelling distance', () => {
  it.each([
    ['segregatoin~', 'segregatoin~2'],
    ['skolan~', 'skolan~2'],
    ['skola~', 'skola~1'],
    ['segregatoin~1', 'segregatoin~1'],
    ['skola~2', 'skola~2'],
    ['skola~0', '=skola'],
    ['(segregatoin~) vård', '(segregatoin~2 & vård)'],
    ['segregatoin~, vård', '(segregatoin~2 & vård)'],
    ['titel:segregatoin~1', 'titel:segregatoin~1'],
    ['minister:norhd~1', 'minister:norhd~1'],
    ['-segregatoin~1 vård', '(!segregatoin~1 & vård)'],
    ['=segregatoin~1', 'segregatoin~1'],
    ['vård;segregatoin~1', '(vård & segregatoin~1)'],
    ['covid-91~1', 'covid-91~1'],
    ['åtgärdr~1'.normalize('NFD'), 'åtgärdr~1'],
    ['om~1', 'om~1'],
    ['x'.repeat(24) + '~', `${'x'.repeat(24)}~2`],
    ['a~b', '(a & b)'],
    ['a~12b', '(a & 12b)'],
    ['~100', '100'],
    ['x@nordmark.example/~hamn', '(x@nordmark.example & hamn)'],
  ])('reads %j', (query, expected) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual([]);
  });

  it.each([
    ['vård segregatoin~3', '(vård & segregatoin~2)', [['query-distance-too-far', 5]]],
    ['segregatoin~99999999999999999999', 'segregatoin~2', [['query-distance-too-far', 0]]],
    ['x'.repeat(25) + '~', 'x'.repeat(25), [['query-word-too-long-for-distance', 0]]],
    ['~vård', 'vård', [['query-sign-without-word', 0]]],
    ['vård ~', 'vård', [['query-sign-without-word', 5]]],
    ['"nya hamnen"~5', '"nya hamnen"', [['query-sign-without-word', 12]]],
    ['klimat*~1', 'klimat*', [['query-sign-without-word', 7]]],
  ])('says what is wrong with %j and searches the rest', (query, expected, problems) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual(problems);
  });

  it('names the word and the most that can be asked', () => {
    expect(particulars('vård segregatoin~3')).toEqual([{ at: 5, text: 'segregatoin~3', limit: 2 }]);
    expect(particulars(`${'x'.repeat(25)}~`)).toEqual([{ at: 0, text: 'x'.repeat(25), limit: 24 }]);
  });

  it('is told with the distance that is searched', () => {
    expect(told('Segregatoin~')).toEqual([['fuzzy', 'Segregatoin~2']]);
    expect(told('segregatoin~7')).toEqual([['fuzzy', 'segregatoin~2']]);
  });
});

describe('words near one another', () => {
  it.each([
    ['utsatta NÄRA/5 områden', '<utsatta 5 områden>'],
    ['utsatta NÄRA/5 områden'.normalize('NFD'), '<utsatta 5 områden>'],
    ['utsatta NEAR/5 områden', '<utsatta 5 områden>'],
    ['utsatta NÄRA områden', '<utsatta 10 områden>'],
    ['utsatta NÄRA/ områden', '<utsatta 10 områden>'],
    ['utsatta NÄRA/0 områden', '<utsatta 1 områden>'],
    ['utsatta NÄRA/50 områden', '<utsatta 50 områden>'],
    ['=utsatta NÄRA/5 områden', '<=utsatta 5 områden>'],
    ['utsatta NÄRA/5 =områdena', '<utsatta 5 =områdena>'],
    ['covid-19 NÄRA/3 vård', '<covid-19 3 vård>'],
    ['utsatta, NÄRA/5 områden.', '<utsatta 5 områden>'],
    ['(utsatta) NÄRA/5 (områden)', '<utsatta 5 områden>'],
    ['utsatta NÄRA/2 de', '<utsatta 2 =de>'],
    ['de NÄRA/2 utsatta', '<=de 2 utsatta>'],
    ['utsatta NÄRA/2 titel:de', 'titel:<utsatta 2 =de>'],
    ['titel:utsatta NÄRA/5 områden', 'titel:<utsatta 5 områden>'],
    ['utsatta NÄRA/5 titel:områden', 'titel:<utsatta 5 områden>'],
    ['titel:utsatta NÄRA/5 titel:områden', 'titel:<utsatta 5 områden>'],
    ['titel:(utsatta NÄRA/5 områden)', 'titel:<utsatta 5 områden>'],
    ['a NÄRA/3 b NÄRA/4 c', '(<a 3 b> & <b 4 c>)'],
    ['skola a NÄRA/3 b vård', '(skola & <a 3 b> & vård)'],
    ['-a NÄRA/3 b vård', '(!<a 3 b> & vård)'],
    ['vård INTE a NEAR/3 b', '(vård & !<a 3 b>)'],
    ['vård -(a NEAR/3 b NEAR/3 c)', '(vård & !(<a 3 b> & <b 3 c>))'],
    ['vård ELLER a NÄRA b', '(vård | <a 10 b>)'],
    ['vård OCH a NÄRA b', '(vård & <a 10 b>)'],
    ['nära vård', '(nära & vård)'],
    ['NÄRA/fem', 'nära/fem'],
  ])('reads %j', (query, expected) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual([]);
  });

  it.each([
    ['a NÄRA/51 b', '<a 50 b>', [['query-near-too-far', 2]]],
    ['a NÄRA/99999999999999999999 b', '<a 50 b>', [['query-near-too-far', 2]]],
    ['a NÄRA/5 "b c"', '(a & "b c")', [['query-near-without-word', 2]]],
    ['klimat* NÄRA/5 b', '(klimat* & b)', [['query-near-without-word', 8]]],
    ['a NÄRA/5 (b ELLER c)', '(a & (b | c))', [['query-near-without-word', 2]]],
    ['a NÄRA/5 minister:b', '(a & minister:b)', [['query-near-without-word', 2]]],
    ['titel:a NÄRA ingress:b', '(titel:a & ingress:b)', [['query-near-without-word', 8]]],
    ['a NÄRA datum:2017', '(a & 2017-01-01..2017-12-31)', [['query-near-without-word', 2]]],
    ['a NÄRA/5 ?! b', '(a & b)', [['query-near-without-word', 2]]],
    ['a NÄRA/3 b NÄRA/3 "c d"', '(<a 3 b> & "c d")', [['query-near-without-word', 11]]],
    ['"c d" NÄRA/3 a NÄRA/3 b', '("c d" & <a 3 b>)', [['query-near-without-word', 6]]],
    ['a NÄRA/5', 'a', [['query-dangling-operator', 2]]],
    ['NÄRA/5 a', 'a', [['query-dangling-operator', 0]]],
    ['NÄRA', '', [['query-dangling-operator', 0]]],
    ['a NÄRA OCH b', '(a & b)', [['query-dangling-operator', 2]]],
    ['a NÄRA ELLER b', '(a | b)', [['query-dangling-operator', 2]]],
    ['(a NÄRA) b', '(a & b)', [['query-dangling-operator', 3]]],
    ['a NÄRA -b', '(a & !b)', [['query-dangling-operator', 2]]],
    ['a NÄRA/5 NÄRA/3 b', '<a 3 b>', [['query-dangling-operator', 2]]],
  ])('says what is wrong with %j and searches the rest', (query, expected, problems) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual(problems);
  });

  it('names the operator and the most that can be asked', () => {
    expect(particulars('a NEAR/51 b')).toEqual([{ at: 2, operator: 'NEAR/51', limit: 50 }]);
  });

  it('is told with both words, the operator as typed and the distance that is searched', () => {
    expect(told('Utsatta NÄRA =Områden')).toEqual([['near', 'Utsatta NÄRA/10 =Områden']]);
    expect(told('a NEAR/70 b NEAR/0 c')).toEqual([
      ['near', 'a NEAR/50 b'],
      ['near', 'b NEAR/1 c'],
    ]);
  });

  it('counts each of its words as a clause, and blames no operator for words that there was no room for', () => {
    const words = Array.from({ length: 15 }, (_, n) => `ord${n}`).join(' ');
    expect(mistakes(`${words} a NÄRA b`)).toEqual([['query-too-many-clauses', words.length + 8]]);
    expect(understood(`${words} a NÄRA b`)).toMatch(/ord14 & a\)$/u);
  });
});
