/** Fields of the text index. `lead` and `body` together are the running text. */
export const textFields = ['title', 'lead', 'body', 'minister', 'department', 'subject'] as const;

export type TextField = (typeof textFields)[number];

/** One release as the index takes it in: its place in the catalogue, and the text of each field. */
export interface IndexedText {
  readonly ref: number;
  readonly fields: Readonly<Record<TextField, string>>;
}

/** Asks for one exact term (as `termOf` gives it) in any of some fields. */
export interface TermClause {
  readonly term: string;
  readonly fields: readonly TextField[];
}

/** Which releases match, in ascending order of ref, each once, and how well (a positive number, higher is better). */
export interface ScoredRefs {
  readonly refs: Uint32Array;
  readonly scores: Float64Array;
}

/**
 * A text index open for queries. It knows terms only: which releases have a term, and how well they match.
 * Words, phrases, truncation, Boolean logic and filters are the engine's business, above it.
 */
export interface TextIndex {
  /** How many releases it holds; refs are 0 to size - 1. */
  readonly size: number;
  /** The releases that match at least one of the clauses; scores add up. */
  query(clauses: readonly TermClause[]): ScoredRefs;
}

/** Takes in releases, each ref once, and gives the index as lines of text to be stored. */
export interface TextIndexBuilder {
  add(text: IndexedText): void;
  /** To be called once, after the last `add`. Nothing can be added afterwards. */
  serialise(): Iterable<string>;
}

export const nothingFound: ScoredRefs = { refs: new Uint32Array(0), scores: new Float64Array(0) };
