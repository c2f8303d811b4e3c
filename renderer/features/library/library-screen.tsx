import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { LibraryPackage, LibraryView, ReaderApi, Status } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Job } from '../../state/session-state.ts';
import type { SessionActions } from '../../state/use-session.ts';
import { CheckSchedule } from './check-schedule.tsx';
import { ImportPanel } from './import-panel.tsx';
import { ReadingNow } from './reading-now.tsx';
import { SeriesSection } from './series-section.tsx';
import { TrustedKeys } from './trusted-keys.tsx';
import './library.css';
import './library-screen.css';

interface LibraryScreenProps {
  readonly api: ReaderApi;
  readonly status: Status;
  readonly jobs: readonly Job[];
  readonly actions: SessionActions;
  readonly onLeave: () => void;
  readonly onRead: (releaseId: string) => void;
}

/** What is installed here, what it is worth, and how more comes in: one page, by itself. */
export function LibraryScreen(props: LibraryScreenProps): ReactNode {
  const { status, jobs, actions } = props;
  const { library, importing } = status;
  const words = useWords();
  const { t } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const series = bySeries(library.packages);
  return (
    <main className="library" aria-label={t('library.title')} data-pane="library" tabIndex={-1}>
      <div className="library-page">
        <header className="library-head">
          <div>
            <h1 ref={heading} tabIndex={-1} data-pane-focus>
              {t('library.title')}
            </h1>
            <Summary library={library} seriesCount={series.length} />
          </div>
          <Button className="quiet-button" onPress={props.onLeave}>
            <Icon name="arrow-left" />
            <span>{t('library.leave')}</span>
          </Button>
        </header>
        {library.problem === null ? null : (
          <div role="alert">
            <ProblemNote tone="warn">{problemInWords(library.problem, words.language)}</ProblemNote>
          </div>
        )}
        <ImportPanel
          importing={importing}
          job={jobs.find((job) => job.purpose === 'import') ?? null}
          isReadOnly={library.isReadOnly}
          isEmpty={series.length === 0}
          actions={actions}
          onRead={props.onRead}
        />
        <ReadingNow open={status.open} isBusy={jobs.length > 0} actions={actions} />
        {series.map(([name, packages]) => (
          <SeriesSection
            key={name}
            packages={packages}
            library={library}
            jobs={jobs}
            api={props.api}
            actions={actions}
          />
        ))}
        <TrustedKeys api={props.api} library={library} actions={actions} />
        {series.length === 0 || library.isReadOnly ? null : (
          <CheckSchedule library={library} settings={status.settings} actions={actions} />
        )}
        <p className="library-place">{t('library.place', { path: library.path })}</p>
      </div>
    </main>
  );
}

function Summary(props: { readonly library: LibraryView; readonly seriesCount: number }): ReactNode {
  const { t } = useWords();
  const { packages } = props.library;
  return (
    <p className="library-summary">
      {packages.length === 0
        ? t('library.none')
        : [
            t('library.packages', { count: packages.length }),
            t('library.series-count', { count: props.seriesCount }),
          ].join(' ')}
    </p>
  );
}

/** The packages of each series, the newest first. */
function bySeries(
  packages: readonly LibraryPackage[],
): readonly (readonly [string, readonly LibraryPackage[]])[] {
  const series = new Map<string, LibraryPackage[]>();
  for (const one of packages.toReversed()) series.set(one.series, [...(series.get(one.series) ?? []), one]);
  return [...series].toReversed();
}
