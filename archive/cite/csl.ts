import type { Day } from '../model/day.ts';
import type { Author } from './author.ts';
import { shortName } from './citation.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import { dateParts } from './cited-date.ts';
import type { CitedDate } from './cited-date.ts';
import { dateWords } from '../model/date-words.ts';
import { heldWords } from './words.ts';

/** A name of CSL-JSON. `literal` is a name that is not parted: a body's, or a person's taken whole. */
type CslName = { readonly literal: string } | { readonly family: string; readonly given: string };

/** A date of CSL-JSON: parts as far as they are known, or words. */
type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string };

/** An item of CSL-JSON (CSL 1.0.2): the fields that references to a release use. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'document';
  readonly title: string;
  readonly author: readonly CslName[];
  readonly genre?: string;
  readonly publisher?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly URL?: string;
  readonly language?: string;
  readonly archive: string;
  readonly archive_location: string;
  readonly note: string;
}

/**
 * CSL-JSON. CSL has no type for press releases: `webpage` is for what was published on the web, and `genre` says
 * what it is, which styles print in brackets; without an address it is a `document`. A day within bounds of several
 * years is a `literal` date: `date-parts` with two dates would mean that it lasted throughout.
 */
export function cslItem(citation: Citation, language: CiteLanguage): CslItem {
  const { title, kind, publishers, address, accessed } = citation;
  const issued = issuedOf(citation.date, language);
  return {
    id: shortName(citation),
    type: address === null ? 'document' : 'webpage',
    title,
    author: citation.authors.map(cslName),
    ...(kind === null ? {} : { genre: kind[language] }),
    ...(publishers.length === 0 ? {} : { publisher: publishers.join(', ') }),
    ...(issued === null ? {} : { issued }),
    ...(address === null ? {} : { URL: address }),
    ...(address === null || accessed === null ? {} : { accessed: cslDay(accessed) }),
    ...(citation.language === null ? {} : { language: citation.language }),
    archive: citation.archive.title,
    archive_location: shortName(citation),
    note: heldWords(citation, language),
  };
}

/** An item as it stands in the array of a `.json` file. */
export function cslEntry(citation: Citation, language: CiteLanguage): string {
  return JSON.stringify(cslItem(citation, language), null, 2).replace(/^/gmu, '  ');
}

function cslName(author: Author): CslName {
  if (author.type === 'body' || author.family === null || author.given === null)
    return { literal: author.name };
  return { family: author.family, given: author.given };
}

function issuedOf(date: CitedDate, language: CiteLanguage): CslDate | null {
  if (date.known === 'none') return null;
  return date.known === 'bounds'
    ? { literal: dateWords(date, language) }
    : { 'date-parts': [dateParts(date)] };
}

function cslDay(day: Day): CslDate {
  return { 'date-parts': [day.split('-').map(Number)] };
}
