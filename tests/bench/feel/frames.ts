import type { Page } from '@playwright/test';

/** What the frames of the window were like while something was done in it. */
export interface Frames {
  readonly count: number;
  /** Share of the frames that a screen of 60 a second would have shown and that were not made. */
  readonly dropped: number;
  /** Milliseconds from one frame to the next. */
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
  /** Tasks of more than 50 ms on the window's thread. */
  readonly longTasks: number;
  /** Share of the frames in which a row in sight had still to be fetched. */
  readonly waiting: number;
  /** The sum of all layout shifts, also of those that follow a key or a press. */
  readonly shift: number;
}

/** What the window notes of itself. */
interface Noted {
  readonly times: readonly number[];
  readonly waiting: number;
  readonly longTasks: number;
  readonly shift: number;
}

/** Milliseconds of a frame on a screen of 60 a second. */
const FRAME = 1000 / 60;
/** So much longer than a frame is the time to the next before one counts as dropped. */
const SLACK = 1.5;

/** Does something in the window and tells what its frames were like meanwhile. */
export async function framesDuring(window: Page, work: (window: Page) => Promise<void>): Promise<Frames> {
  // What runs the benches names every function by a helper of its own, which the window has not.
  await window.evaluate('globalThis.__name = (named) => named');
  await window.evaluate(startNoting);
  await work(window);
  const { times, waiting, longTasks, shift } = await window.evaluate<Noted>('window.lasesalNoted()');
  const gaps = times.slice(1).map((time, n) => time - (times[n] ?? time));
  const sorted = gaps.toSorted((a, b) => a - b);
  const missed = gaps.reduce((sum, gap) => sum + (gap > FRAME * SLACK ? Math.round(gap / FRAME) - 1 : 0), 0);
  return {
    count: gaps.length,
    dropped: missed / Math.max(1, gaps.length + missed),
    p50: share(sorted, 0.5),
    p95: share(sorted, 0.95),
    worst: share(sorted, 1),
    longTasks,
    waiting: waiting / Math.max(1, times.length),
    shift,
  };
}

/** Runs in the window: notes every frame, long tasks and layout shifts until it is asked for them. */
function startNoting(): void {
  const times: number[] = [];
  let [waiting, longTasks, shift] = [0, 0, 0];
  let isOn = true;
  const observers = [
    observed('longtask', () => {
      longTasks += 1;
    }),
    observed('layout-shift', (entry) => {
      shift += (entry as PerformanceEntry & { readonly value: number }).value;
    }),
  ];
  const frame = (time: number): void => {
    if (!isOn) return;
    times.push(time);
    if (document.querySelector('.hit-pending') !== null) waiting += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  Object.assign(globalThis, {
    lasesalNoted: (): Noted => {
      isOn = false;
      for (const observer of observers) observer.disconnect();
      return { times, waiting, longTasks, shift };
    },
  });

  function observed(type: string, note: (entry: PerformanceEntry) => void): PerformanceObserver {
    const observer = new PerformanceObserver((found) => found.getEntries().forEach(note));
    observer.observe({ type });
    return observer;
  }
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}
