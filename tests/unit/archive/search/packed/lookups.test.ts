import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import type { IndexSettings } from '../../../../../archive/search/core/packed/settings.ts';
import { termBytes, termOfBytes } from '../../../../../archive/search/core/packed/term-bytes.ts';
import { modelOf } from './index-model.ts';
import { asking, mismatch, packedIndex, packedSegment, stockIndex } from './lunr-oracle.ts';
import { smallExample, word } from './random-corpus.ts';
import { zipfExample } from './zipf-corpus.ts';

const seed = Number(process.env['ORACLE_SEED'] ?? 20190121);
const small = { seed, numRuns: 400 };

/** A corpus with the words that it is asked for: some of its own, some others. */
const asked = fc.record({ example: smallExample, others: fc.array(word, { maxLength: 6 }) });
/** A term that Lunr takes as it is: it never finds the empty one, and a star stands for others. */
const isPlain = (term: string): boolean => term !== '' && !term.includes('*');

describe('what an index knows of a term', () => {
  it('is whether it has it, in how many documents, and in which', () => {
    fc.assert(
      fc.property(asked, ({ example, others }) => {
        const [index, model] = [packedIndex(example), modelOf(stockIndex(example))];
        const fields = example.settings.fields.map(({ name }) => name);
        // As in Lunr, a document may have the empty term, but no query finds it.
        expect(index.terms()).toEqual(model.terms.filter((term) => term !== ''));
        for (const term of [...model.terms, ...others]) {
          expect(index.has(term)).toBe(model.terms.includes(term));
          expect(index.frequency(term)).toBe(model.refsOf([term], fields).size);
        }
        const refs = (documents: Uint32Array): ReadonlySet<string> =>
          new Set(Array.from(documents, (document) => index.refOf(document)));
        const several = [...model.terms.filter((_, n) => n % 3 === 0), ...others];
        expect(refs(index.documents(several))).toEqual(model.refsOf(several, fields));
        const [first = ''] = fields;
        const documents = index.documents(several, [first]);
        expect(refs(documents)).toEqual(model.refsOf(several, [first]));
        expect(documents).toEqual(documents.toSorted());
      }),
      small,
    );
  });

  it('is what clauses of terms as they are match, scored as Lunr scores optional terms', () => {
    const clauses = fc.array(
      fc.record(
        {
          terms: fc.uniqueArray(word.filter(isPlain), { minLength: 1, maxLength: 4 }),
          boost: fc.constantFrom(1, 0.3, 2),
        },
        { requiredKeys: ['terms'] },
      ),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(smallExample, clauses, fc.boolean(), (example, asked, scoped) => {
        const [index, stock] = [packedIndex(example), stockIndex(example)];
        const fields = scoped ? { fields: [example.settings.fields[0]?.name ?? ''] } : {};
        const { refs, scores } = index.match(asked.map((clause) => ({ ...clause, ...fields })));
        const expected = stock.query(
          asking(
            asked.flatMap(({ terms, ...rest }) =>
              terms.map((term) => ({ term, ...rest, ...fields, usePipeline: false })),
            ),
          ),
        );
        expect(refs).toEqual(refs.toSorted());
        const given = Array.from(refs, (document, n) => ({
          ref: index.refOf(document),
          document,
          score: expected.find(({ ref }) => ref === index.refOf(document))?.score ?? Number.NaN,
          given: scores[n] ?? Number.NaN,
        }));
        for (const { score, given: own } of given) expect(own).toBeCloseTo(score, 6);
        const sorted = given.toSorted((a, b) => b.score - a.score || a.document - b.document);
        expect(mismatch(expected, sorted)).toBeNull();
      }),
      small,
    );
  });
});

describe('a segment', () => {
  it('knows its terms by their numbers in order, and the numbers by the terms', () => {
    fc.assert(
      fc.property(smallExample, fc.array(word, { maxLength: 4 }), (example, others) => {
        const segment = packedSegment(example);
        const { terms } = modelOf(stockIndex(example));
        for (const term of [...terms, ...others])
          expect(segment.numberOf(termBytes(term)) ?? -1).toBe(terms.indexOf(term));
        const everyThird = terms.flatMap((_, n) => (n % 3 === 1 ? [n] : []));
        expect(segment.termsAt(everyThird)).toEqual(everyThird.map((n) => terms[n]));
        expect(Array.from(segment.entries(), ({ bytes }) => termOfBytes(bytes))).toEqual(terms);
        expect(() => segment.termsAt([terms.length])).toThrow(IndexFormatError);
      }),
      small,
    );
  });
});

