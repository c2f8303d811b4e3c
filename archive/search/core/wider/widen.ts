import type { TermIndex } from '../index-port.ts';
import type { Matches } from '../match/matches.ts';
import { fillUp, intersect, scoredAlike } from '../match/set-operations.ts';
import type { Association } from './associations.ts';

/** What words that go with a query count beside its own. */
const ASSOCIATED_WEIGHT = 0.3;
/** Releases that have none of the query's own words come after all others. */
const ASSOCIATED_RANK = 255;
/** One such word alone says little. */
const LEAST_WORDS = 2;

export interface Widening {
  /** Of terms. */
  readonly index: TermIndex;
  /** What the releases added must meet; null when there is nothing. */
  readonly firm: Matches | null;
  /** Words that were switched off. */
  readonly without: ReadonlySet<string>;
}

/**
 * What a query found, and below it the releases that have words going with it, at least two of them.
 *
 */
export function widened(
  found: Matches,
  associations: readonly Association[],
  { index, firm, without }: Widening,
): Matches {
  if (associations.length === 0) return found;
  const on = associations.filter(({ form }) => !without.has(form));
  const added = havingSeveral(on, Math.min(LEAST_WORDS, associations.length), index);
  const held = firm === null ? added : intersect(added, scoredAlike(firm.refs, 0));
  return fillUp(found, held, { factor: ASSOCIATED_WEIGHT, rank: ASSOCIATED_RANK });
}

function havingSeveral(associations: readonly Association[], least: number, index: TermIndex): Matches {
  const sums = new Map<number, { words: number; score: number }>();
  for (const { term, weight } of associations) {
    const { refs, scores } = index.match([{ terms: [term] }]);
    refs.forEach((ref, at) => {
      const sum = sums.get(ref) ?? { words: 0, score: 0 };
      sum.words += 1;
      sum.score += weight * (scores[at] ?? 0);
      sums.set(ref, sum);
    });
  }
  const several = [...sums].filter(([, { words }]) => words >= least).toSorted(([a], [b]) => a - b);
  return {
    refs: Uint32Array.from(several, ([ref]) => ref),
    scores: Float64Array.from(several, ([, { score }]) => score),
    partly: null,
  };
}
