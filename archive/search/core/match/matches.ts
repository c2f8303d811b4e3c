/** The releases that a query found, before filters, and what they are ordered by when sorted by relevance. */
export interface Matches {
  /** Release numbers, ascending, each once. */
  readonly refs: Uint32Array;
  /** How well each of `refs` matches: the higher, the better. */
  readonly scores: Float64Array;
  /**
   * For each of `refs`, how many of the query's words it has only inside a compound; null when that is none for
   * all. Fewer goes before more, whatever the scores.
   */
  readonly partly: Uint8Array | null;
}
