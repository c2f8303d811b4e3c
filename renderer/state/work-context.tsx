import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ReactNode } from 'react';
import type { ReleaseWork, WorkMark } from '../../main/contract/index.ts';
import { marginNotes } from './margin-notes.ts';
import type { MarginNote } from './margin-notes.ts';
import type { WorkApi } from './work-api.ts';
import type { NoteDraft } from './work-drafts.ts';
import { WorkStore } from './work-store.ts';
import type { WorkState } from './work-store.ts';

const WorkContext = createContext<WorkStore | null>(null);

/** Gives everything below it the reader's own work, kept up to date. */
export function WorkProvider(props: { readonly api: WorkApi; readonly children: ReactNode }): ReactNode {
  const [store] = useState(() => new WorkStore(props.api));
  useEffect(() => store.follow(), [store]);
  useEffect(() => {
    window.addEventListener('pagehide', store.drafts.keepAll);
    return () => window.removeEventListener('pagehide', store.drafts.keepAll);
  }, [store]);
  return <WorkContext value={store}>{props.children}</WorkContext>;
}

/** The store of the reader's own work: what it can do. */
export function useWorkStore(): WorkStore {
  const store = useContext(WorkContext);
  if (store === null) throw new Error('no work is provided here');
  return store;
}

/** The reader's own work as it stands. */
export function useWork(): WorkState {
  const store = useWorkStore();
  return useSyncExternalStore(store.subscribe, store.state);
}

/** What the reader has about a release in a list; null for nothing, or while that is not known. */
export function useWorkMark(id: string | null): WorkMark | null {
  const store = useWorkStore();
  useEffect(() => (id === null ? undefined : store.watchMark(id)), [store, id]);
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => (id === null ? null : (store.mark(id) ?? null)), [store, id]),
  );
}

/** What is being written in a note; null when nothing is. */
export function useDraft(noteId: string): NoteDraft | null {
  const { drafts } = useWorkStore();
  return useSyncExternalStore(
    drafts.subscribe,
    useCallback(() => drafts.draft(noteId), [drafts, noteId]),
  );
}

const nothing: ReleaseWork = { notes: [], corrections: [], collections: [] };

/** All that the reader has about one version of a release: what was known of it before stays until it is asked anew. */
export function useReleaseWork(id: string, version: string): ReleaseWork {
  const store = useWorkStore();
  const { revision } = useWork();
  const [known, setKnown] = useState<{ readonly of: string; readonly work: ReleaseWork } | null>(null);
  const of = `${id} ${version}`;
  useEffect(() => {
    if (revision === 0) return;
    let over = false;
    void (async () => {
      const work = await store.releaseWork(id, version);
      if (!over && work !== null) setKnown({ of: `${id} ${version}`, work });
    })();
    return () => {
      over = true;
    };
  }, [store, id, version, revision]);
  return known?.of === of ? known.work : nothing;
}

/** The notes beside one version of a release, in reading order. */
export function useMarginNotes(id: string, version: string): readonly MarginNote[] {
  const store = useWorkStore();
  const { begun } = useWork();
  const { notes } = useReleaseWork(id, version);
  useEffect(() => store.settle(notes.map((note) => note.id)), [store, notes]);
  return useMemo(() => {
    const here = begun.filter(({ release }) => release.id === id && release.version === version);
    return marginNotes(notes, here);
  }, [notes, begun, id, version]);
}
