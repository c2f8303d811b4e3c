import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSegments } from '../../../../../archive/search/core/packed/merge.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import type { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import type { Example, ExampleDocument } from './lunr-oracle.ts';
import { asking, mismatch, packedSections, packedSegment, stockAnswer, stockIndex } from './lunr-oracle.ts';
import { modelOf } from './index-model.ts';
import { NamedSections } from './named-sections.ts';
import { documentsFor, queryFor, settings } from './random-corpus.ts';
import { zipfExample } from './zipf-corpus.ts';

const seed = Number(process.env['ORACLE_SEED'] ?? 20180909);

interface Entry {
  readonly document: ExampleDocument;
  readonly isLive: boolean;
}
/** Packages as segments: what each holds, and whether it still counts. */
interface Library {
  readonly settings: Example['settings'];
  readonly segments: readonly (readonly Entry[])[];
}

/**
 * A corpus split at random. Some documents are withdrawn; some stand once more, with other contents, in another
 * segment, and are superseded there.
 */
const library: fc.Arbitrary<Library> = fc
  .record({ settings, count: fc.integer({ min: 1, max: 4 }) })
  .chain(({ settings, count }) =>
    fc.record({
      settings: fc.constant(settings),
      count: fc.constant(count),
      documents: documentsFor(settings, 12),
      formers: documentsFor(settings, 12),
      places: fc.array(fc.nat(count - 1), { minLength: 12, maxLength: 12 }),
      fates: fc.array(fc.constantFrom('live', 'live', 'withdrawn', 'superseded'), {
        minLength: 12,
        maxLength: 12,
      }),
    }),
  )
  .map(({ settings, count, documents, formers, places, fates }) => {
    const segments: Entry[][] = Array.from({ length: count }, () => []);
    documents.forEach((document, n) => {
      const [place, fate] = [places[n] ?? 0, fates[n] ?? 'live'];
      segments[place]?.push({ document, isLive: fate !== 'withdrawn' });
      const former = formers[n];
      if (fate === 'superseded' && former !== undefined && count > 1)
        segments[(place + 1) % count]?.push({ document: { ...former, ref: document.ref }, isLive: false });
    });
    return { settings, segments };
  });

function indexOf({ settings, segments }: Library): PackedIndex {
  return new PackedIndex(
    segments.map((entries) => ({
      segment: packedSegment({ settings, documents: entries.map(({ document }) => document) }),
      live: entries.every(({ isLive }) => isLive)
        ? null
        : Uint8Array.from(entries, ({ isLive }) => (isLive ? 1 : 0)),
    })),
  );
}

function liveExample({ settings, segments }: Library): Example {
  const live = segments.flat().filter(({ isLive }) => isLive);
  return { settings, documents: live.map(({ document }) => document) };
}

