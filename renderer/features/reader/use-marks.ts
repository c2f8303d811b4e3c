import { useState } from 'react';
import { useCommand } from '../../state/commands.tsx';
import type { Passage } from './passages.ts';

/** The marks of an open release, gone through one by one. */
export interface MarkWalk {
  readonly count: number;
  /** The mark gone to, counted from 0; null before any. */
  readonly current: number | null;
  readonly next: () => void;
  readonly previous: () => void;
  readonly goTo: (index: number) => void;
}

/**
 * Goes through marks, round at the ends. Another list of marks begins before its first one. `onGo` is told which.
 */
export function useMarkWalk(marks: readonly Passage[], onGo: (index: number) => void): MarkWalk {
  const [at, setAt] = useState<{ readonly marks: readonly Passage[]; readonly index: number } | null>(null);
  const current = at !== null && at.marks === marks ? at.index : null;
  const count = marks.length;
  const go = (index: number): void => {
    if (count === 0) return;
    setAt({ marks, index });
    onGo(index);
  };
  const next = (): void => go(current === null ? 0 : (current + 1) % count);
  const previous = (): void => go(current === null ? count - 1 : (current + count - 1) % count);
  useCommand('next-hit', next);
  useCommand('previous-hit', previous);
  return { count, current, next, previous, goTo: go };
}
