import type { ReactNode } from 'react';
import type { Day, DayRange } from '../../../main/contract/index.ts';
import { stretchOn, timeScale } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';
import './time-rows.css';

/** One stretch of time, in words and drawn. */
export interface TimeRow {
  readonly key: string;
  /** The days it is drawn over. */
  readonly days: DayRange;
  /** Drawn as not certain in this end. */
  readonly fromUnknown?: boolean;
  readonly toUnknown?: boolean;
  /** Drawn as an outline: somebody stood in. */
  readonly isActing?: boolean;
  /** What the page is about, among others. */
  readonly isSubject?: boolean;
  readonly words: ReactNode;
}

interface TimeRowsProps {
  /** What the rows are, for who hears them. */
  readonly label: string;
  readonly rows: readonly TimeRow[];
  readonly asOf: Day | null;
  /** Further stretches that the scale is to hold. */
  readonly beside?: readonly DayRange[];
}

/** Stretches of time under one another, each in words with a bar on one scale. The words say all that the bars show. */
export function TimeRows({ label, rows, asOf, beside = [] }: TimeRowsProps): ReactNode {
  const scale = timeScale([...rows.map(({ days }) => days), ...beside], asOf);
  return (
    <div className="span-rows">
      {scale === null ? null : (
        <div className="span-axis" aria-hidden="true">
          <div className="span-track">
            {scale.years.map(({ year, at }) => (
              <span key={year} className="span-year" style={{ left: `${at}%` }}>
                {year}
              </span>
            ))}
          </div>
        </div>
      )}
      <ol aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className="span-row" data-subject={row.isSubject === true || undefined}>
            <div className="span-words">{row.words}</div>
            {scale === null ? null : <Track row={row} scale={scale} />}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Track({ row, scale }: { readonly row: TimeRow; readonly scale: TimeScale }): ReactNode {
  const { left, width } = stretchOn(scale, row.days);
  return (
    <div className="span-track" aria-hidden="true">
      {scale.years.map(({ year, at }) => (
        <span key={year} className="span-line" style={{ left: `${at}%` }} />
      ))}
      <span
        className="span-bar"
        data-acting={row.isActing === true || undefined}
        data-from-unknown={row.fromUnknown === true || row.days.from === null || undefined}
        data-to-unknown={row.toUnknown === true || undefined}
        style={{ left: `${left}%`, width: `${width}%` }}
      />
    </div>
  );
}
