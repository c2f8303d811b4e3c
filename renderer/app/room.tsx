import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { ReaderApi } from '../../main/contract/index.ts';
import { HelpDialog } from '../features/help/help-dialog.tsx';
import { LibraryLine } from '../features/library/library-line.tsx';
import { NoPackage } from '../features/library/no-package.tsx';
import { NoticeLine, WorkLine } from '../features/library/work-line.tsx';
import { SearchBox } from '../features/search/search-box.tsx';
import { SettingsButton } from '../features/settings/settings-button.tsx';
import { useWords } from '../i18n/words.tsx';
import { useCommand } from '../state/commands.tsx';
import { useLayoutMode } from '../state/layout-mode.ts';
import type { Session } from '../state/session-state.ts';
import { NORMAL_SIZE, nextSize } from '../state/text-size.ts';
import { useSearch } from '../state/use-search.ts';
import type { SessionActions } from '../state/use-session.ts';
import { HelpButton } from './help-button.tsx';
import { cyclePanes, focusPane } from './panes.ts';
import { ReadingRoom } from './reading-room.tsx';
import { useAppearance } from './use-appearance.ts';

interface RoomProps {
  readonly api: ReaderApi;
  readonly session: Extract<Session, { readonly state: 'ready' }>;
  readonly actions: SessionActions;
}

const AFTER_CLOSING_MS = 100;
const goToResults = (): void => void focusPane('results');

/** Head and body of the window. */
export function Room({ api, session, actions }: RoomProps): ReactNode {
  const { t } = useWords();
  const { status, settings, job, notice } = session;
  const layout = useLayoutMode(settings.textSize);
  useAppearance(settings, layout);
  const [showsHelp, setShowsHelp] = useState(false);
  const search = useSearch(api, status, settings.language);
  const archive = status.open;
  const showHelp = useCallback(() => setShowsHelp(true), []);
  const sizeText = (textSize: number): void => actions.saveSettings({ ...settings, textSize });

  useCommand('show-help', showHelp);
  useCommand('larger-text', () => sizeText(nextSize(settings.textSize, 1)));
  useCommand('smaller-text', () => sizeText(nextSize(settings.textSize, -1)));
  useCommand('normal-text', () => sizeText(NORMAL_SIZE));
  useCommand('next-pane', () => cyclePanes(1));
  useCommand('previous-pane', () => cyclePanes(-1));
  useWindowTitle(archive?.title ?? null, search.openTitle);

  const { dispatch } = search;
  const { releaseId } = search.state;
  const readsAlone = layout === 'one' && releaseId !== null && archive !== null;
  const type = useCallback(
    (query: string): void => {
      dispatch({ type: 'typed', query });
      if (readsAlone) dispatch({ type: 'closed' });
    },
    [dispatch, readsAlone],
  );
  const tryExample = useCallback(
    (query: string): void => {
      setShowsHelp(false);
      type(query);
      // A dialog that closes gives the focus back to where it was; the example is in the field.
      setTimeout(() => focusPane('search'), AFTER_CLOSING_MS);
    },
    [type],
  );
  return (
    <div className="room">
      <header className="head">
        <Brand isHeading={archive !== null && layout === 'one' && releaseId === null} />
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
          {archive === null ? null : (
            <LibraryLine
              archive={archive}
              isBusy={job !== null}
              onChoose={actions.choosePackage}
              onVerify={actions.verifyPackage}
            />
          )}
          <SettingsButton settings={settings} onChange={actions.saveSettings} />
          <HelpButton onPress={showHelp} />
        </div>
      </header>
      {archive !== null && (job !== null || notice !== null) ? (
        <section className="lines" aria-label={t('work.title')}>
          {job === null ? null : <WorkLine job={job} onCancel={actions.cancelJob} />}
          {notice === null ? null : <NoticeLine notice={notice} onRead={actions.dismissNotice} />}
        </section>
      ) : null}
      {archive === null ? (
        <NoPackage
          job={job}
          problem={status.problem ?? (notice?.type === 'problem' ? notice.problem : null)}
          onChoose={actions.choosePackage}
          onCancel={actions.cancelJob}
        />
      ) : (
        <ReadingRoom archive={archive} search={search} layout={layout} onHelp={showHelp} />
      )}
      <HelpDialog
        isOpen={showsHelp}
        status={status}
        onOpenChange={setShowsHelp}
        onTry={archive === null ? null : tryExample}
      />
    </div>
  );
}

/** The program's name; the heading of the window where no other is in sight. */
function Brand({ isHeading }: { readonly isHeading: boolean }): ReactNode {
  const { t } = useWords();
  const name = t('app.name');
  return isHeading ? <h1 className="brand">{name}</h1> : <span className="brand">{name}</span>;
}

/** The window's own title: the release that lies open, the archive, the program. */
function useWindowTitle(archive: string | null, release: string | null): void {
  const { t } = useWords();
  const name = t('app.name');
  useEffect(() => {
    document.title = [release, archive, name].filter((part) => part !== null && part !== '').join(' – ');
  }, [archive, release, name]);
}
