import type { ResolvedClause } from './clauses.ts';
import { isLive } from './library.ts';
import type { LibraryTerm, PackedLibrary } from './library.ts';
import { Scoreboard } from './scorer.ts';
import type { IndexSettings } from './settings.ts';
import { lunrWeight, weightingOf } from './weight.ts';
import type { FieldWeighting } from './weight.ts';

/** Documents that were found, ascending, each once, and what each scores. */
export interface Found {
  readonly refs: Uint32Array;
  readonly scores: Float64Array;
}

/** How a term is scored in a field. */
interface Scoring {
  readonly field: number;
  readonly factor: number;
  readonly within: Uint32Array | null;
}

/**
 * Finds and scores documents as `lunr.Index.query` of Lunr 2.3.9 does: for each field a vector of the terms asked
 * for, with their boosts; for each document the product of that vector with its own, by the length of the first, and
 * these added up over fields. Required clauses must each be met, prohibited ones not.
 */
export class Evaluation {
  readonly nothing: Found = { refs: new Uint32Array(0), scores: new Float64Array(0) };
  readonly #library: PackedLibrary;
  readonly #settings: IndexSettings;
  #weightings: readonly FieldWeighting[] | null = null;
  readonly #board: Scoreboard;
  readonly #others: Scoreboard;

  constructor(library: PackedLibrary, settings: IndexSettings) {
    this.#library = library;
    this.#settings = settings;
    this.#board = new Scoreboard(library.size);
    this.#others = new Scoreboard(library.size);
  }

  /**
   * The documents that clauses find, one of which at least is not prohibited.
   *
   * @param within only among these, ascending; all when null.
   */
  run(clauses: readonly ResolvedClause[], within: Uint32Array | null = null): Found {
    const board = this.#board;
    board.clear();
    this.#vectors(clauses).forEach((vector, field) => this.#scoreField(vector, field, within));
    const required = clauses.filter(({ presence, fields }) => presence === 'required' && fields.length > 0);
    const prohibited = clauses.filter(({ presence }) => presence === 'prohibited');
    let refs = board.documents();
    for (const clause of required) refs = refs.filter(this.#test(clause, true));
    for (const clause of prohibited) refs = refs.filter(this.#test(clause, false));
    return { refs, scores: board.scoresOf(refs) };
  }

  /** Every live document but those that clauses prohibit; none scores. */
  allBut(clauses: readonly ResolvedClause[]): Found {
    let refs = Uint32Array.from({ length: this.#library.size }, (_, document) => document);
    for (const part of this.#library.parts)
      if (part.live !== null)
        refs = refs.filter(
          (document) =>
            document < part.base || document >= part.base + part.segment.size || isLive(part, document),
        );
    for (const clause of clauses) refs = refs.filter(this.#test(clause, false));
    return { refs, scores: new Float64Array(refs.length) };
  }

  /** For each field the terms asked for in it, with their boosts added up. */
  #vectors(clauses: readonly ResolvedClause[]): readonly ReadonlyMap<string, number>[] {
    const vectors = this.#settings.fields.map(() => new Map<string, number>());
    for (const { terms, fields, boost, presence } of clauses) {
      if (presence === 'prohibited') continue;
      for (const field of fields) {
        const vector = vectors[field];
        for (const term of terms) vector?.set(term, (vector.get(term) ?? 0) + boost);
      }
    }
    return vectors;
  }

  #scoreField(vector: ReadonlyMap<string, number>, field: number, within: Uint32Array | null): void {
    // As Lunr: a term that no document has is not in the vector.
    const known = [...vector].flatMap(([term, boost]) => {
      const found = this.#library.find(term);
      return found === null ? [] : [{ found, boost }];
    });
    const magnitude = Math.sqrt(known.reduce((sum, { boost }) => sum + boost * boost, 0));
    // As Lunr: what is asked for with no weight, or with one that is no number or has no end, scores nothing.
    const isScored = magnitude > 0 && magnitude < Number.POSITIVE_INFINITY;
    for (const { found, boost } of known)
      this.#scoreTerm(found, { field, factor: isScored ? boost / magnitude : 0, within });
  }

  /** Worked out when something is first scored: the averages are over the lengths of all documents. */
  #weighting(field: number): FieldWeighting | undefined {
    this.#weightings ??= this.#library.averages.map((average, n) => weightingOf(this.#settings, n, average));
    return this.#weightings[field];
  }

  /** The hot loop: every posting of a term in a field. */
  #scoreTerm({ places, idf }: LibraryTerm, { field, factor, within }: Scoring): void {
    const weighting = this.#weighting(field);
    if (weighting === undefined) return;
    const board = this.#board;
    this.#library.parts.forEach((part, n) => {
      const place = places[n]?.find((one) => one.field === field);
      if (place === undefined) return;
      const { segment, base, live } = part;
      const { documents, frequencies } =
        within === null ? this.#library.postings(part, place) : this.#library.select(part, place, within);
      const lengths = segment.lengths(field);
      const { boosts } = segment;
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] ?? 0;
        const local = document - base;
        if (live !== null && live[local] !== 1) continue;
        const weight = lunrWeight(idf, weighting, {
          frequency: frequencies[at] ?? 0,
          length: lengths[local] ?? 0,
          boost: boosts === null ? 1 : (boosts[local] ?? 1),
        });
        board.add(document, weight * factor);
      }
    });
  }

  /** Whether documents have any of a clause's terms in its fields; the answer wanted is `isWanted`. */
  #test({ terms, fields }: ResolvedClause, isWanted: boolean): (document: number) => boolean {
    const others = this.#others;
    others.clear();
    for (const term of terms) {
      const found = this.#library.find(term);
      if (found !== null) this.#library.eachDocument(found, fields, (document) => others.add(document, 0));
    }
    return (document) => others.has(document) === isWanted;
  }
}
