import type { Clause, Fallback, Marks, SearchAnswer, SearchRequest } from '../../model/search.ts';
import type { Suggestion, Understanding } from '../../model/search.ts';
import type { Timeline, TimelineRequest } from '../../model/timeline.ts';
import type { Catalogue } from './catalogue/columns.ts';
import type { LinkNames } from './catalogue/names.ts';
import { AdditionTeller } from './match/additions.ts';
import { Evaluator } from './match/evaluator.ts';
import type { Holdings } from './match/evaluator.ts';
import { Kept } from './match/kept.ts';
import type { Matches } from './match/matches.ts';
import { periodOf } from './match/period.ts';
import { QueryFinder, queryAsked } from './match/query-finder.ts';
import type { Found, QueryAsked } from './match/query-finder.ts';
import { Marker } from './passage/marker.ts';
import type { Shown } from './passage/marker.ts';
import { marksFor } from './passage/marks-for.ts';
import { isText } from './query/loosen.ts';
import { parseQuery } from './query/parser.ts';
import { leavesOf } from './query/tree.ts';
import type { Leaf } from './query/tree.ts';
import { understand } from './query/understanding.ts';
import { hitOf } from './result/hit.ts';
import type { StoredVersion } from './result/hit.ts';
import { Narrower } from './result/narrow.ts';
import type { Facets } from './result/narrow.ts';
import { pageOf } from './result/order.ts';
import type { Placed } from './result/order.ts';
import { otherSpellings } from './suggest/suggest.ts';
import { countByTime, countUndated, extentOf } from './timeline/count-by-time.ts';
import type { Extent } from './timeline/count-by-time.ts';
import type { Association, Associations } from './wider/associations.ts';
import { LocalContext } from './wider/local-context.ts';
import { WiderSearch } from './wider/wider-search.ts';
import type { Widened } from './wider/wider-search.ts';

/** Everything a search needs. */
export interface EngineHoldings extends Holdings {
  /** The leading version of a release. */
  readonly readVersion: (ref: number) => StoredVersion;
  /** The words for what it is linked to. */
  readonly namesOf: (ref: number) => LinkNames;
  /** Which words go with others; when left out, those that stand in the best releases with them. */
  readonly associations?: Associations;
}

/** What a search finds, with no text read. */
export interface Finding {
  readonly total: number;
  /** Of these, how many lie only possibly inside the period asked for. */
  readonly possible: number;
  readonly fallback: Fallback | null;
  readonly page: readonly Placed[];
  readonly facets: Facets;
}

/** What is to be marked in a text: a query, as it was searched. */
export interface MarksAsked {
  readonly query: string;
  readonly wider?: boolean | undefined;
  readonly without?: readonly string[] | undefined;
}

type Answered = Finding & { readonly found: Found; readonly associations: readonly Association[] };

/** With fewer releases found than this, other spellings are looked for. */
const FEW = 3;
const MOST_SUGGESTIONS = 3;
/** Other spellings tried at most. */
const MOST_TRIED = 12;
const MOST_WIDENED_KEPT = 2;

/** Answers searches over the packages that are open. */
export class SearchEngine {
  readonly #holdings: EngineHoldings;
  readonly #catalogue: Catalogue;
  readonly #evaluator: Evaluator;
  readonly #finder: QueryFinder;
  readonly #narrower: Narrower;
  readonly #additions: AdditionTeller;
  readonly #wider: WiderSearch;
  readonly #widened = new Kept<Widened>(MOST_WIDENED_KEPT);
  /** The days of the archive, once they were asked for. */
  #extent: Extent | null = null;

  constructor(holdings: EngineHoldings) {
    const { catalogue, names, indexes, readVersion, namesOf } = holdings;
    this.#holdings = holdings;
    this.#catalogue = catalogue;
    this.#evaluator = new Evaluator(holdings);
    this.#finder = new QueryFinder(this.#evaluator, catalogue.withdrawn);
    this.#narrower = new Narrower(catalogue, names);
    this.#additions = new AdditionTeller(this.#evaluator.forms, indexes.forms);
    const associations = holdings.associations ?? new LocalContext({ ...indexes, namesOf, readVersion });
    this.#wider = new WiderSearch(this.#evaluator, associations, indexes.terms);
  }

  /**
   * Answers a request: finds, narrows, counts, sorts, and makes the page of hits that is asked for.
   *
   * @param keepGoing called every now and then; throws when the answer is no longer wanted.
   */
  search(request: SearchRequest, keepGoing: () => void = () => undefined): SearchAnswer {
    const answered = this.#answer(request, keepGoing);
    const { total, possible, fallback, page, facets } = answered;
    keepGoing();
    return {
      queryId: request.queryId,
      understood: this.#understanding(answered),
      total,
      possible,
      fallback,
      suggestions: this.#suggestions(request, answered, keepGoing),
      offset: request.offset,
      hits: this.#hits(page, shownBy(answered)),
      facets,
    };
  }

  /** The same, but releases are only numbered: nothing of them is read. */
  find(request: SearchRequest, keepGoing: () => void = () => undefined): Finding {
    return this.#answer(request, keepGoing);
  }

