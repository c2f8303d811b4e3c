import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUERY, MOST_CLAUSES, parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import type { QueryNode } from '../../../../../archive/search/core/query/tree.ts';

/** A query as it was understood, in one line: `(a & (b | !c))`, phrases quoted, fields before a colon. */
function shown(node: QueryNode | null): string {
  if (node === null) return '';
  switch (node.type) {
    case 'all':
      return `(${node.of.map(shown).join(' & ')})`;
    case 'any':
      return `(${node.of.map(shown).join(' | ')})`;
    case 'not':
      return `!${shown(node.of)}`;
    case 'dates':
      return `${node.range.from ?? ''}..${node.range.to ?? ''}`;
    case 'word':
      return inField(node.field, node.word.form);
    case 'phrase':
      return inField(node.field, `"${node.folded}"`);
    case 'pattern':
      return inField(node.field, node.pieces.join('*'));
  }
}

function inField(field: string | null, text: string): string {
  return field === null ? text : `${field}:${text}`;
}

const understood = (query: string): string => shown(parseQuery(query).root);
const mistakes = (query: string): readonly (readonly [string, unknown])[] =>
  parseQuery(query).understood.problems.map(({ code, params }) => [code, params['at']]);

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
  ])('says what is wrong with %j and searches the rest', (query, expected, problems) => {
    expect(understood(query)).toBe(expected);
    expect(mistakes(query)).toEqual(problems);
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
      { presence: 'required', field: null, form: 'word', text: 'Hamnen' },
      { presence: 'optional', field: 'titel', form: 'phrase', text: 'Nya bron' },
      { presence: 'optional', field: null, form: 'prefix', text: 'klimat' },
      { presence: 'prohibited', field: null, form: 'word', text: 'Skola' },
      { presence: 'required', field: 'datum', form: 'word', text: '2017' },
    ]);
  });

  it.each([
    ['klimat*', 'prefix', 'klimat'],
    ['*politik', 'suffix', 'politik'],
    ['*skatt*', 'infix', 'skatt'],
    ['kli*at', 'word', 'kli*at'],
    ['kli*at*', 'prefix', 'kli*at'],
  ])('tells where %s is truncated', (query, form, text) => {
    expect(parseQuery(query).understood.clauses).toEqual([{ presence: 'required', field: null, form, text }]);
  });

  it('never throws, and every mistake has its place in the query', () => {
    const signs = [
      '"',
      '”',
      '(',
      ')',
      '-',
      '+',
      '*',
      ':',
      ' ',
      'OCH',
      'ELLER',
      'INTE',
      'titel:',
      'datum:',
      'nr:',
    ];
    const words = [
      '..',
      'x:',
      'vård',
      'och',
      '2017',
      'EU:s',
      'covid-19',
      '__proto__',
      'constructor',
      '\u0000',
    ];
    const piece = fc.constantFrom(...signs, ...words, 'å'.normalize('NFD'));
    const query = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    fc.assert(
      fc.property(query, (typed) => {
        const { root, understood: told, length } = parseQuery(typed);
        for (const { params } of told.problems) {
          expect(params['at']).toBeGreaterThanOrEqual(0);
          expect(params['at']).toBeLessThanOrEqual(length);
        }
        expect(told.clauses.length).toBeLessThanOrEqual(MOST_CLAUSES);
        expect(told.clauses.length === 0).toBe(root === null);
      }),
      { numRuns: 2000 },
    );
  });
});
