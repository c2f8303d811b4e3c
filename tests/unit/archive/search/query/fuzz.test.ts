import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../archive/model/problem.ts';
import { problemText } from '../../../../../archive/model/problem-text.ts';
import { readable } from '../../../../../archive/model/reading-text.ts';
import { understandingSchema } from '../../../../../archive/model/search.ts';
import { takeApart } from '../../../../../archive/search/core/query/loosen.ts';
import { MOST_CLAUSES, parseQuery } from '../../../../../archive/search/core/query/parser.ts';
import { leavesOf } from '../../../../../archive/search/core/query/tree.ts';
import type { Leaf, QueryNode } from '../../../../../archive/search/core/query/tree.ts';

const SEED = 20_170_901;

const signs = [
  '"',
  '”',
  '«',
  '(',
  ')',
  '-',
  '+',
  '*',
  '=',
  '~',
  '~1',
  '~2',
  '~9',
  '/',
  ',',
  ';',
  ':',
  '.',
  "'",
];
const operators = ['OCH', 'AND', 'ELLER', 'OR', 'INTE', 'NOT', 'NÄRA', 'NEAR', 'NÄRA/5', 'NEAR/0', 'NÄRA/77'];
const fields = ['titel:', 'Text:', 'minister:', 'ämne:', 'nr:', 'datum:', 'färg:', 'x:', 'constructor:'];
const words = [
  'vård',
  'och',
  'åtgärder',
  '2017',
  '2015..2018',
  '..',
  'EU:s',
  'covid-19',
  '2017/18:1',
  '12,5',
];
const oddities = [
  '__proto__',
  'constructor',
  '\u0000',
  '\u00AD',
  '\uFEFF',
  '\uD835',
  '\uDC00',
  '𐐷',
  '\u0301',
  'ﬁ',
];
const long = ['x'.repeat(24), 'y'.repeat(25), 'å'.repeat(70)];
const decomposed = ['NÄRA', 'på', 'ö'].map((word) => word.normalize('NFD'));

const spaces = fc.constantFrom(' ', ' ', '', '\u00A0', '\t');
const piece = fc.constantFrom(
  ...signs,
  ...operators,
  ...fields,
  ...words,
  ...oddities,
  ...long,
  ...decomposed,
);
const ofPieces = fc.array(fc.tuple(piece, spaces), { maxLength: 24 }).map((pieces) => pieces.flat().join(''));
const short = ['vård', 'a', 'öar', 'b~', '=c', '-d', 'x*y', 'e', 'NÄRA', 'ELLER', '(', ')'];
const ofManyWords = fc
  .array(fc.constantFrom(...short), { minLength: 12, maxLength: 50 })
  .map((pieces) => pieces.join(' '));
const ofUnits = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0xffff), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** What must hold of any query at all. Throws rather than expects: it is asked a hundred thousand times. */
function holdsFor(typed: string): void {
  const parsed = parseQuery(typed);
  const { root, understood, length } = parsed;
  const { clauses, problems } = understood;
  const leaves = root === null ? [] : leavesOf(root);
  for (const found of problems) {
    const at = found.params['at'];
    must(Number.isInteger(at) && Number(at) >= 0 && Number(at) <= typed.length, `place of ${found.code}`);
    must(typedThere(typed, found), `what stands at the place of ${found.code}`);
    must(hasWords(found), `words of ${found.code}`);
  }
  must(isDeepStrictEqual(parseQuery(typed), parsed), 'the same each time');
  must(clauses.length <= MOST_CLAUSES, 'clauses');
  must(clauses.length === leaves.length, 'a clause for each leaf');
  must(
    clauses.every(({ text }) => text.trim() !== ''),
    'text of a clause',
  );
  must(
    leaves.every(({ leaf }) => isSound(leaf, length)),
    'leaves',
  );
  must(root === null || isFull(root), 'groups');
  must(
    leaves.every(({ leaf }) => takeApart(leaf).every(isFull)),
    'taken apart',
  );
}

/** Whether the query has at the place of a mistake what the mistake says it is about. */
function typedThere(typed: string, { code, params }: Problem): boolean {
  const about = params['operator'] ?? params['field'] ?? params['text'];
  if (about === undefined) return true;
  const there = readable(typed.slice(Number(params['at'])));
  // A day is asked for between quotation marks too, and a long query is cut before it is read.
  return there.replace(code === 'date-unreadable' ? /^["”«]/u : '', '').startsWith(String(about));
}

const told = new Map<string, boolean>();

/** Whether a problem has all the particulars that its words need. */
function hasWords({ code, params }: Problem): boolean {
  const names = Object.keys(params);
  const key = [code, ...names].join(' ');
  const known = told.get(key) ?? !saysTooLittle(code, names);
  told.set(key, known);
  return known;
}

/** With harmless particulars, a question mark in the words is one that is missing. */
function saysTooLittle(code: Problem['code'], names: readonly string[]): boolean {
  const params = Object.fromEntries(names.map((name) => [name, 'x']));
  return problemText({ code, params }, 'sv').includes('?');
}

function isSound(leaf: Leaf, length: number): boolean {
  switch (leaf.type) {
    case 'word':
    case 'exact':
    case 'fuzzy': {
      const { start, end, form, parts } = leaf.word;
      if (leaf.type === 'fuzzy' && form.length > 24) return false;
      return (
        [...parts, leaf.word].every((part) => start <= part.start && part.end <= end) &&
        end <= length &&
        form !== ''
      );
    }
    case 'near':
      return leaf.distance >= 1 && leaf.distance <= 50 && leaf.sides.every((side) => isSound(side, length));
    case 'pattern':
      return leaf.pieces.length > 1 && leaf.pieces.join('').length >= 2;
    case 'phrase':
      return leaf.folded !== '';
    case 'dates':
      return (leaf.range.from ?? '') <= (leaf.range.to ?? '9999-12-31');
  }
}

function isFull(node: QueryNode): boolean {
  if (node.type === 'all' || node.type === 'any') return node.of.length > 1 && node.of.every(isFull);
  return node.type !== 'not' || isFull(node.of);
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
}

describe('any string at all as a query', () => {
  it.each([
    ['pieces of the language', ofPieces, 35_000],
    ['many words', ofManyWords, 5000],
    ['arbitrary UTF-16', ofUnits, 60_000],
  ])(
    'of %s is read without a throw, each mistake in its place, no clause empty',
    (_, queries, numRuns) => {
      let read = 0;
      const property = fc.property(queries, (typed) => {
        holdsFor(typed);
        read += 1;
      });
      fc.assert(property, { seed: SEED, numRuns });
      expect(read).toBe(numRuns);
    },
    60_000,
  );

  it('is read the same when others were read between, and its telling keeps to its shape', () => {
    fc.assert(
      fc.property(fc.oneof(ofPieces, ofUnits), (typed) => {
        const once = parseQuery(typed);
        parseQuery('färg:"vård" NÄRA/5 klimat*~ (=');
        expect(parseQuery(typed)).toEqual(once);
        expect(understandingSchema.parse(once.understood)).toEqual(once.understood);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('is read the same whether its letters are composed or not', () => {
    fc.assert(
      fc.property(ofPieces, (typed) => {
        expect(parseQuery(typed.normalize('NFD')).root).toEqual(parseQuery(typed.normalize('NFC')).root);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});
