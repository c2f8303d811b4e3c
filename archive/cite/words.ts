import { dateWords } from '../model/date-words.ts';
import { precisionOf } from '../model/release-date.ts';
import { shortName } from './citation.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import type { CitedDate } from './cited-date.ts';

/** What references say in words. */
export const citeWords = {
  sv: {
    noDate: 'u.å.',
    between: (from: string, to: string) => `mellan ${from} och ${to}`,
    noLater: (to: string) => `senast ${to}`,
    noEarlier: (from: string) => `tidigast ${from}`,
    and: 'och',
    package: 'arkivpaket',
    source: 'källsidans SHA-256',
    dated: 'daterad',
    accessed: 'hämtad',
  },
  en: {
    noDate: 'n.d.',
    between: (from: string, to: string) => `between ${from} and ${to}`,
    noLater: (to: string) => `no later than ${to}`,
    noEarlier: (from: string) => `no earlier than ${from}`,
    and: 'and',
    package: 'archive package',
    source: 'SHA-256 of the source page',
    dated: 'dated',
    accessed: 'accessed',
  },
} as const;

/** The year as author–date styles write it: "2017", "mellan 2016 och 2019", "u.å.". */
export function yearWords(date: CitedDate, language: CiteLanguage): string {
  const words = citeWords[language];
  if (date.known === 'none') return words.noDate;
  if (date.known !== 'bounds') return String(date.year);
  const [from, to] = [date.earliest?.slice(0, 4), date.latest?.slice(0, 4)];
  if (from === undefined) return words.noLater(to ?? '');
  return to === undefined ? words.noEarlier(from) : words.between(from, to);
}

/**
 * Where the cited text itself can be found and checked: archive, `ID@version`, package, hash of the original; and
 * the bounds of the date where the reference tells it less exactly.
 */
export function heldWords(citation: Citation, language: CiteLanguage): string {
  const words = citeWords[language];
  const { archive, id, version, sha256, date } = citation;
  const bounded = precisionOf(date) === 'bounds' ? [`${words.dated} ${dateWords(date, language)}`] : [];
  return [
    `${archive.title}, ${id}@${version}`,
    `${words.package} ${archive.identity}`,
    `${words.source} ${sha256}`,
    ...bounded,
  ].join('; ');
}

/** The archive and `ID@version`, short enough to stand in a reference. */
export function shortlyHeld(citation: Citation): string {
  return `${citation.archive.title}, ${shortName(citation)}`;
}

/** A label as it stands within a sentence: "pressmeddelande", but "SOU". */
export function withinSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
