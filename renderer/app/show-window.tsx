import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { readerOfWindow } from '../bridge/reader-bridge.ts';
import { App } from './app.tsx';
import { Failure } from './failure.tsx';

/** Shows the window on its page. Throws when the page has no place for it or no reader behind it. */
export function showWindow(): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the page has no place for the window');
  createRoot(root).render(
    <StrictMode>
      <Failure>
        <App api={readerOfWindow()} />
      </Failure>
    </StrictMode>,
  );
}
