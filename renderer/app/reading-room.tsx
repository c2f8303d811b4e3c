import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { FocusEvent, ReactNode } from 'react';
import { noFilters } from '../../main/contract/index.ts';
import type {
  Day,
  FacetName,
  Filters,
  OpenArchive,
  SearchAnswer,
  ReaderApi,
} from '../../main/contract/index.ts';
import { FacetsPane } from '../features/facets/facets-pane.tsx';
import type { ReaderActions } from '../features/reader/reader-actions.tsx';
import { ReleaseOut } from '../features/out/release-out.tsx';
import { ReaderPane } from '../features/reader/reader-pane.tsx';
import { ResultsPane } from '../features/search/results-pane.tsx';
import type { ResultsActions } from '../features/search/results-pane.tsx';
import { useWords } from '../i18n/words.tsx';
import type { LabelMemory, SwitchName } from '../state/active-filters.ts';
import { useCommand } from '../state/commands.tsx';
import { isAsked, keptSearch } from '../state/kept-search.ts';
import type { LayoutMode } from '../state/layout-mode.ts';
import type { Press } from '../state/press.ts';
import { ReaderSlotsProvider } from '../state/reader-slots.ts';
import type { ResultView } from '../state/result-store.ts';
import { tabTitle } from '../state/tabs.ts';
import { useAfterPaint } from '../state/use-after-paint.ts';
import type { OpenRelease } from '../state/use-release.ts';
import type { Search } from '../state/use-search.ts';
import { useVisits } from '../state/use-visits.ts';
import { FilterSheet } from './filter-sheet.tsx';
import { focusPane, focusedPane } from './panes.ts';
import { readerWork } from './reader-work.tsx';
import { ResultTools } from './result-tools.tsx';
import { useTabs } from './use-tabs.ts';

interface ReadingRoomProps {
  readonly api: ReaderApi;
  readonly archive: OpenArchive;
  readonly search: Search;
  readonly layout: LayoutMode;
  /** Whether a page lies over the panes. They stay as they are under it. */
  readonly isCovered: boolean;
  readonly onHelp: () => void;
}

/** Filters, results and reader, side by side as far as the window is wide. */
export function ReadingRoom(props: ReadingRoomProps): ReactNode {
  const { api, archive, search, layout, isCovered, onHelp } = props;
  const { t } = useWords();
  const { state, view, labels, dispatch } = search;
  const kept = useMemo(() => keptSearch(state, archive.key), [state, archive.key]);
  useVisits({
    search: isAsked(kept) ? kept : null,
    total: view.state === 'shown' && !view.pending ? view.summary.total : null,
    view: search.open.state === 'shown' ? search.open.view : null,
  });
  const isReading = state.releaseId !== null;
  const isAlone = layout === 'one';
  const goToReader = useFocusAfterOpening(search.open);
  const goToAnswer = useFocusAfterAnswer(view);
  const { close, actions, readerActions } = useRoomActions({
    dispatch,
    goToReader,
    goToAnswer,
    isAlone,
    onHelp,
  });
  const noteFocus = useFocusAfterPage({ isCovered, releaseId: state.releaseId, goToReader });
  const tabActions = useTabs({ ...search, goToReader });
  useCommand('step-back', () => {
    const pane = focusedPane();
    if (pane === 'reader' && isAlone) close();
    else if (pane === 'results') focusPane('search');
    else focusPane('results');
  });
  const facets = (
    <Facets
      filters={state.filters}
      facets={view.state === 'shown' ? view.summary.facets : null}
      press={search.press}
      labels={labels}
      dispatch={dispatch}
    />
  );
  return (
    <div className="panes" inert={isCovered} onFocus={noteFocus}>
      {layout === 'three' ? (
        <aside className="pane pane-filters" aria-label={t('filters.title')} data-pane="filters">
          <h2 className="only-heard">{t('filters.title')}</h2>
          {facets}
        </aside>
      ) : null}
      <main className="panes-main">
        <section
          className="pane pane-results"
          aria-label={t('results.title')}
          data-pane="results"
          tabIndex={-1}
          aria-busy={view.state === 'shown' && view.pending}
          hidden={isAlone && isReading}
        >
          <ResultsPane
            state={state}
            view={view}
            store={search.store}
            labels={labels}
            actions={actions}
            tools={
              <>
                {layout === 'three' ? null : <FilterSheet search={search}>{facets}</FilterSheet>}
                <ResultTools search={search} kept={kept} />
              </>
            }
          />
        </section>
        <section
          className="pane pane-reader"
          aria-label={t('reader.title')}
          data-pane="reader"
          tabIndex={-1}
          hidden={isAlone && !isReading}
        >
          <ReaderSlotsProvider value={readerWork}>
            <ReaderPane
              api={api}
              open={search.open}
              archive={archive}
              tabs={search.tabs}
              tabActions={tabActions}
              actions={readerActions}
              onBack={isAlone ? close : null}
              out={ReleaseOut}
            />
          </ReaderSlotsProvider>
        </section>
      </main>
    </div>
  );
}

interface RoomActionsInput {
  readonly dispatch: Search['dispatch'];
  readonly goToReader: (releaseId: string) => void;
  /** Puts the focus in the results once the next ones are there. */
  readonly goToAnswer: () => void;
  /** True where the reader has the window to itself. */
  readonly isAlone: boolean;
  readonly onHelp: () => void;
}

