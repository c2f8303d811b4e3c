import { timeBins } from '../../../model/timeline.ts';
import type { TimeBin, TimeUnit, Timeline } from '../../../model/timeline.ts';
import { NO_EARLIEST, NO_LATEST, dayNumber, dayOfNumber, liveRefs } from '../catalogue/columns.ts';
import type { Catalogue } from '../catalogue/columns.ts';

type Days = Pick<Catalogue, 'earliest' | 'latest'>;
export type TimeCounts = Pick<Timeline, 'counts' | 'inexact' | 'undated' | 'before' | 'after'>;

/** A date that spans more days than this is not known to within a year. */
const DAYS_IN_YEAR = 366;

/** The days of an archive: all of them, and the part that nearly all releases are from. */
export type Extent = Pick<Timeline, 'scale' | 'main'>;

export function extentOf(catalogue: Days & Pick<Catalogue, 'size' | 'live'>): Extent {
  const scale = scaleOf(catalogue);
  return { scale, main: scale === null ? null : mainPartOf(catalogue, scale) };
}

/**
 * The first and last day of any release that is known to within a year, so that one with wide bounds does not stretch
 * the scale; where none is so known, of any release with bounds. Null when there is none.
 */
function scaleOf(catalogue: Days & Pick<Catalogue, 'size' | 'live'>): TimeBin | null {
  return boundsWithin(catalogue, DAYS_IN_YEAR) ?? boundsWithin(catalogue, Number.POSITIVE_INFINITY);
}

function boundsWithin(
  { size, live, earliest, latest }: Days & Pick<Catalogue, 'size' | 'live'>,
  atMost: number,
): TimeBin | null {
  let [first, last] = [NO_LATEST, NO_EARLIEST];
  for (let ref = 0; ref < size; ref += 1) {
    if (live !== null && live[ref] !== 1) continue;
    const [from, to] = [earliest[ref] ?? NO_EARLIEST, latest[ref] ?? NO_LATEST];
    if (from === NO_EARLIEST || to === NO_LATEST || to - from >= atMost) continue;
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return first > last ? null : { from: dayOfNumber(first), to: dayOfNumber(last) };
}

/** A scale of so many years is looked at as a whole, however few releases its ends have. */
const YEARS_AT_ONCE = 30;
/** Of a longer one, the ends are left out that have at most these shares of the releases: a long beginning, odd dates. */
const EARLY_SHARE = 1 / 50;
const LATE_SHARE = 1 / 1000;

/** The part of a scale that nearly all releases are from, in years of the scale. */
function mainPartOf(catalogue: Days & Pick<Catalogue, 'size' | 'live'>, scale: TimeBin): TimeBin {
  const years = timeBins('year', scale);
  if (years.length <= YEARS_AT_ONCE) return scale;
  const { counts } = countByTime(catalogue, liveRefs(catalogue), 'year', scale);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const from = years[placeBeyond(counts, all * EARLY_SHARE)]?.from ?? scale.from;
  const to = years.toReversed()[placeBeyond(counts.toReversed(), all * LATE_SHARE)]?.to ?? scale.to;
  return { from: from < scale.from ? scale.from : from, to: to > scale.to ? scale.to : to };
}

/** The first place at which numbers add up to more than `limit`. */
function placeBeyond(numbers: readonly number[], limit: number): number {
  let sum = 0;
  return numbers.findIndex((number) => {
    sum += number;
    return sum > limit;
  });
}

/**
 * Counts releases by the bins of a stretch of days, each once: in its bin where it fits one, else as less exactly dated,
 * undated, or outside.
 *
 * @param refs each once.
 */
export function countByTime(
  { earliest, latest }: Days,
  refs: Uint32Array,
  unit: TimeUnit,
  shown: TimeBin,
): TimeCounts {
  const { first, binOf, counts } = binsByDay(unit, shown);
  const end = first + binOf.length;
  let [inexact, undated, before, after] = [0, 0, 0, 0];
  for (let n = 0; n < refs.length; n += 1) {
    const ref = refs[n] ?? 0;
    const [from, to] = [earliest[ref] ?? NO_EARLIEST, latest[ref] ?? NO_LATEST];
    if (from === NO_EARLIEST && to === NO_LATEST) undated += 1;
    else if (to < first) before += 1;
    else if (from >= end) after += 1;
    else {
      const bin = binOf[from - first];
      if (bin !== undefined && bin === binOf[to - first]) counts[bin] = (counts[bin] ?? 0) + 1;
      else inexact += 1;
    }
  }
  return { counts: [...counts], inexact, undated, before, after };
}

/** All releases where nothing is dated: undated, or of unknown extent. */
export function countUndated({ earliest, latest }: Days, refs: Uint32Array): TimeCounts {
  const isBounded = (ref: number): boolean => earliest[ref] !== NO_EARLIEST || latest[ref] !== NO_LATEST;
  const inexact = refs.reduce((sum, ref) => sum + (isBounded(ref) ? 1 : 0), 0);
  return { counts: [], inexact, undated: refs.length - inexact, before: 0, after: 0 };
}

/** Bins as a table: the bin of each day from the first on. */
function binsByDay(
  unit: TimeUnit,
  shown: TimeBin,
): { readonly first: number; readonly binOf: Uint16Array; readonly counts: Uint32Array } {
  const bins = timeBins(unit, shown);
  const starts = bins.map(({ from }) => dayNumber(from));
  const first = starts[0] ?? dayNumber(shown.from);
  const end = dayNumber(bins.at(-1)?.to ?? shown.to) - first + 1;
  const binOf = new Uint16Array(end);
  starts.forEach((start, n) => binOf.fill(n, start - first, (starts[n + 1] ?? first + end) - first));
  return { first, binOf, counts: new Uint32Array(bins.length) };
}