  /** Counts a result by time. What a search has just found is not looked for again. */
  timeline(request: TimelineRequest, keepGoing: () => void = () => undefined): Timeline {
    const found = this.#finder.find(queryAsked(request), keepGoing);
    keepGoing();
    const { matches } = this.#matches(request, found);
    const filters = { ...request.filters, from: null, to: null };
    const refs = this.#narrower.left(matches.refs, { filters, period: periodOf(found.root) });
    const { unit } = request;
    const { scale, main } = (this.#extent ??= extentOf(this.#catalogue));
    const [from, to] = [request.from ?? scale?.from, request.to ?? scale?.to];
    if (from === undefined || to === undefined || from > to)
      return { unit, scale, main, shown: null, ...countUndated(this.#catalogue, refs) };
    const shown = { from, to };
    return { unit, scale, main, shown, ...countByTime(this.#catalogue, refs, unit, shown) };
  }

  /** Where a query matches in a reading text (see `layoutReading`); where it does not, what comes nearest. */
  marks({ query, wider, without }: MarksAsked, reading: string): Marks {
    const asked: QueryAsked = { query, without: without ?? [], strong: false, withdrawn: true };
    const found = this.#finder.find(asked, () => undefined);
    const associations = wider === true ? this.#widen(asked, found).associations : [];
    return marksFor(shownBy({ found, associations }), found.query.length, reading);
  }

  #answer(request: SearchRequest, keepGoing: () => void): Answered {
    const { filters, sort, offset, limit } = request;
    const found = this.#finder.find(queryAsked(request), keepGoing);
    keepGoing();
    const { matches, associations } = this.#matches(request, found);
    const asked = { filters, period: periodOf(found.root) };
    const narrowed =
      matches === this.#evaluator.everything
        ? this.#narrower.narrowAll(asked)
        : this.#narrower.narrow(matches.refs, asked);
    const page = pageOf(matches, narrowed, { sort, offset, limit }, this.#catalogue);
    const { total, possibleTotal: possible, facets } = narrowed;
    return { total, possible, fallback: found.fallback, page, facets, found, associations };
  }

  #matches(
    request: Pick<SearchRequest, 'query' | 'filters' | 'wider' | 'without'>,
    found: Found,
  ): Pick<Widened, 'matches' | 'associations'> {
    if (request.wider === true) return this.#widen(queryAsked(request), found);
    return { matches: found.matches, associations: [] };
  }

  #widen(asked: QueryAsked, found: Found): Widened {
    return this.#widened.get(JSON.stringify(asked), () =>
      this.#wider.widen(found, (matches, most) => this.#best(matches, most)),
    );
  }

  /** The first live releases of a result. */
  #best(matches: Matches, most: number): readonly number[] {
    const isLive = (at: number): boolean => this.#catalogue.withdrawn[matches.refs[at] ?? 0] !== 1;
    const kept = matches.refs.map((_, at) => at).filter(isLive);
    const narrowed = { total: kept.length, kept, possible: null };
    const page = pageOf(matches, narrowed, { sort: 'relevance', offset: 0, limit: most }, this.#catalogue);
    return page.map(({ ref }) => ref);
  }

  #understanding({ found, associations }: Answered): Understanding {
    const { root, manner, problems } = found;
    const first =
      root === null
        ? undefined
        : leavesOf(root).find(({ leaf, presence }) => presence !== 'prohibited' && isInTexts(leaf));
    return understand(root, problems, (leaf) => {
      const { also, alsoMore } = this.#additions.of(leaf, manner);
      if (leaf !== first?.leaf) return { also, alsoMore };
      return { also: [...also, ...this.#associated(associations, found)], alsoMore };
    });
  }

  #associated(associations: readonly Association[], { manner }: Found): Clause['also'] {
    return associations.map(({ form, term }) => ({
      form,
      kind: 'associated',
      releases: this.#holdings.indexes.terms.frequency(term),
      on: !manner.without.has(form),
    }));
  }

  /** "Did you mean": other spellings that find more under the same filters. */
  #suggestions(
    { filters }: SearchRequest,
    { found, total, fallback }: Answered,
    keepGoing: () => void,
  ): readonly Suggestion[] {
    const met = fallback === null ? total : 0;
    if (found.root === null || met >= FEW) return [];
    const { root: typed } = parseQuery(found.query);
    const spellings = typed === null ? [] : otherSpellings(found.query, typed, this.#holdings.indexes);
    const suggestions: Suggestion[] = [];
    for (const query of spellings.slice(0, MOST_TRIED)) {
      const { root } = parseQuery(query);
      if (root === null) continue;
      const { refs } = this.#evaluator.find(root, { ...found.manner, keepGoing });
      const releases = this.#narrower.total(refs, { filters, period: periodOf(root) });
      if (releases > met) suggestions.push({ query, releases });
      if (suggestions.length === MOST_SUGGESTIONS) break;
    }
    return suggestions;
  }

  #hits(page: readonly Placed[], shown: Shown): SearchAnswer['hits'] {
    const titleMarker = new Marker(shown, 'title');
    const textMarker = new Marker(shown, 'text');
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
        this.#holdings.namesOf(ref),
      ),
    );
  }
}

function isInTexts(leaf: Leaf): boolean {
  return leaf.type !== 'dates' && isText(leaf.field);
}

function shownBy({ found, associations }: Pick<Answered, 'found' | 'associations'>): Shown {
  const { root, manner } = found;
  const on = associations.filter(({ form }) => !manner.without.has(form));
  return { root, manner, associated: on.map(({ term }) => term) };
}
