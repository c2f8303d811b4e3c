import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OpenPackage } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { WordKey, Words } from '../../i18n/words.tsx';
import type { Job, Notice, WorkStage } from '../../state/session-state.ts';

const stages = {
  reading: 'work.reading',
  indexing: 'work.indexing',
  loading: 'work.loading',
  verifying: 'work.verifying',
} as const satisfies Readonly<Record<WorkStage, WordKey>>;

const outcomes = {
  'not-verified': 'checked.not',
  verified: 'checked.yes',
  damaged: 'checked.damaged',
} as const satisfies Readonly<Record<OpenPackage['verified'], WordKey>>;

/** Long work under way, in words: what stage it is at. */
export function jobLabel(job: Job, { t }: Words): string {
  if (job.progress !== null) return t(stages[job.progress.what]);
  return job.purpose === 'open' ? t('work.opening') : t('work.verifying');
}

/** Work under way beside an open package, which stays until the new one is ready. */
export function WorkLine(props: {
  readonly job: Job;
  readonly onCancel: (jobId: string) => void;
}): ReactNode {
  const words = useWords();
  const { job } = props;
  return (
    <div className="work-line">
      <WorkProgress
        label={jobLabel(job, words)}
        share={job.progress}
        onCancel={() => props.onCancel(job.id)}
      />
    </div>
  );
}

/** How a piece of work ended. */
export function NoticeLine(props: { readonly notice: Notice; readonly onRead: () => void }): ReactNode {
  const words = useWords();
  const { notice } = props;
  return (
    <div className="notice-line">
      <ProblemNote
        tone={toneOf(notice)}
        actions={
          <Button className="quiet-button" onPress={props.onRead}>
            <Icon name="close" />
            <span>{words.t('common.dismiss')}</span>
          </Button>
        }
      >
        <output>{noticeInWords(notice, words)}</output>
      </ProblemNote>
    </div>
  );
}

function toneOf(notice: Notice): 'warn' | 'quiet' | 'good' {
  if (notice.type === 'checked') return notice.outcome === 'verified' ? 'good' : 'warn';
  return notice.type === 'problem' ? 'warn' : 'quiet';
}

function noticeInWords(notice: Notice, words: Words): string {
  switch (notice.type) {
    case 'problem':
      return problemInWords(notice.problem, words.language);
    case 'opening-cancelled':
      return words.t('work.opening-cancelled');
    case 'checking-cancelled':
      return words.t('work.checking-cancelled');
    case 'checked':
      return words.t(outcomes[notice.outcome]);
  }
}
