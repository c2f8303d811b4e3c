import { facetNames, noFilters } from '../../main/contract/index.ts';
import type { Day, FacetName, Filters, Page, SortOrder, ViewState } from '../../main/contract/index.ts';
import { without as withoutFilter } from './active-filters.ts';
import type { ActiveFilter, SwitchName } from './active-filters.ts';
import { noneOff, offIn, shareWord, switched } from './switched-off.ts';
import type { SwitchedOff } from './switched-off.ts';

/** Where the reader is: what is asked, and what lies open. */
export interface SearchState {
  readonly query: string;
  readonly filters: Filters;
  readonly sort: SortOrder;
  /** Forms that are left out of what is searched beside the words typed. */
  readonly without: readonly SwitchedOff[];
  /** Whether words that go with those asked for count too. */
  readonly wider: boolean;
  readonly releaseId: string | null;
  /** A certain version; null is the leading one. */
  readonly version: string | null;
  /** The page that is shown instead of the search; null for none. Any step of searching or reading leaves it. */
  readonly page: Page | null;
}

/** The present state with those before and after it. */
export interface SearchHistory {
  /** The archive that is searched, by its key; null before any is open. */
  readonly archive: string | null;
  readonly past: readonly SearchState[];
  readonly present: SearchState;
  readonly future: readonly SearchState[];
  /** True while one run of typing goes on: it makes one step of history. */
  readonly typing: boolean;
}

export type SearchAction =
  | { readonly type: 'typed'; readonly query: string }
  /** Words and filters put there together: one step of history. */
  | { readonly type: 'asked'; readonly query: string; readonly filters: Filters }
  /** A name taken for what was typed of it: it becomes a filter, and the query is what is left. */
  | { readonly type: 'completed'; readonly query: string; readonly facet: FacetName; readonly id: string }
  | { readonly type: 'form-switched'; readonly of: SwitchedOff; readonly on: boolean }
  | { readonly type: 'widened'; readonly on: boolean }
  | { readonly type: 'facet-set'; readonly facet: FacetName; readonly ids: readonly string[] }
  | { readonly type: 'period-set'; readonly from: Day | null; readonly to: Day | null }
  | { readonly type: 'switched'; readonly name: SwitchName; readonly on: boolean }
  | { readonly type: 'sorted'; readonly sort: SortOrder }
  | { readonly type: 'filters-set'; readonly filters: Filters }
  | { readonly type: 'filter-removed'; readonly filter: ActiveFilter }
  | { readonly type: 'opened'; readonly releaseId: string; readonly version: string | null }
  | { readonly type: 'closed' }
  | { readonly type: 'went'; readonly page: Page }
  /** Back to the search as it was left. */
  | { readonly type: 'page-left' }
  | { readonly type: 'begun'; readonly archive: string; readonly viewState: ViewState | null }
  | { readonly type: 'back' }
  | { readonly type: 'forward' };

const STEPS_KEPT = 100;

export const emptySearch: SearchState = {
  query: '',
  filters: noFilters,
  sort: 'relevance',
  without: noneOff,
  wider: false,
  releaseId: null,
  version: null,
  page: null,
};

export const emptyHistory: SearchHistory = {
  archive: null,
  past: [],
  present: emptySearch,
  future: [],
  typing: false,
};

/** The one way the search state changes. */
export function searchReducer(history: SearchHistory, action: SearchAction): SearchHistory {
  switch (action.type) {
    case 'begun':
      return {
        ...emptyHistory,
        archive: action.archive,
        present: whereLeft(action.viewState, action.archive),
      };
    case 'back':
      return stepBack(history);
    case 'forward':
      return stepForward(history);
    default: {
      const next = paged(history.present, action);
      return next === history.present ? history : advance(history, next, isTyping(action));
    }
  }
}

/** What is kept between sessions. */
export function toViewState(state: SearchState, archive: string): ViewState {
  const { query, filters, sort, without, wider, releaseId, page } = state;
  return { query, filters, sort, without, wider, releaseId, page, archive };
}

