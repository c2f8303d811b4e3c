import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { OpenArchive } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { PlainKey, WordKey, Words } from '../../i18n/words.tsx';
import type { Job, Notice, WorkStage } from '../../state/session-state.ts';

const stages = {
  reading: 'work.reading',
  indexing: 'work.indexing',
  loading: 'work.loading',
  verifying: 'work.verifying',
  copying: 'work.copying',
  checking: 'work.checking',
  comparing: 'work.comparing',
  installing: 'work.installing',
  removing: 'work.removing',
  exporting: 'work.exporting',
} as const satisfies Readonly<Record<WorkStage, WordKey>>;

const begun = {
  open: 'work.opening',
  verify: 'work.verifying',
  import: 'work.checking',
  remove: 'work.removing',
  export: 'work.exporting',
} as const satisfies Readonly<Record<Job['purpose'], PlainKey>>;

const cancelled = {
  open: 'work.opening-cancelled',
  verify: 'work.checking-cancelled',
  import: 'work.import-cancelled',
  remove: 'work.removal-cancelled',
  export: 'work.export-cancelled',
} as const satisfies Readonly<Record<Job['purpose'], PlainKey>>;

const outcomes = {
  'not-verified': 'checked.not',
  verified: 'checked.yes',
  damaged: 'checked.damaged',
} as const satisfies Readonly<Record<OpenArchive['verified'], WordKey>>;

/** Long work under way, in words: what stage it is at. */
export function jobLabel(job: Job, { t }: Words): string {
  return job.progress === null ? t(begun[job.purpose]) : t(stages[job.progress.what]);
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

/** An import that waits for an answer, or whose end was not seen, while something else is on the screen. */
export function ImportWaits(props: { readonly onShow: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <div className="notice-line">
      <ProblemNote
        tone="quiet"
        actions={
          <Button className="button" onPress={props.onShow}>
            {t('import.show')}
          </Button>
        }
      >
        {t('import.waits')}
      </ProblemNote>
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
  if (notice.type === 'saved') return 'good';
  return notice.type === 'problem' ? 'warn' : 'quiet';
}

function noticeInWords(notice: Notice, words: Words): string {
  switch (notice.type) {
    case 'problem':
      return problemInWords(notice.problem, words.language);
    case 'cancelled':
      return words.t(cancelled[notice.purpose]);
    case 'checked':
      return words.t(outcomes[notice.outcome]);
    case 'saved':
      return words.t('out.saved', { count: notice.releases, file: notice.file });
  }
}
