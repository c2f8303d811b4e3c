import type { IndexSettings } from './settings.ts';

/**
 * How much it says that a document has a term: `lunr.idf` of Lunr 2.3.9. `occurrences` counts a document once for
 * each field that has the term, so that it can be more than there are documents.
 */
export function lunrIdf(occurrences: number, documents: number): number {
  const odds = (documents - occurrences + 0.5) / (occurrences + 0.5);
  return Math.log(1 + Math.abs(odds));
}

/** What the weights of one field rest on. */
export interface FieldWeighting {
  readonly k1: number;
  readonly b: number;
  readonly boost: number;
  /** Mean number of terms. */
  readonly average: number;
}

export function weightingOf(
  { k1, b, fields }: IndexSettings,
  field: number,
  average: number,
): FieldWeighting {
  const boost = fields[field]?.boost ?? 1;
  // As Lunr: b stays between 0 and 1, and a boost of 0 counts as none.
  return { k1, b: Math.min(1, Math.max(0, b)), boost: boost === 0 ? 1 : boost, average };
}

/**
 * The weight of a term in a field of a document (BM25), as `lunr.Builder.createFieldVectors` of Lunr 2.3.9 computes
 * it: in the same order of operations and rounded, in the end, to three decimals.
 */
export function lunrWeight(
  idf: number,
  { k1, b, boost, average }: FieldWeighting,
  document: { readonly frequency: number; readonly length: number; readonly boost: number },
): number {
  const { frequency, length } = document;
  const score =
    ((idf * ((k1 + 1) * frequency)) / (k1 * (1 - b + b * (length / average)) + frequency)) * boost;
  return Math.round(score * document.boost * 1000) / 1000;
}
