import type { Register } from '../authority/register.ts';
import { isDay } from '../model/day.ts';
import type { Day } from '../model/day.ts';
import type { Links } from '../model/links.ts';
import { readable } from '../model/reading-text.ts';
import type { AuthorChoice } from '../model/reference.ts';
import type { ReleaseRecord } from '../model/said.ts';
import { responsibleFor } from './author.ts';
import type { Author } from './author.ts';
import { citedDate } from './cited-date.ts';
import type { CitedDate } from './cited-date.ts';

/** The language a reference is written in. */
export type CiteLanguage = 'sv' | 'en';

/** The archive that a release is cited from. */
export interface CitedArchive {
  readonly title: string;
  readonly organisation: string | null;
  /** Identity of the package: SHA-256 of its tag manifest. */
  readonly identity: string;
}

export interface CitationInput {
  readonly record: ReleaseRecord;
  readonly links: Links;
  readonly register: Register;
  readonly archive: CitedArchive;
  readonly author: AuthorChoice;
  /** The day the source address was visited. Given by the caller, never the clock; null leaves it out. */
  readonly accessed: Day | null;
}

/** Everything that any reference to one release version says. All formats are written from this. */
export interface Citation {
  readonly id: string;
  readonly version: string;
  /** On one line, as it reads. */
  readonly title: string;
  /** BCP 47 of the release; null when unknown. */
  readonly language: string | null;
  /** What sort of text, in both languages; null when the source does not say. */
  readonly kind: Readonly<Record<CiteLanguage, string>> | null;
  readonly authors: readonly Author[];
  readonly publishers: readonly string[];
  readonly date: CitedDate;
  /** Source address, safe to stand in any format; null when unknown. */
  readonly address: string | null;
  readonly accessed: Day | null;
  readonly archive: CitedArchive;
  /** SHA-256 of the original page. */
  readonly sha256: string;
}

/** How much of a version stands where a person reads it. */
const SHORT_VERSION = 12;

/**
 * Gathers what a reference says of one release version.
 *
 * @throws RangeError when `accessed` is no day that exists.
 */
export function citationOf({ record, links, register, archive, author, accessed }: CitationInput): Citation {
  if (accessed !== null && !isDay(accessed)) throw new RangeError(`not a day YYYY-MM-DD: ${accessed}`);
  const { said } = record;
  const keeper = archive.organisation ?? archive.title;
  return {
    id: record.id,
    version: record.version,
    title: oneLine(said.title),
    language: links.language ?? said.language,
    kind: kindOf(links, said.kind, register),
    ...responsibleFor(author, { links, register, keeper }),
    date: citedDate(links.date),
    address: said.source.address === null ? null : safeAddress(said.source.address),
    accessed,
    archive,
    sha256: said.source.sha256,
  };
}

/** `ID@version`, the version shortened: what a person writes and `lasesal show` opens. */
export function shortName({ id, version }: Pick<Citation, 'id' | 'version'>): string {
  return `${id}@${version.slice(0, SHORT_VERSION)}`;
}

function kindOf(links: Links, printed: string | null, register: Register): Citation['kind'] {
  const label = links.kind === null ? undefined : register.kind(links.kind.id)?.label;
  if (label !== undefined) return { sv: oneLine(label.sv), en: oneLine(label.en ?? label.sv) };
  return printed === null || oneLine(printed) === '' ? null : { sv: oneLine(printed), en: oneLine(printed) };
}

/** As it reads, on one line: breaks, control characters and runs of spaces are one space. */
function oneLine(text: string): string {
  return readable(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** An address with what would end a field or begin a command in one of the formats percent-encoded. */
function safeAddress(address: string): string {
  return address.trim().replace(/[\s\p{Cc}{}\\"<>^`|]/gu, (sign) => encodeURIComponent(sign));
}