/** The order that holds: with no words there is no relevance, so the newest come first. */
export function sortInForce(state: Pick<SearchState, 'query' | 'sort'>): SortOrder {
  return state.sort === 'relevance' && state.query.trim() === '' ? 'newest' : state.sort;
}

/** How many filters narrow the result; from and to count as one. */
export function countFilters(filters: Filters): number {
  const values = facetNames.reduce((sum, name) => sum + filters[name].length, 0);
  const period = filters.from === null && filters.to === null ? 0 : 1;
  const switches = [filters.certain, filters.strong, filters.withdrawn].filter(Boolean).length;
  return values + period + switches;
}

type Change = Exclude<SearchAction, { readonly type: 'begun' | 'back' | 'forward' }>;

function paged(state: SearchState, action: Change): SearchState {
  if (action.type === 'went')
    return samePage(state.page, action.page) ? state : { ...state, page: action.page };
  const next = action.type === 'page-left' ? state : changed(state, action);
  return next.page === null ? next : { ...next, page: null };
}

function samePage(one: Page | null, other: Page): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function changed(
  state: SearchState,
  action: Exclude<Change, { readonly type: 'went' | 'page-left' }>,
): SearchState {
  switch (action.type) {
    case 'typed':
      return worded(state, action.query);
    case 'asked':
      return { ...worded(state, action.query), filters: action.filters };
    case 'completed':
      return { ...worded(state, action.query), filters: withValue(state.filters, action.facet, action.id) };
    case 'form-switched':
      return { ...state, without: switched(state.without, action.of, action.on) };
    case 'widened':
      return action.on === state.wider ? state : { ...state, wider: action.on };
    case 'facet-set':
      return { ...state, filters: { ...state.filters, [action.facet]: action.ids } };
    case 'period-set':
      return { ...state, filters: { ...state.filters, from: action.from, to: action.to } };
    case 'switched':
      return { ...state, filters: { ...state.filters, [action.name]: action.on } };
    case 'sorted':
      return action.sort === state.sort ? state : { ...state, sort: action.sort };
    case 'filters-set':
      return { ...state, filters: action.filters };
    case 'filter-removed':
      return { ...state, filters: withoutFilter(state.filters, action.filter) };
    case 'opened':
      return opened(state, action.releaseId, action.version);
    case 'closed':
      return state.releaseId === null ? state : { ...state, releaseId: null, version: null };
  }
}

function withValue(filters: Filters, facet: FacetName, id: string): Filters {
  return filters[facet].includes(id) ? filters : { ...filters, [facet]: [...filters[facet], id] };
}

/** Another query. What was said of a word goes when the word goes; a search made wider, when all of them do. */
function worded(state: SearchState, query: string): SearchState {
  if (query === state.query) return state;
  const wider = state.wider && shareWord(state.query, query);
  return { ...state, query, without: offIn(state.without, query), wider };
}

function opened(state: SearchState, releaseId: string, version: string | null): SearchState {
  const same = state.releaseId === releaseId && state.version === version;
  return same ? state : { ...state, releaseId, version };
}

/** Emptying the field ends a run of typing: what was searched stays a step to go back to. */
function isTyping(action: Change): boolean {
  return action.type === 'typed' && action.query !== '';
}

function advance(history: SearchHistory, present: SearchState, typing: boolean): SearchHistory {
  const sameStep = typing && history.typing;
  const past = sameStep ? history.past : [...history.past, history.present].slice(-STEPS_KEPT);
  return { ...history, past, present, future: [], typing };
}

function stepBack(history: SearchHistory): SearchHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    ...history,
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    typing: false,
  };
}

function stepForward(history: SearchHistory): SearchHistory {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { ...history, past: [...history.past, history.present], present: after, future, typing: false };
}

/** Where the last session left off, if that was in this archive. */
function whereLeft(viewState: ViewState | null, key: string): SearchState {
  if (viewState === null || (viewState.archive ?? key) !== key) return emptySearch;
  const { query, filters, sort, releaseId } = viewState;
  const { without = noneOff, wider = false, page = null } = viewState;
  return { query, filters, sort, without, wider, releaseId, version: null, page };
}
