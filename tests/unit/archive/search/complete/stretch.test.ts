import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesAt } from '../../../../../archive/search/core/complete/stretch.ts';

/** A query with the caret as `|`: what may be completed in it, as text, facet and the stretch of the query. */
function at(withCaret: string): readonly (readonly [string, string | null, string])[] {
  const caret = withCaret.indexOf('|');
  const query = withCaret.replace('|', '');
  return stretchesAt(query, caret).map(({ text, facet, from, to }) => [text, facet, query.slice(from, to)]);
}

describe('what is being typed at the caret', () => {
  it('is the word there, with each run of words before it, the longest first', () => {
    expect(at('skatt karim no|')).toEqual([
      ['skatt karim no', null, 'skatt karim no'],
      ['karim no', null, 'karim no'],
      ['no', null, 'no'],
    ]);
    expect(at('ka|rim')).toEqual([['karim', null, 'karim']]);
    expect(at('karim |nordh')).toEqual([['karim ', null, 'karim']]);
  });

  it('is nothing before two letters are typed', () => {
    expect(at('|')).toEqual([]);
    expect(at('k|')).toEqual([]);
    expect(at('|karim')).toEqual([]);
    expect(at('ka|')).toEqual([['ka', null, 'ka']]);
    expect(at('karim n|')).toEqual([['karim n', null, 'karim n']]);
  });

  it('is nothing as long as it only joins other words', () => {
    expect(at('skatt för|')).toEqual([['skatt för', null, 'skatt för']]);
    expect(at('skatt förs|').at(-1)).toEqual(['förs', null, 'förs']);
    expect(at('skatt och |').at(-1)).toEqual(['skatt och ', null, 'skatt och']);
  });

  it('reaches back to an operator, and takes in an AND that would be left alone', () => {
    expect(at('skatt OCH karim no|')).toEqual([
      ['karim no', null, 'OCH karim no'],
      ['no', null, 'no'],
    ]);
    expect(at('skatt +kar|')).toEqual([['kar', null, '+kar']]);
    expect(at('kar| AND skatt')).toEqual([['kar', null, 'kar AND']]);
    expect(at('skatt OCH kar| OCH vård')).toEqual([['kar', null, 'OCH kar']]);
  });

  it('is asked of one facet in its field, the name of the field included', () => {
    expect(at('skatt minister:kar|')).toEqual([['kar', 'minister', 'minister:kar']]);
    expect(at('role: ar|')).toEqual([['ar', 'role', 'role: ar']]);
    expect(at('departement:bygg|')).toEqual([['bygg', 'department', 'departement:bygg']]);
    expect(at('ämne:sk|')).toEqual([['sk', 'subject', 'ämne:sk']]);
    expect(at('minister:karim no|')).toEqual([
      ['karim no', 'minister', 'minister:karim no'],
      ['no', null, 'no'],
    ]);
    expect(at('minister:"karim no|')).toEqual([['karim no', 'minister', 'minister:"karim no']]);
    expect(at('minister:"karim no|"')).toEqual([['karim no', 'minister', 'minister:"karim no"']]);
  });

  it.each(['titel:kar|', 'nr:2019|', 'datum:2015|', 'typ:tal|'])(
    'is no name in another field: %s',
    (query) => {
      expect(at(query)).toEqual([]);
    },
  );

  it('is no name where a filter in its place would not mean the same', () => {
    expect(at('-kar|')).toEqual([]);
    expect(at('skatt INTE kar|')).toEqual([]);
    expect(at('-minister:kar|')).toEqual([]);
    expect(at('skatt ELLER kar|')).toEqual([]);
    expect(at('kar| OR skatt')).toEqual([]);
    expect(at('skatt ELLER avgift kar|')).toEqual([]);
    expect(at('(skatt kar|)')).toEqual([]);
    expect(at('(skatt ELLER avgift) kar|')).toEqual([['kar', null, 'kar']]);
    expect(at('-skatt kar|')).toEqual([['kar', null, 'kar']]);
  });

  it('is no name when it is a phrase or asks for forms', () => {
    expect(at('"karim no|')).toEqual([]);
    expect(at('=kar|')).toEqual([]);
    expect(at('kar*|')).toEqual([]);
    expect(at('karm~|')).toEqual([]);
    expect(at('"karim nordh" sk|')).toEqual([['sk', null, 'sk']]);
  });

  it('is found in letters that are typed as a letter and a sign, too', () => {
    const query = 'vård minister:öst'.normalize('NFD');
    const [stretch] = stretchesAt(query, query.length);
    expect(stretch).toMatchObject({ text: 'öst', facet: 'minister', to: query.length });
    expect(query.slice(stretch?.from, stretch?.to).normalize('NFC')).toBe('minister:öst');
  });

  it('lies in the query and ends behind the caret, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'minister:',
        'ämne:',
        '"',
        '(',
        ')',
        '-',
        ' OCH ',
        ' ELLER ',
        ' ',
        'o\u0308',
        '*',
        '\ud83d',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('karim', 'nordh', 'skatt'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.nat(60), (pieces, caret) => {
        const query = pieces.join('');
        for (const { from, to, text } of stretchesAt(query, caret)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(query.length);
          expect(from).toBeLessThan(caret);
          expect(text).not.toBe('');
        }
      }),
      { numRuns: 5000 },
    );
  });
});
