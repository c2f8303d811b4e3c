import { createContext, useContext } from 'react';
import type { OpenTab } from '../../../main/contract/index.ts';

/** Where one can go from a release. */
export interface ReaderActions {
  /** Another release instead of this one; a null version is the leading one. */
  readonly open: (id: string, version: string | null) => void;
  /** Another release in a tab of its own, behind this one. */
  readonly openInTab: (tab: OpenTab) => void;
}

const ActionsContext = createContext<ReaderActions>({
  open: () => undefined,
  openInTab: () => undefined,
});

export const ReaderActionsProvider = ActionsContext.Provider;

export function useReaderActions(): ReaderActions {
  return useContext(ActionsContext);
}
