import lunr from 'lunr';
import { nothingFound, textFields } from '../index-port.ts';
import type { ScoredRefs, TermClause, TextIndex } from '../index-port.ts';
import { readTables } from './lunr-file.ts';
import type { LunrTables } from './lunr-file.ts';

/**
 * The text index on stock Lunr 2.3.9: its weights, its query evaluation, its scores. Besides its builder and
 * its file the one place that knows Lunr's shapes.
 */
export class LunrIndex implements TextIndex {
  readonly size: number;
  readonly #index: lunr.Index;
  readonly #scratch: Float64Array;

  constructor(tables: LunrTables) {
    this.size = tables.size;
    this.#scratch = new Float64Array(tables.size);
    const attributes = {
      fields: [...textFields],
      fieldVectors: tables.fieldVectors,
      invertedIndex: tables.invertedIndex,
      // Lunr needs its automaton for wildcards and edit distance only, and it is the costliest part to build.
      tokenSet: new ExactTerms(tables.invertedIndex),
      // Clauses hold terms, which are through the pipeline already.
      pipeline: new lunr.Pipeline(),
    };
    this.#index = new lunr.Index(attributes as unknown as lunr.Index.Attributes);
  }

  /**
   * Opens an index from its stored lines.
   *
   * @throws IndexFormatError when they are not those of a whole index of this version.
   */
  static load(lines: Iterable<string>): LunrIndex {
    return new LunrIndex(readTables(lines));
  }

  query(clauses: readonly TermClause[]): ScoredRefs {
    if (clauses.length === 0) return nothingFound;
    const results = this.#index.query((query) => {
      for (const { term, fields } of clauses)
        query.term(term, { fields: [...fields], boost: 1, usePipeline: false });
    });
    return this.#byRef(results);
  }

  /** Lunr sorts by score; the engine merges by ref. */
  #byRef(results: readonly lunr.Index.Result[]): ScoredRefs {
    const refs = Uint32Array.from(results, (result) => Number(result.ref)).toSorted();
    for (const { ref, score } of results) this.#scratch[Number(ref)] = score;
    return { refs, scores: Float64Array.from(refs, (ref) => this.#scratch[ref] ?? 0) };
  }
}

/** Stands in for Lunr's automaton where all that is asked is whether a term is there. */
class ExactTerms {
  readonly #terms: LunrTables['invertedIndex'];

  constructor(terms: LunrTables['invertedIndex']) {
    this.#terms = terms;
  }

  intersect(asked: lunr.TokenSet): { toArray: () => string[] } {
    const found = asked.toArray().filter((term) => term in this.#terms);
    return { toArray: () => found };
  }
}
