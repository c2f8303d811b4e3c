import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { Page } from '../../main/contract/index.ts';
import { useGoToPage } from '../state/go-to-page.tsx';

interface PageLinkProps {
  readonly page: Page;
  /** Said instead of the words shown, where these do not say where the link leads. */
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Words that lead to a page. */
export function PageLink({ page, label, className, children }: PageLinkProps): ReactNode {
  const go = useGoToPage();
  return (
    <Link
      className={className ?? 'page-link'}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onPress={() => go(page)}
    >
      {children}
    </Link>
  );
}
