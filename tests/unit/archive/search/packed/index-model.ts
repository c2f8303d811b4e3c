import lunr from 'lunr';

/** A stock index read as plain tables: what is asked of a packed index, found the slow way. */
export interface IndexModel {
  /** Sorted by UTF-16 units. */
  readonly terms: readonly string[];
  /** The refs that have one of some terms in one of some fields. */
  refsOf(terms: readonly string[], fields: readonly string[]): ReadonlySet<string>;
  /** The terms that a pattern with stars takes. */
  truncated(pattern: string): readonly string[];
  /** The terms within some edits. */
  near(term: string, distance: number): readonly string[];
}

type Posting = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the type declarations of lunr leave out. */
interface IndexInside {
  readonly invertedIndex: Readonly<Record<string, Posting>>;
  readonly tokenSet: { intersect(other: lunr.TokenSet): lunr.TokenSet };
}

const tokenSets = lunr.TokenSet as unknown as {
  fromString(pattern: string): lunr.TokenSet;
  fromFuzzyString(term: string, distance: number): lunr.TokenSet;
};

export function modelOf(index: lunr.Index): IndexModel {
  const { invertedIndex, tokenSet } = index as unknown as IndexInside;
  return {
    terms: Object.keys(invertedIndex).toSorted(),
    refsOf: (terms, fields) =>
      new Set(
        terms.flatMap((term) => fields.flatMap((field) => Object.keys(invertedIndex[term]?.[field] ?? {}))),
      ),
    truncated: (pattern) => tokenSet.intersect(tokenSets.fromString(pattern)).toArray().toSorted(),
    near: (term, distance) =>
      tokenSet.intersect(tokenSets.fromFuzzyString(term, distance)).toArray().toSorted(),
  };
}
