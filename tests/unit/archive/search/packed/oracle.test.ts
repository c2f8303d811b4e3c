import * as fc from 'fast-check';
import type lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import type { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import type { AskedClause } from './lunr-oracle.ts';
import { asking, mismatch, packedIndex, stockAnswer, stockIndex } from './lunr-oracle.ts';
import { queryFor, smallExample } from './random-corpus.ts';
import { zipfExample } from './zipf-corpus.ts';

/** One seed for all, so that a run can be run again; another one to look further. */
const seed = Number(process.env['ORACLE_SEED'] ?? 20171208);

/** Small corpora and the queries asked of each. */
const SMALL_CORPORA = 900;
const QUERIES_EACH = 24;
/** Large ones: documents and queries. */
const LARGE_CORPORA = [
  [40, 600],
  [130, 600],
  [260, 500],
  [600, 400],
  [1000, 250],
  [1500, 120],
] as const;

/** How many queries were asked, found something, and felled stock Lunr. */
class Tally {
  asked = 0;
  found = 0;
  fell = 0;

  /** Asks both; says how they differ, null when they do not. */
  compare(stock: lunr.Index, packed: PackedIndex, clauses: readonly AskedClause[]): string | null {
    const expected = stockAnswer(stock, clauses);
    this.asked += 1;
    // The one way that these queries can fell it: a required clause of which the pipeline leaves nothing.
    if (expected === null) this.fell += 1;
    else if (expected.length > 0) this.found += 1;
    return mismatch(expected ?? [], packed.query(asking(clauses)));
  }
}

function vocabularyOf(index: lunr.Index): readonly string[] {
  return Object.keys((index as unknown as { invertedIndex: object }).invertedIndex);
}

describe('a packed index answers as stock Lunr does', () => {
  it('for random settings, small corpora full of traps, and random queries', () => {
    const tally = new Tally();
    const examples = fc.sample(smallExample, { seed, numRuns: SMALL_CORPORA });
    for (const [n, example] of examples.entries()) {
      const [stock, packed] = [stockIndex(example), packedIndex(example)];
      const names = example.settings.fields.map(({ name }) => name);
      const queries = queryFor(names, vocabularyOf(stock));
      fc.assert(
        fc.property(queries, (clauses) => {
          const difference = tally.compare(stock, packed, clauses);
          if (difference !== null) throw new Error(`${difference}\n${JSON.stringify({ example, clauses })}`);
        }),
        { seed: seed + n, numRuns: QUERIES_EACH },
      );
    }
    expect(tally.asked).toBeGreaterThanOrEqual(SMALL_CORPORA * QUERIES_EACH);
    expect(tally.found / tally.asked).toBeGreaterThan(0.5);
    expect(tally.fell / tally.asked).toBeLessThan(0.05);
  });

  it.each(LARGE_CORPORA)('over %i documents, for %i random queries', (documents, queriesEach) => {
    const tally = new Tally();
    const example = zipfExample({ seed: seed + documents, documents, words: documents * 2 });
    const [stock, packed] = [stockIndex(example), packedIndex(example)];
    const queries = queryFor(['title', 'lead', 'body'], example.words);
    fc.assert(
      fc.property(queries, (clauses) => {
        const difference = tally.compare(stock, packed, clauses);
        expect({ difference, clauses }).toEqual({ difference: null, clauses });
      }),
      { seed: seed + documents, numRuns: queriesEach },
    );
    expect(tally.asked).toBeGreaterThanOrEqual(queriesEach);
    expect(tally.found / tally.asked).toBeGreaterThan(0.5);
  });
});
