import { z } from 'zod';
import { dayOf, daySchema, daysInMonth } from './day.ts';
import type { Day, DayRange } from './day.ts';
import { evidenceSchema } from './evidence.ts';

/** Where a date comes from, best first. */
export const dateBases = ['meta', 'url', 'text', 'banner', 'role'] as const;

/**
 * When a release was published. `edtf` is Extended Date/Time Format (ISO 8601-2:2019, Library of Congress
 * profile): `2017-12-08`, `2017-12`, `2017`, one unknown day of a set `[2016-05-25..2019-01-20]`, or `XXXX`.
 * Code compares `earliest` and `latest` only: inclusive days, null where nothing bounds them.
 * `basis` is null when no date is known at all.
 */
export const releaseDateSchema = z.strictObject({
  edtf: z.string(),
  earliest: daySchema.nullable(),
  latest: daySchema.nullable(),
  basis: z.enum(dateBases).nullable(),
  /** Everything that bounds the date. */
  evidence: z.array(evidenceSchema).readonly(),
});

export type DateBasis = (typeof dateBases)[number];
export type ReleaseDate = z.infer<typeof releaseDateSchema>;
type Bounds = Pick<ReleaseDate, 'earliest' | 'latest'>;

/** How exactly a date is known. */
export type DatePrecision = 'day' | 'month' | 'year' | 'bounds' | 'unknown';

const MONTH = /^(\d{4})-(\d{2})$/;
const YEAR = /^\d{4}$/;
const SET = /^\[(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?\]$/;

/** The EDTF text for bounds, in the shortest form that says the same. */
export function edtfOf(earliest: Day | null, latest: Day | null): string {
  if (earliest === null && latest === null) return 'XXXX';
  if (earliest === null || latest === null) return `[${earliest ?? ''}..${latest ?? ''}]`;
  if (earliest === latest) return earliest;
  const year = earliest.slice(0, 4);
  const month = earliest.slice(0, 7);
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  if (earliest === `${month}-01` && latest === lastOfMonth(month)) return month;
  return `[${earliest}..${latest}]`;
}

/** Inclusive days of an EDTF text in the forms above; null for any other text. */
export function boundsOfEdtf(edtf: string): DayRange | null {
  if (edtf === 'XXXX') return { from: null, to: null };
  if (daySchema.safeParse(edtf).success) return { from: edtf, to: edtf };
  if (YEAR.test(edtf)) return { from: `${edtf}-01-01`, to: `${edtf}-12-31` };
  const month = MONTH.exec(edtf);
  if (month !== null) {
    const last = lastOfMonth(edtf);
    return last === null ? null : { from: `${edtf}-01`, to: last };
  }
  return boundsOfSet(edtf);
}

/** How exactly a date is known, from its bounds. */
export function precisionOf(date: Bounds): DatePrecision {
  const edtf = edtfOf(date.earliest, date.latest);
  if (edtf === 'XXXX') return 'unknown';
  if (edtf.startsWith('[')) return 'bounds';
  if (YEAR.test(edtf)) return 'year';
  return MONTH.test(edtf) ? 'month' : 'day';
}

/** A date as an interval of days. */
export function rangeOf(date: Bounds): DayRange {
  return { from: date.earliest, to: date.latest };
}

/** Newest first: by latest descending, then the more precise, then id. Unbounded dates come last. */
export function compareNewest(a: Dated, b: Dated): number {
  return compareDays(b.date.latest, a.date.latest) || comparePrecision(a, b);
}

/** Oldest first: by earliest ascending, then the more precise, then id. Unbounded dates come last. */
export function compareOldest(a: Dated, b: Dated): number {
  const [x, y] = [a.date.earliest, b.date.earliest];
  if (x === null || y === null) return x === y ? comparePrecision(a, b) : x === null ? 1 : -1;
  return compareDays(x, y) || comparePrecision(a, b);
}

interface Dated {
  readonly id: string;
  readonly date: Bounds;
}

function comparePrecision(a: Dated, b: Dated): number {
  return spanOf(a.date) - spanOf(b.date) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function spanOf(date: Bounds): number {
  if (date.earliest === null || date.latest === null) return Number.MAX_SAFE_INTEGER;
  return Date.parse(date.latest) - Date.parse(date.earliest);
}

/** Ascending; null before every day. */
function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function lastOfMonth(month: string): Day | null {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number >= 1 && number <= 12 ? dayOf(year, number, daysInMonth(year, number)) : null;
}

function boundsOfSet(edtf: string): DayRange | null {
  const match = SET.exec(edtf);
  if (match === null) return null;
  const [from, to] = [match[1] ?? null, match[2] ?? null];
  if (from === null && to === null) return null;
  const exist = [from, to].every((day) => day === null || daySchema.safeParse(day).success);
  if (!exist || (from !== null && to !== null && from > to)) return null;
  return { from, to };
}
