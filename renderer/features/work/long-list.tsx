import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ProblemNote } from '../../components/problem-note.tsx';
import { problemInWords } from '../../i18n/problem-words.ts';
import { useWords } from '../../i18n/words.tsx';
import type { Paged } from '../../state/use-paged.ts';

interface LongListProps<T> {
  readonly label: string;
  /** Names the list: another one begins at its top. */
  readonly listKey: string;
  readonly list: Paged<T>;
  /** About how high a row is, in CSS pixels. */
  readonly rowHeight: number;
  readonly idOf: (item: T) => string;
  readonly renderRow: (item: T, before: T | undefined) => ReactNode;
  /** Shown where there is nothing. */
  readonly empty: ReactNode;
}

const OVERSCAN = 6;

/** A list of any length: only the rows in sight are there, and only what comes into sight is asked for. */
export function LongList<T>(props: LongListProps<T>): ReactNode {
  const { t, language } = useWords();
  const { list, listKey } = props;
  const { total, items, want } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    initialRect: { width: 640, height: 800 },
    overscan: OVERSCAN,
  });
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  useEffect(() => {
    want(Math.max(0, startIndex - OVERSCAN), endIndex + OVERSCAN);
  }, [want, startIndex, endIndex]);
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [listKey]);
  if (list.problem !== null)
    return <ProblemNote tone="warn">{problemInWords(list.problem, language)}</ProblemNote>;
  if (total === null) return <output className="work-waiting">{t('results.fetching')}</output>;
  if (total === 0) return props.empty;
  return (
    <div ref={scroller} className="long-list">
      <ol aria-label={props.label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const item = items.get(row.index);
          return (
            <li
              key={item === undefined ? row.key : props.idOf(item)}
              ref={virtualizer.measureElement}
              className="long-row"
              data-index={row.index}
              aria-setsize={total}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {item === undefined ? (
                <p className="work-waiting">{t('results.fetching')}</p>
              ) : (
                props.renderRow(item, items.get(row.index - 1))
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
