/** A word that goes with those asked for. */
export interface Association {
  readonly term: string;
  /** The word as texts write it most often. */
  readonly form: string;
  /** How closely it goes with them: above 0, at most 1. */
  readonly weight: number;
}

/** Knows which words go with others. */
export interface Associations {
  /**
   * The words that go with some, the closest first.
   *
   * @param terms those that are asked for.
   * @param best the releases that meet the query best, the best first.
   */
  of(terms: readonly string[], best: readonly number[]): readonly Association[];
}
