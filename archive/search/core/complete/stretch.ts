import type { completableFacets } from '../../../model/search.ts';
import type { FieldName } from '../query/fields.ts';
import { lexQuery } from '../query/lexer.ts';
import type { Token } from '../query/lexer.ts';
import { LONGEST_QUERY } from '../query/parser.ts';
import { isFiller } from './filler.ts';
import { comparable } from './name-list.ts';

export type CompletableFacet = (typeof completableFacets)[number];

/** A stretch of a query that may be the beginning of a name. */
export interface Stretch {
  /** What is typed, as names are compared with it. */
  readonly text: string;
  /** Null: a name of any kind. */
  readonly facet: CompletableFacet | null;
  /** UTF-16 offsets in the query; a field's name and an AND that would be left alone are within. */
  readonly from: number;
  readonly to: number;
}

/** Names are hardly longer, in words. */
const MOST_WORDS = 6;
const FEWEST_LETTERS = 2;

const facetOfField: Partial<Readonly<Record<FieldName, CompletableFacet>>> = {
  minister: 'minister',
  roll: 'role',
  departement: 'department',
  ämne: 'subject',
};

/** A word without any sign of the query language in it. */
const PLAIN = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Pd}.,:&/'’]*$/u;
const LETTER = /[\p{L}\p{N}]/gu;

/**
 * The stretches that end in the word at the caret, the longest first: as many words as stand in a row, back to an
 * operator or a field. None where a filter in place of a name would not mean the same: in parentheses, beside
 * ELLER, after INTE.
 *
 * @param caret UTF-16 offset; what stands behind it of its word belongs to it.
 */
export function stretchesAt(typed: string, caret: number): readonly Stretch[] {
  if (typed.length > LONGEST_QUERY) return [];
  const query = typed.normalize('NFC');
  const stretches = stretchesIn(query, typed.slice(0, caret).normalize('NFC').length);
  if (query === typed) return stretches;
  return stretches.map((stretch) => ({
    ...stretch,
    from: offsetIn(typed, stretch.from),
    to: offsetIn(typed, stretch.to),
  }));
}

function stretchesIn(query: string, caret: number): readonly Stretch[] {
  const { tokens } = lexQuery(query);
  const last = tokens.findLastIndex(({ at }) => at < caret);
  if (!isNarrowing(tokens, last)) return [];
  const stretches: Stretch[] = [];
  for (let first = last; first >= 0 && first > last - MOST_WORDS; first -= 1) {
    const words = tokens.slice(first, last + 1);
    if (!words.every((word) => isWord(word, words.length === 1 ? tokens[first - 1] : undefined))) break;
    const stretch = stretchOf({ query, caret, tokens, first, last });
    if (stretch !== null) stretches.push(stretch);
  }
  return stretches.toReversed();
}

/** Whether what stands here must hold for all that is found. */
function isNarrowing(tokens: readonly Token[], here: number): boolean {
  let depth = 0;
  for (const [n, { type }] of tokens.entries()) {
    if (type === 'open') depth += 1;
    if (type === 'close') depth = Math.max(0, depth - 1);
    if (type === 'or' && depth === 0) return false;
    if (n === here && depth > 0) return false;
  }
  return !isBinding(tokens[here + 1]);
}

/** A word, or in a field a phrase. */
function isWord({ type, text }: Token, before: Token | undefined): boolean {
  return (type === 'chunk' && PLAIN.test(text)) || (type === 'phrase' && before?.type === 'field');
}

interface Place {
  readonly query: string;
  readonly caret: number;
  readonly tokens: readonly Token[];
  /** The first and last token of the stretch. */
  readonly first: number;
  readonly last: number;
}

function stretchOf(place: Place): Stretch | null {
  const { query, caret, tokens, first, last } = place;
  const [start, final] = [tokens[first], tokens[last]];
  if (start === undefined || final === undefined) return null;
  const end = endOf(final, query);
  if (final.type === 'phrase' && caret > end) return null;
  const typed = comparable(query.slice(start.at, Math.max(end, caret)));
  const text = final.type === 'phrase' ? typed.trimEnd() : typed;
  if ((text.match(LETTER)?.length ?? 0) < FEWEST_LETTERS || text.split(' ').every(isFiller)) return null;
  const field = fieldBefore(tokens, first);
  const facet = field === null ? null : facetOfField[field.field];
  if (facet === undefined) return null;
  const before = tokens[field === null ? first - 1 : first - 2];
  if (before?.type === 'not' || isBinding(before)) return null;
  return { text, facet, ...boundsOf(place, field ?? start, before) };
}

/** Takes in an AND that nothing would be left for on this side: the one before, or else the one behind. */
function boundsOf(
  { query, tokens, last }: Place,
  start: Token,
  before: Token | undefined,
): Pick<Stretch, 'from' | 'to'> {
  const isLed = before?.type === 'and' || before?.type === 'require';
  const [final, after] = [tokens[last] ?? start, tokens[last + 1]];
  const to = !isLed && after?.type === 'and' ? after : final;
  return { from: isLed ? before.at : start.at, to: endOf(to, query) };
}

function fieldBefore(tokens: readonly Token[], at: number): (Token & { readonly type: 'field' }) | null {
  const before = tokens[at - 1];
  return before?.type === 'field' ? before : null;
}

/** Operators that hold their neighbours together, so that neither can be taken away. */
const binding: ReadonlySet<string> = new Set(['or', 'near']);

function isBinding(token: Token | undefined): boolean {
  return token !== undefined && binding.has(token.type);
}

function endOf({ type, at, text }: Token, query: string): number {
  if (type !== 'phrase') return at + text.length;
  const inside = at + 1 + text.length;
  return Math.min(inside + 1, query.length);
}

/** Where an offset in a composed text lies in the text as typed: behind all signs that make up what is before it. */
function offsetIn(typed: string, composed: number): number {
  let at = typed.length;
  while (at > 0 && typed.slice(0, at).normalize('NFC').length > composed) at -= 1;
  return at;
}
