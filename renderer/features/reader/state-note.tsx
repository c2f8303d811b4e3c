import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useWords } from '../../i18n/words.tsx';

interface StateNoteProps {
  readonly view: ReleaseView;
  readonly onOpen: (id: string, version: string | null) => void;
}

/** Whether the release was withdrawn, is a former version, or has others beside it. */
export function StateNote({ view, onOpen }: StateNoteProps): ReactNode {
  const { t, day } = useWords();
  const leading = view.versions[0];
  if (view.state === 'withdrawn' && view.withdrawal !== null) {
    const { replacedBy, reason } = view.withdrawal;
    return (
      <ProblemNote
        tone="warn"
        actions={
          replacedBy === null ? undefined : (
            <Button className="button" onPress={() => onOpen(replacedBy, null)}>
              {t('state.open-replacement')}
            </Button>
          )
        }
      >
        <p>
          <b>{t('state.withdrawn', { day: day(view.withdrawal.day) })}</b>
        </p>
        {reason === '' ? null : <p>{t('state.reason', { reason })}</p>}
      </ProblemNote>
    );
  }
  if (view.state === 'former' && leading !== undefined) {
    return (
      <ProblemNote
        tone="warn"
        actions={
          <Button className="button" onPress={() => onOpen(view.id, null)}>
            {t('state.open-newest')}
          </Button>
        }
      >
        {t('state.former')}
      </ProblemNote>
    );
  }
  return null;
}
