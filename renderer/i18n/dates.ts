import { daysInMonth, precisionOf } from '../../main/contract/index.ts';
import type { Day } from '../../main/contract/index.ts';

export type Language = 'sv' | 'en';

interface Bounds {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

const months: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

interface RangeWords {
  readonly between: (from: string, to: string) => string;
  readonly notBefore: (day: string) => string;
  readonly notAfter: (day: string) => string;
  readonly unknown: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
}

const words: Readonly<Record<Language, RangeWords>> = {
  sv: {
    between: (from, to) => `mellan ${from} och ${to}`,
    notBefore: (day) => `tidigast ${day}`,
    notAfter: (day) => `senast ${day}`,
    unknown: 'utan känt datum',
    since: (day) => `från ${day}`,
    until: (day) => `till ${day}`,
  },
  en: {
    between: (from, to) => `between ${from} and ${to}`,
    notBefore: (day) => `not before ${day}`,
    notAfter: (day) => `not after ${day}`,
    unknown: 'date not known',
    since: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
  },
};

/** The names of the months, January first. */
export function monthNames(language: Language): readonly string[] {
  return months[language];
}

/** "8 december 2017", "8 December 2017". */
export function dayInWords(day: Day, language: Language): string {
  return `${Number(day.slice(8, 10))} ${monthInWords(day, language)}`;
}

/** A date at its own precision: a day, a month, a year, between two days, or not known. */
export function dateInWords(date: Bounds, language: Language): string {
  const { earliest, latest } = date;
  const say = words[language];
  if (earliest === null) return latest === null ? say.unknown : say.notAfter(dayInWords(latest, language));
  if (latest === null) return say.notBefore(dayInWords(earliest, language));
  switch (precisionOf(date)) {
    case 'day':
      return dayInWords(earliest, language);
    case 'month':
      return monthInWords(earliest, language);
    case 'year':
      return earliest.slice(0, 4);
    case 'bounds':
    case 'unknown':
      return say.between(dayInWords(earliest, language), dayInWords(latest, language));
  }
}

/** An interval of days: "3 maj 2014 – 20 november 2018"; null when both ends are open. */
export function rangeInWords(from: Day | null, to: Day | null, language: Language): string | null {
  const say = words[language];
  if (from === null) return to === null ? null : say.until(dayInWords(to, language));
  if (to === null) return say.since(dayInWords(from, language));
  return `${dayInWords(from, language)} – ${dayInWords(to, language)}`;
}

/**
 * Days from one to another, both inclusive, as shortly as they can be said: "2017", "2014 – 2018", "mars 2017",
 * "maj 2014 – november 2018", "8 december 2017".
 */
export function spanInWords(from: Day, to: Day, language: Language): string {
  const say = (words: (day: Day) => string): string => {
    const [first, last] = [words(from), words(to)];
    return first === last ? first : `${first} – ${last}`;
  };
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return say((day) => day.slice(0, 4));
  if (isFirst(from) && isLast(to)) return say((day) => monthInWords(day, language));
  return say((day) => dayInWords(day, language));
}

function isFirst(day: Day): boolean {
  return day.endsWith('-01');
}

function isLast(day: Day): boolean {
  return Number(day.slice(8)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** The years of an interval: "2014–2018", "2014–", "2014". */
export function yearsInWords(from: Day | null, to: Day | null): string {
  const first = from?.slice(0, 4) ?? '';
  const last = to?.slice(0, 4) ?? '';
  return first === last ? first : `${first}–${last}`;
}

/** An instant or day of ISO 8601 in words, to the day; as it stands when it is neither. */
export function instantInWords(text: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return day === undefined ? text : dayInWords(day, language);
}

/** The month of a day: "december 2017". */
export function monthInWords(day: Day, language: Language): string {
  return `${months[language][Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}