describe('several segments', () => {
  it('answer as one stock index over all that still counts', () => {
    const [libraries, queriesEach] = [250, 20];
    for (const [n, one] of fc.sample(library, { seed, numRuns: libraries }).entries()) {
      const [stock, packed] = [stockIndex(liveExample(one)), indexOf(one)];
      expect(packed.documentCount).toBe(liveExample(one).documents.length);
      expect(packed.size).toBe(one.segments.flat().length);
      expect(packed.terms()).toEqual(modelOf(stock).terms.filter((term) => term !== ''));
      const names = one.settings.fields.map(({ name }) => name);
      const queries = queryFor(names, modelOf(stock).terms);
      fc.assert(
        fc.property(queries, (clauses) => {
          const difference = mismatch(stockAnswer(stock, clauses) ?? [], packed.query(asking(clauses)));
          if (difference !== null)
            throw new Error(`${difference}\n${JSON.stringify({ library: one, clauses })}`);
        }),
        { seed: seed + n, numRuns: queriesEach },
      );
    }
  });

  it('of many documents too', () => {
    const { settings, documents, words } = zipfExample({ seed, documents: 900, words: 1500 });
    const segments: Entry[][] = [[], [], []];
    documents.forEach((document, n) => {
      segments[(n * 7) % 3]?.push({ document, isLive: n % 11 !== 4 });
      const newer = documents[(n + 1) % documents.length];
      if (n % 13 === 5 && newer !== undefined)
        segments[(n * 7 + 1) % 3]?.push({ document: { ...newer, ref: document.ref }, isLive: false });
    });
    const one = { settings, segments };
    const [stock, packed] = [stockIndex(liveExample(one)), indexOf(one)];
    fc.assert(
      fc.property(queryFor(['title', 'lead', 'body'], words), (clauses) => {
        const difference = mismatch(stockAnswer(stock, clauses) ?? [], packed.query(asking(clauses)));
        expect({ difference, clauses }).toEqual({ difference: null, clauses });
      }),
      { seed, numRuns: 200 },
    );
  });

  it('say what each document is called and which one was found', () => {
    const document = (ref: string): ExampleDocument => ({ ref, fields: { title: `bro ${ref}` } });
    const settings = { ...zipfExample({ seed, documents: 0, words: 1 }).settings };
    const packed = indexOf({
      settings,
      segments: [
        [
          { document: document('a'), isLive: false },
          { document: document('b'), isLive: true },
        ],
        [{ document: document('a'), isLive: true }],
      ],
    });
    expect([0, 1, 2].map((n) => packed.refOf(n))).toEqual(['a', 'b', 'a']);
    expect(packed.query(asking([{ term: 'a' }])).map(({ ref, document }) => [ref, document])).toEqual([
      ['a', 2],
    ]);
  });
});

function merged(segments: readonly PackedSegment[]): NamedSections {
  const sections = new NamedSections();
  mergeSegments(segments, sections, 'x/');
  return sections;
}

/** The documents as one segment, and as several, split at some places. */
function splitAt(example: Example, cuts: readonly number[]): readonly PackedSegment[] {
  const ends = [...cuts.map((cut) => Math.min(cut, example.documents.length)), example.documents.length];
  return ends
    .toSorted((a, b) => a - b)
    .map((end, n, sorted) =>
      packedSegment({ ...example, documents: example.documents.slice(sorted[n - 1] ?? 0, end) }),
    );
}

describe('merged segments', () => {
  it('are byte for byte what building them at once gives', () => {
    const split = fc
      .tuple(settings, fc.array(fc.nat(12), { maxLength: 4 }))
      .chain(([of, cuts]) =>
        fc.record({ settings: fc.constant(of), documents: documentsFor(of, 12), cuts: fc.constant(cuts) }),
      );
    fc.assert(
      fc.property(split, ({ cuts, ...example }) => {
        const sections = merged(splitAt(example, cuts));
        const atOnce = packedSections(example);
        expect(sections.contents()).toEqual(atOnce.contents());
      }),
      { seed, numRuns: 300 },
    );
  });

  it('of many documents too, positions and all', () => {
    const large = zipfExample({ seed: 5, documents: 700, words: 3000 });
    const example = { ...large, settings: { ...large.settings, positions: true } };
    const sections = merged(splitAt(example, [1, 130, 131, 500, 500]));
    const atOnce = packedSections(example);
    const differing = sections.names.filter(
      (name) => Buffer.compare(sections.bytes(name), atOnce.bytes(name)) !== 0,
    );
    expect(differing).toEqual([]);
    expect(sections.names).toEqual(atOnce.names);
  });

  it('must be of the same settings', () => {
    const { settings } = zipfExample({ seed, documents: 0, words: 1 });
    const [a, b] = [
      packedSegment({ settings, documents: [] }),
      packedSegment({ settings: { ...settings, b: 0.5 }, documents: [] }),
    ];
    expect(() => merged([a, b])).toThrow(RangeError);
    expect(() => merged([])).toThrow(RangeError);
  });
});
