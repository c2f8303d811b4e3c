import type { SortOrder } from '../../../model/search.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { Matches } from '../match/matches.ts';
import { FirstOf } from './first-of.ts';
import type { Compare } from './first-of.ts';
import type { Narrowed } from './narrow.ts';

/** A release on a page of results. */
export interface Placed {
  readonly ref: number;
  readonly score: number;
  /** True when it lies only possibly inside the period asked for. */
  readonly possible: boolean;
}

/** The stretch of a result that is asked for. */
export interface Page {
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
}

/**
 * One page of a narrowed result, in order. Equally relevant releases come newest first; when nothing was asked, all
 * are equally relevant. Only the first `offset + limit` are sorted, the rest is gone through once.
 *
 * @param narrowed `matches.refs` after narrowing.
 */
export function pageOf(
  matches: Matches,
  narrowed: Pick<Narrowed, 'total' | 'kept' | 'possible'>,
  { sort, offset, limit }: Page,
  catalogue: Catalogue,
): readonly Placed[] {
  const { total, kept, possible } = narrowed;
  const first = new FirstOf(Math.min(offset + limit, total), comparison(sort, matches, catalogue));
  for (let n = 0; n < total; n += 1) first.offer(kept === null ? n : (kept[n] ?? 0));
  return Array.from(first.sorted().subarray(offset), (at) => ({
    ref: matches.refs[at] ?? 0,
    score: matches.scores[at] ?? 0,
    possible: possible?.[at] === 1,
  }));
}

/** Compares releases by their places in `matches`. No two are equal: ranks are different for all releases. */
function comparison(sort: SortOrder, { refs, scores, partly }: Matches, catalogue: Catalogue): Compare {
  if (sort !== 'relevance') {
    const rank = { newest: catalogue.newest, oldest: catalogue.oldest, title: catalogue.titles }[sort];
    return (a, b) => (rank[refs[a] ?? 0] ?? 0) - (rank[refs[b] ?? 0] ?? 0);
  }
  const { newest } = catalogue;
  return (a, b) => {
    const less = partly === null ? 0 : (partly[a] ?? 0) - (partly[b] ?? 0);
    if (less !== 0) return less;
    const worse = (scores[b] ?? 0) - (scores[a] ?? 0);
    return worse !== 0 ? worse : (newest[refs[a] ?? 0] ?? 0) - (newest[refs[b] ?? 0] ?? 0);
  };
}
