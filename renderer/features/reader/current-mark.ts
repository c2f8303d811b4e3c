import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

/**
 * Which mark was gone to. It is kept beside the text, so that going on touches the mark that was left and the one that is
 * reached, and none of the thousands between.
 */
export class CurrentMark {
  #at: number | null = null;
  readonly #listeners = new Map<number, Set<() => void>>();

  is(index: number): boolean {
    return this.#at === index;
  }

  set(at: number | null): void {
    const before = this.#at;
    if (before === at) return;
    this.#at = at;
    for (const index of [before, at])
      if (index !== null) for (const told of this.#listeners.get(index) ?? []) told();
  }

  /** Tells when a mark becomes the one gone to, and when it no longer is. Gives back what ends that. */
  subscribe(index: number, told: () => void): () => void {
    const listeners = this.#listeners.get(index) ?? new Set();
    this.#listeners.set(index, listeners.add(told));
    return () => {
      listeners.delete(told);
      if (listeners.size === 0) this.#listeners.delete(index);
    };
  }
}

const CurrentContext = createContext(new CurrentMark());

export const CurrentMarkProvider = CurrentContext.Provider;

/** Whether a mark, counted from 0, is the one gone to. */
export function useIsCurrentMark(index: number): boolean {
  const current = useContext(CurrentContext);
  const subscribe = useCallback((told: () => void) => current.subscribe(index, told), [current, index]);
  return useSyncExternalStore(subscribe, () => current.is(index));
}
