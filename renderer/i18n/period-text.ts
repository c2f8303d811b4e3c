import { dayOf, daysInMonth, isDay } from '../../main/contract/index.ts';
import type { Day } from '../../main/contract/index.ts';
import { monthNames } from './dates.ts';

/** Which end of a period a text stands for: a month begins on its first day and ends on its last. */
export type PeriodEdge = 'from' | 'to';

interface Parts {
  readonly year: number;
  /** 1 to 12; null when only the year is given. */
  readonly month: number | null;
  readonly day: number | null;
}

const NUMERIC = [
  /^(?<year>\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})[ /.-](?<year>\d{4})$/,
  /^(?<month>\d{1,2})[/.-](?<year>\d{4})$/,
];
const FILLERS = new Set(['den', 'the', 'of', 'år', 'year', 'in', 'i']);
const SHORTEST_MONTH = 3;

/**
 * The day that a person means by a day, a month or a year, in numbers or in Swedish or English words:
 * "2016", "maj 2016", "25 May 2016", "2016-05-25", "25/5 2016". Null when it is none of these, or no such day.
 */
export function parsePeriodText(text: string, edge: PeriodEdge): Day | null {
  const parts = numericParts(text) ?? wordParts(text);
  return parts === null ? null : edgeDay(parts, edge);
}

function numericParts(text: string): Parts | null {
  const plain = text.trim().replace(/[–−]/gu, '-').replace(/\s+/gu, ' ');
  for (const form of NUMERIC) {
    const groups = form.exec(plain)?.groups;
    if (groups !== undefined) return partsOf(groups['year'], groups['month'], groups['day']);
  }
  return null;
}

function partsOf(year: string | undefined, month: string | undefined, day: string | undefined): Parts {
  return {
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

function wordParts(text: string): Parts | null {
  const tokens = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.,]/gu, ' ')
    .split(/\s+/u)
    .filter((token) => token !== '' && !FILLERS.has(token));
  const years = tokens.filter((token) => /^\d{4}$/.test(token));
  const days = tokens.filter((token) => /^\d{1,2}(?:st|nd|rd|th|:?[ea])?$/.test(token));
  const months = tokens.flatMap((token) => monthOf(token) ?? []);
  const [year, month, day] = [years[0], months[0], days[0]];
  const allRead = years.length === 1 && months.length === 1 && days.length <= 1;
  if (!allRead || year === undefined || month === undefined) return null;
  if (years.length + months.length + days.length !== tokens.length) return null;
  return { year: Number(year), month, day: day === undefined ? null : Number.parseInt(day, 10) };
}

function monthOf(token: string): number | null {
  if (token.length < SHORTEST_MONTH || !/^\p{L}+$/u.test(token)) return null;
  for (const language of ['sv', 'en'] as const) {
    const index = monthNames(language).findIndex((name) => name.toLowerCase().startsWith(token));
    if (index !== -1) return index + 1;
  }
  return token === 'sept' ? 9 : null;
}

function edgeDay({ year, month, day }: Parts, edge: PeriodEdge): Day | null {
  const known = month ?? (edge === 'from' ? 1 : 12);
  if (known < 1 || known > 12) return null;
  const found = dayOf(year, known, day ?? (edge === 'from' ? 1 : daysInMonth(year, known)));
  return found !== null && isDay(found) ? found : null;
}
