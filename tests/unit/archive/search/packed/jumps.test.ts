import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { POSTINGS_IN_BLOCK } from '../../../../../archive/search/core/packed/jumps.ts';
import { mergeSegments } from '../../../../../archive/search/core/packed/merge.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { NamedSections } from './named-sections.ts';

const settings = {
  fields: [{ name: 'body', boost: 1 }],
  b: 0.5,
  k1: 2,
  pipeline: [],
  searchPipeline: [],
  positions: true,
};

/** For each document the places of the term in it; most documents have it, so that its postings fill several blocks. */
type Corpus = readonly (readonly number[])[];

const places = fc.uniqueArray(fc.nat(400), { maxLength: 6 }).map((list) => list.toSorted((a, b) => a - b));
const corpus: fc.Arbitrary<Corpus> = fc
  .record({
    kinds: fc.array(places, { minLength: 1, maxLength: 12 }),
    count: fc.oneof(
      fc.integer({ min: 0, max: 5 * POSTINGS_IN_BLOCK }),
      fc.integer({ min: 0, max: 4 }).map((blocks) => blocks * POSTINGS_IN_BLOCK),
    ),
    step: fc.integer({ min: 1, max: 11 }),
  })
  .map(({ kinds, count, step }) =>
    Array.from({ length: count }, (_, n) => kinds[(n * step) % kinds.length] ?? []),
  );
/** Few documents, some beyond the last, and many. */
const asked = fc.oneof(
  fc.uniqueArray(fc.nat(700), { maxLength: 4 }),
  fc.uniqueArray(fc.nat(700), { maxLength: 300 }),
);

function sectionsOf(documents: Corpus): NamedSections {
  const builder = new PackedBuilder(settings);
  for (const positions of documents) {
    builder.begin();
    for (const position of positions) builder.addTerm(0, 'a', position);
    builder.addTerm(0, 'b', 401);
  }
  const sections = new NamedSections();
  builder.finish(sections, '');
  return sections;
}

function segmentOf(documents: Corpus): PackedSegment {
  return PackedSegment.open(sectionsOf(documents), '');
}

function cutUp(documents: Corpus, cuts: readonly number[]): readonly Corpus[] {
  const ends = [...cuts.map((cut) => cut % (documents.length + 1)), documents.length].toSorted(
    (a, b) => a - b,
  );
  return ends.map((end, n) => documents.slice(ends[n - 1] ?? 0, end));
}

describe('postings that fill several blocks', () => {
  it('are found in some documents as in all, with their places, whole or in parts', () => {
    fc.assert(
      fc.property(
        corpus,
        asked,
        fc.array(fc.nat(), { maxLength: 3 }),
        fc.boolean(),
        (documents, some, cuts, isCut) => {
          const parts = isCut ? cutUp(documents, cuts) : [documents];
          const index = new PackedIndex(parts.map((part) => ({ segment: segmentOf(part), live: null })));
          const within = Uint32Array.from(some).toSorted();
          const { documents: found, starts, positions } = index.occurrences('a', 'body', within);
          const given = [...found].map((n, at) => [n, [...positions.subarray(starts[at], starts[at + 1])]]);
          const expected = [...within]
            .map((n) => [n, documents[n] ?? []] as const)
            .filter(([, list]) => list.length > 0);
          expect(given).toEqual(expected);
          const all = index.match([{ terms: ['a'] }]);
          const scored = [...all.refs].map((ref, at) => [ref, all.scores[at]]);
          const matched = index.match([{ terms: ['a'] }], within);
          expect([...matched.refs].map((ref, at) => [ref, matched.scores[at]])).toEqual(
            scored.filter(([ref]) => some.includes(ref ?? -1)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are, of documents that still count, those', () => {
    fc.assert(
      fc.property(corpus, asked, fc.infiniteStream(fc.boolean()), (documents, some, lot) => {
        const live = Uint8Array.from(documents, () => (lot.next().value === true ? 1 : 0));
        const index = new PackedIndex([{ segment: segmentOf(documents), live }]);
        const within = Uint32Array.from(some).toSorted();
        const expected = [...within].filter((n) => live[n] === 1 && (documents[n]?.length ?? 0) > 0);
        expect([...index.occurrences('a', 'body', within).documents]).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('are merged to what writing them at once gives, byte for byte', () => {
    fc.assert(
      fc.property(corpus, fc.array(fc.nat(), { maxLength: 4 }), (documents, cuts) => {
        const merged = new NamedSections();
        mergeSegments(cutUp(documents, cuts).map(segmentOf), merged, '');
        expect(merged.contents()).toEqual(sectionsOf(documents).contents());
      }),
      { numRuns: 300 },
    );
  });
});
