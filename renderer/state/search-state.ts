import { facetNames, noFilters } from '../../main/contract/index.ts';
import type {
  Day,
  FacetName,
  Filters,
  KeptSearch,
  OpenTab,
  Page,
  SortOrder,
  ViewState,
} from '../../main/contract/index.ts';
import { without as withoutFilter } from './active-filters.ts';
import type { ActiveFilter, SwitchName } from './active-filters.ts';
import { noneOff, offIn, shareWord, switched } from './switched-off.ts';
import type { SwitchedOff } from './switched-off.ts';
import { noTabs, onlyTab, reopened, showing, stepped, titled, withTab, withoutTab } from './tabs.ts';
import type { Tabs } from './tabs.ts';

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
  /** What lies open. Not part of a step: going back shows what was shown then, and closes nothing. */
  readonly tabs: Tabs;
}

export type SearchAction =
  | { readonly type: 'typed'; readonly query: string }
  /** Words and filters put there together: one step of history. */
  | { readonly type: 'asked'; readonly query: string; readonly filters: Filters }
  /** A name taken for what was typed of it: it becomes a filter, and the query is what is left. */
  | { readonly type: 'completed'; readonly query: string; readonly facet: FacetName; readonly id: string }
  /** A search that was kept, taken up again as it was. */
  | { readonly type: 'taken-up'; readonly search: Omit<KeptSearch, 'archive'> }
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
  /** A release in a tab of its own, behind the one that is shown; shown at once where none is. */
  | { readonly type: 'tab-opened'; readonly tab: OpenTab }
  | { readonly type: 'tab-shown'; readonly at: number }
  | { readonly type: 'tab-stepped'; readonly step: 1 | -1 }
  /** `at` null: the one that is shown. */
  | { readonly type: 'tab-closed'; readonly at: number | null }
  | { readonly type: 'other-tabs-closed'; readonly at: number }
  | { readonly type: 'tab-reopened' }
  /** What the release in a tab is called. No step. */
  | { readonly type: 'tab-titled'; readonly tab: OpenTab }
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
  tabs: noTabs,
};

/** The one way the search state changes. */
export function searchReducer(history: SearchHistory, action: SearchAction): SearchHistory {
  switch (action.type) {
    case 'begun':
      return {
        ...emptyHistory,
        archive: action.archive,
        ...whereLeft(action.viewState, action.archive),
      };
    case 'back':
      return withItsTab(stepBack(history));
    case 'forward':
      return withItsTab(stepForward(history));
    case 'tab-opened':
      return history.tabs.open.length === 0
        ? titledIn(searchReducer(history, { ...action.tab, type: 'opened' }), action.tab)
        : withTabs(history, withTab(history.tabs, action.tab));
    case 'tab-titled':
      return titledIn(history, action.tab);
    case 'tab-shown':
    case 'tab-stepped':
    case 'tab-closed':
    case 'other-tabs-closed':
    case 'tab-reopened':
      return withItsRelease(history, tabsAfter(history, action));
    default: {
      const next = paged(history.present, action);
      return next === history.present ? history : withItsTab(advance(history, next, isTyping(action)));
    }
  }
}

/** What is kept between sessions. */
export function toViewState(
  { present, tabs }: Pick<SearchHistory, 'present' | 'tabs'>,
  archive: string,
): ViewState {
  const { query, filters, sort, without, wider, releaseId, page } = present;
  const { open, active } = tabs;
  return { query, filters, sort, without, wider, releaseId, page, archive, tabs: { open, active } };
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

type TabStep = Extract<
  SearchAction,
  { readonly type: 'tab-shown' | 'tab-stepped' | 'tab-closed' | 'other-tabs-closed' | 'tab-reopened' }
>;
type Change = Exclude<
  SearchAction,
  TabStep | { readonly type: 'begun' | 'back' | 'forward' | 'tab-opened' | 'tab-titled' }
>;

function tabsAfter({ tabs }: SearchHistory, action: TabStep): Tabs {
  switch (action.type) {
    case 'tab-shown':
      return action.at in tabs.open ? { ...tabs, active: action.at } : tabs;
    case 'tab-stepped':
      return stepped(tabs, action.step);
    case 'tab-closed':
      return withoutTab(tabs, action.at ?? tabs.active);
    case 'other-tabs-closed':
      return onlyTab(tabs, action.at);
    case 'tab-reopened':
      return reopened(tabs);
  }
}

function withTabs(history: SearchHistory, tabs: Tabs): SearchHistory {
  return tabs === history.tabs ? history : { ...history, tabs };
}

/** The tab of the release that is shown comes to the front. */
function withItsTab(history: SearchHistory): SearchHistory {
  const { releaseId, version } = history.present;
  return releaseId === null ? history : withTabs(history, showing(history.tabs, { releaseId, version }));
}

/** The release of the tab in front is shown: a step, like opening it. */
function withItsRelease(history: SearchHistory, tabs: Tabs): SearchHistory {
  const front = tabs.open[tabs.active];
  // Where the list has the window to itself, nothing is shown, whatever is closed.
  if (history.present.releaseId === null && tabs.open.length < history.tabs.open.length)
    return withTabs(history, tabs);
  const next = paged(
    history.present,
    front === undefined ? { type: 'closed' } : { ...front, type: 'opened' },
  );
  return withTabs(next === history.present ? history : advance(history, next, false), tabs);
}

function titledIn(history: SearchHistory, tab: OpenTab): SearchHistory {
  return withTabs(history, titled(history.tabs, tab));
}

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
    case 'taken-up': {
      const { query, filters, sort, without, wider } = action.search;
      return { ...state, query, filters, sort, without, wider };
    }
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
function whereLeft(viewState: ViewState | null, key: string): Pick<SearchHistory, 'present' | 'tabs'> {
  if (viewState === null || (viewState.archive ?? key) !== key) return { present: emptySearch, tabs: noTabs };
  const { query, filters, sort, releaseId } = viewState;
  const { without = noneOff, wider = false, page = null } = viewState;
  const present = { query, filters, sort, without, wider, releaseId, page };
  const tabs = { ...noTabs, ...viewState.tabs };
  const front = tabs.open[tabs.active];
  // What was shown may be another than the tab in front says, where an older program wrote it.
  if (releaseId !== null && front?.releaseId !== releaseId)
    return { present: { ...present, version: null }, tabs: showing(noTabs, { releaseId, version: null }) };
  return {
    present: { ...present, version: releaseId === null ? null : (front?.version ?? null) },
    tabs: front === undefined ? noTabs : tabs,
  };
}
