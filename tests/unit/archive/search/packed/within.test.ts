import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';

const terms = ['a', 'b', 'c'];
const text = fc.array(fc.constantFrom(...terms), { maxLength: 40 }).map((words) => words.join(' '));
/** Words far apart: distances of one byte and of two. */
const sparse = fc
  .array(fc.tuple(fc.constantFrom(...terms), fc.nat(300)), { maxLength: 12 })
  .map((words) => words.map(([word, gap]) => `${'x '.repeat(gap)}${word}`).join(' '));
const sparseCorpus = fc.array(fc.record({ title: text, body: sparse }), { minLength: 1, maxLength: 30 });
const corpus = fc.array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 30 });

function indexOf(documents: readonly { readonly title: string; readonly body: string }[]): PackedIndex {
  const builder = new PackedBuilder({
    fields: [
      { name: 'title', boost: 3 },
      { name: 'body', boost: 1 },
    ],
    b: 0.5,
    k1: 2,
    pipeline: [],
    searchPipeline: [],
    positions: true,
  });
  documents.forEach(({ title, body }, n) => builder.add(String(n), { title, body }));
  const sections = new MemorySections();
  builder.finish(sections, '');
  return PackedIndex.of(PackedSegment.open(sections, ''));
}

describe('looking among some documents only', () => {
  it('finds of all that is found what is among them, with the same scores', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.subarray(terms, { minLength: 1 }),
        fc.infiniteStream(fc.boolean()),
        (documents, asked, lot) => {
          const index = indexOf(documents);
          const within = Uint32Array.from(documents.keys()).filter(() => lot.next().value === true);
          const all = index.match([{ terms: asked }]);
          const some = index.match([{ terms: asked }], within);
          const kept = [...all.refs]
            .map((ref, at) => [ref, all.scores[at]])
            .filter(([ref]) => within.includes(ref ?? -1));
          expect([...some.refs].map((ref, at) => [ref, some.scores[at]])).toEqual(kept);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('gives of all places those in them, however many are passed over between', () => {
    fc.assert(
      fc.property(
        sparseCorpus,
        fc.constantFrom(...terms),
        fc.infiniteStream(fc.boolean()),
        (documents, term, lot) => {
          const index = indexOf(documents);
          const within = Uint32Array.from(documents.keys()).filter(() => lot.next().value === true);
          const { documents: found, starts, positions } = index.occurrences(term, 'body', within);
          const expected = [...within].flatMap((n) => {
            const words = (documents[n]?.body ?? '').split(' ');
            const places = [...words.keys()].filter((at) => words[at] === term);
            return places.length === 0 ? [] : [[n, places] as const];
          });
          const given = [...found].map(
            (n, at) => [n, [...positions.subarray(starts[at], starts[at + 1])]] as const,
          );
          expect(given).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('counts the postings of a term in all fields', () => {
    const index = indexOf([
      { title: 'a', body: 'a a' },
      { title: 'b', body: 'a' },
    ]);
    expect(index.postings('a')).toBe(3);
    expect(index.frequency('a')).toBe(2);
    expect(index.postings('d')).toBe(0);
  });
});
