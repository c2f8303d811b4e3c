import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { ReaderApi } from '../../main/contract/index.ts';
import { problemInWords } from '../i18n/problem-words.ts';
import { WordsProvider, localeOf, useWords } from '../i18n/words.tsx';
import { CommandBus, CommandProvider } from '../state/commands.tsx';
import type { Command } from '../state/commands.tsx';
import type { Session } from '../state/session-state.ts';
import { useSession } from '../state/use-session.ts';
import { WorkProvider } from '../state/work-context.tsx';
import { Room } from './room.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const PATIENCE_MS = 500;

/** The window: the reading room in the language of its settings. */
export function App({ api }: { readonly api: ReaderApi }): ReactNode {
  const [bus] = useState(() => new CommandBus());
  const hear = useCallback((command: Command) => bus.send(command), [bus]);
  const { session, actions } = useSession(api, hear);
  useShortcuts(bus, session.state !== 'ready' || session.settings.singleKeys !== false);
  const language = session.state === 'ready' ? session.settings.language : 'sv';
  return (
    <WordsProvider language={language}>
      <I18nProvider locale={localeOf(language)}>
        <CommandProvider bus={bus}>
          {session.state === 'ready' ? (
            <WorkProvider api={api}>
              <Room api={api} session={session} actions={actions} />
            </WorkProvider>
          ) : (
            <NotReady session={session} />
          )}
        </CommandProvider>
      </I18nProvider>
    </WordsProvider>
  );
}

function NotReady({ session }: { readonly session: Exclude<Session, { state: 'ready' }> }): ReactNode {
  const { t, language } = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (session.state === 'broken') {
    return (
      <main className="broken">
        <h1>{t('broken.title')}</h1>
        <p>{problemInWords(session.problem, language)}</p>
      </main>
    );
  }
  return (
    <main className="starting">
      <h1 className="brand">{t('app.name')}</h1>
      {isLong ? <output>{t('app.starting')}</output> : null}
    </main>
  );
}
