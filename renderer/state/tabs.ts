import type { OpenTab } from '../../main/contract/index.ts';

/** The releases that lie open side by side. */
export interface Tabs {
  readonly open: readonly OpenTab[];
  /** Place of the one that the reader shows; 0 when none is open. */
  readonly active: number;
  /** Those that were closed, the last one last, each with the place it had. */
  readonly closed: readonly { readonly tab: OpenTab; readonly at: number }[];
}

/** A release version that a tab shows. */
export type TabTarget = Pick<OpenTab, 'releaseId' | 'version'>;

/** More than anybody can tell apart; the first one makes room, as if it were closed. */
export const MOST_TABS = 50;
const MOST_CLOSED = 20;
const MOST_LETTERS = 300;

export const noTabs: Tabs = { open: [], active: 0, closed: [] };

/** A title as a tab bears it: on one line, and not without end. */
export function tabTitle(title: string): string {
  return title.replace(/\s+/gu, ' ').trim().slice(0, MOST_LETTERS);
}

/** The place of a release version; -1 when it lies in no tab. */
export function placeOf({ open }: Tabs, { releaseId, version }: TabTarget): number {
  return open.findIndex((tab) => tab.releaseId === releaseId && tab.version === version);
}

/**
 * The tabs once the reader shows a release version: in the tab that has it, else in the tab that was closed with it, else
 * in the tab that was shown. So each version lies in one tab at most.
 */
export function showing(tabs: Tabs, target: TabTarget): Tabs {
  const place = placeOf(tabs, target);
  if (place !== -1) return place === tabs.active ? tabs : { ...tabs, active: place };
  if (tabs.closed.some(({ tab }) => isSame(tab, target))) return reopened(tabs, target);
  const tab: OpenTab = { ...target, title: null };
  const open = tabs.open.length === 0 ? [tab] : tabs.open.with(tabs.active, tab);
  return { ...tabs, open };
}

/** The tabs with one more, last, which is not shown yet. */
export function withTab(tabs: Tabs, tab: OpenTab): Tabs {
  if (placeOf(tabs, tab) !== -1) return tabs;
  const closed = tabs.closed.filter((one) => !isSame(one.tab, tab));
  const more = { ...tabs, closed, open: [...tabs.open, tab] };
  return more.open.length > MOST_TABS ? withoutTab(more, more.active === 0 ? 1 : 0) : more;
}

/** The tabs without one. The next one takes the place of one that was shown, or the one before where it was last. */
export function withoutTab(tabs: Tabs, at: number): Tabs {
  const tab = tabs.open[at];
  if (tab === undefined) return tabs;
  const open = tabs.open.toSpliced(at, 1);
  const active = at < tabs.active ? tabs.active - 1 : Math.min(tabs.active, open.length - 1);
  return {
    open,
    active: Math.max(0, active),
    closed: [...tabs.closed, { tab, at }].slice(-MOST_CLOSED),
  };
}

/** The tabs without all others. */
export function onlyTab(tabs: Tabs, at: number): Tabs {
  const kept = tabs.open[at];
  if (kept === undefined) return tabs;
  return tabs.open.reduce((left, tab) => (tab === kept ? left : withoutTab(left, placeOf(left, tab))), tabs);
}

/** The tab closed last, or a certain one, open and shown again where it was. */
export function reopened(tabs: Tabs, target?: TabTarget): Tabs {
  const found = tabs.closed.findLastIndex(({ tab }) => target === undefined || isSame(tab, target));
  const { tab, at = 0 } = tabs.closed[found] ?? {};
  if (tab === undefined) return tabs;
  const place = Math.min(at, tabs.open.length);
  return {
    open: tabs.open.toSpliced(place, 0, tab),
    active: place,
    closed: tabs.closed.toSpliced(found, 1),
  };
}

/** The next tab shown, or the one before, round at the ends. */
export function stepped(tabs: Tabs, step: 1 | -1): Tabs {
  const { length } = tabs.open;
  return length < 2 ? tabs : { ...tabs, active: (tabs.active + step + length) % length };
}

/** The tabs with the title of a release version, where it lies in one. */
export function titled(tabs: Tabs, { title, ...target }: OpenTab): Tabs {
  const place = placeOf(tabs, target);
  const tab = tabs.open[place];
  if (tab === undefined || tab.title === title) return tabs;
  return { ...tabs, open: tabs.open.with(place, { ...tab, title }) };
}

function isSame(one: TabTarget, other: TabTarget): boolean {
  return one.releaseId === other.releaseId && one.version === other.version;
}
