import { memo, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import type { Hit } from '../../../main/contract/index.ts';
import { isTabKey, wantsTab } from '../../components/tab-press.ts';
import { useWords } from '../../i18n/words.tsx';
import { moveIn } from './list-moves.ts';
import { WiderOffer } from './result-notes.tsx';
import { ResultRow } from './result-row.tsx';

/** Opened and gone to; opened beside the list, which keeps the focus; or laid in a tab of its own. */
export type HowToOpen = 'go' | 'beside' | 'in-tab';

interface ResultListProps {
  /** Names the result: another one starts at its top. */
  readonly resultKey: object;
  readonly total: number;
  readonly hits: ReadonlyMap<number, Hit>;
  readonly openId: string | null;
  readonly onWant: (first: number, last: number) => void;
  readonly onOpen: (hit: Hit, how: HowToOpen) => void;
  readonly onLeave: () => void;
  /** Offered below the last row; null where it makes no sense. */
  readonly onWiden: (() => void) | null;
}

const ROW_ESTIMATE_PX = 148;
const OVERSCAN = 4;
/** What a list is taken to be before it is laid out, so that its first picture has rows. */
const FIRST_RECT = { width: 480, height: 900 };

/** The whole result as one list, of which only the rows in sight are there. One tab stop, arrows within. */
export const ResultList = memo(function ResultList(props: ResultListProps): ReactNode {
  const { t } = useWords();
  const { total, hits, resultKey, onWant } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useActivePlace(resultKey);
  const extractRange = useCallback(
    (range: Range) => withPlace(defaultRangeExtractor(range), active),
    [active],
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    initialRect: FIRST_RECT,
    overscan: OVERSCAN,
    rangeExtractor: extractRange,
  });
  const rows = virtualizer.getVirtualItems();

  const hasFocus = useRef(false);
  const keepsInSight = useReleasedByHand(scroller);
  const height = virtualizer.getTotalSize();

  useLayoutEffect(() => {
    // Asked of the virtualizer, since to ask the page would make it lay out all that is new.
    if (virtualizer.scrollOffset !== 0) scroller.current?.scrollTo({ top: 0 });
    keepsInSight.current = false;
    // A focus that was in the former result's list stays in the list.
    if (hasFocus.current) focusRow(scroller.current, 0);
  }, [resultKey, virtualizer, keepsInSight]);
  useLayoutEffect(() => {
    // Rows that arrive are higher than those that wait: the row gone to is kept in sight while they do.
    if (keepsInSight.current) virtualizer.scrollToIndex(active, { align: 'auto' });
  }, [virtualizer, active, height, keepsInSight]);
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => {
    if (total > 0) onWant(Math.max(0, startIndex - OVERSCAN), endIndex + OVERSCAN);
  }, [onWant, startIndex, endIndex, total, hits]);
  const moveFocus = useFocusMove(scroller, active);

  const goTo = (place: number): void => {
    setActive(place);
    keepsInSight.current = true;
    virtualizer.scrollToIndex(place, { align: 'auto' });
    moveFocus();
  };
  const onFocusChange = (focused: boolean): void => {
    hasFocus.current = focused;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_ESTIMATE_PX));
    // With Ctrl the keys for pages go from tab to tab.
    const isForTabs = event.ctrlKey && event.key.startsWith('Page');
    const next = isForTabs ? null : moveIn({ key: event.key, place: active, total, page });
    const hit = hits.get(active);
    if (next !== null) goTo(next);
    else if (event.key === ' ' && hit !== undefined) props.onOpen(hit, 'beside');
    else if (isTabKey(event) && hit !== undefined) props.onOpen(hit, 'in-tab');
    else if (event.key === 'Escape') props.onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPress = (event: MouseEvent, place: number): void => {
    const hit = hits.get(place);
    if (hit === undefined) return;
    setActive(place);
    // A press of Enter on the row's button arrives as a click without a pointer.
    props.onOpen(hit, wantsTab(event) ? 'in-tab' : event.detail > 0 ? 'beside' : 'go');
  };

  return (
    <div ref={scroller} className="result-scroll">
      <ol className="result-list" aria-label={t('results.list')} style={{ height }}>
        {rows.map((row) => {
          const hit = hits.get(row.index);
          const isOpen = hit !== undefined && hit.id === props.openId;
          return (
            <li
              key={row.key}
              ref={virtualizer.measureElement}
              className="hit"
              data-hit={hit?.id ?? ''}
              data-index={row.index}
              data-open={isOpen ? '' : undefined}
              aria-setsize={total}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <ResultRow
                hit={hit}
                place={row.index}
                isOpen={isOpen}
                isActive={row.index === active}
                onPress={onPress}
                onFocusChange={onFocusChange}
                onKeyDown={onKeyDown}
              />
            </li>
          );
        })}
      </ol>
      {props.onWiden === null ? null : <WiderOffer onWiden={props.onWiden} />}
    </div>
  );
});

/** The row that has the tab stop; the first one of every new result. */
function useActivePlace(resultKey: object): readonly [number, (place: number) => void] {
  const [active, setActive] = useState({ resultKey, place: 0 });
  const place = active.resultKey === resultKey ? active.place : 0;
  return [place, (next) => setActive({ resultKey, place: next })];
}

/** Moves the focus to the active row once it is there. */
function useFocusMove(scroller: { readonly current: HTMLDivElement | null }, active: number): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    focusRow(scroller.current, active);
  }, [scroller, active]);
  return () => {
    wanted.current = true;
  };
}

/** A flag that is lowered when the person scrolls by hand. */
function useReleasedByHand(scroller: { readonly current: HTMLElement | null }): { current: boolean } {
  const flag = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    const release = (): void => {
      flag.current = false;
    };
    const byHand = ['wheel', 'pointerdown', 'touchmove'] as const;
    for (const type of byHand) element?.addEventListener(type, release, { passive: true });
    return () => {
      for (const type of byHand) element?.removeEventListener(type, release);
    };
  }, [scroller]);
  return flag;
}

function focusRow(scroller: HTMLElement | null, place: number): void {
  const button = scroller?.querySelector<HTMLElement>(`[data-index="${place}"] button`);
  button?.focus({ preventScroll: true });
}

function withPlace(places: number[], place: number): number[] {
  return places.includes(place) ? places : [...places, place].toSorted((a, b) => a - b);
}
