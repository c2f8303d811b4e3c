import type { Day } from './day.ts';
import { precisionOf } from './release-date.ts';

type Language = 'sv' | 'en';

const MONTHS = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

interface Bounds {
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

/** A date in words, at its own precision: "8 december 2017", "mellan 25 maj 2016 och 20 januari 2019". */
export function dateWords({ earliest, latest }: Bounds, language: Language): string {
  const say = (sv: string, en: string): string => (language === 'sv' ? sv : en);
  const day = (of: Day): string => dayWords(of, language);
  if (earliest === null && latest === null) return say('okänt datum', 'unknown date');
  if (earliest === null) return say(`senast ${day(latest ?? '')}`, `no later than ${day(latest ?? '')}`);
  if (latest === null) return say(`tidigast ${day(earliest)}`, `no earlier than ${day(earliest)}`);
  switch (precisionOf({ earliest, latest })) {
    case 'day':
      return day(earliest);
    case 'month':
      return day(earliest).replace(/^1 /u, '');
    case 'year':
      return earliest.slice(0, 4);
    default:
      return say(`mellan ${day(earliest)} och ${day(latest)}`, `between ${day(earliest)} and ${day(latest)}`);
  }
}

/** The name of a month, 1 to 12. */
export function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] ?? String(month);
}

/** A day in words: "8 december 2017". */
export function dayWords(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthName(Number(month), language)} ${year}`;
}
