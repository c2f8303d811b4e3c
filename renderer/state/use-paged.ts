import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, Reply } from '../../main/contract/index.ts';

/** A long list, asked for page by page as far as it is looked at. */
export interface Paged<T> {
  /** Null until the first page is there. */
  readonly total: number | null;
  readonly items: ReadonlyMap<number, T>;
  /** Why a page could not be had; null when all is well. */
  readonly problem: Problem | null;
  /** Asks for the items from one place to another, both included, as far as they are not there. */
  readonly want: (first: number, last: number) => void;
}

interface Page<T> {
  readonly total: number;
  readonly items: readonly T[];
}

interface Found<T> {
  readonly key: string;
  readonly revision: number;
  readonly total: number | null;
  readonly items: ReadonlyMap<number, T>;
  /** Pages that are of this revision. */
  readonly fresh: ReadonlySet<number>;
  readonly problem: Problem | null;
}

const PAGE = 100;

interface Asked<T> {
  /** Names the list: another one takes the place of what is shown when its first page is there. */
  readonly key: string;
  /** Rises when what is there may have changed: what is in sight is then asked for anew. */
  readonly revision: number;
  readonly ask: (offset: number, limit: number) => Promise<Reply<Page<T>>>;
}

/** A list as far as it has been looked at. `ask` is the same function as long as `key` is the same. */
export function usePaged<T>({ key, revision, ask }: Asked<T>): Paged<T> {
  const [found, setFound] = useState<Found<T>>(() => nothingOf<T>(key, revision));
  const inSight = useRef({ first: 0, last: 0 });
  const latest = useRef({ key, revision });
  const underWay = useRef(new Set<string>());
  const fetchPage = useCallback(
    async (page: number) => {
      const name = `${key} ${revision} ${page}`;
      if (underWay.current.has(name)) return;
      underWay.current.add(name);
      const reply = await ask(page * PAGE, PAGE);
      underWay.current.delete(name);
      if (latest.current.key !== key || latest.current.revision !== revision) return;
      setFound((before) => withPage(before, { key, revision, page, reply }));
    },
    [key, revision, ask],
  );
  useEffect(() => {
    latest.current = { key, revision };
    const { first, last } = inSight.current;
    for (let page = pageOf(first); page <= pageOf(last); page += 1) void fetchPage(page);
  }, [key, revision, fetchPage]);
  const { fresh } = found;
  const isCurrent = found.key === key && found.revision === revision;
  const want = useCallback(
    (first: number, last: number) => {
      inSight.current = { first, last };
      if (!isCurrent) return;
      for (let page = pageOf(first); page <= pageOf(last); page += 1)
        if (!fresh.has(page)) void fetchPage(page);
    },
    [fresh, isCurrent, fetchPage],
  );
  return { total: found.total, items: found.items, problem: found.problem, want };
}

function pageOf(place: number): number {
  return Math.floor(Math.max(0, place) / PAGE);
}

function nothingOf<T>(key: string, revision: number): Found<T> {
  return { key, revision, total: null, items: new Map(), fresh: new Set(), problem: null };
}

interface Arrived<T> {
  readonly key: string;
  readonly revision: number;
  readonly page: number;
  readonly reply: Reply<Page<T>>;
}

/** What is known with a page that arrived. Pages of an older revision stay until they are asked for anew. */
function withPage<T>(before: Found<T>, { key, revision, page, reply }: Arrived<T>): Found<T> {
  if (!reply.ok) return { ...before, problem: reply.problem };
  const { total, items } = reply.value;
  const kept = before.key === key ? [...before.items].filter(([place]) => place < total) : [];
  const arrived = items.map((item, n): [number, T] => [page * PAGE + n, item]);
  const isSame = before.key === key && before.revision === revision;
  return {
    key,
    revision,
    total,
    items: new Map([...kept, ...arrived]),
    fresh: new Set([...(isSame ? before.fresh : []), page]),
    problem: null,
  };
}
