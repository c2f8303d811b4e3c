import { useMemo } from 'react';
import type { TabActions } from '../features/reader/tab-actions.ts';
import { useCommand } from '../state/commands.tsx';
import { onlyTab, reopened, stepped, withoutTab } from '../state/tabs.ts';
import type { Tabs } from '../state/tabs.ts';
import type { Search } from '../state/use-search.ts';
import { focusPane } from './panes.ts';

interface TabsInput extends Pick<Search, 'state' | 'tabs' | 'dispatch'> {
  /** Puts the focus in the reader once a release is there. */
  readonly goToReader: (releaseId: string) => void;
}

/** Tabs by mouse, menu and key. The focus goes with the release that comes to the front; with none, to the results. */
export function useTabs({ state, tabs, dispatch, goToReader }: TabsInput): TabActions {
  const isShown = state.releaseId !== null && state.page === null;
  const actions = useMemo((): TabActions => {
    const follow = (after: Tabs): void => {
      const front = after.open[after.active];
      if (front === undefined) requestAnimationFrame(() => focusPane('results'));
      else if (!isInTabs() || after.open.length < 2) goToReader(front.releaseId);
    };
    return {
      show: (at) => {
        dispatch({ type: 'tab-shown', at });
        follow({ ...tabs, active: at });
      },
      close: (at) => {
        dispatch({ type: 'tab-closed', at });
        follow(withoutTab(tabs, at));
      },
      closeOthers: (at) => {
        dispatch({ type: 'other-tabs-closed', at });
        follow(onlyTab(tabs, at));
      },
      reopen: () => {
        dispatch({ type: 'tab-reopened' });
        follow(reopened(tabs));
      },
    };
  }, [tabs, dispatch, goToReader]);
  const step = (by: 1 | -1): void => {
    if (tabs.open.length > 0) actions.show(isShown ? stepped(tabs, by).active : tabs.active);
  };
  useCommand('next-tab', () => step(1));
  useCommand('previous-tab', () => step(-1));
  useCommand('close-tab', () => {
    if (isShown && tabs.open.length > 0) actions.close(tabs.active);
  });
  useCommand('reopen-tab', actions.reopen);
  return actions;
}

function isInTabs(): boolean {
  return document.activeElement?.closest('[role="tablist"]') !== null;
}
