import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { addDays } from '../../../main/contract/index.ts';
import type { GovernmentBand, TimeBin } from '../../../main/contract/index.ts';
import { bandName, barsPath, stretchOf, ticksWithRoom } from './chart.ts';
import type { Chart, Stretch, Tick } from './chart.ts';
import type { Edge } from './use-brush.ts';
import { useWords } from '../../i18n/words.tsx';

/** A stretch of a chart as a place in its box. */
function placeOf({ start, end }: Stretch, bins: number): CSSProperties {
  return { left: `${(100 * start) / bins}%`, width: `${(100 * (end - start)) / bins}%` };
}

interface BandsProps {
  readonly bins: readonly TimeBin[];
  readonly governments: readonly GovernmentBand[];
  /** CSS pixels of the whole chart. */
  readonly width: number;
}

/** The governments behind the bars, those of each series in a row of their own. On a day of change both are there. */
export const Bands = memo(function Bands({ bins, governments, width }: BandsProps): ReactNode {
  const rows = [...new Set(governments.map(({ series }) => series))].map((series) =>
    governments.filter((one) => one.series === series),
  );
  const labels = governments.map(({ label }) => label);
  return (
    <div className="time-bands" aria-hidden="true">
      {rows.map((row) => (
        <div key={row[0]?.series} className="time-band-row">
          {row.map((government, n) => {
            const place = stretchOf(bins, government);
            if (place === null) return null;
            const pixels = ((place.end - place.start) / bins.length) * width;
            return (
              <span
                key={government.id}
                className={n % 2 === 0 ? 'time-band time-band-even' : 'time-band'}
                style={placeOf(place, bins.length)}
              >
                <span className="time-band-name">{bandName(government.label, labels, pixels)}</span>
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
});

interface BarsProps {
  readonly chart: Chart;
  /** What is chosen; null for everything. */
  readonly chosen: Stretch | null;
}

/** The bars, drawn twice: what is chosen over what is not. Drawing a stretch only moves the edge between them. */
export const Bars = memo(function Bars({ chart, chosen }: BarsProps): ReactNode {
  const bins = chart.bins.length;
  const path = barsPath(chart);
  const [left, right] = chosen === null ? [0, 0] : [chosen.start / bins, 1 - chosen.end / bins];
  const clip = `inset(-1px ${100 * right}% 0 ${100 * left}%)`;
  return (
    <>
      <BarLayer bins={bins} path={path} />
      <BarLayer bins={bins} path={path} clip={clip} />
    </>
  );
});

const BarLayer = memo(function BarLayer(props: {
  readonly bins: number;
  readonly path: string;
  readonly clip?: string;
}): ReactNode {
  return (
    <svg
      className={props.clip === undefined ? 'time-bars' : 'time-bars time-bars-on'}
      viewBox={`0 0 ${props.bins} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      style={props.clip === undefined ? undefined : { clipPath: props.clip }}
    >
      <path d={props.path} />
    </svg>
  );
});

/** The chosen stretch, with an end on either side that can be drawn along where it is on the chart. */
export function Chosen({ bins, stretch }: { readonly bins: number; readonly stretch: Stretch }): ReactNode {
  const edges: readonly Edge[] = ['from', 'to'];
  return (
    <div className="time-chosen" aria-hidden="true" style={placeOf(stretch, bins)}>
      {edges.map((edge) => (
        <span key={edge} className="time-edge" data-edge={edge} />
      ))}
    </div>
  );
}

interface AxisProps {
  readonly chart: Chart;
  /** How many labels have room. */
  readonly most: number;
  readonly onPick: (days: TimeBin) => void;
}

/** Years, or months, under the bars they are of; a press picks one. The keyboard has years as bars of their own. */
export const Axis = memo(function Axis({ chart, most, onPick }: AxisProps): ReactNode {
  const words = useWords();
  const bins = chart.bins.length;
  return (
    <div className="time-axis" aria-hidden="true">
      {ticksWithRoom(chart, most).map((tick) => (
        <span
          key={tick.day}
          className="time-tick"
          style={placeOf(tick, bins)}
          onPointerUp={() => onPick(daysOfTick(chart, tick))}
        >
          {tick.names === 'year' ? tick.day.slice(0, 4) : words.month(tick.day)}
        </span>
      ))}
    </div>
  );
});

function daysOfTick({ bins }: Chart, { start, end, day }: Tick): TimeBin {
  return { from: day, to: bins[end - 1]?.to ?? addDays(bins[start]?.from ?? day, 0) };
}
