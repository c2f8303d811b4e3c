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

/** The versions held of this release, where there are several. */
export function Versions({ view, onOpen }: StateNoteProps): ReactNode {
  const { t, date } = useWords();
  if (view.versions.length < 2) return null;
  return (
    <section className="versions">
      <h2>{t('versions.title')}</h2>
      <ol>
        {view.versions.map((held, index) => (
          <li key={held.version}>
            {held.version === view.version ? (
              <b aria-current="true">{t('versions.shown', { date: date(held.date) })}</b>
            ) : (
              <Button
                className="link-button"
                onPress={() => onOpen(view.id, index === 0 ? null : held.version)}
              >
                {index === 0
                  ? t('versions.newest', { date: date(held.date) })
                  : t('versions.earlier', { date: date(held.date) })}
              </Button>
            )}
            <span className="code">{held.version.slice(0, 12)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
