import type { ReactNode } from 'react';
import type { ReleaseView } from '../../../main/contract/index.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useWords } from '../../i18n/words.tsx';
import { ReleaseLink } from './release-link.tsx';

/** Whether the release was withdrawn, is a former version, or has others beside it. */
export function StateNote({ view }: { readonly view: ReleaseView }): ReactNode {
  const { t, day } = useWords();
  const leading = view.versions[0];
  if (view.state === 'withdrawn' && view.withdrawal !== null) {
    const { replacedBy, reason } = view.withdrawal;
    return (
      <ProblemNote
        tone="warn"
        actions={
          replacedBy === null ? undefined : (
            <ReleaseLink className="button" to={{ releaseId: replacedBy, version: null, title: null }}>
              {t('state.open-replacement')}
            </ReleaseLink>
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
          <ReleaseLink className="button" to={{ releaseId: view.id, version: null, title: null }}>
            {t('state.open-newest')}
          </ReleaseLink>
        }
      >
        {t('state.former')}
      </ProblemNote>
    );
  }
  return null;
}
