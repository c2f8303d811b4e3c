import * as fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { textFields } from '../../../../../archive/search/core/index-port.ts';
import type { IndexedText, TermClause, TextIndex } from '../../../../../archive/search/core/index-port.ts';
import { LunrIndexBuilder } from '../../../../../archive/search/core/lunr/lunr-builder.ts';
import { IndexFormatError } from '../../../../../archive/search/core/lunr/lunr-file.ts';
import { LunrIndex } from '../../../../../archive/search/core/lunr/lunr-index.ts';
import { swedishTerms, termOf } from '../../../../../archive/search/core/text/swedish.ts';
import { formsOf, wordsOf } from '../../../../../archive/search/core/text/words.ts';

type Fields = Partial<IndexedText['fields']>;

const noText: IndexedText['fields'] = {
  title: '',
  lead: '',
  body: '',
  minister: '',
  department: '',
  subject: '',
};
const everywhere = [...textFields];

function builderOf(texts: readonly Fields[]): LunrIndexBuilder {
  const builder = new LunrIndexBuilder();
  texts.forEach((fields, ref) => builder.add({ ref, fields: { ...noText, ...fields } }));
  return builder;
}

/** The index as it is after a way over its stored lines. */
function storedIndex(texts: readonly Fields[]): TextIndex {
  return LunrIndex.load(builderOf(texts).serialise());
}

/** What Lunr itself builds and answers, with nothing of ours but the words. */
function stockIndex(texts: readonly Fields[]): lunr.Index {
  return lunr(function build() {
    this.ref('ref');
    this.b(0.4);
    this.field('title', { boost: 3 });
    this.field('lead', { boost: 1.5 });
    this.field('body');
    this.field('minister');
    this.field('department', { boost: 0.5 });
    this.field('subject', { boost: 1.5 });
    this.pipeline.reset();
    this.pipeline.add(swedishTerms);
    this.tokenizer = ((text: string) =>
      wordsOf(text).flatMap((word) =>
        formsOf(word).map((form) => new lunr.Token(form, {})),
      )) as unknown as typeof lunr.tokenizer;
    texts.forEach((fields, ref) => this.add({ ref, ...noText, ...fields }));
  });
}

function stockAnswer(
  index: lunr.Index,
  clauses: readonly TermClause[],
): readonly (readonly [number, number])[] {
  const results = index.query((query) => {
    for (const { term, fields } of clauses) query.term(term, { fields: [...fields], usePipeline: false });
  });
  return results.map(({ ref, score }) => [Number(ref), score] as const).toSorted(([a], [b]) => a - b);
}

function answer(index: TextIndex, clauses: readonly TermClause[]): readonly (readonly [number, number])[] {
  const { refs, scores } = index.query(clauses);
  return Array.from(refs, (ref, at) => [ref, scores[at] ?? 0] as const);
}

const word = fc.constantFrom(
  'hamn',
  'hamnen',
  'bro',
  'skola',
  'covid-19',
  'constructor',
  '__proto__',
  'vård',
  'värd',
  'och',
);
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const fields = fc.record({
  title: text,
  lead: text,
  body: text,
  minister: text,
  department: text,
  subject: text,
});
const clause = fc.record({
  term: word.map((form) => termOf(form) ?? form),
  fields: fc.subarray(everywhere, { minLength: 1 }),
});

describe('the index on stock Lunr', () => {
  it('answers as Lunr does: the same releases with the same scores', () => {
    fc.assert(
      fc.property(
        fc.array(fields, { minLength: 1, maxLength: 8 }),
        fc.array(clause, { minLength: 1, maxLength: 4 }),
        (texts, clauses) => {
          const expected = stockAnswer(stockIndex(texts), clauses);
          expect(answer(builderOf(texts).build(), clauses)).toEqual(expected);
          expect(answer(storedIndex(texts), clauses)).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['constructor', '__proto__', 'prototype', 'hasownproperty', 'valueof', 'tostring'])(
    'finds %s where it is, and nowhere else',
    (name) => {
      const index = storedIndex([{ body: `en ${name} här` }, { body: 'inget' }]);
      const clauses = wordsOf(name).map(({ form }) => ({ term: termOf(form) ?? '', fields: everywhere }));
      expect([...index.query(clauses).refs]).toEqual([0]);
      expect([...storedIndex([{ body: 'inget' }]).query(clauses).refs]).toEqual([]);
    },
  );

  it('looks in the fields that are asked for only', () => {
    const index = storedIndex([{ title: 'hamn' }, { body: 'hamn' }]);
    expect([...index.query([{ term: 'hamn', fields: ['title'] }]).refs]).toEqual([0]);
    expect([...index.query([{ term: 'hamn', fields: ['lead', 'body'] }]).refs]).toEqual([1]);
  });

  it('puts a word in the title above the same word in the body', () => {
    const { scores } = storedIndex([{ title: 'hamn' }, { body: 'hamn' }]).query([
      { term: 'hamn', fields: everywhere },
    ]);
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
  });

  it('answers nothing to nothing, and holds nothing when empty', () => {
    expect(storedIndex([{ title: 'hamn' }]).query([]).refs).toHaveLength(0);
    expect(storedIndex([]).size).toBe(0);
    expect(storedIndex([]).query([{ term: 'hamn', fields: everywhere }]).refs).toHaveLength(0);
  });

  it('refuses lines that are cut off, of another version or no lines of an index', () => {
    const lines = [...builderOf([{ title: 'hamn' }, { body: 'bro' }]).serialise()];
    const [head = '', ...rest] = lines;
    expect(() => LunrIndex.load(lines.slice(0, -1))).toThrow(IndexFormatError);
    expect(() => LunrIndex.load([head.replace('"2.3.9"', '"2.3.8"'), ...rest])).toThrow(IndexFormatError);
    expect(() => LunrIndex.load([head, '{', ...rest])).toThrow(IndexFormatError);
    expect(() => LunrIndex.load([])).toThrow(IndexFormatError);
    expect(() => LunrIndex.load(['null'])).toThrow(IndexFormatError);
  });
});
