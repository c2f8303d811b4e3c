import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Page } from '../../main/contract/index.ts';

type GoToPage = (page: Page) => void;

const GoContext = createContext<GoToPage>(() => undefined);

export function GoToPageProvider(props: {
  /** The same function from one render to the next. */
  readonly go: GoToPage;
  readonly children: ReactNode;
}): ReactNode {
  return <GoContext value={props.go}>{props.children}</GoContext>;
}

/** What goes to a page; a step of history. */
export function useGoToPage(): GoToPage {
  return useContext(GoContext);
}
