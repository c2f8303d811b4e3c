import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Day, OpenArchive, ReaderApi, Settings } from '../../main/contract/index.ts';
import { Timeline } from '../features/timeline/timeline.tsx';
import type { LayoutMode } from '../state/layout-mode.ts';
import type { Search } from '../state/use-search.ts';

interface SearchTimelineProps {
  readonly api: ReaderApi;
  readonly archive: OpenArchive;
  readonly search: Search;
  readonly layout: LayoutMode;
  readonly settings: Settings;
  /** Whether a page lies over the search. */
  readonly isCovered: boolean;
  readonly onSettings: (settings: Settings) => void;
}

/** The timeline over the search. Where there is room for one pane only it is folded until it is asked for. */
export function SearchTimeline(props: SearchTimelineProps): ReactNode {
  const { archive, search, layout, settings, onSettings } = props;
  const { dispatch, state } = search;
  const setPeriod = useCallback(
    (from: Day | null, to: Day | null) => dispatch({ type: 'period-set', from, to }),
    [dispatch],
  );
  const fold = useCallback(
    (timelineOpen: boolean) => onSettings({ ...settings, timelineOpen }),
    [settings, onSettings],
  );
  const turn = useCallback(
    (timelineTable: boolean) => onSettings({ ...settings, timelineTable }),
    [settings, onSettings],
  );
  return (
    <Timeline
      api={props.api}
      view={search.view}
      edition={archive.edition}
      press={search.press}
      filters={state.filters}
      isOpen={settings.timelineOpen ?? layout !== 'one'}
      isTable={settings.timelineTable ?? false}
      isHidden={layout === 'one' && state.releaseId !== null}
      isCovered={props.isCovered}
      onOpenChange={fold}
      onTableChange={turn}
      onPeriod={setPeriod}
    />
  );
}
