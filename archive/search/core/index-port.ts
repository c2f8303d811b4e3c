/** Fields of the text index. `lead` and `body` together are the running text. */
export const textFields = ['title', 'lead', 'body', 'minister', 'department', 'subject'] as const;

export type TextField = (typeof textFields)[number];

/** Fields whose words are also held as written, with their places. */
export const formFields = ['title', 'lead', 'body'] as const satisfies readonly TextField[];

export type FormField = (typeof formFields)[number];

/** Which releases match, in ascending order of ref, each once, and how well (a positive number, higher is better). */
export interface ScoredRefs {
  readonly refs: Uint32Array;
  readonly scores: Float64Array;
}

/** Asks for releases that have any of some terms. */
export interface MatchClause {
  readonly terms: readonly string[];
  /** All fields when left out. */
  readonly fields?: readonly string[];
  readonly boost?: number;
}

/** A class of terms. */
export type TermPattern =
  /** Terms that have some pieces in order, the first at their beginning and the last at their end. */
  | { readonly type: 'wildcard'; readonly pieces: readonly string[] }
  /** Terms spelt nearly so. */
  | { readonly type: 'fuzzy'; readonly term: string; readonly distance: 0 | 1 | 2 }
  /** Terms of as many letters, each one of those allowed in its place. */
  | { readonly type: 'variants'; readonly letters: readonly string[] };

/** Where a term stands: in `documents[n]` at `positions[starts[n]]` to `positions[starts[n + 1] - 1]`, ascending. */
export interface Occurrences {
  readonly documents: Uint32Array;
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

/** An index that can be asked for its terms, and for the releases that have them. Dead releases do not count. */
export interface TermIndex {
  readonly settings: {
    readonly fields: readonly { readonly name: string; readonly boost: number }[];
    readonly k1: number;
  };
  readonly documentCount: number;
  /**
   * Releases that match at least one clause, scored as Lunr scores optional terms.
   *
   * @param within only among these, ascending: spares scoring the others.
   */
  match(clauses: readonly MatchClause[], within?: Uint32Array): ScoredRefs;
  /** The terms that a pattern stands for, the most frequent ones when there are more than `limit`; `total` counts all. */
  expand(pattern: TermPattern, limit?: number): { readonly terms: readonly string[]; readonly total: number };
  has(term: string): boolean;
  /** Releases that have a term in any field. */
  frequency(term: string): number;
  /** The same, but counted in each field by itself and added up: told at once. */
  postings(term: string): number;
  /** Releases that have any of some terms in any of some fields, ascending. */
  documents(terms: readonly string[], fields?: readonly string[]): Uint32Array;
  /** Where a term stands in a field; only in releases `within` (ascending) when given. */
  occurrences(term: string, field: string, within?: Uint32Array): Occurrences;
}

/** How the words of the three indexes hang together. */
export interface Relations {
  /** The forms that have a term: `termOf(form) === term`. */
  formsOf(term: string): readonly string[];
  /** The compounds with a part that has a term. */
  formsWithPart(partTerm: string): readonly string[];
}

/** What a package's texts are searched through. */
export interface TextIndexes {
  /** Stems, over all fields. */
  readonly terms: TermIndex;
  /** Words as written, stop words among them, with their places. */
  readonly forms: TermIndex;
  /** Stems of the parts of compounds, over all fields. */
  readonly parts: TermIndex;
  readonly relations: Relations;
}
