import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ImportState } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey } from '../../i18n/words.tsx';
import type { Job } from '../../state/session-state.ts';
import type { SessionActions } from '../../state/use-session.ts';
import { ImportPreviewView, incomingOf } from './import-preview.tsx';
import { SeriesChangesView } from './series-changes.tsx';
import { jobLabel } from './work-line.tsx';
import './import.css';

interface ImportPanelProps {
  readonly importing: ImportState | null;
  /** The work under way for it; null while it waits. */
  readonly job: Job | null;
  readonly isReadOnly: boolean;
  /** Whether nothing is installed yet. */
  readonly isEmpty: boolean;
  readonly actions: SessionActions;
  readonly onRead: (releaseId: string) => void;
}

const titles = {
  checking: 'import.checking',
  preview: 'import.preview',
  installing: 'import.installing',
  done: 'import.done',
  failed: 'import.failed',
} as const satisfies Readonly<Record<ImportState['phase'], PlainKey>>;

function titleOf(importing: ImportState): PlainKey {
  const isNothing = importing.phase === 'preview' && incomingOf(importing.preview).length === 0;
  return isNothing ? 'import.nothing' : titles[importing.phase];
}

/** The one place where packages come in: choosing them, looking at what they would change, and how it went. */
export function ImportPanel(props: ImportPanelProps): ReactNode {
  const { t } = useWords();
  const { importing } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const phase = importing?.phase ?? null;
  const former = useRef(phase);
  useEffect(() => {
    if (former.current === phase) return;
    former.current = phase;
    // What was pressed is gone with the phase it belonged to: the focus goes on with the import.
    heading.current?.focus();
  }, [phase]);
  if (importing === null) {
    if (props.isReadOnly) return <p className="library-note">{t('library.read-only')}</p>;
    return <ImportStart {...props} />;
  }
  return (
    <section className="import" aria-labelledby="import-title" data-phase={importing.phase}>
      <h2 id="import-title" ref={heading} tabIndex={-1}>
        {t(titleOf(importing))}
      </h2>
      <Phase {...props} importing={importing} />
    </section>
  );
}

/** How packages are chosen. Where there are none yet, this is what the screen is for. */
function ImportStart({ isEmpty, actions }: ImportPanelProps): ReactNode {
  const { t } = useWords();
  return (
    <section className="import-start" data-empty={isEmpty} aria-label={t('import.title')}>
      {isEmpty ? (
        <>
          <Icon name="tray" />
          <h2>{t('import.empty-title')}</h2>
          <p>{t('import.empty-said')}</p>
        </>
      ) : null}
      <div className="buttons">
        <Button
          className={isEmpty ? 'button button-main' : 'button'}
          onPress={() => actions.chooseImport('file')}
        >
          {isEmpty ? null : <Icon name="plus" />}
          <span>{t('import.files')}</span>
        </Button>
        <Button
          className={isEmpty ? 'button button-large' : 'button'}
          onPress={() => actions.chooseImport('folder')}
        >
          {t('import.folder')}
        </Button>
        <Button className="quiet-button" onPress={actions.choosePackage}>
          {t('now.choose')}
        </Button>
      </div>
      {isEmpty ? null : <p className="import-drop-hint">{t('import.drop-hint')}</p>}
    </section>
  );
}

function Phase(props: ImportPanelProps & { readonly importing: ImportState }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { importing, job, actions } = props;
  switch (importing.phase) {
    case 'checking':
      return (
        <>
          <Sources names={importing.sources} />
          <p>{t('import.checking-said')}</p>
          <Work job={job} id={importing.jobId} actions={actions} />
        </>
      );
    case 'preview':
      return <ImportPreviewView key={importing.id} {...importing} actions={actions} />;
    case 'installing':
      return (
        <>
          <p>{t('import.installing-said')}</p>
          <Work job={job} id={importing.jobId} actions={actions} />
        </>
      );
    case 'done':
      return (
        <>
          <p>{t('import.done-said', { count: importing.preview.packages.filter(isNew).length })}</p>
          {importing.preview.series.map((series) => (
            <section key={series.series} className="incoming">
              <h3>{series.title}</h3>
              <SeriesChangesView changes={series} onRead={props.onRead} />
            </section>
          ))}
          <div className="buttons">
            <Button className="button button-main" onPress={actions.closeImport}>
              {t('import.finish')}
            </Button>
          </div>
        </>
      );
    case 'failed':
      return (
        <>
          <Sources names={importing.sources} />
          <ProblemNote tone="warn">{problemInWords(importing.problem, words.language)}</ProblemNote>
          <div className="buttons">
            <Button className="button" onPress={() => actions.chooseImport('file')}>
              {t('import.again')}
            </Button>
            <Button className="button" onPress={actions.closeImport}>
              {t('common.close')}
            </Button>
          </div>
        </>
      );
  }
}

function Sources({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <ul className="import-sources">
      {names.map((name) => (
        <li key={name}>
          <Icon name="page" />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Work(props: {
  readonly job: Job | null;
  readonly id: string;
  readonly actions: SessionActions;
}): ReactNode {
  const words = useWords();
  const { job, id, actions } = props;
  return (
    <WorkProgress
      label={job === null ? words.t('work.checking') : jobLabel(job, words)}
      share={job?.progress ?? null}
      onCancel={() => actions.cancelJob(id)}
    />
  );
}

function isNew({ state }: { readonly state: string }): boolean {
  return state === 'new';
}
