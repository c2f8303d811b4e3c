import { noFilters, textFieldNames } from '../../../main/contract/index.ts';
import type { Understanding } from '../../../main/contract/index.ts';
import { activeFilters, without } from '../../state/active-filters.ts';
import type { ActiveFilter } from '../../state/active-filters.ts';
import type { Terms } from '../../state/result-store.ts';

/** Something that might give hits where these terms gave none. */
export type WayOut = { readonly key: string; readonly terms: Terms } & (
  | { readonly type: 'filter'; readonly filter: ActiveFilter }
  | { readonly type: 'all-filters' }
  | { readonly type: 'word'; readonly word: string }
  /** A phrase, a field with what it asks for, a pattern. */
  | { readonly type: 'part'; readonly part: string }
  | { readonly type: 'beginning'; readonly word: string }
);

/** Fields that words of the texts stand in; null is all of them. */
const textFields: ReadonlySet<string | null> = new Set([null, ...textFieldNames]);
const wholeForms: ReadonlySet<string> = new Set(['word', 'exact', 'phrase', 'near', 'fuzzy']);
const MOST_FILTERS = 6;
const MOST_WORDS = 6;
const SHORTEST_BEGINNING = 4;
const PLAIN_WORD = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u;
/** What ties the parts of a query together, so that none can be left out by itself. */
const TIE = /^(?:OCH|AND|ELLER|OR|INTE|NOT|(?:NÄRA|NEAR)(?:\/\d*)?)$/u;
/** A phrase, or what stands between spaces; either may have a sign or a field before it. */
const PART = /[^\s"”“„«»]*["”“„«][^"”“»]*["”“»]|\S+/gu;

/** Ways out of an empty result, the likeliest first: fewer filters, fewer words, the beginning of a word. */
export function waysOut(terms: Terms): readonly WayOut[] {
  return [...fewerFilters(terms), ...fewerWords(terms), ...beginnings(terms)];
}

/** Whether there are words to go out from in a wider search: some that are wanted in the texts, whole. */
export function canWiden(terms: Terms, { clauses }: Understanding): boolean {
  if (terms.wider) return false;
  return clauses.some(
    ({ presence, field, form, text }) =>
      presence !== 'prohibited' && textFields.has(field) && wholeForms.has(form) && /\p{L}{2}/u.test(text),
  );
}

function fewerFilters(terms: Terms): readonly WayOut[] {
  const active = activeFilters(terms.filters);
  const one = active.slice(0, MOST_FILTERS).map((filter): WayOut => {
    const less = { ...terms, filters: without(terms.filters, filter) };
    return { type: 'filter', key: `filter ${filter.key}`, filter, terms: less };
  });
  if (active.length < 2) return one;
  return [...one, { type: 'all-filters', key: 'all', terms: { ...terms, filters: noFilters } }];
}

function fewerWords(terms: Terms): readonly WayOut[] {
  const parts = partsOf(terms.query);
  if (parts === null || parts.length < 2 || parts.length > MOST_WORDS) return [];
  return parts.flatMap((part, index): readonly WayOut[] => {
    const others = parts.filter((_, other) => other !== index);
    // What is left would find nearly everything.
    if (others.every((other) => other.startsWith('-'))) return [];
    const less = { key: `word ${index}`, terms: { ...terms, query: others.join(' ') } };
    return [PLAIN_WORD.test(part) ? { ...less, type: 'word', word: part } : { ...less, type: 'part', part }];
  });
}

function beginnings(terms: Terms): readonly WayOut[] {
  const words = plainWords(terms.query);
  if (words === null || words.length > 3) return [];
  return words.flatMap((word, index): readonly WayOut[] => {
    const half = word.slice(0, Math.max(SHORTEST_BEGINNING, Math.ceil(word.length * 0.6)));
    if (word.length <= SHORTEST_BEGINNING) return [];
    const query = words.map((other, at) => (at === index ? `${half}*` : other)).join(' ');
    return [{ type: 'beginning', key: `beginning ${index}`, word: `${half}*`, terms: { ...terms, query } }];
  });
}

/** The query's words when it holds nothing but plain words; null otherwise. */
function plainWords(query: string): readonly string[] | null {
  const words = query.trim().split(/\s+/u).filter(Boolean);
  return words.every((word) => PLAIN_WORD.test(word)) ? words : null;
}

/** What a query asks for, part by part; null where an operator or a parenthesis ties them together. */
function partsOf(query: string): readonly string[] | null {
  const parts = query.match(PART) ?? [];
  const isTied = parts.some((part) => TIE.test(part) || /^[^"”“„«]*[()]/u.test(part));
  return isTied ? null : parts;
}
