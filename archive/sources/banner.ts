import type { Day } from '../model/day.ts';
import { readable } from '../model/reading-text.ts';
import { parseSwedishDay } from './swedish-date.ts';

/**
 * What a line of the boxes around an old page says: when its content was published, which office its minister
 * held when, or the heading above such lines. Ends are inclusive as printed; null where the date is lost or
 * does not exist. `office` is as printed, in lower case as a rule.
 */
export type Banner =
  | { readonly type: 'period'; readonly from: Day | null; readonly to: Day | null }
  | { readonly type: 'office'; readonly office: string; readonly from: Day | null; readonly to: Day | null }
  | { readonly type: 'heading'; readonly reason: 'dismissed' | 'changed-portfolio' };

interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
  /** Whether each end is a day, a lost date or at least looks like a date. */
  readonly plausible: boolean;
}

const PERIOD = /^innehållet publicerades (?:under perioden|mellan)(?: |$)/iu;
const OFFICE = /^(?:under perioden|mellan)(?: (.*?))? var (?:han|hon|hen) (\S.*)$/iu;
const HEADING = /^statsråd på denna sida som har (entledigats|bytt ansvarsområde)[.:]?$/iu;
const BETWEEN_WORDS = / (?:fram till|till och med|t\.o\.m\.|till|och) /iu;
const BETWEEN_DASH = / [–—-] |(?<=\d)[–—](?=\d)/u;
const LOST = /^[\s–—-]*$/u;
const LIKE_A_DATE = /^(?:den )?\d{1,2} \p{L}{3,9}\.? \d{4}$/iu;
const LONGEST_LINE = 400;

/**
 * Reads one banner line; line breaks within it count as spaces. Null for any other line: an office sentence
 * counts only when its dates are single days or lost, so "Under perioden 2011–2016 var han …" in running text
 * is none.
 */
export function parseBanner(line: string): Banner | null {
  if (line.length > LONGEST_LINE) return null;
  const plain = readable(line).replace(/\s+/gu, ' ').trim();
  return parseHeading(plain) ?? parsePeriod(plain) ?? parseOffice(plain);
}

function parseHeading(plain: string): Banner | null {
  const match = HEADING.exec(plain);
  if (match === null) return null;
  const dismissed = match[1]?.toLowerCase() === 'entledigats';
  return { type: 'heading', reason: dismissed ? 'dismissed' : 'changed-portfolio' };
}

function parsePeriod(plain: string): Banner | null {
  const match = PERIOD.exec(plain);
  if (match === null) return null;
  const { from, to } = parseSpan(plain.slice(match[0].length).replace(/\.$/u, ''));
  return { type: 'period', from, to };
}

function parseOffice(plain: string): Banner | null {
  const match = OFFICE.exec(plain);
  if (match === null) return null;
  const { from, to, plausible } = parseSpan(match[1] ?? '');
  const office = (match[2] ?? '').replace(/\s*\.$/u, '');
  // A second sentence means running text; the site's own sentence ends with the office.
  if (!plausible || office === '' || /[.!?] /u.test(office)) return null;
  return { type: 'office', office, from, to };
}

/** "X till den Y", "den X och den Y", "X–Y", either end possibly lost, or nothing but a dash. */
function parseSpan(text: string): Span {
  if (LOST.test(text)) return { from: null, to: null, plausible: true };
  // The added spaces let a separator stand first or last, where a date was lost.
  const padded = ` ${text} `;
  const between = BETWEEN_WORDS.exec(padded) ?? BETWEEN_DASH.exec(padded);
  if (between === null) return { from: null, to: null, plausible: false };
  const first = padded.slice(0, between.index).trim();
  const last = padded.slice(between.index + between[0].length).trim();
  return {
    from: parseSwedishDay(first),
    to: parseSwedishDay(last),
    plausible: isPlausibleEnd(first) && isPlausibleEnd(last),
  };
}

function isPlausibleEnd(text: string): boolean {
  return LOST.test(text) || parseSwedishDay(text) !== null || LIKE_A_DATE.test(text);
}
