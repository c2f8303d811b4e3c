import type { ReactNode } from 'react';
import type { Page } from '../../main/contract/index.ts';
import { useGoToPage } from '../state/go-to-page.tsx';

interface PageLinkProps {
  readonly page: Page;
  /** Said instead of the words shown, where these do not say where the link leads. */
  readonly label?: string;
  readonly className?: string;
  /** False in a row of a list that has its one tab stop in another row. */
  readonly isTabStop?: boolean;
  readonly children: ReactNode;
}

/** Words that lead to a page. Plain, for there are many of them, and they come and go at every letter that is typed. */
export function PageLink(props: PageLinkProps): ReactNode {
  const { page, label, className = 'page-link', isTabStop = true } = props;
  const go = useGoToPage();
  return (
    <a
      href={`lasesal://page/${page.type}`}
      tabIndex={isTabStop ? undefined : -1}
      className={className}
      aria-label={label}
      title={label}
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        go(page);
      }}
    >
      {props.children}
    </a>
  );
}
