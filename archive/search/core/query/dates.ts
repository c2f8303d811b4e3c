import type { DayRange } from '../../../model/day.ts';
import { boundsOfEdtf } from '../../../model/release-date.ts';

const SPAN = /^(.*)\.\.(.*)$/su;
const DAY_MONTH_YEAR = /^\d{4}(?:-\d{2}){0,2}$/;

/**
 * The days that a text asks for, both inclusive: `2017-09`, `2015..2018`, `..2018-12-31`, `2015..`. Null when it
 * cannot be read or runs backwards.
 */
export function rangeFrom(text: string): DayRange | null {
  const span = SPAN.exec(text);
  if (span === null) return bounded(text);
  const [from, to] = [span[1] ?? '', span[2] ?? ''];
  if (from === '' && to === '') return null;
  const first = from === '' ? { from: null, to: null } : bounded(from);
  const last = to === '' ? { from: null, to: null } : bounded(to);
  if (first === null || last === null) return null;
  const isBackwards = first.from !== null && last.to !== null && first.from > last.to;
  return isBackwards ? null : { from: first.from, to: last.to };
}

/** A day, a month or a year. */
function bounded(text: string): DayRange | null {
  return DAY_MONTH_YEAR.test(text) ? boundsOfEdtf(text) : null;
}
