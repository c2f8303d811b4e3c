import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewStateSchema } from '../../../../main/contract/index.ts';
import type { OpenTab } from '../../../../main/contract/index.ts';
import { emptyHistory, searchReducer, toViewState } from '../../../../renderer/state/search-state.ts';
import type { SearchAction, SearchHistory } from '../../../../renderer/state/search-state.ts';
import { MOST_TABS, tabTitle } from '../../../../renderer/state/tabs.ts';

const reduce = (actions: readonly SearchAction[], from: SearchHistory = emptyHistory): SearchHistory =>
  actions.reduce(searchReducer, from);
const tab = (releaseId: string, title: string | null = null): OpenTab => ({
  releaseId,
  version: null,
  title,
});
const open = (releaseId: string): SearchAction => ({ type: 'opened', releaseId, version: null });
const openInTab = (releaseId: string): SearchAction => ({ type: 'tab-opened', tab: tab(releaseId) });
const idsOf = ({ tabs }: SearchHistory): string => tabs.open.map(({ releaseId }) => releaseId).join('');
const closeShown: SearchAction = { type: 'tab-closed', at: null };

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step: fc.Arbitrary<SearchAction> = fc.oneof(
  id.map(open),
  id.map(openInTab),
  fc.nat(5).map((at): SearchAction => ({ type: 'tab-shown', at })),
  fc.constantFrom<SearchAction>({ type: 'tab-stepped', step: 1 }, { type: 'tab-stepped', step: -1 }),
  fc.option(fc.nat(5)).map((at): SearchAction => ({ type: 'tab-closed', at })),
  fc.nat(5).map((at): SearchAction => ({ type: 'other-tabs-closed', at })),
  fc.constantFrom<SearchAction>({ type: 'tab-reopened' }, { type: 'back' }, { type: 'forward' }),
  fc.constantFrom<SearchAction>({ type: 'typed', query: 'x' }, { type: 'closed' }),
  fc.constant<SearchAction>({ type: 'went', page: { type: 'register' } }),
);

describe('tabs', () => {
  it('whatever is done: what is shown lies in the tab in front, and each release in one tab at most', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { tabs, present } = reduce(steps);
        const ids = tabs.open.map(({ releaseId }) => releaseId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(present.releaseId === null ? null : ids[tabs.active]).toBe(present.releaseId);
        expect(tabs.active).toBeLessThan(Math.max(1, ids.length));
        expect(tabs.closed.some(({ tab: one }) => ids.includes(one.releaseId))).toBe(false);
      }),
    );
  });

  it('whatever is done: a restart finds them as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const before = reduce(steps);
        const kept = viewStateSchema.parse(JSON.parse(JSON.stringify(toViewState(before, 'k'))));
        const after = reduce([{ type: 'begun', archive: 'k', viewState: kept }]);
        expect(after.present.releaseId).toBe(before.present.releaseId);
        expect(idsOf(after)).toBe(idsOf(before));
        expect(after.tabs.active).toBe(before.tabs.active);
      }),
    );
  });

  it('are one as long as releases are opened one after another', () => {
    expect(idsOf(reduce([open('a'), open('b'), open('c')]))).toBe('c');
  });

  it('come behind the one that is shown, which stays', () => {
    const history = reduce([open('a'), openInTab('b'), openInTab('c'), openInTab('b')]);
    expect(idsOf(history)).toBe('abc');
    expect(history.present.releaseId).toBe('a');
    expect(history.past).toHaveLength(1);
  });

  it('are gone to when their release is opened from elsewhere', () => {
    const history = reduce([open('a'), openInTab('b'), open('b')]);
    expect(idsOf(history)).toBe('ab');
    expect(history.tabs.active).toBe(1);
  });

  it('going back through them shows what was shown; one that was closed is there again', () => {
    const history = reduce([open('a'), openInTab('b'), { type: 'tab-stepped', step: 1 }, closeShown]);
    expect([idsOf(history), history.present.releaseId]).toEqual(['a', 'a']);
    const back = reduce([{ type: 'back' }], history);
    expect([idsOf(back), back.present.releaseId]).toEqual(['ab', 'b']);
    const further = reduce([{ type: 'back' }], back);
    expect([idsOf(further), further.present.releaseId]).toEqual(['ab', 'a']);
  });

  it('reopen where they were, the last closed first', () => {
    const closed = reduce([
      open('a'),
      openInTab('b'),
      openInTab('c'),
      { type: 'tab-closed', at: 1 },
      { type: 'tab-closed', at: 0 },
    ]);
    expect([idsOf(closed), closed.present.releaseId]).toEqual(['c', 'c']);
    const once = reduce([{ type: 'tab-reopened' }], closed);
    expect([idsOf(once), once.present.releaseId]).toEqual(['ac', 'a']);
    expect(idsOf(reduce([{ type: 'tab-reopened' }], once))).toBe('abc');
  });

  it('the last one closed leaves nothing shown', () => {
    const history = reduce([open('a'), closeShown]);
    expect([idsOf(history), history.present.releaseId]).toEqual(['', null]);
  });

  it('are so many at most; the first one makes room and can be reopened', () => {
    const many = Array.from({ length: MOST_TABS + 1 }, (_, n) => openInTab(`r${n}`));
    const history = reduce(many);
    expect(history.tabs.open).toHaveLength(MOST_TABS);
    expect(history.tabs.closed.map((one) => one.tab.releaseId)).toEqual(['r1']);
    expect(history.present.releaseId).toBe('r0');
  });

  it('are called what their release is called, on one line', () => {
    const title = tabTitle(`  ${'Ny\n samordnare '.repeat(40)}`);
    expect(title).toMatch(/^Ny samordnare Ny/u);
    const history = reduce([open('a'), { type: 'tab-titled', tab: tab('a', title) }]);
    expect(history.tabs.open[0]?.title).toBe(title);
    expect(viewStateSchema.safeParse(toViewState(history, 'k')).success).toBe(true);
  });

  it('a state kept by a program without tabs opens as one', () => {
    const { tabs: _, ...old } = toViewState(reduce([open('a')]), 'k');
    const history = reduce([{ type: 'begun', archive: 'k', viewState: old }]);
    expect([idsOf(history), history.present.releaseId]).toEqual(['a', 'a']);
  });
});
