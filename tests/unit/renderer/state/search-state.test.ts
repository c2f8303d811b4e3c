import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFilters, viewStateSchema } from '../../../../main/contract/index.ts';
import {
  countFilters,
  emptyHistory,
  searchReducer,
  sortInForce,
  toViewState,
} from '../../../../renderer/state/search-state.ts';
import type { SearchAction, SearchHistory } from '../../../../renderer/state/search-state.ts';

const reduce = (actions: readonly SearchAction[], from: SearchHistory = emptyHistory): SearchHistory =>
  actions.reduce(searchReducer, from);

const change: fc.Arbitrary<SearchAction> = fc.oneof(
  fc.record({ type: fc.constant('typed' as const), query: fc.string({ maxLength: 5 }) }),
  fc.record({
    type: fc.constant('facet-set' as const),
    facet: fc.constantFrom('minister' as const, 'year' as const),
    ids: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('opened' as const),
    releaseId: fc.constantFrom('x', 'y'),
    version: fc.constant(null),
  }),
  fc.constant<SearchAction>({ type: 'closed' }),
  fc.record({
    type: fc.constant('form-switched' as const),
    of: fc.record({ form: fc.string({ maxLength: 70 }), words: fc.constantFrom('a', 'b', 'a b') }),
    on: fc.boolean(),
  }),
  fc.record({ type: fc.constant('widened' as const), on: fc.boolean() }),
  fc.constant<SearchAction>({ type: 'sorted', sort: 'newest' }),
);