describe('expansion', () => {
  const truncated = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'å', '\ud83d'), maxLength: 2 }),
    {
      minLength: 2,
      maxLength: 4,
    },
  );

  it('of a truncated term gives the terms that Lunr gives', () => {
    fc.assert(
      fc.property(smallExample, truncated, (example, pieces) => {
        const { terms, total } = packedIndex(example).expand({ type: 'wildcard', pieces });
        const expected = modelOf(stockIndex(example)).truncated(pieces.join('*'));
        expect(terms.toSorted()).toEqual(expected);
        expect(total).toBe(expected.length);
      }),
      small,
    );
  });

  it('by spelling gives the terms that Lunr gives', () => {
    // A star in such a term stands for any one letter.
    const starred = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '*'), minLength: 1, maxLength: 5 });
    const term = fc.oneof(
      word.filter((one) => one.length <= 12),
      starred,
    );
    const distance = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
    fc.assert(
      fc.property(smallExample, term, distance, (example, term, distance) => {
        const { terms } = packedIndex(example).expand({ type: 'fuzzy', term, distance });
        expect(terms.toSorted()).toEqual(modelOf(stockIndex(example)).near(term, distance));
      }),
      small,
    );
  });

  it('by letters that may stand for each other gives the terms made of them', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'aå', 'abc', 'aåä'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(smallExample, letters, (example, letters) => {
        const index = packedIndex(example);
        const { terms } = index.expand({ type: 'variants', letters });
        const expected = index
          .terms()
          .filter(
            (term) =>
              term.length === letters.length &&
              letters.every((allowed, at) => allowed.includes(term[at] ?? ' ')),
          );
        expect(terms.toSorted()).toEqual(expected);
      }),
      small,
    );
  });

  it('cut short keeps the most frequent terms and says how many there are', () => {
    const { settings, documents } = zipfExample({ seed, documents: 300, words: 800 });
    const example = { settings: { ...settings, fields: settings.fields.slice(2) }, documents };
    // One segment counts whole; of two, some documents no longer count.
    const index = new PackedIndex(
      [0, 1, 2].map((third) => ({
        segment: packedSegment({ ...example, documents: documents.slice(third * 100, third * 100 + 100) }),
        live: third === 1 ? null : new Uint8Array(100).fill(1, 0, 90 - third),
      })),
    );
    const pattern = { type: 'wildcard', pieces: ['s', ''] } as const;
    const all = index.expand(pattern);
    expect(all.total).toBe(all.terms.length);
    expect(all.total).toBeGreaterThan(50);
    const falling = (terms: readonly string[]): readonly number[] =>
      terms.map((term) => index.frequency(term)).toSorted((a, b) => b - a);
    for (let limit = 1; limit < all.total; limit += 1) {
      const cut = index.expand(pattern, limit);
      expect(cut.total).toBe(all.total);
      expect(new Set(cut.terms).size).toBe(limit);
      expect(falling(cut.terms)).toEqual(falling(all.terms).slice(0, limit));
    }
  });
});

const positioned: IndexSettings = {
  fields: [
    { name: 'title', boost: 1 },
    { name: 'body', boost: 1 },
  ],
  b: 0.75,
  k1: 1.2,
  pipeline: [],
  searchPipeline: [],
  positions: true,
};

/** A term and how much further on it stands than the one before. */
type Step = readonly [term: string, distance: number];
type Placed = readonly [title: readonly Step[], body: readonly Step[]];

const steps = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'bro', 'å'), fc.constantFrom(0, 1, 1, 1, 2, 100, 70_000)),
  {
    maxLength: 8,
  },
);
const placed = fc.array(fc.tuple(steps, steps), { maxLength: 6 });

function positionsIn(steps: readonly Step[], term: string): number[] {
  let at = 0;
  return steps.flatMap(([one, distance]) => {
    at += distance;
    return one === term ? [at] : [];
  });
}

function placedSegment(documents: readonly Placed[]): PackedSegment {
  const builder = new PackedBuilder(positioned);
  for (const fields of documents) {
    builder.begin();
    fields.forEach((steps, field) => {
      let at = 0;
      for (const [term, distance] of steps) {
        at += distance;
        builder.addTerm(field, term, at);
      }
    });
  }
  const sections = new MemorySections();
  builder.finish(sections, '');
  return PackedSegment.open(sections, '');
}

describe('occurrences', () => {
  const library = fc.array(
    fc.record({ documents: placed, mask: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );

  it('are where a term was said to stand, in what still counts', () => {
    fc.assert(
      fc.property(library, fc.constantFrom('a', 'b', 'bro', 'å', 'c'), fc.nat(3), (parts, term, keep) => {
        const index = new PackedIndex(
          parts.map(({ documents, mask }) => ({
            segment: placedSegment(documents),
            live: Uint8Array.from(documents, (_, n) => (mask[n] === true ? 1 : 0)),
          })),
        );
        const all = parts.flatMap(({ documents, mask }) =>
          documents.map((document, n) => ({ document, isLive: mask[n] === true })),
        );
        const within = Uint32Array.from(all.flatMap((_, n) => (n % 3 === keep ? [] : [n])));
        positioned.fields.forEach(({ name }, field) => {
          const expected = (among: (document: number) => boolean): readonly (readonly [number, number[]])[] =>
            all
              .map(
                ({ document, isLive }, n) =>
                  [n, isLive ? positionsIn(document[field] ?? [], term) : []] as const,
              )
              .filter(([n, positions]) => positions.length > 0 && among(n));
          expect(tableOf(index.occurrences(term, name))).toEqual(expected(() => true));
          expect(tableOf(index.occurrences(term, name, within))).toEqual(expected((n) => within.includes(n)));
        });
      }),
      { seed, numRuns: 500 },
    );
  });
});

function tableOf({ documents, starts, positions }: ReturnType<PackedIndex['occurrences']>): unknown {
  expect(starts).toHaveLength(documents.length + 1);
  return Array.from(documents, (document, n) => [
    document,
    [...positions.subarray(starts[n], starts[n + 1])],
  ]);
}
