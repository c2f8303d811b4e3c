import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Completion, ReaderApi, Status } from '../../main/contract/index.ts';
import type { LabelMemory } from './active-filters.ts';
import { CompletionStore, withoutStretch } from './completion-store.ts';
import { HistoryStore } from './history-store.ts';
import type { Press } from './press.ts';
import type { ResultStore, ResultView } from './result-store.ts';
import { emptyHistory, searchReducer, toViewState } from './search-state.ts';
import type { SearchAction, SearchHistory, SearchState } from './search-state.ts';
import { tabTitle } from './tabs.ts';
import type { Tabs } from './tabs.ts';
import { useChosenLabels, useResults } from './use-results.ts';
import { usePress } from './use-press.ts';
import { useRelease } from './use-release.ts';
import type { OpenRelease } from './use-release.ts';

/** The search under way: where the reader is, what it gave, and the release that lies open. */
export interface Search {
  readonly state: SearchState;
  readonly dispatch: (action: SearchAction) => void;
  readonly view: ResultView;
  readonly press: Press;
  readonly store: ResultStore;
  readonly labels: LabelMemory;
  readonly completions: CompletionStore;
  /** Makes a filter of a name that completes the query as it stands. */
  readonly complete: (completion: Completion) => void;
  readonly open: OpenRelease;
  /** Whether there is a step of history to go back to. */
  readonly hasPast: boolean;
  readonly openTitle: string | null;
  /** The releases that lie open side by side. */
  readonly tabs: Tabs;
}

const SAVE_AFTER_MS = 600;

/** Searches what is open; another archive begins anew, the same one where the reader was last. */
export function useSearch(api: ReaderApi, status: Status, language: string): Search {
  const press = usePress();
  const key = status.open?.key ?? null;
  const edition = status.open?.edition ?? null;
  const [past] = useState(() => new HistoryStore(initialHistory(status)));
  const history = useSyncExternalStore(past.subscribe, past.history);
  const { dispatch } = past;
  const begun = history.archive;
  useEffect(() => {
    if (key === null || begun === key) return;
    // The first archive of the session takes up where the last session ended; another one begins anew.
    const viewState = begun === null ? status.viewState : null;
    dispatch({ type: 'begun', archive: key, viewState });
  }, [key, begun, status.viewState, dispatch]);

  const state = history.present;
  const epoch = edition === null || begun !== key ? null : `${edition} ${language}`;
  const { view, store } = useResults(api, { history: past, press, epoch });
  const { labels, completions, complete } = useCompleting(api, {
    query: state.query,
    press,
    labels: useChosenLabels(view, state.filters, epoch),
    dispatch,
  });
  const marked = view.state === 'shown' ? view.terms.query : state.query;
  const open = useRelease(api, { id: state.releaseId, version: state.version, query: marked, epoch });
  const { tabs } = history;
  const kept = useMemo(() => ({ present: state, tabs }), [state, tabs]);
  useSaving(api, kept, begun === key ? key : null);

  const openTitle = open.state === 'shown' ? open.view.title.map((run) => run.text).join('') : null;
  useTabTitle(open, openTitle, dispatch);
  const hasPast = history.past.length > 0;
  return {
    state,
    dispatch,
    view,
    press,
    store,
    labels,
    completions,
    complete,
    open,
    hasPast,
    openTitle,
    tabs,
  };
}

interface CompletingInput {
  readonly query: string;
  readonly press: Press;
  /** Names of chosen filter values that answers gave. */
  readonly labels: LabelMemory;
  readonly dispatch: Search['dispatch'];
}

/** Names completed while typing. One that was taken is known by its name before any answer gives it. */
function useCompleting(
  api: ReaderApi,
  { query, press, labels, dispatch }: CompletingInput,
): Pick<Search, 'labels' | 'completions' | 'complete'> {
  const [completions] = useState(() => new CompletionStore(api.complete, press));
  const [taken, setTaken] = useState<LabelMemory>(new Map());
  const complete = useCallback(
    (completion: Completion) => {
      const { facet, id, label } = completion;
      setTaken((before) => new Map([...before, [`${facet}:${id}`, label]]));
      dispatch({ type: 'completed', query: withoutStretch(query, completion).query, facet, id });
    },
    [query, dispatch],
  );
  const known = useMemo(() => (taken.size === 0 ? labels : new Map([...taken, ...labels])), [taken, labels]);
  return { labels: known, completions, complete };
}

function initialHistory(status: Status): SearchHistory {
  if (status.open === null) return emptyHistory;
  const { key } = status.open;
  return searchReducer(emptyHistory, { type: 'begun', archive: key, viewState: status.viewState });
}

/** A tab is called what the release in it is called, once that was read. */
function useTabTitle(open: OpenRelease, title: string | null, dispatch: Search['dispatch']): void {
  const of = open.state === 'shown' ? open.of : null;
  useEffect(() => {
    if (of === null || of.id === null || title === null) return;
    dispatch({ type: 'tab-titled', tab: { releaseId: of.id, version: of.version, title: tabTitle(title) } });
  }, [of, title, dispatch]);
}

/** Keeps where the reader is, a while after each change and when the window goes away. */
function useSaving(
  api: ReaderApi,
  state: Pick<SearchHistory, 'present' | 'tabs'>,
  archive: string | null,
): void {
  const saved = useRef(state);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
    if (archive === null || saved.current === state) return;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    function save(): void {
      if (archive === null) return;
      if (saved.current === latest.current) return;
      saved.current = latest.current;
      void api.saveViewState(toViewState(latest.current, archive));
    }
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [api, state, archive]);
}