/** What can be done in the panes. The same functions from one render to the next: typing leaves the panes alone. */
function useRoomActions({ dispatch, goToReader, goToAnswer, isAlone, onHelp }: RoomActionsInput): {
  readonly close: () => void;
  readonly actions: ResultsActions;
  readonly readerActions: ReaderActions;
} {
  const close = useCallback(() => {
    dispatch({ type: 'closed' });
    requestAnimationFrame(() => focusPane('results'));
  }, [dispatch]);
  const readerActions = useMemo(
    (): ReaderActions => ({
      open: (releaseId, version) => {
        dispatch({ type: 'opened', releaseId, version });
        goToReader(releaseId);
      },
      openInTab: (tab) => dispatch({ type: 'tab-opened', tab }),
    }),
    [dispatch, goToReader],
  );
  const actions = useMemo(
    (): ResultsActions => ({
      removeFilter: (filter) => dispatch({ type: 'filter-removed', filter }),
      clearFilters: () => {
        dispatch({ type: 'filters-set', filters: noFilters });
        // The button goes with the filters, and must not take the focus along.
        goToAnswer();
      },
      sort: (sort) => dispatch({ type: 'sorted', sort }),
      tryTerms: ({ query, filters }) => {
        dispatch({ type: 'asked', query, filters });
        goToAnswer();
      },
      switchForm: (of, on) => dispatch({ type: 'form-switched', of, on }),
      widen: (on) => {
        dispatch({ type: 'widened', on });
        goToAnswer();
      },
      open: (hit, how) => {
        const target = { releaseId: hit.id, version: null };
        if (how === 'in-tab') {
          dispatch({ type: 'tab-opened', tab: { ...target, title: tabTitle(hit.title) } });
          return;
        }
        dispatch({ type: 'opened', ...target });
        if (how === 'go' || isAlone) goToReader(hit.id);
      },
      leave: () => focusPane('search'),
      showHelp: onHelp,
    }),
    [dispatch, goToReader, goToAnswer, isAlone, onHelp],
  );
  return { close, actions, readerActions };
}

interface FacetsProps {
  readonly filters: Filters;
  readonly facets: SearchAnswer['facets'] | null;
  readonly press: Press;
  readonly labels: LabelMemory;
  readonly dispatch: Search['dispatch'];
}

/** The filters, with the counts of the result that is on the screen: its hits come first, they a frame later. */
const Facets = memo(function Facets(props: FacetsProps): ReactNode {
  const { filters, labels, dispatch } = props;
  const facets = useAfterPaint(props.facets, props.press);
  const choose = useCallback(
    (facet: FacetName, ids: readonly string[]) => dispatch({ type: 'facet-set', facet, ids }),
    [dispatch],
  );
  const setPeriod = useCallback(
    (from: Day | null, to: Day | null) => dispatch({ type: 'period-set', from, to }),
    [dispatch],
  );
  const setSwitch = useCallback(
    (name: SwitchName, on: boolean) => dispatch({ type: 'switched', name, on }),
    [dispatch],
  );
  return (
    <FacetsPane
      filters={filters}
      facets={facets}
      labels={labels}
      onChoose={choose}
      onPeriod={setPeriod}
      onSwitch={setSwitch}
    />
  );
});

/** Puts the focus in the results once the answer to what is asked next is there. */
function useFocusAfterAnswer(view: ResultView): () => void {
  const wanted = useRef(false);
  const answer = view.state === 'shown' ? view.summary : view;
  const before = useRef(answer);
  useEffect(() => {
    const isNew = before.current !== answer;
    before.current = answer;
    if (!isNew || !wanted.current) return;
    wanted.current = false;
    // A list that is new has its rows when it has been laid out.
    requestAnimationFrame(() => focusPane('results'));
  }, [answer]);
  return useCallback(() => {
    wanted.current = true;
  }, []);
}

/** Puts the focus in the reader once the release asked for is there. */
function useFocusAfterOpening(open: OpenRelease): (releaseId: string) => void {
  const wanted = useRef<string | null>(null);
  const latest = useRef(open);
  const arrive = useCallback(() => {
    const now = latest.current;
    if (wanted.current === null || now.state === 'loading' || now.state === 'none') return;
    if (now.state === 'shown' && now.view.id !== wanted.current) return;
    wanted.current = null;
    focusPane('reader');
  }, []);
  useEffect(() => {
    latest.current = open;
    arrive();
  }, [open, arrive]);
  return useCallback(
    (releaseId: string) => {
      wanted.current = releaseId;
      // It may lie open already: then nothing changes that would set off the effect.
      requestAnimationFrame(arrive);
    },
    [arrive],
  );
}

interface AfterPage {
  readonly isCovered: boolean;
  readonly releaseId: string | null;
  readonly goToReader: (releaseId: string) => void;
}

/**
 * Puts the focus back when the page over the panes goes and takes it along: in the release that was opened from the page,
 * otherwise where it was before. Gives what notes where the focus is.
 */
function useFocusAfterPage(input: AfterPage): (event: FocusEvent<HTMLElement>) => void {
  const { isCovered, releaseId, goToReader } = input;
  const last = useRef<Element | null>(null);
  const covered = useRef<{ readonly releaseId: string | null } | null>(null);
  useLayoutEffect(() => {
    if (isCovered) {
      covered.current ??= { releaseId };
      return;
    }
    const before = covered.current;
    covered.current = null;
    if (before === null || document.activeElement !== document.body) return;
    if (releaseId !== null && releaseId !== before.releaseId) goToReader(releaseId);
    else if (last.current instanceof HTMLElement && last.current.isConnected)
      last.current.focus({ preventScroll: true });
    else focusPane('results');
  }, [isCovered, releaseId, goToReader]);
  return useCallback((event) => {
    last.current = event.target;
  }, []);
}
