import type { SortOrder } from '../../../model/search.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { ScoredRefs } from '../index-port.ts';

/**
 * Releases in an order. Equally relevant ones come newest first; when nothing was asked, all are equally relevant.
 *
 * @param scored holds the scores of at least these releases.
 */
export function inOrder(
  refs: Uint32Array,
  sort: SortOrder,
  catalogue: Catalogue,
  scored: ScoredRefs,
): Uint32Array {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return byRank(refs, catalogue[sort]);
    case 'title':
      return byRank(refs, catalogue.titles);
    case 'relevance': {
      const newest = byRank(refs, catalogue.newest);
      if (scored.scores.every((score) => score === scored.scores[0])) return newest;
      const scores = denseScores(scored, catalogue.size);
      // Sorting is stable: what is equally relevant stays newest first.
      return newest.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    }
  }
}

/** Puts each release in the slot of its rank: ranks are different for all releases, so nothing needs comparing. */
function byRank(refs: Uint32Array, rank: Uint32Array): Uint32Array {
  const slots = new Uint32Array(rank.length);
  for (const ref of refs) slots[rank[ref] ?? 0] = ref + 1;
  return slots.filter((slot) => slot !== 0).map((slot) => slot - 1);
}

function denseScores({ refs, scores }: ScoredRefs, size: number): Float64Array {
  const dense = new Float64Array(size);
  refs.forEach((ref, at) => {
    dense[ref] = scores[at] ?? 0;
  });
  return dense;
}
