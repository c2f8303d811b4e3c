import { dateWords } from '../model/date-words.ts';
import { precisionOf } from '../model/release-date.ts';
import type { Author } from './author.ts';
import { shortName } from './citation.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import { dateParts } from './cited-date.ts';
import { heldWords } from './words.ts';

/** The specification's own line end. */
const LINE_END = '\r\n';

type Line = readonly [tag: string, value: string];

/**
 * A RIS record. RIS has no type for press releases either: ELEC (web page), whose M3 says what it is, or GEN without
 * an address.
 */
export function risRecord(citation: Citation, language: CiteLanguage): string {
  const { kind, address, accessed } = citation;
  const lines: readonly Line[] = [
    ['TY', address === null ? 'GEN' : 'ELEC'],
    ['TI', citation.title],
    ...citation.authors.map((author): Line => ['AU', risName(author)]),
    ...dateLines(citation, language),
    ...(kind === null ? [] : [['M3', kind[language]] as const]),
    ...citation.publishers.map((name): Line => ['PB', name]),
    ...(citation.language === null ? [] : [['LA', citation.language] as const]),
    ...(address === null ? [] : [['UR', address] as const]),
    ...(address === null || accessed === null ? [] : [['Y2', `${accessed.replaceAll('-', '/')}/`] as const]),
    ['DB', citation.archive.title],
    ['AN', shortName(citation)],
    ['N1', heldWords(citation, language)],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}${LINE_END}`).join('');
}

/**
 * Year, and `YYYY/MM/DD/other information`, where each part may be empty: what is not known exactly is told in the
 * last part. Without a year there are no such lines, and programs write that there is no date.
 */
function dateLines({ date }: Citation, language: CiteLanguage): readonly Line[] {
  if (date.known === 'none') return [];
  const [year, month, day] = dateParts(date);
  const pad = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'));
  const other = precisionOf(date) === 'bounds' ? dateWords(date, language) : '';
  const whole: Line = ['DA', `${year ?? ''}/${pad(month)}/${pad(day)}/${other}`];
  return year === undefined ? [whole] : [['PY', String(year)], whole];
}

/**
 * A comma parts surname and given name, so a name that is not parted ends with one; in a name that has a comma
 * itself the first is doubled instead (EndNote's rule for corporate authors). The format forbids the asterisk.
 */
function risName(author: Author): string {
  if (author.type === 'person' && author.family !== null) return `${author.family}, ${author.given ?? ''}`;
  const name = author.name.replaceAll('*', '');
  return name.includes(',') ? name.replace(',', ',,') : `${name},`;
}
