import { dayOf, daysInMonth } from '../model/day.ts';
import type { DayRange } from '../model/day.ts';
import { readable } from '../model/reading-text.ts';

/** Month names and their usual short forms, Swedish and English (a few pages are in English). */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['januari', 'january', 'jan'],
    ['februari', 'february', 'feb', 'febr'],
    ['mars', 'march', 'mar'],
    ['april', 'apr'],
    ['maj', 'may'],
    ['juni', 'june', 'jun'],
    ['juli', 'july', 'jul'],
    ['augusti', 'august', 'aug'],
    ['september', 'sep', 'sept'],
    ['oktober', 'october', 'okt', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[t ]\d{2}[:.]\d{2}.*)?)?)?$/;
const DAY_FIRST =
  /^(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)? )?(?:den )?(\d{1,2})(?::?e)? (\p{L}+)\.? (\d{4})$/u;
const MONTH_FIRST = /^(\p{L}+)\.? (\d{1,2}), (\d{4})$/u;
const MONTH_ONLY = /^(?:i )?(\p{L}+)\.? (\d{4})$/u;
const CLOCK = /,? (?:kl\.? |klockan )?\d{1,2}[:.]\d{2}$/u;

/**
 * Reads one printed date. Takes "8 december 2017", "02 juli 2026", "den 8 dec. 2017", "8 December 2017",
 * "2017-12-08", "2014-11-20T09:00:00", "december 2017", "2017-12" and "2017", in any case and spacing.
 *
 * @returns the days it can be, both ends inclusive and never open: one day, a whole month or a whole year.
 *   Null for anything else, also for a day that does not exist (31 juni).
 */
export function parseSwedishDate(text: string): DayRange | null {
  // Nothing that long is a date; the bound keeps hostile input cheap.
  if (text.length > 200) return null;
  const plain = readable(text).replace(/\s+/gu, ' ').trim().toLowerCase();
  return parseIso(plain) ?? parseWords(plain.replace(CLOCK, ''));
}

/** As `parseSwedishDate`, but only where it names one single day. */
export function parseSwedishDay(text: string): string | null {
  const range = parseSwedishDate(text);
  return range !== null && range.from === range.to ? range.from : null;
}

function parseIso(plain: string): DayRange | null {
  const match = ISO.exec(plain);
  if (match === null) return null;
  const [, year, month, day] = match;
  if (day !== undefined) return single(Number(year), Number(month), Number(day));
  return month === undefined ? wholeYear(Number(year)) : wholeMonth(Number(year), Number(month));
}

function parseWords(plain: string): DayRange | null {
  const dayFirst = DAY_FIRST.exec(plain);
  if (dayFirst !== null) return single(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(plain);
  if (monthFirst !== null)
    return single(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const monthOnly = MONTH_ONLY.exec(plain);
  return monthOnly === null ? null : wholeMonth(Number(monthOnly[2]), monthOf(monthOnly[1]));
}

/** 1 to 12; 0, which no date has, for a word that is no month. */
function monthOf(name: string | undefined): number {
  return MONTHS.get(name ?? '') ?? 0;
}

function single(year: number, month: number, day: number): DayRange | null {
  const exact = dayOf(year, month, day);
  return exact === null ? null : { from: exact, to: exact };
}

function wholeMonth(year: number, month: number): DayRange | null {
  if (month < 1 || month > 12) return null;
  return { from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) };
}

function wholeYear(year: number): DayRange {
  return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}
