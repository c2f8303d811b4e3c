import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Job } from '../../state/session-state.ts';
import { jobLabel } from './work-line.tsx';
import './library.css';

interface NoPackageProps {
  readonly job: Job | null;
  /** Why nothing is open, when something was to be. */
  readonly problem: Problem | null;
  readonly onImport: () => void;
  readonly onLibrary: () => void;
  readonly onCancel: (jobId: string) => void;
}

/** The room before any package is open: what is being opened, why it could not be, or how to get one. */
export function NoPackage(props: NoPackageProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { job, problem } = props;
  return (
    <main className="no-package">
      <div className="no-package-words">
        <h1>{job === null ? t('no-package.title') : t('no-package.opening')}</h1>
        {job === null ? (
          <>
            {problem === null ? null : (
              <div role="alert">
                <ProblemNote tone="warn">{problemInWords(problem, words.language)}</ProblemNote>
              </div>
            )}
            <p>{t('no-package.what')}</p>
            <p>{t('no-package.how')}</p>
            <div className="buttons">
              <Button className="button button-main" onPress={props.onImport}>
                {t('import.files')}
              </Button>
              <Button className="button button-large" onPress={props.onLibrary}>
                {t('library.go')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>{t('no-package.first-time')}</p>
            <WorkProgress
              label={jobLabel(job, words)}
              share={job.progress}
              onCancel={() => props.onCancel(job.id)}
            />
          </>
        )}
      </div>
    </main>
  );
}
