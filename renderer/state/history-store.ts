import { searchReducer } from './search-state.ts';
import type { SearchAction, SearchHistory } from './search-state.ts';

/**
 * Holds the search state with its history. Who listens hears of a change at once, before the window is rendered
 * anew: a search is on its way while React still works on the letter that was typed.
 */
export class HistoryStore {
  readonly #listeners = new Set<() => void>();
  #history: SearchHistory;

  constructor(history: SearchHistory) {
    this.#history = history;
  }

  readonly history = (): SearchHistory => this.#history;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly dispatch = (action: SearchAction): void => {
    const next = searchReducer(this.#history, action);
    if (next === this.#history) return;
    this.#history = next;
    for (const listener of this.#listeners) listener();
  };
}
