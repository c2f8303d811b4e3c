import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReaderApi, SearchAnswer } from '../../main/contract/index.ts';
import { rememberLabels } from './active-filters.ts';
import type { LabelMemory } from './active-filters.ts';
import { ResultStore } from './result-store.ts';
import type { ResultView, Terms } from './result-store.ts';
import { sortInForce } from './search-state.ts';
import type { SearchState } from './search-state.ts';

/**
 * The result of the present state, kept up to date. `epoch` names what is searched (package and language): another
 * one asks anew; null means that nothing is open.
 */
export function useResults(
  api: ReaderApi,
  state: SearchState,
  epoch: string | null,
): { readonly view: ResultView; readonly store: ResultStore } {
  // Ids start at the clock, so that a window loaded anew asks with greater ones than it did before.
  const [store] = useState(() => new ResultStore(api.search, Date.now()));
  const view = useSyncExternalStore(store.subscribe, store.view);
  const { query, filters, without: off, wider } = state;
  const sort = sortInForce(state);
  const asked = useRef<string | null>(null);

  useEffect(() => {
    if (asked.current !== epoch) store.clear();
    asked.current = epoch;
    const without = off.map(({ form }) => form);
    if (epoch !== null) store.ask({ query, filters, sort, without, wider });
  }, [store, query, filters, sort, off, wider, epoch]);

  return { view, store };
}

/** Names of filter values seen so far in this package. */
export function useLabelMemory(view: ResultView, epoch: string | null): LabelMemory {
  const facets = view.state === 'shown' ? view.summary.facets : null;
  const [memory, setMemory] = useState<Memory>({ epoch, facets: null, labels: new Map() });
  if (memory.epoch === epoch && (facets === null || memory.facets === facets)) return memory.labels;
  const before: LabelMemory = memory.epoch === epoch ? memory.labels : new Map();
  const labels = facets === null ? before : rememberLabels(before, facets);
  setMemory({ epoch, facets, labels });
  return labels;
}

interface Memory {
  readonly epoch: string | null;
  readonly facets: SearchAnswer['facets'] | null;
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
