import type { ReactNode } from 'react';
import type { Page } from '../../../main/contract/index.ts';
import { useReaderActions } from './reader-actions.tsx';

interface PageLinkProps {
  readonly to: Page;
  readonly children: ReactNode;
}

/** The name of a person, department or government in a text of ours, which leads to its page. */
export function PageLink({ to, children }: PageLinkProps): ReactNode {
  const { goTo } = useReaderActions();
  return (
    <button type="button" className="page-link" onClick={() => goTo(to)}>
      {children}
    </button>
  );
}
