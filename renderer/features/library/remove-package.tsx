import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { LibraryPackage, Problem, ReaderApi, Removal } from '../../../main/contract/index.ts';
import { Icon } from '../../components/icons.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { SessionActions } from '../../state/use-session.ts';
import { ReleaseList } from './release-list.tsx';

interface RemovePackageProps {
  readonly of: LibraryPackage;
  readonly api: ReaderApi;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
}

type Asked =
  | { readonly state: 'asking' }
  | { readonly state: 'told'; readonly removal: Removal }
  | { readonly state: 'refused'; readonly problem: Problem };

/** What taking a package away would mean, before it is done. */
export function RemovePackage({ of, api, onRemove, onKeep }: RemovePackageProps): ReactNode {
  const { t, language } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRemoval(api, of.identity);
  useEffect(() => heading.current?.focus(), []);
  const refused =
    asked.state === 'refused' ? asked.problem : asked.state === 'told' ? asked.removal.refused : null;
  return (
    <div className="removal">
      <h4 ref={heading} tabIndex={-1}>
        {t('removal.title', { sequence: of.sequence })}
      </h4>
      {asked.state === 'asking' ? <output>{t('removal.asking')}</output> : null}
      {refused === null ? null : (
        <div role="alert">
          <ProblemNote tone="warn">{problemInWords(refused, language)}</ProblemNote>
        </div>
      )}
      {asked.state === 'told' && refused === null ? <Lost lost={asked.removal.lost} /> : null}
      <div className="buttons">
        {asked.state === 'told' && refused === null ? (
          <Button className="button button-danger" onPress={onRemove}>
            {t('removal.do')}
          </Button>
        ) : null}
        <Button className="button" onPress={onKeep}>
          {refused === null ? t('removal.keep') : t('common.close')}
        </Button>
      </div>
    </div>
  );
}

function Lost({ lost }: Pick<Removal, 'lost'>): ReactNode {
  const { t } = useWords();
  return (
    <>
      <p>{lost.total === 0 ? t('removal.nothing-lost') : t('removal.lost', { count: lost.total })}</p>
      <ReleaseList list={lost} />
      <p>{t('removal.again')}</p>
    </>
  );
}

/** A package that was taken away: its files are there until the library is left. */
export function Removed(props: { readonly of: LibraryPackage; readonly actions: SessionActions }): ReactNode {
  const { t } = useWords();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="removed" aria-live="polite">
      <p>
        <b>{t('removal.done', { sequence: props.of.sequence })}</b> {t('removal.until')}
      </p>
      <Button ref={undo} className="button" onPress={props.actions.undoRemoval}>
        <Icon name="undo" />
        <span>{t('removal.undo')}</span>
      </Button>
    </div>
  );
}

function useRemoval(api: ReaderApi, identity: string): Asked {
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });
  useEffect(() => {
    let over = false;
    void (async () => {
      const reply = await api.removal({ identity });
      if (over) return;
      setAsked(
        reply.ok ? { state: 'told', removal: reply.value } : { state: 'refused', problem: reply.problem },
      );
    })();
    return () => {
      over = true;
    };
  }, [api, identity]);
  return asked;
}
