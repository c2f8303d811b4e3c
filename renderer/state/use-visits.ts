import { useEffect, useRef } from 'react';
import type { KeptSearch, ReleaseView } from '../../main/contract/index.ts';
import { useWork, useWorkStore } from './work-context.tsx';

/** How long a result or a release is looked at before that counts as a visit, in milliseconds. */
const SEARCH_AFTER_MS = 3000;
const RELEASE_AFTER_MS = 1500;

interface Looked {
  /** What is searched; null while nothing is asked for in words or filters. */
  readonly search: KeptSearch | null;
  /** How many it found; null until that is known. */
  readonly total: number | null;
  readonly view: ReleaseView | null;
}

/** Keeps the history of what is searched and opened, as long as the reader has it on. */
export function useVisits({ search, total, view }: Looked): void {
  const store = useWorkStore();
  const isOn = useWork().overview?.history.isOn === true;
  const key = search === null || total === null ? null : JSON.stringify([search, total]);
  const asked = useRef({ search, total });
  useEffect(() => {
    asked.current = { search, total };
  });
  const lastSearch = useRef<string | null>(null);
  useEffect(() => {
    if (!isOn || key === null || key === lastSearch.current) return;
    const timer = setTimeout(() => {
      const now = asked.current;
      if (now.search === null || now.total === null) return;
      lastSearch.current = key;
      void store.visit({ do: 'visit-search', search: now.search, total: now.total });
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [store, isOn, key]);
  const id = view?.id ?? null;
  const version = view?.version ?? null;
  useEffect(() => {
    if (!isOn || id === null || version === null) return;
    const timer = setTimeout(
      () => void store.visit({ do: 'visit-release', release: { id, version } }),
      RELEASE_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [store, isOn, id, version]);
}