describe('the search state', () => {
  it('goes back through everything and forward to where it was', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (actions) => {
        const end = reduce(actions);
        const steps = end.past.length;
        const back = reduce(
          Array.from({ length: steps }, () => ({ type: 'back' as const })),
          end,
        );
        expect(back.present).toEqual(emptyHistory.present);
        const forth = reduce(
          Array.from({ length: steps }, () => ({ type: 'forward' as const })),
          back,
        );
        expect(forth.present).toEqual(end.present);
        expect(forth.past).toEqual(end.past);
      }),
    );
  });

  it('counts one run of typing as one step', () => {
    const typed = reduce([
      { type: 'typed', query: 'k' },
      { type: 'typed', query: 'kl' },
      { type: 'typed', query: 'kli' },
    ]);
    expect(typed.past).toHaveLength(1);
    expect(searchReducer(typed, { type: 'back' }).present.query).toBe('');
    const parted = reduce(
      [
        { type: 'sorted', sort: 'title' },
        { type: 'typed', query: 'klim' },
      ],
      typed,
    );
    expect(searchReducer(parted, { type: 'back' }).present.query).toBe('kli');
  });

  it('keeps what was searched before the field was emptied', () => {
    const typed = reduce([
      { type: 'typed', query: 'klimat' },
      { type: 'typed', query: '' },
      { type: 'typed', query: 'energi' },
    ]);
    const back = reduce([{ type: 'back' }, { type: 'back' }], typed);
    expect(back.present.query).toBe('klimat');
  });

  it('makes no step of what changes nothing', () => {
    const open: SearchAction = { type: 'opened', releaseId: 'x', version: null };
    expect(reduce([open, open, { type: 'typed', query: '' }]).past).toHaveLength(1);
    expect(reduce([{ type: 'closed' }])).toBe(emptyHistory);
  });

  it('begins another package with a clean slate, or where the last session ended', () => {
    const busy = reduce([{ type: 'typed', query: 'skola' }]);
    const viewState = {
      query: 'energi',
      filters: noFilters,
      sort: 'oldest' as const,
      releaseId: 'x',
      without: [{ form: 'energin', words: 'energi' }],
      wider: true,
      page: { type: 'person' as const, id: 'p' },
      tabs: { open: [{ releaseId: 'x', version: 'v', title: 'X' }], active: 0 },
      archive: 'a',
    };
    expect(reduce([{ type: 'begun', archive: 'a', viewState: null }], busy)).toMatchObject({
      archive: 'a',
      past: [],
      present: { query: '', releaseId: null },
    });
    const restored = reduce([{ type: 'begun', archive: 'a', viewState }]);
    expect(toViewState(restored, 'a')).toEqual(viewState);
    const other = reduce([{ type: 'begun', archive: 'b', viewState }]);
    expect(other.present).toEqual(emptyHistory.present);
  });

  it('takes up where a session ended that knew nothing of forms and wider searches', () => {
    const viewState = { query: 'energi', filters: noFilters, sort: 'oldest' as const, releaseId: null };
    const restored = reduce([{ type: 'begun', archive: 'a', viewState }]);
    expect(restored.present).toMatchObject({ query: 'energi', without: [], wider: false });
  });

  it('leaves a form out for as long as the word that brought it is there', () => {
    const off: SearchAction = {
      type: 'form-switched',
      of: { form: 'vårdens', words: 'vård' },
      on: false,
    };
    const both = reduce([{ type: 'typed', query: 'vård skola' }, off]);
    expect(both.present.without.map(({ form }) => form)).toEqual(['vårdens']);
    expect(searchReducer(both, { type: 'back' }).present.without).toEqual([]);
    const kept = reduce([{ type: 'typed', query: 'Vård ELLER skolan' }], both);
    expect(kept.present.without).toHaveLength(1);
    expect(reduce([{ type: 'typed', query: 'vårda skola' }], both).present.without).toEqual([]);
    expect(reduce([{ ...off, on: true }], both).present.without).toEqual([]);
  });

  it('stays wider while any of its words is left, and never is for other words', () => {
    const wide = reduce([
      { type: 'typed', query: 'vård skola' },
      { type: 'widened', on: true },
    ]);
    expect(reduce([{ type: 'typed', query: 'skola' }], wide).present.wider).toBe(true);
    expect(reduce([{ type: 'typed', query: 'energi' }], wide).present.wider).toBe(false);
    expect(reduce([{ type: 'back' }], wide).present.wider).toBe(false);
    expect(reduce([{ type: 'asked', query: 'energi', filters: noFilters }], wide).present).toMatchObject({
      query: 'energi',
      wider: false,
    });
  });

  it('takes up a search that was kept as it was, as one step that leaves the page it was kept on', () => {
    const kept = {
      query: 'hamn skola',
      filters: { ...noFilters, year: ['2017'] },
      sort: 'oldest' as const,
      without: [{ form: 'hamnar', words: 'hamn' }],
      wider: true,
    };
    const before = reduce([
      { type: 'typed', query: 'skola' },
      { type: 'went', page: { type: 'work', section: 'searches', id: null } },
    ]);
    const after = reduce([{ type: 'taken-up', search: kept }], before);
    expect(after.present).toEqual({ ...before.present, ...kept, page: null });
    expect(reduce([{ type: 'back' }], after).present).toEqual(before.present);
  });

  it('goes to a page and back, and leaves it with any step of searching or reading', () => {
    const page = { type: 'person', id: 'p' } as const;
    const searched = reduce([{ type: 'typed', query: 'skola' }]);
    const there = reduce([{ type: 'went', page }], searched);
    expect(there.present).toEqual({ ...searched.present, page });
    expect(reduce([{ type: 'went', page: { ...page } }], there)).toBe(there);
    expect(reduce([{ type: 'back' }], there).present).toEqual(searched.present);
    expect(reduce([{ type: 'page-left' }], there).present).toEqual(searched.present);
    const read = reduce([{ type: 'opened', releaseId: 'x', version: null }], there);
    expect(read.present).toMatchObject({ releaseId: 'x', page: null });
    expect(reduce([{ type: 'back' }], read).present.page).toEqual(page);
    expect(reduce([{ type: 'typed', query: 'skola' }], there).present.page).toBeNull();
  });

  it('is always something that can be kept', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (actions) => {
        expect(viewStateSchema.safeParse(toViewState(reduce(actions), 'a')).success).toBe(true);
      }),
    );
  });

  it('sorts by day where there are no words to be relevant to', () => {
    expect(sortInForce({ query: ' ', sort: 'relevance' })).toBe('newest');
    expect(sortInForce({ query: 'a', sort: 'relevance' })).toBe('relevance');
    expect(sortInForce({ query: '', sort: 'title' })).toBe('title');
  });

  it('counts from and to as one filter', () => {
    expect(countFilters(noFilters)).toBe(0);
    expect(
      countFilters({
        ...noFilters,
        minister: ['a', 'b'],
        from: '2014-01-01',
        to: '2015-01-01',
        certain: true,
      }),
    ).toBe(4);
  });
});
