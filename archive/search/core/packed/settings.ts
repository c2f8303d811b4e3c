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

/** More fields than this have no room in the bits that say in which ones a term stands. */
const MOST_FIELDS = 31;

/** @throws RangeError when an index cannot have these fields. */
export function checkSettings({ fields }: IndexSettings): void {
  const names = fields.map(({ name }) => name);
  const slashed = names.find((name) => name.includes('/'));
  if (slashed !== undefined) throw new RangeError(`the field ${slashed} has a / in its name`);
  if (new Set(names).size < names.length) throw new RangeError('two fields have the same name');
  if (names.length > MOST_FIELDS) throw new RangeError(`there are more than ${MOST_FIELDS} fields`);
}
