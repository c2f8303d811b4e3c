import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Filters, ReaderApi } from '../../main/contract/index.ts';
import { rememberLabels } from './active-filters.ts';
import type { LabelMemory } from './active-filters.ts';
import type { HistoryStore } from './history-store.ts';
import type { Press } from './press.ts';
import { ResultStore } from './result-store.ts';
import type { ResultView, Terms } from './result-store.ts';
import { sortInForce } from './search-state.ts';
import type { SearchState } from './search-state.ts';

interface ResultsInput {
  readonly history: HistoryStore;
  readonly press: Press;
  readonly epoch: string | null;
}

/**
 * The result of the present state, asked for as soon as that changes. `epoch` names what is searched (package and
 * language): another one asks anew; null means that nothing is open.
 */
export function useResults(
  { search }: Pick<ReaderApi, 'search'>,
  { history, press, epoch }: ResultsInput,
): { readonly view: ResultView; readonly store: ResultStore } {
  // Ids start at the clock, so that a window loaded anew asks with greater ones than it did before.
  const [store] = useState(() => new ResultStore(search, Date.now(), press));
  const view = useSyncExternalStore(store.subscribe, store.view);
  const searched = useRef<string | null>(null);

  useEffect(() => {
    if (searched.current !== epoch) store.clear();
    searched.current = epoch;
    if (epoch === null) return;
    let asked: SearchState | null = null;
    const ask = (): void => {
      const state = history.history().present;
      if (asked === null || !askSame(asked, state)) store.ask(termsOf(state));
      asked = state;
    };
    ask();
    return history.subscribe(ask);
  }, [store, history, epoch]);

  return { view, store };
}

function termsOf(state: SearchState): Terms {
  const { query, filters, without, wider } = state;
  return { query, filters, sort: sortInForce(state), without: without.map(({ form }) => form), wider };
}

/** Whether two states ask for the same, whatever lies open in them. */
function askSame(a: SearchState, b: SearchState): boolean {
  return (
    a.query === b.query &&
    a.filters === b.filters &&
    a.without === b.without &&
    a.wider === b.wider &&
    sortInForce(a) === sortInForce(b)
  );
}

/** Names of the values chosen so far in this package, as answers gave them. */
export function useChosenLabels(view: ResultView, filters: Filters, epoch: string | null): LabelMemory {
  const [memory, setMemory] = useState<Memory>({ epoch, labels: noLabels });
  const before = memory.epoch === epoch ? memory.labels : noLabels;
  const labels = view.state === 'shown' ? rememberLabels(before, filters, view.summary.facets) : before;
  if (memory.epoch !== epoch || labels !== memory.labels) setMemory({ epoch, labels });
  return labels;
}

const noLabels: LabelMemory = new Map();

interface Memory {
  readonly epoch: string | null;
  readonly labels: LabelMemory;
}

/** A set of terms tried for a person who found nothing, and how many releases it would give. */
export interface Tried<T> {
  readonly way: T;
  readonly total: number;
}

/**
 * Tries ways out of an empty result one after another and tells those that give something.
 * Stops as soon as anything else is asked.
 */
export function useWaysOut<T extends { readonly terms: Terms }>(
  store: ResultStore,
  ways: readonly T[],
): readonly Tried<T>[] {
  const [tried, setTried] = useState<{ readonly of: readonly T[]; readonly found: readonly Tried<T>[] }>({
    of: ways,
    found: [],
  });
  useEffect(() => {
    let over = false;
    void (async () => {
      for (const way of ways) {
        const total = await store.count(way.terms);
        if (over || total === null) return;
        if (total > 0) {
          setTried((before) => ({
            of: ways,
            found: [...(before.of === ways ? before.found : []), { way, total }],
          }));
        }
      }
    })();
    return () => {
      over = true;
    };
  }, [store, ways]);
  return tried.of === ways ? tried.found : none;
}

const none: readonly never[] = [];
