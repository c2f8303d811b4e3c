import { useCallback, useEffect, useState } from 'react';
import type { CollectionSummary, EntryView, Problem } from '../../main/contract/index.ts';
import type { WorkStore } from './work-store.ts';
import { useWork, useWorkStore } from './work-context.tsx';

/** A collection, as far as it has been read. */
export interface OpenCollection {
  /** Null until the first page is there. */
  readonly collection: CollectionSummary | null;
  readonly entries: readonly EntryView[];
  readonly problem: Problem | null;
  /** Shows entries in another order at once, until that is what is kept. */
  readonly reorder: (entries: readonly EntryView[]) => void;
}

type Read = Omit<OpenCollection, 'reorder'>;

const PAGE = 200;

/** A collection with all of its entries, read page by page and anew after each change. */
export function useCollection(id: string): OpenCollection {
  const store = useWorkStore();
  const { revision } = useWork();
  const [read, setRead] = useState<Read>({ collection: null, entries: [], problem: null });
  useEffect(() => {
    // Nothing is known of it yet: it is read when the rest is.
    if (revision === 0) return;
    const reading = { over: false };
    void readAll(store, id, (now, isWhole) => {
      // What is shown stays until all of it has been read anew; the first time, each page is shown as it comes.
      if (!reading.over) setRead((before) => (isWhole || before.entries.length < PAGE ? now : before));
      return !reading.over;
    });
    return () => {
      reading.over = true;
    };
  }, [store, id, revision]);
  const reorder = useCallback(
    (entries: readonly EntryView[]) => setRead((before) => ({ ...before, entries })),
    [],
  );
  return { ...read, reorder };
}

/** Reads page after page, telling of each; `hear` answers whether to go on. */
async function readAll(
  { api }: WorkStore,
  id: string,
  hear: (read: Read, isWhole: boolean) => boolean,
): Promise<void> {
  const entries: EntryView[] = [];
  for (;;) {
    const reply = await api.collection({ id, offset: entries.length, limit: PAGE });
    if (!reply.ok) {
      hear({ collection: null, entries: [], problem: reply.problem }, true);
      return;
    }
    const { collection, entries: some } = reply.value;
    entries.push(...some);
    const isWhole = some.length === 0 || entries.length >= collection.releases;
    if (!hear({ collection, entries: [...entries], problem: null }, isWhole) || isWhole) return;
  }
}
