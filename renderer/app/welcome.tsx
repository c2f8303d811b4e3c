import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { WelcomeCard } from '../features/welcome/welcome-card.tsx';
import type { Trial } from '../features/welcome/welcome-card.tsx';
import { useWords } from '../i18n/words.tsx';
import { useCommand } from '../state/commands.tsx';
import type { Session } from '../state/session-state.ts';
import type { Search } from '../state/use-search.ts';
import type { SessionActions } from '../state/use-session.ts';
import { focusPane } from './panes.ts';

/** A dialog that closes gives the focus back to where it was; then the card can take it. */
const AFTER_CLOSING_MS = 100;

interface WelcomeProps {
  readonly session: Extract<Session, { readonly state: 'ready' }>;
  readonly actions: Pick<SessionActions, 'saveSettings'>;
  readonly search: Search;
  readonly onType: (query: string) => void;
  readonly onReading: () => void;
  readonly onLibrary: () => void;
}

/** The welcome: shown once on the archive that comes with the program, and whenever it is asked for. */
export function Welcome(props: WelcomeProps): ReactNode {
  const { session, actions } = props;
  const { status, settings } = session;
  const [asked, setAsked] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useCommand('show-welcome', () => {
    timer.current = setTimeout(() => setAsked((times) => times + 1), AFTER_CLOSING_MS);
  });
  const trials = useTrials(props);
  const isFirst = settings.welcomed !== true && status.open?.source === 'bundled';
  if (asked === 0 && !isFirst) return null;
  const close = (): void => {
    setAsked(0);
    if (settings.welcomed !== true) actions.saveSettings({ ...settings, welcomed: true });
    focusPane('search');
  };
  return <WelcomeCard key={asked} trials={trials} wasAskedFor={asked > 0} onClose={close} />;
}

function useTrials(props: WelcomeProps): Readonly<Record<'search' | 'filter' | 'import', Trial | null>> {
  const { search, onType, onReading, onLibrary } = props;
  const { t } = useWords();
  const word = t('welcome.try-word');
  const isOpen = props.session.status.open !== null;
  const { view, dispatch } = search;
  const value = view.state === 'shown' ? view.summary.facets.government[0] : undefined;
  return {
    search: isOpen ? { label: t('welcome.try', { what: word }), onTry: () => onType(word) } : null,
    filter:
      value === undefined
        ? null
        : {
            label: t('welcome.try', { what: value.label }),
            onTry: () => {
              onReading();
              dispatch({ type: 'facet-set', facet: 'government', ids: [value.id] });
            },
          },
    import: { label: t('welcome.to-library'), onTry: onLibrary },
  };
}
