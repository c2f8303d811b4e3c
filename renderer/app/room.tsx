import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Page, ReaderApi } from '../../main/contract/index.ts';
import { pathOfFile } from '../bridge/reader-bridge.ts';
import { DropTarget } from '../features/library/drop-target.tsx';
import { LibraryLine } from '../features/library/library-line.tsx';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { NoPackage } from '../features/library/no-package.tsx';
import { ImportWaits, NoticeLine, WorkLine } from '../features/library/work-line.tsx';
import { OutProvider } from '../features/out/out-provider.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { SettingsButton } from '../features/settings/settings-button.tsx';
import { WorkNotice } from '../features/work/work-notice.tsx';
import { archiveName } from '../i18n/archive-name.ts';
import { useWords } from '../i18n/words.tsx';
import { CommandsWhile, useCommand, useSend } from '../state/commands.tsx';
import { useLayoutMode } from '../state/layout-mode.ts';
import { GoToPageProvider } from '../state/go-to-page.tsx';
import { Visits } from '../state/page-place.tsx';
import { jobFor } from '../state/session-state.ts';
import type { Session } from '../state/session-state.ts';
import { NORMAL_SIZE, nextSize } from '../state/text-size.ts';
import { useSearch } from '../state/use-search.ts';
import type { Search } from '../state/use-search.ts';
import type { SessionActions } from '../state/use-session.ts';
import { HeadNav, partShown } from './head-nav.tsx';
import type { RoomPart } from './head-nav.tsx';
import { HelpButton } from './help-button.tsx';
import { HelpSheets } from './help-sheets.tsx';
import { PageScreen } from './page-screen.tsx';
import { cyclePanes, focusPane } from './panes.ts';
import { ReadingRoom } from './reading-room.tsx';
import { SearchTimeline } from './search-timeline.tsx';
import { useAppearance } from './use-appearance.ts';
import { useLinks } from './use-links.ts';
import { usePlace } from './use-place.ts';
import { Welcome } from './welcome.tsx';
import { WorkPage } from './work-page.tsx';

interface RoomProps {
  readonly api: ReaderApi;
  readonly session: Extract<Session, { readonly state: 'ready' }>;
  readonly actions: SessionActions;
}

const AFTER_CLOSING_MS = 100;
const partsOfRoom: readonly RoomPart[] = ['search', 'register', 'work', 'library'];
const partsWithoutArchive: readonly RoomPart[] = ['search', 'work', 'library'];
/** The page that each part of the room begins with. */
const firstPages: Readonly<Record<'register' | 'work', Page>> = {
  register: { type: 'register' },
  work: { type: 'work', section: 'collections', id: null },
};
const goToResults = (): void => void focusPane('results');

/** Head and body of the window. */
export function Room({ api, session, actions }: RoomProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { status, settings, jobs } = session;
  const layout = useLayoutMode(settings.textSize);
  useAppearance(settings, layout);
  const send = useSend();
  const search = useSearch(api, status, settings.language);
  const archive = status.open;
  const { place, toLibrary, toReading } = usePlace(status, actions, (type) => search.dispatch({ type }));
  const [visits] = useState(() => new Visits());
  const page = place === 'library' ? null : pageShown(search.state.page, archive !== null);
  const go = useParts({ search, toLibrary, toReading });
  const showHelp = useCallback(() => send('show-help'), [send]);
  const sizeText = (textSize: number): void => actions.saveSettings({ ...settings, textSize });

  useCommand('larger-text', () => sizeText(nextSize(settings.textSize, 1)));
  useCommand('smaller-text', () => sizeText(nextSize(settings.textSize, -1)));
  useCommand('normal-text', () => sizeText(NORMAL_SIZE));
  useCommand('next-pane', () => cyclePanes(1));
  useCommand('previous-pane', () => cyclePanes(-1));
  const out = useMemo(
    () => ({
      api,
      settings,
      saveSettings: actions.saveSettings,
      saveOut: actions.saveOut,
      printOut: actions.printOut,
    }),
    [api, settings, actions],
  );
  const name = archive === null ? null : archiveName(archive, words);
  useWindowTitle(place === 'library' ? t('library.title') : name, search.openTitle, page === null);

  const { dispatch } = search;
  const { releaseId } = search.state;
  const goToPage = useCallback((to: Page): void => dispatch({ type: 'went', page: to }), [dispatch]);
  const isReading = place === 'reading' && archive !== null;
  const readsAlone = isReading && layout === 'one' && releaseId !== null;
  const type = useCallback(
    (query: string): void => {
      toReading();
      dispatch({ type: 'typed', query });
      if (readsAlone) dispatch({ type: 'closed' });
    },
    [dispatch, readsAlone, toReading],
  );
  const openLink = useCallback(
    (id: string, version: string | null): void => {
      toReading();
      dispatch({ type: 'opened', releaseId: id, version });
    },
    [dispatch, toReading],
  );
  useLinks(api, archive?.edition ?? null, { open: openLink, refuse: actions.refuse });
  const tryExample = useCallback(
    (query: string): void => {
      type(query);
      // A dialog that closes gives the focus back to where it was; the example is in the field.
      setTimeout(() => focusPane('search'), AFTER_CLOSING_MS);
    },
    [type],
  );
  const read = (id: string): void => {
    actions.closeImport();
    toReading();
    dispatch({ type: 'opened', releaseId: id, version: null });
  };
  return (
    <div className="room">
      <header className="head">
        <Brand isHeading={isReading && page === null && layout === 'one' && releaseId === null} />
        <div className="head-search" data-pane="search" hidden={archive === null}>
          <SearchBox
            query={search.state.query}
            isDisabled={archive === null}
            completions={search.completions}
            onComplete={search.complete}
            onType={type}
            onLeave={goToResults}
          />
        </div>
        <div className="head-tools">
          <SettingsButton settings={settings} onChange={actions.saveSettings} />
          <HelpButton onPress={showHelp} />
        </div>
        <HeadNav
          parts={archive === null ? partsWithoutArchive : partsOfRoom}
          current={partShown(place, page)}
          isTop={page === null || page.type === 'register' || (page.type === 'work' && page.id === null)}
          isCompact={layout === 'one'}
          onGo={go}
        />
        {archive === null ? null : (
          <LibraryLine
            archive={archive}
            isCurrent={place === 'library'}
            onPress={place === 'library' ? toReading : toLibrary}
          />
        )}
      </header>
      <Lines session={session} actions={actions} isInLibrary={place === 'library'} onImport={toLibrary} />
      {place === 'library' ? (
        <LibraryScreen
          api={api}
          status={status}
          jobs={jobs}
          actions={actions}
          onLeave={toReading}
          onRead={read}
        />
      ) : archive === null && page?.type === 'work' ? (
        <WorkPage page={page} dispatch={search.dispatch} />
      ) : archive === null ? (
        <NoPackage
          job={jobFor(jobs, 'open')}
          problem={status.problem ?? (session.notice?.type === 'problem' ? session.notice.problem : null)}
          onImport={() => actions.chooseImport('file')}
          onLibrary={toLibrary}
          onCancel={actions.cancelJob}
        />
      ) : (
        <GoToPageProvider go={goToPage}>
          <OutProvider value={out}>
            <div className="desk">
              <CommandsWhile isOn={page === null}>
                <SearchTimeline
                  api={api}
                  archive={archive}
                  search={search}
                  layout={layout}
                  settings={settings}
                  isCovered={page !== null}
                  onSettings={actions.saveSettings}
                />
                <ReadingRoom
                  api={api}
                  archive={archive}
                  search={search}
                  layout={layout}
                  isCovered={page !== null}
                  onHelp={showHelp}
                />
              </CommandsWhile>
              {page === null ? null : (
                <PageScreen api={api} archive={archive} search={search} page={page} visits={visits} />
              )}
            </div>
          </OutProvider>
        </GoToPageProvider>
      )}
      <WorkNotice />
      <DropTarget
        isClosed={status.library.isReadOnly || jobFor(jobs, 'import') !== null}
        pathOf={pathOfFile}
        onDrop={actions.importPaths}
      />
      <HelpSheets api={api} status={status} onTry={archive === null ? null : tryExample} />
      <Welcome
        session={session}
        actions={actions}
        search={search}
        onType={type}
        onReading={toReading}
        onLibrary={toLibrary}
      />
    </div>
  );
}

