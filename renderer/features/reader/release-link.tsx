import type { ReactNode } from 'react';
import type { OpenTab } from '../../../main/contract/index.ts';
import { isTabKey, keepMiddleStill, wantsTab } from '../../components/tab-press.ts';
import { useReaderActions } from './reader-actions.tsx';

interface ReleaseLinkProps {
  readonly to: OpenTab;
  readonly className?: string;
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** A way to another release: pressed, it is shown instead; with Ctrl or the middle button, it lies in a tab of its own. */
export function ReleaseLink({
  to,
  className = 'link-button',
  describedBy,
  children,
}: ReleaseLinkProps): ReactNode {
  const { open, openInTab } = useReaderActions();
  return (
    <button
      type="button"
      className={className}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (wantsTab(event)) openInTab(to);
        else open(to.releaseId, to.version);
      }}
      onMouseDown={keepMiddleStill}
      onAuxClick={(event) => {
        if (wantsTab(event)) openInTab(to);
      }}
      onKeyDown={(event) => {
        if (!isTabKey(event)) return;
        event.preventDefault();
        openInTab(to);
      }}
    >
      {children}
    </button>
  );
}
