import { useEffect } from 'react';
import type { ResultView } from './result-store.ts';

/** Measuring points in the browser's performance timeline; `detail` of both is the query. */
export const KEYSTROKE = 'lasesal:keystroke';
export const PAINTED = 'lasesal:painted';

/** Notes when a key was pressed that made the query what it is: `at` is the event's own time stamp. */
export function markKeystroke(query: string, at: number): void {
  leave(KEYSTROKE, query, at);
}

/** Notes when the result of a query is on the screen: two frames after it was put there, one surely is painted. */
export function usePaintedMark(view: ResultView): void {
  const shown = view.state === 'shown' && view.problem === null ? view : null;
  const summary = shown?.summary ?? null;
  const query = shown?.terms.query ?? '';
  useEffect(() => {
    if (summary === null) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame((now) => leave(PAINTED, query, now));
    });
    return () => cancelAnimationFrame(frame);
  }, [summary, query]);
}

/** A mark is told to those who observe and then forgotten, so that a long day leaves no heap of them. */
function leave(name: string, query: string, startTime: number): void {
  performance.mark(name, { startTime, detail: query });
  performance.clearMarks(name);
}
