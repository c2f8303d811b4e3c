import { dayWords } from '../model/date-words.ts';
import type { Author } from './author.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import { shortName } from './citation.ts';
import { dateParts } from './cited-date.ts';
import { latexAscii, latexText } from './latex.ts';
import { citeWords, heldWords, shortlyHeld, yearWords } from './words.ts';

/** A field and its value as it stands in the file, with its braces; null leaves the field out. */
type Field = readonly [name: string, value: string | null];
type Escape = (text: string) => string;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Languages by babel's names. */
const LANGUAGES: Readonly<Record<string, string>> = { sv: 'swedish', en: 'english' };

/**
 * An entry of BibTeX: `@misc`, the classic type for what none of the others is, with letters outside ASCII as commands. A year
 * that is not known is told in words, since every style prints the field as it stands.
 */
export function bibtexEntry(citation: Citation, language: CiteLanguage): string {
  return entry('misc', citation, bibtexFields(citation, language));
}

function bibtexFields(citation: Citation, language: CiteLanguage): readonly Field[] {
  const [, month, day] = dateParts(citation.date);
  const { address, accessed, kind } = citation;
  const visited = accessed === null || address === null ? null : accessedWords(accessed, language);
  return [
    ...commonFields(citation, latexAscii),
    ['year', braced(yearWords(citation.date, language), latexAscii)],
    ['month', month === undefined ? null : (MONTHS[month - 1] ?? null)],
    ['day', day === undefined ? null : `{${day}}`],
    ['howpublished', kind === null ? null : braced(kind[language], latexAscii)],
    ['organization', publishersOf(citation, latexAscii)],
    ['language', citation.language === null ? null : braced(citation.language, latexAscii)],
    ['note', braced([visited, shortlyHeld(citation)].filter((part) => part !== null).join('. '), latexAscii)],
    ['annote', braced(heldWords(citation, language), latexAscii)],
  ];
}

/**
 * An entry of BibLaTeX: `@online`, or `@misc` without an address, in UTF-8. `date` takes a day, a month or a year; what has none
 * gets the style's own "n.d.", and a day within bounds of several years stands in words in `year`, since a range
 * would mean that it lasted throughout.
 */
export function biblatexEntry(citation: Citation, language: CiteLanguage): string {
  return entry(citation.address === null ? 'misc' : 'online', citation, biblatexFields(citation, language));
}

function biblatexFields(citation: Citation, language: CiteLanguage): readonly Field[] {
  const { address, accessed, date, kind } = citation;
  const parts = dateParts(date).map((part) => String(part).padStart(2, '0'));
  const babel = LANGUAGES[citation.language?.split('-')[0] ?? ''];
  return [
    ...commonFields(citation, latexText),
    ['date', parts.length === 0 ? null : `{${parts.join('-')}}`],
    ['year', date.known === 'bounds' ? braced(yearWords(date, language), latexText) : null],
    ['urldate', address === null || accessed === null ? null : `{${accessed}}`],
    ['titleaddon', kind === null ? null : braced(kind[language], latexText)],
    ['organization', publishersOf(citation, latexText)],
    ['langid', babel === undefined ? null : `{${babel}}`],
    ['note', braced(shortlyHeld(citation), latexText)],
    ['annotation', braced(heldWords(citation, language), latexText)],
  ];
}

/** Both take authors and title in two pairs of braces: not parted into names, not put into lower case. */
function commonFields(citation: Citation, escape: Escape): readonly Field[] {
  const authors = citation.authors.map((author) => nameOf(author, escape));
  return [
    ['author', `{${authors.join(' and ')}}`],
    ['title', `{${braced(citation.title, escape)}}`],
    // An address stands as it is: \url and BibLaTeX read it letter by letter.
    ['url', citation.address === null ? null : `{${citation.address}}`],
  ];
}

function entry(type: string, citation: Citation, fields: readonly Field[]): string {
  const key = `release-${shortName(citation).replace('@', '-')}`;
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value},`]));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

function nameOf(author: Author, escape: Escape): string {
  if (author.type === 'person' && author.family !== null)
    return `${escape(author.family)}, ${escape(author.given ?? '')}`;
  return braced(author.name, escape);
}

function publishersOf({ publishers }: Citation, escape: Escape): string | null {
  if (publishers.length === 0) return null;
  return `{${publishers.map((name) => braced(name, escape)).join(' and ')}}`;
}

function accessedWords(day: string, language: CiteLanguage): string {
  const word = citeWords[language].accessed;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${dayWords(day, language)}`;
}

function braced(text: string, escape: Escape): string {
  return `{${escape(text)}}`;
}