/** The page that can be shown: what the reader keeps of her own needs no archive. */
function pageShown(page: Page | null, isOpen: boolean): Page | null {
  return isOpen || page?.type === 'work' ? page : null;
}

interface PartsInput {
  readonly search: Search;
  readonly toLibrary: () => void;
  readonly toReading: () => void;
}

/** The ways to the parts of the room, by the head and by keys. */
function useParts({ search, toLibrary, toReading }: PartsInput): (part: RoomPart) => void {
  const { dispatch } = search;
  const go = useCallback(
    (part: RoomPart): void => {
      if (part === 'library') {
        toLibrary();
        return;
      }
      toReading();
      dispatch(part === 'search' ? { type: 'page-left' } : { type: 'went', page: firstPages[part] });
    },
    [dispatch, toLibrary, toReading],
  );
  useCommand('show-search', () => go('search'));
  useCommand('show-register', () => go('register'));
  useCommand('show-work', () => go('work'));
  return go;
}

interface LinesProps extends Pick<RoomProps, 'session' | 'actions'> {
  readonly isInLibrary: boolean;
  readonly onImport: () => void;
}

/** Work under way and how it ended, over whatever is on the screen; what the screen itself tells is left to it. */
function Lines({ session, actions, isInLibrary, onImport }: LinesProps): ReactNode {
  const { t } = useWords();
  const { status, jobs, notice } = session;
  if (status.open === null && !isInLibrary) return null;
  const importing = status.importing !== null && !isInLibrary;
  const shown = jobs.filter(
    ({ purpose, about }) => !(isInLibrary && (purpose === 'import' || about !== null)),
  );
  const waits = importing && jobFor(jobs, 'import') === null;
  if (shown.length === 0 && notice === null && !waits) return null;
  return (
    <section className="lines" aria-label={t('work.title')}>
      {shown.map((job) => (
        <WorkLine key={job.id} job={job} onCancel={actions.cancelJob} />
      ))}
      {waits ? <ImportWaits onShow={onImport} /> : null}
      {notice === null ? null : <NoticeLine notice={notice} onRead={actions.dismissNotice} />}
    </section>
  );
}

/** The program's name; the heading of the window where no other is in sight. */
function Brand({ isHeading }: { readonly isHeading: boolean }): ReactNode {
  const { t } = useWords();
  const name = t('app.name');
  return isHeading ? <h1 className="brand">{name}</h1> : <span className="brand">{name}</span>;
}

/** The window's own title: the release that lies open, the archive, the program. A page sets its own (`isOurs` false). */
function useWindowTitle(archive: string | null, release: string | null, isOurs: boolean): void {
  const { t } = useWords();
  const name = t('app.name');
  useEffect(() => {
    if (!isOurs) return;
    document.title = [release, archive, name].filter((part) => part !== null && part !== '').join(' – ');
  }, [archive, release, name, isOurs]);
}
