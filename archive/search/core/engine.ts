import type { DayRange } from '../../model/day.ts';
import { intersectRanges } from '../../model/day.ts';
import type { Fallback, SearchAnswer, SearchRequest, Understanding } from '../../model/search.ts';
import type { Catalogue } from './catalogue/columns.ts';
import type { RegisterNames } from './catalogue/register-names.ts';
import type { ScoredRefs } from './index-port.ts';
import { Evaluator } from './match/evaluator.ts';
import type { EvaluationManner, Holdings } from './match/evaluator.ts';
import { Kept } from './match/kept.ts';
import { findNearest } from './match/nearest.ts';
import { allRefs } from './match/scored-refs.ts';
import { Marker } from './passage/marker.ts';
import { parseQuery } from './query/parser.ts';
import { requirementsOf } from './query/tree.ts';
import type { QueryNode } from './query/tree.ts';
import { understand } from './query/understanding.ts';
import { hitOf } from './result/hit.ts';
import type { StoredVersion } from './result/hit.ts';
import { Narrower } from './result/narrow.ts';
import { pageOf } from './result/order.ts';
import type { Placed } from './result/order.ts';

/** Everything a search needs. `readVersion` gives the leading version of a release. */
export interface EngineHoldings extends Holdings {
  readonly readVersion: (ref: number) => StoredVersion;
}

/** What a query finds before filters. */
interface Found {
  readonly scored: ScoredRefs;
  readonly root: QueryNode | null;
  readonly understood: Understanding;
  readonly fallback: Fallback | null;
}

/** Queries whose findings are kept: filters are clicked and pages turned with the query as it was. */
const MOST_KEPT = 8;

/** Answers searches over one package. */
export class SearchEngine {
  readonly #holdings: EngineHoldings;
  readonly #catalogue: Catalogue;
  readonly #names: RegisterNames;
  readonly #evaluator: Evaluator;
  readonly #narrower: Narrower;
  readonly #kept = new Kept<Found>(MOST_KEPT);

  constructor(holdings: EngineHoldings) {
    this.#holdings = holdings;
    this.#catalogue = holdings.catalogue;
    this.#names = holdings.names;
    this.#evaluator = new Evaluator(holdings);
    this.#narrower = new Narrower(holdings.catalogue, holdings.names);
  }

  /**
   * Answers a request: finds, narrows, counts, sorts, and makes the page of hits that is asked for.
   *
   * @param keepGoing called every now and then; throws when the answer is no longer wanted.
   */
  search(request: SearchRequest, keepGoing: () => void = () => undefined): SearchAnswer {
    const { filters, sort, offset, limit, queryId } = request;
    const found = this.#find(request, keepGoing);
    keepGoing();
    const matches = { ...found.scored, partly: null };
    const narrowed = this.#narrower.narrow(matches.refs, { filters, period: periodOf(found.root) });
    const page = pageOf(matches, narrowed, { sort, offset, limit }, this.#catalogue);
    return {
      queryId,
      understood: found.understood,
      total: narrowed.total,
      possible: narrowed.possibleTotal,
      fallback: found.fallback,
      suggestions: [],
      offset,
      hits: this.#hits(page, found),
      facets: narrowed.facets,
    };
  }

  #hits(page: readonly Placed[], found: Found): SearchAnswer['hits'] {
    const titleMarker = Marker.of(found.root, 'title');
    const textMarker = Marker.of(found.root, 'text');
    return page.map(({ ref, score, possible }) =>
      hitOf(
        {
          version: this.#holdings.readVersion(ref),
          score,
          possible,
          withdrawn: this.#catalogue.withdrawn[ref] === 1,
          titleMarker,
          textMarker,
        },
        this.#names,
      ),
    );
  }

  #find({ query, filters }: SearchRequest, keepGoing: () => void): Found {
    const key = `${filters.strong ? 1 : 0}${filters.withdrawn ? 1 : 0}${query}`;
    return this.#kept.get(key, () => this.#findAnew(query, filters, { strong: filters.strong, keepGoing }));
  }

  #findAnew(query: string, { withdrawn }: SearchRequest['filters'], manner: EvaluationManner): Found {
    const { root, understood, length } = parseQuery(query);
    if (root === null) return { scored: allRefs(this.#catalogue.size), root, understood, fallback: null };
    const inScope = (ref: number): boolean => withdrawn || this.#catalogue.withdrawn[ref] !== 1;
    const scored = this.#evaluator.find(root, manner);
    if (scored.refs.some(inScope)) return { scored, root, understood, fallback: null };
    const nearest = findNearest({ root, queryLength: length }, this.#evaluator, manner, inScope);
    if (nearest === null) return { scored, root, understood, fallback: null };
    return {
      scored: nearest.found,
      root: nearest.root,
      understood: understand(nearest.root, understood.problems),
      fallback: 'nearest',
    };
  }
}

/** The days that a query requires. */
function periodOf(root: QueryNode | null): DayRange {
  const everything: DayRange = { from: null, to: null };
  const ranges =
    root === null ? [] : requirementsOf(root).flatMap((node) => (node.type === 'dates' ? [node.range] : []));
  return ranges.reduce((period, range) => intersectRanges(period, range) ?? range, everything);
}
