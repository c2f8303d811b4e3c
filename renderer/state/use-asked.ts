import { useEffect, useRef, useState } from 'react';
import type { Problem, Reply } from '../../main/contract/index.ts';
import { usePagePlace } from './page-place.tsx';

/** What a page asked for. */
export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'told'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: Problem };

const waiting = { state: 'waiting' } as const;

/**
 * Asks for what a page shows. What was told is kept with the page: who comes back to it sees it at once.
 *
 * @param name what is asked, unlike anything else that the page asks.
 */
export function useAsked<T>(name: string, ask: () => Promise<Reply<T>>): Asked<T> {
  const { visit, epoch } = usePagePlace();
  const key = `${epoch} ${name}`;
  const [latest, setLatest] = useState<{ readonly key: string; readonly asked: Asked<T> } | null>(null);
  const known = visit.kept.has(key) ? ({ state: 'told', value: visit.kept.get(key) as T } as const) : null;
  const isKnown = known !== null;
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  });
  useEffect(() => {
    if (isKnown) return;
    let isOver = false;
    void (async () => {
      const reply = await latestAsk.current();
      if (isOver) return;
      if (reply.ok) visit.kept.set(key, reply.value);
      setLatest({
        key,
        asked: reply.ok
          ? { state: 'told', value: reply.value }
          : { state: 'refused', problem: reply.problem },
      });
    })();
    return () => {
      isOver = true;
    };
  }, [visit, key, isKnown]);
  return known ?? (latest?.key === key ? latest.asked : waiting);
}
