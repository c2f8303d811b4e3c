import { useEffect, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import type { ReaderApi, TimeBin, TimeUnit, TimelineAnswer } from '../../../main/contract/index.ts';
import type { Press } from '../../state/press.ts';
import type { ResultView, Terms } from '../../state/result-store.ts';
import { unitShown, windowFor } from './time-window.ts';
import type { TimeView } from './time-window.ts';
import { TimelineStore } from './timeline-store.ts';
import type { TimelineView } from './timeline-store.ts';

interface TimelineInput {
  readonly view: ResultView;
  /** Names what is searched. */
  readonly edition: string;
  readonly press: Press;
  readonly zoom: TimeView;
  /** CSS pixels that there are for bars; 0 until they are known, and where the timeline is closed. */
  readonly width: number;
}

/** The counts of the result on the screen, for the days that the chart shows. */
export function useTimeline(
  { timeline }: Pick<ReaderApi, 'timeline'>,
  { view, edition, press, zoom, width }: TimelineInput,
): TimelineView & { readonly unit: TimeUnit; readonly retry: () => void } {
  const [store] = useState(() => new TimelineStore(timeline, press));
  const counted = useSyncExternalStore(store.subscribe, store.view);
  const { scale = null, main = null } = counted.answer ?? {};
  const room = scale === null || main === null ? null : { scale, main, width };
  const unit = room === null ? (zoom.unit ?? 'year') : unitShown(zoom, room);
  const days = room === null || width === 0 ? null : windowFor(zoom, room);
  const terms = view.state === 'shown' ? view.terms : null;
  const [from, to] = [days?.from ?? null, days?.to ?? null];
  useEffect(() => {
    if (terms === null || width === 0) {
      store.stop();
      return;
    }
    const stretch: TimeBin | null = from === null || to === null ? null : { from, to };
    store.want({ request: requestOf(terms), edition }, { unit, days: stretch });
  }, [store, terms, edition, unit, from, to, width]);
  useEffect(() => store.stop, [store]);
  // The first answer tells of which days there are any; what it is asked for then is what is shown first.
  const [isFound, setIsFound] = useState(false);
  const isNow = isFound || (counted.answer !== null && isOf(counted.answer, unit, days));
  if (isNow !== isFound) setIsFound(isNow);
  return { ...counted, answer: isNow ? counted.answer : null, unit, retry: store.retry };
}

function isOf(
  { scale, shown, unit: counted }: TimelineAnswer,
  unit: TimeUnit,
  days: TimeBin | null,
): boolean {
  return scale === null || (counted === unit && shown?.from === days?.from && shown?.to === days?.to);
}

function requestOf({ query, filters, wider, without }: Terms): {
  readonly query: string;
  readonly filters: Terms['filters'];
  readonly wider?: true;
  readonly without?: readonly string[];
} {
  return {
    query,
    filters,
    ...(wider ? { wider } : {}),
    ...(without.length === 0 ? {} : { without }),
  };
}

/** The width of an element, in CSS pixels; 0 until it has been laid out, and while it is hidden. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
