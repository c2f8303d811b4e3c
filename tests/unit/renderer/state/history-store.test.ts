import { describe, expect, it } from 'vitest';
import { HistoryStore } from '../../../../renderer/state/history-store.ts';
import { emptyHistory } from '../../../../renderer/state/search-state.ts';

describe('the search state as it changes', () => {
  it('is told at once, and only when it did change', () => {
    const store = new HistoryStore(emptyHistory);
    const heard: string[] = [];
    const stop = store.subscribe(() => heard.push(store.history().present.query));
    store.dispatch({ type: 'typed', query: 'a' });
    store.dispatch({ type: 'typed', query: 'a' });
    store.dispatch({ type: 'back' });
    stop();
    store.dispatch({ type: 'typed', query: 'b' });
    expect(heard).toEqual(['a', '']);
  });
});
