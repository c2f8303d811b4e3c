import { z } from 'zod';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** A calendar day `YYYY-MM-DD` (proleptic Gregorian). Days compare as strings. */
export type Day = string;

/** Whether the text is a day that exists (no 31 June). */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export const daySchema = z.string().refine(isDay, { message: 'not a day YYYY-MM-DD' });

const DAYS_IN_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTHS[month - 1] ?? 0);
}

/** Year, month (1–12) and day (1–31) as a `Day`; null where there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDay(text) ? text : null;
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** An interval of days, both ends inclusive; null is an open end. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Whether two intervals share a day. */
export function rangesOverlap(a: DayRange, b: DayRange): boolean {
  return (
    (a.from === null || b.to === null || a.from <= b.to) &&
    (b.from === null || a.to === null || b.from <= a.to)
  );
}

/** Whether every day of `inner` lies in `outer`. An open end lies only within an open end. */
export function rangeWithin(inner: DayRange, outer: DayRange): boolean {
  const fromFits = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const toFits = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return fromFits && toFits;
}

/** The days that both hold; null when there are none. */
export function intersectRanges(a: DayRange, b: DayRange): DayRange | null {
  if (!rangesOverlap(a, b)) return null;
  const from = a.from === null || (b.from !== null && b.from > a.from) ? b.from : a.from;
  const to = a.to === null || (b.to !== null && b.to < a.to) ? b.to : a.to;
  return { from, to };
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
