import type { TermIndex } from '../index-port.ts';
import type { Matches } from '../match/matches.ts';
import { intersect, scoredAlike, uniteAll } from '../match/set-operations.ts';
import type { Association } from './associations.ts';

/** How much of a release's score the words that go with a query make up, its own words the rest. */
const ASSOCIATED_SHARE = 0.4;
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
 * What a query found together with the releases that have words going with it, at least two of them. Both scores are
 * brought to one measure and mixed in fixed shares (as the relevance model RM3 mixes a query with its feedback), so
 * that a release full of such words can stand before one that has the query's own in passing.
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
  return uniteAll([inShare(found, 1 - ASSOCIATED_SHARE), inShare(held, ASSOCIATED_SHARE)], 0);
}

/** The same releases in one tier, the best of them with this score. */
function inShare({ refs, scores }: Matches, share: number): Matches {
  const best = scores.reduce((most, score) => Math.max(most, score), 0);
  const factor = best === 0 ? 0 : share / best;
  return { refs, scores: scores.map((score) => score * factor), partly: null };
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
