import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { noFilters } from '../../main/contract/index.ts';
import type { Hit, OpenPackage } from '../../main/contract/index.ts';
import { Icon } from '../components/icons.tsx';
import { RoomDialog } from '../components/room-dialog.tsx';
import { FacetsPane } from '../features/facets/facets-pane.tsx';
import { ReaderPane } from '../features/reader/reader-pane.tsx';
import { ResultsPane } from '../features/search/results-pane.tsx';
import { useWords } from '../i18n/words.tsx';
import { without } from '../state/active-filters.ts';
import { useCommand } from '../state/commands.tsx';
import type { LayoutMode } from '../state/layout-mode.ts';
import { countFilters } from '../state/search-state.ts';
import type { Search } from '../state/use-search.ts';
import { focusPane, focusedPane } from './panes.ts';

interface ReadingRoomProps {
  readonly archive: OpenPackage;
  readonly search: Search;
  readonly layout: LayoutMode;
  readonly onHelp: () => void;
}

/** Filters, results and reader, side by side as far as the window is wide. */
export function ReadingRoom({ archive, search, layout, onHelp }: ReadingRoomProps): ReactNode {
  const { t } = useWords();
  const { state, dispatch } = search;
  const isReading = state.releaseId !== null;
  const goToReader = useFocusAfterOpening(search);
  const close = (): void => {
    dispatch({ type: 'closed' });
    requestAnimationFrame(() => focusPane('results'));
  };
  useCommand('step-back', () => {
    const pane = focusedPane();
    if (pane === 'reader' && layout === 'one') close();
    else if (pane === 'results') focusPane('search');
    else focusPane('results');
  });
  const open = (hit: Hit, stay: boolean): void => {
    dispatch({ type: 'opened', releaseId: hit.id, version: null });
    if (!stay || layout === 'one') goToReader(hit.id);
  };
  const facets = <Facets search={search} />;
  return (
    <div className="panes">
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
          aria-busy={search.view.state === 'shown' && search.view.pending}
          hidden={layout === 'one' && isReading}
        >
          <ResultsPane
            state={state}
            view={search.view}
            store={search.store}
            labels={search.labels}
            actions={{
              removeFilter: (filter) =>
                dispatch({ type: 'filters-set', filters: without(state.filters, filter) }),
              clearFilters: () => dispatch({ type: 'filters-set', filters: noFilters }),
              sort: (sort) => dispatch({ type: 'sorted', sort }),
              tryTerms: (terms) => {
                dispatch({ type: 'typed', query: terms.query });
                dispatch({ type: 'filters-set', filters: terms.filters });
                requestAnimationFrame(() => focusPane('results'));
              },
              open,
              leave: () => focusPane('search'),
              showHelp: onHelp,
            }}
            filterButton={layout === 'three' ? null : <FilterSheet search={search}>{facets}</FilterSheet>}
          />
        </section>
        <section
          className="pane pane-reader"
          aria-label={t('reader.title')}
          data-pane="reader"
          tabIndex={-1}
          hidden={layout === 'one' && !isReading}
        >
          <ReaderPane
            open={search.open}
            archive={archive}
            onBack={layout === 'one' ? close : null}
            onOpen={(releaseId, version) => {
              dispatch({ type: 'opened', releaseId, version });
              goToReader(releaseId);
            }}
          />
        </section>
      </main>
    </div>
  );
}

function Facets({ search }: { readonly search: Search }): ReactNode {
  const { state, dispatch, view } = search;
  return (
    <FacetsPane
      filters={state.filters}
      facets={view.state === 'shown' ? view.summary.facets : null}
      labels={search.labels}
      onChoose={(facet, ids) => dispatch({ type: 'facet-set', facet, ids })}
      onPeriod={(from, to) => dispatch({ type: 'period-set', from, to })}
      onSwitch={(name, on) => dispatch({ type: 'switched', name, on })}
    />
  );
}

/** The filters on a sheet, where there is no room for them beside the results. */
function FilterSheet(props: { readonly search: Search; readonly children: ReactNode }): ReactNode {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { state, view } = props.search;
  const count = countFilters(state.filters);
  const total = view.state === 'shown' ? view.summary.total : null;
  return (
    <>
      <Button className="quiet-button" onPress={() => setIsOpen(true)}>
        <Icon name="filter" />
        <span>{count === 0 ? t('filters.title') : t('filters.count', { count })}</span>
      </Button>
      <RoomDialog
        shape="sheet"
        title={t('filters.title')}
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        foot={
          <Button className="button button-main" onPress={() => setIsOpen(false)}>
            {total === null ? t('filters.show') : t('filters.show-count', { count: total })}
          </Button>
        }
      >
        {props.children}
      </RoomDialog>
    </>
  );
}

/** Puts the focus in the reader once the release asked for is there. */
function useFocusAfterOpening(search: Search): (releaseId: string) => void {
  const wanted = useRef<string | null>(null);
  const { open } = search;
  useEffect(() => {
    if (wanted.current === null || open.state === 'loading' || open.state === 'none') return;
    if (open.state === 'shown' && open.view.id !== wanted.current) return;
    wanted.current = null;
    focusPane('reader');
  }, [open]);
  return (releaseId) => {
    wanted.current = releaseId;
    // It may lie open already: then nothing changes that would set off the effect.
    if (open.state === 'shown' && open.view.id === releaseId) {
      wanted.current = null;
      requestAnimationFrame(() => focusPane('reader'));
    }
  };
}
