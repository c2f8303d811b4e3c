import { useLayoutEffect } from 'react';
import type { ResultView } from './result-store.ts';

/** Measuring points in the browser's performance timeline; `detail` of both is the query. */
export const KEYSTROKE = 'lasesal:keystroke';
export const SHOWN = 'lasesal:shown';

/** Noted once: the first results have been painted, and the window is free to answer. */
export const USABLE = 'lasesal:usable';

/** Notes when a key was pressed that made the query what it is: `at` is the event's own time stamp. */
export function markKeystroke(query: string, at: number): void {
  leave(KEYSTROKE, { startTime: at, detail: query });
}

/** Notes when the result of a query stands in the page: the next frame has it. */
export function useShownMark(view: ResultView): void {
  const shown = view.state === 'shown' && view.problem === null ? view : null;
  const summary = shown?.summary ?? null;
  const query = shown?.terms.query ?? '';
  useLayoutEffect(() => {
    if (summary === null) return;
    leave(SHOWN, { detail: query });
    markUsable();
  }, [summary, query]);
}

let isUsable = false;

/** A task that is begun after the frame with the results begins when nothing else is waiting. */
function markUsable(): void {
  if (isUsable) return;
  isUsable = true;
  requestAnimationFrame(() => setTimeout(() => performance.mark(USABLE)));
}

/** A mark is told to those who observe and then forgotten, so that a long day leaves no heap of them. */
function leave(name: string, options: PerformanceMarkOptions): void {
  performance.mark(name, options);
  performance.clearMarks(name);
}
