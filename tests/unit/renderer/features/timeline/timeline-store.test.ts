import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noFilters, problem } from '../../../../../main/contract/index.ts';
import type { Reply, TimelineAnswer, TimelineRequest } from '../../../../../main/contract/index.ts';
import { TimelineStore } from '../../../../../renderer/features/timeline/timeline-store.ts';
import type { Counted } from '../../../../../renderer/features/timeline/timeline-store.ts';
import { Press } from '../../../../../renderer/state/press.ts';

const answer = (undated: number): TimelineAnswer => ({
  unit: 'year',
  scale: null,
  main: null,
  shown: null,
  counts: [],
  inexact: 0,
  undated,
  before: 0,
  after: 0,
  governments: [],
});

const counted = (query: string, over: Partial<Counted['request']> = {}): Counted => ({
  request: { query, filters: noFilters, ...over },
  edition: 'first',
});
const years = { unit: 'year', days: null } as const;

/** A store, and the questions that it has asked, to be answered one by one. */
function start(press = new Press()): {
  store: TimelineStore;
  asked: TimelineRequest[];
  reply: (with_: Reply<TimelineAnswer>) => Promise<void>;
} {
  const asked: TimelineRequest[] = [];
  const waiting: ((with_: Reply<TimelineAnswer>) => void)[] = [];
  const store = new TimelineStore(async (request) => {
    asked.push(request);
    return await new Promise((resolve) => {
      waiting.push(resolve);
    });
  }, press);
  const reply = async (with_: Reply<TimelineAnswer>): Promise<void> => {
    waiting.shift()?.(with_);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, asked, reply };
}

const ok = (undated: number): Reply<TimelineAnswer> => ({ ok: true, value: answer(undated) });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the counts of a result by time', () => {
  it('wait until typing pauses, and are asked once then', async () => {
    const { store, asked, reply } = start();
    store.want(counted('s'), years);
    await vi.advanceTimersByTimeAsync(0);
    await reply(ok(1));
    for (const query of ['sk', 'sko', 'skol']) {
      store.want(counted(query), years);
      await vi.advanceTimersByTimeAsync(60);
    }
    expect(asked.map(({ query }) => query)).toEqual(['s']);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.map(({ query }) => query)).toEqual(['s', 'skol']);
    expect(store.view().answer?.undated).toBe(1);
  });

  it('are not asked for anew when a period is chosen, which does not narrow them', async () => {
    const { store, asked, reply } = start();
    store.want(counted('skola'), years);
    await vi.advanceTimersByTimeAsync(0);
    await reply(ok(1));
    store.want(counted('skola', { filters: { ...noFilters, from: '2014-01-01', to: '2014-12-31' } }), years);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.filters).toMatchObject({ from: null, to: null });
  });

  it('are asked for again when a search went before them', async () => {
    const { store, asked, reply } = start();
    store.want(counted('skola'), years);
    await vi.advanceTimersByTimeAsync(0);
    await reply({ ok: false, problem: problem('job-cancelled') });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(2);
    await reply(ok(3));
    expect(store.view()).toMatchObject({ answer: { undated: 3 }, problem: null, pending: false });
  });

  it('drop an answer to what is no longer wanted, and tell what could not be had', async () => {
    const { store, asked, reply } = start();
    store.want(counted('skola'), years);
    await vi.advanceTimersByTimeAsync(0);
    store.want(counted('vård'), years);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toHaveLength(2);
    await reply(ok(1));
    expect(store.view()).toMatchObject({ answer: null, pending: true });
    await reply({ ok: false, problem: problem('search-timed-out') });
    expect(store.view()).toMatchObject({ pending: false, problem: { code: 'search-timed-out' } });
    store.retry();
    await vi.advanceTimersByTimeAsync(0);
    await reply(ok(2));
    expect(store.view()).toMatchObject({ answer: { undated: 2 }, problem: null });
  });

  it('change nothing under a press', async () => {
    const press = new Press();
    const { store, reply } = start(press);
    store.want(counted('skola'), years);
    await vi.advanceTimersByTimeAsync(0);
    press.begin(1);
    await reply(ok(1));
    expect(store.view().answer).toBeNull();
    press.end(1);
    expect(store.view().answer?.undated).toBe(1);
  });
});
