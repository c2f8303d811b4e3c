/** What a `lunr.Builder` is set to, as plain data, so that it can be stored and handed to a worker. */
export interface IndexSettings {
  /** In the order in which they were added. `boost` 1 counts once. */
  readonly fields: readonly { readonly name: string; readonly boost: number }[];
  /** How much a long field is held against a document, 0 to 1 (BM25's b; Lunr's own 0.75). */
  readonly b: number;
  /** How soon a term that stands again stops counting (BM25's k1; Lunr's own 1.2). */
  readonly k1: number;
  /** Registered pipeline functions that documents' tokens go through, in order. */
  readonly pipeline: readonly string[];
  /** The same for the terms of queries. */
  readonly searchPipeline: readonly string[];
  /** Whether positions are kept, for phrases and nearness. */
  readonly positions: boolean;
}
