import { dayWords, dateWords, monthName } from '../model/date-words.ts';
import type { Day } from '../model/day.ts';
import type { ReferenceRun } from '../model/reference.ts';
import type { Author } from './author.ts';
import type { Citation, CiteLanguage } from './citation.ts';
import { quoted } from './quotation.ts';
import { citeWords, shortlyHeld, withinSentence, yearWords } from './words.ts';

/**
 * Harvard. Swedish as libraries there teach it: `Departementet (2017). Titel [pressmeddelande], 8 december.
 * Tillgänglig: adress [2018-08-30].` English as in Cite Them Right: `Department (2017) Title [Press release].
 * 8 December. Available at: address (Accessed: 30 August 2018).`
 */
export function harvard(citation: Citation, language: CiteLanguage): readonly ReferenceRun[] {
  const { date, address, accessed } = citation;
  const authors = invertedAuthors(citation.authors, ` ${citeWords[language].and} `);
  const year = yearWords(date, language);
  const day = dayAndMonth(citation, language);
  const publishers = citation.publishers.map((name) => `${ended(name)} `).join('');
  if (language === 'sv') {
    const visited = accessed === null ? '' : ` [${accessed}].`;
    const where =
      address === null ? `Finns i: ${shortlyHeld(citation)}.` : `Tillgänglig: ${address}${visited}`;
    return [
      { text: `${authors} (${year}). ` },
      ...titleAndKind(citation, { language, within: true, after: day === '' ? '. ' : `, ${day}. ` }),
      { text: publishers + where },
    ];
  }
  const visited = accessed === null ? '' : ` (Accessed: ${dayWords(accessed, 'en')}).`;
  const where =
    address === null ? `Held in: ${shortlyHeld(citation)}.` : `Available at: ${address}${visited}`;
  return [
    { text: `${authors} (${year}) ` },
    ...titleAndKind(citation, { language, within: false, after: day === '' ? '. ' : `. ${day}. ` }),
    { text: publishers + where },
  ];
}

/**
 * APA 7: `Department. (2017, December 8). Title [Press release]. Publisher. address`. The day of the visit stands only
 * where the release has no date: APA asks for it where a page may change, and what is archived does not.
 */
export function apa(citation: Citation, language: CiteLanguage): readonly ReferenceRun[] {
  const { date, address, accessed } = citation;
  const authors = ended(invertedAuthors(citation.authors, ' & '));
  const day = language === 'sv' ? dayAndMonth(citation, 'sv') : monthAndDay(citation);
  const when = [yearWords(date, language), day].filter((part) => part !== '').join(', ');
  const publishers = citation.publishers.map((name) => `${ended(name)} `).join('');
  const where =
    address === null
      ? `${shortlyHeld(citation)}.`
      : retrieved(date.known === 'none' ? accessed : null, language) + address;
  return [
    { text: `${authors} (${when}). ` },
    ...titleAndKind(citation, { language, within: false, after: '. ' }),
    { text: publishers + where },
  ];
}

/**
 * A note, as in the Oxford system: everything at once, parted by commas, names in their natural order:
 * `Departementet, ”Titel”, pressmeddelande, 8 december 2017, adress, hämtad 30 augusti 2018.`
 */
export function note(citation: Citation, language: CiteLanguage): readonly ReferenceRun[] {
  const { kind, date, address, accessed } = citation;
  const words = citeWords[language];
  const visited = accessed === null || address === null ? null : dayWords(accessed, language);
  const parts = [
    listed(
      citation.authors.map(({ name }) => name),
      ` ${words.and} `,
    ),
    quoted(citation.title, language),
    kind === null ? null : withinSentence(kind[language]),
    date.known === 'none' ? words.noDate : dateWords(date, language),
    ...citation.publishers,
    address ?? shortlyHeld(citation),
    language === 'sv' && visited !== null ? `${words.accessed} ${visited}` : null,
  ];
  const text = parts.filter((part) => part !== null).join(', ');
  if (language === 'en' && visited !== null) return [{ text: `${text} (${words.accessed} ${visited}).` }];
  return [{ text: address !== null && visited === null ? text : `${text}.` }];
}

interface TitlePlace {
  readonly language: CiteLanguage;
  /** The kind as it stands within a sentence: with a small letter. */
  readonly within: boolean;
  readonly after: string;
}

function titleAndKind({ title, kind }: Citation, place: TitlePlace): readonly ReferenceRun[] {
  const label = kind?.[place.language];
  const closed = label === undefined && /[.!?…]$/u.test(title) && place.after.startsWith('.');
  const bracket = label === undefined ? '' : ` [${place.within ? withinSentence(label) : label}]`;
  return [{ text: title, italic: true }, { text: bracket + (closed ? place.after.slice(1) : place.after) }];
}

/** Surnames first, given names as initials; a name that is not parted stands whole. */
function invertedAuthors(authors: readonly Author[], and: string): string {
  return listed(authors.map(inverted), and);
}

function inverted(author: Author): string {
  if (author.type === 'body' || author.family === null || author.given === null) return author.name;
  const initials = author.given.split('-').map((part) => `${/^./u.exec(part)?.[0] ?? ''}.`);
  return `${author.family}, ${initials.join('-')}`;
}

function listed(names: readonly string[], and: string): string {
  const [last = '', ...before] = names.toReversed();
  return before.length === 0 ? last : before.toReversed().join(', ') + and + last;
}

/** "8 december", "december", or nothing. */
function dayAndMonth({ date }: Citation, language: CiteLanguage): string {
  if (date.known !== 'day' && date.known !== 'month') return '';
  const month = monthName(date.month, language);
  return date.known === 'day' ? `${date.day} ${month}` : month;
}

function monthAndDay({ date }: Citation): string {
  if (date.known !== 'day' && date.known !== 'month') return '';
  const month = monthName(date.month, 'en');
  return date.known === 'day' ? `${month} ${date.day}` : month;
}

function retrieved(day: Day | null, language: CiteLanguage): string {
  if (day === null) return '';
  if (language === 'sv') return `Hämtad ${dayWords(day, 'sv')}, från `;
  const [year = '', month = '', date = ''] = day.split('-');
  return `Retrieved ${monthName(Number(month), 'en')} ${Number(date)}, ${year}, from `;
}

function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
