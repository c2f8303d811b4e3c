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
  const { newest, oldest, titles } = catalogue;
  const byRank = (rank: Uint32Array) => (a: number, b: number) => (rank[a] ?? 0) - (rank[b] ?? 0);
  switch (sort) {
    case 'newest':
      return refs.toSorted(byRank(newest));
    case 'oldest':
      return refs.toSorted(byRank(oldest));
    case 'title':
      return refs.toSorted(byRank(titles));
    case 'relevance': {
      const scores = denseScores(scored, catalogue.size);
      const byNewest = byRank(newest);
      return refs.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || byNewest(a, b));
    }
  }
}

function denseScores({ refs, scores }: ScoredRefs, size: number): Float64Array {
  const dense = new Float64Array(size);
  refs.forEach((ref, at) => {
    dense[ref] = scores[at] ?? 0;
  });
  return dense;
}
