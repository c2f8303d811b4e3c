import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ReaderApi, Status } from '../../main/contract/index.ts';
import { AboutDialog } from '../features/about/about-dialog.tsx';
import { AccessDialog } from '../features/about/access-dialog.tsx';
import { HelpDialog } from '../features/help/help-dialog.tsx';
import { useCommand, useSend } from '../state/commands.tsx';

type Sheet = 'help' | 'about' | 'access';

interface HelpSheetsProps {
  readonly api: ReaderApi;
  readonly status: Status;
  /** Searches for an example; null where nothing can be searched. */
  readonly onTry: ((query: string) => void) | null;
}

/** What is told of the program over the window, one at a time: help, about, accessibility. They come by their commands. */
export function HelpSheets({ api, status, onTry }: HelpSheetsProps): ReactNode {
  const send = useSend();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  useCommand('show-help', () => setSheet('help'));
  useCommand('show-about', () => setSheet('about'));
  useCommand('show-access', () => setSheet('access'));
  const of = (name: Sheet): { isOpen: boolean; onOpenChange: (open: boolean) => void } => ({
    isOpen: sheet === name,
    onOpenChange: (open) => setSheet((now) => (open ? name : now === name ? null : now)),
  });
  return (
    <>
      <HelpDialog
        {...of('help')}
        onTry={
          onTry === null
            ? null
            : (query) => {
                setSheet(null);
                onTry(query);
              }
        }
        onWelcome={() => {
          setSheet(null);
          send('show-welcome');
        }}
        onAbout={() => setSheet('about')}
        onAccess={() => setSheet('access')}
      />
      <AboutDialog {...of('about')} api={api} status={status} onAccess={() => setSheet('access')} />
      <AccessDialog {...of('access')} version={status.appVersion} />
    </>
  );
}
