import { daysBetween, timeBins } from '../../../main/contract/index.ts';
import type {
  Day,
  DayRange,
  GovernmentBand,
  TimeBin,
  TimeUnit,
  TimelineAnswer,
} from '../../../main/contract/index.ts';

/** What is drawn: bins of equal width side by side, with how many releases each has. */
export interface Chart {
  readonly unit: TimeUnit;
  readonly bins: readonly TimeBin[];
  readonly counts: readonly number[];
  /** The greatest count; 1 where there is none, so that it can be divided by. */
  readonly most: number;
}

/** From one place of a chart to another, counted in bins from its left edge. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The chart of an answer; null when nothing is dated. */
export function chartOf({ unit, shown, counts }: TimelineAnswer): Chart | null {
  if (shown === null) return null;
  return { unit, counts, bins: timeBins(unit, shown), most: Math.max(1, ...counts) };
}

/** The bin that a day falls in, or the nearest one. */
export function binAt(bins: readonly TimeBin[], day: Day): number {
  const after = bins.findIndex(({ to }) => to >= day);
  return after === -1 ? bins.length - 1 : after;
}

/**
 * Where days lie on a chart; null when none of them is on it. An open end reaches to the chart's edge, and so does one
 * beyond it.
 */
export function stretchOf(bins: readonly TimeBin[], { from, to }: DayRange): Stretch | null {
  const [first, last] = [bins.at(0), bins.at(-1)];
  if (first === undefined || last === undefined) return null;
  if ((from !== null && from > last.to) || (to !== null && to < first.from)) return null;
  if (from !== null && to !== null && from > to) return null;
  return {
    start: from === null || from <= first.from ? 0 : placeOf(bins, from, 0),
    end: to === null || to >= last.to ? bins.length : placeOf(bins, to, 1),
  };
}

/** The place of the beginning (0) or end (1) of a day that is on the chart. */
function placeOf(bins: readonly TimeBin[], day: Day, end: 0 | 1): number {
  const at = binAt(bins, day);
  const bin = bins[at];
  if (bin === undefined) return at;
  return at + (daysBetween(bin.from, day) + end) / (daysBetween(bin.from, bin.to) + 1);
}

/** The days of the bins from one to another, whichever comes first. */
export function daysOf(bins: readonly TimeBin[], one: number, other: number): TimeBin | null {
  const [first, last] = [bins[Math.min(one, other)], bins[Math.max(one, other)]];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

/** How many releases lie in the bins that days cover, when they cover whole bins; else null. */
export function countIn({ bins, counts }: Chart, days: TimeBin): number | null {
  const isWhole = bins.some(({ from }) => from === days.from) && bins.some(({ to }) => to === days.to);
  if (!isWhole) return null;
  return bins.reduce(
    (sum, { from, to }, n) => sum + (from >= days.from && to <= days.to ? (counts[n] ?? 0) : 0),
    0,
  );
}

/** The bin with most releases, the first of several; 0 where all are empty. */
export function fullestBin({ counts, most }: Chart): number {
  return Math.max(0, counts.indexOf(most));
}

/** The governments in office on some day of a bin. */
export function governmentsIn(
  governments: readonly GovernmentBand[],
  bin: TimeBin,
): readonly GovernmentBand[] {
  return governments.filter(({ from, to }) => from <= bin.to && (to === null || to >= bin.from));
}

/** CSS pixels that a letter of a government's name takes, and the space around a name. */
const LETTER = 6.6;
const AROUND = 18;

/**
 * What a government is called on a band of so many CSS pixels: its name, and where that has no room the name without the
 * word that all of them begin with; empty where that has none either.
 */
export function bandName(label: string, all: readonly string[], pixels: number): string {
  const fits = (text: string): boolean => text.length * LETTER + AROUND <= pixels;
  if (fits(label)) return label;
  const [first = ''] = label.split(' ');
  const isShared = all.length > 1 && all.every((other) => other.startsWith(`${first} `));
  const short = isShared ? label.slice(first.length + 1) : label;
  return fits(short) ? short : '';
}

/** A label on the axis, and the bins that it stands under. */
export interface Tick extends Stretch {
  /** The first day of what it names. */
  readonly day: Day;
  /** What it names: a year, or a month. */
  readonly names: 'year' | 'month';
}

/** The labels under a chart: years; under days, months. */
export function ticksOf({ unit, bins }: Chart): readonly Tick[] {
  const names = unit === 'day' ? 'month' : 'year';
  const length = names === 'year' ? 4 : 7;
  const ticks: Tick[] = [];
  bins.forEach(({ from }, n) => {
    const last = ticks.at(-1);
    if (last !== undefined && last.day.slice(0, length) === from.slice(0, length))
      ticks[ticks.length - 1] = { ...last, end: n + 1 };
    else ticks.push({ day: from, names, start: n, end: n + 1 });
  });
  return ticks;
}

/** Years from one label to the next. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/**
 * The labels that have room for their words, where `most` have: years in even steps, months one after another. One whose
 * words would reach beyond the chart is left out.
 */
export function ticksWithRoom(chart: Chart, most: number): readonly Tick[] {
  const ticks = ticksOf(chart);
  const width = chart.bins.length / Math.max(1, most);
  const step = STEPS.find((one) => ticks.length / one <= most) ?? ticks.length;
  return ticks
    .filter(({ day, names }, n) => (names === 'year' ? Number(day.slice(0, 4)) : n) % step === 0)
    .filter(({ start }) => start === 0 || start <= chart.bins.length - width);
}

/** Part of its width that a bin leaves free on either side of its bar. */
const GAP = 0.12;
/** Of a hundred, the least height of a bar that stands for something. */
const LEAST = 3;

/** The outline of all bars in a box as wide as there are bins and 100 high. */
export function barsPath({ counts, most }: Chart): string {
  return counts
    .map((count, n) => {
      if (count === 0) return '';
      const top = 100 - Math.max(LEAST, (100 * count) / most);
      return `M${n + GAP} 100V${top.toFixed(2)}H${(n + 1 - GAP).toFixed(2)}V100Z`;
    })
    .join('');
}
