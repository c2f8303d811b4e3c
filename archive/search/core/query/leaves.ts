import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import { foldText } from '../text/fold.ts';
import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import type { Word } from '../text/words.ts';
import { rangeFrom } from './dates.ts';
import type { FieldName } from './fields.ts';
import { truncatedFrom } from './patterns.ts';
import { stretchesOf } from './stretches.ts';
import type { Stretch } from './stretches.ts';
import { isText } from './tree.ts';
import type { ExactLeaf, Leaf, LeafField, WordLeaf } from './tree.ts';

/** The greatest spelling distance. */
export const MOST_DISTANCE = 2;
/** Longer words (UTF-16 units) are searched as they are spelt: their neighbours are dear to find and few. */
export const LONGEST_DISTANT = 24;
/** A bare `~` means two letters in words from this length on (UTF-16 units), one in shorter ones. */
const LONG_ENOUGH_FOR_TWO = 6;

/** A phrase or a chunk between spaces. */
export interface Asked {
  readonly type: 'phrase' | 'chunk';
  /** UTF-16 offset in the query. */
  readonly at: number;
  readonly text: string;
  /** Whether it is a side of NEAR: stop words, which have their places in a text, then count, just as written. */
  readonly isBesideNear?: boolean;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly problems: readonly Problem[];
}

const nothing: Leaves = { leaves: [], problems: [] };

/**
 * What a phrase or a chunk between spaces asks for. A chunk of several words asks for each; stop words, which no
 * index of stems knows, ask for nothing.
 */
export function leavesFrom(asked: Asked, field: FieldName | null): Leaves {
  if (field === 'datum') return datesFrom(asked);
  if (asked.type === 'phrase') return phraseFrom(asked.text, field);
  const found = stretchesOf(asked.text).map((stretch) => stretchFrom(stretch, asked, field));
  return {
    leaves: found.flatMap(({ leaves }) => leaves),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** A word of the query, its place counted from the query's beginning. */
interface TypedWord {
  readonly word: Word;
  readonly text: string;
}

function stretchFrom(stretch: Stretch, asked: Asked, field: LeafField): Leaves {
  const { equals, body, tilde } = stretch;
  const at = asked.at + stretch.at;
  if (body.includes('*')) return patternFrom(stretch, at, field);
  const words = typedWords(body, at + equals.length);
  if (words.length === 0)
    return equals + tilde === '' ? nothing : { leaves: [], problems: [strayed(equals + body + tilde, at)] };
  if (tilde !== '') return fuzzyFrom(stretch, words, { at, field });
  if (equals !== '') return { leaves: words.map((word) => exactOf(word, field)), problems: [] };
  return { leaves: wordsFrom(words, field, asked.isBesideNear === true), problems: [] };
}

function typedWords(text: string, at: number): readonly TypedWord[] {
  return wordsOf(text).map((word) => ({
    text: text.slice(word.start, word.end),
    word: {
      ...word,
      start: word.start + at,
      end: word.end + at,
      parts: word.parts.map((part) => ({ ...part, start: part.start + at, end: part.end + at })),
    },
  }));
}

/** Words that only the concluded fields know are kept: a role may be called what texts say too often to index. */
function wordsFrom(words: readonly TypedWord[], field: LeafField, isBesideNear: boolean): readonly Leaf[] {
  return words.flatMap((word): readonly Leaf[] => {
    if (!isText(field) || termOf(word.word.form) !== null) return [wordOf(word, field)];
    return isBesideNear ? [exactOf(word, field)] : [];
  });
}

function wordOf({ word, text }: TypedWord, field: LeafField): WordLeaf {
  return { type: 'word', field, word, text };
}

function exactOf({ word, text }: TypedWord, field: LeafField): ExactLeaf {
  return { type: 'exact', field, word, text };
}

function fuzzyFrom(
  { equals, body, tilde }: Stretch,
  words: readonly TypedWord[],
  { at, field }: { readonly at: number; readonly field: LeafField },
): Leaves {
  const typed = /\d+/.exec(tilde)?.[0];
  const problems: Problem[] = [];
  const leaves = words.map((word): Leaf => {
    const [{ form, start }, { text }] = [word.word, word];
    const asked = typed === undefined ? usualDistance(form) : Number(typed);
    if (asked === 0) return exactOf(word, field);
    if (form.length > LONGEST_DISTANT) {
      const params = { at: start, text, limit: LONGEST_DISTANT };
      problems.push(problem('query-word-too-long-for-distance', {}, params));
      return wordOf(word, field);
    }
    const distance = asked === 1 ? 1 : MOST_DISTANCE;
    return { type: 'fuzzy', field, word: word.word, distance, text: `${text}~${distance}` };
  });
  const isTooFar = Number(typed) > MOST_DISTANCE && leaves.some(({ type }) => type === 'fuzzy');
  const params = { at: at + equals.length, text: body + tilde, limit: MOST_DISTANCE };
  if (isTooFar) problems.push(problem('query-distance-too-far', {}, params));
  return { leaves, problems };
}

function usualDistance(form: string): number {
  return form.length < LONG_ENOUGH_FOR_TWO ? 1 : MOST_DISTANCE;
}

/** Truncation stands for forms as written, so that `=` adds nothing; a spelling distance it cannot have. */
function patternFrom({ equals, body, tilde }: Stretch, at: number, field: LeafField): Leaves {
  const { pieces, text, letters, least } = truncatedFrom(body);
  if (letters === 0) return { leaves: [], problems: [strayed(`${equals}${body}${tilde}`, at)] };
  const problems = tilde === '' ? [] : [strayed(tilde, at + equals.length + body.length)];
  if (letters >= least) return { leaves: [{ type: 'pattern', field, pieces, text }], problems };
  const short = problem('query-wildcard-too-short', {}, { at: at + equals.length, text: body, least });
  const words = typedWords(body.replaceAll('*', ''), at + equals.length);
  return { leaves: wordsFrom(words, field, false), problems: [short, ...problems] };
}

function phraseFrom(text: string, field: LeafField): Leaves {
  const folded = foldText(text);
  if (!/[\p{L}\p{N}]/u.test(folded)) return nothing;
  return { leaves: [{ type: 'phrase', field, folded, text: text.trim() }], problems: [] };
}

function datesFrom({ text, at }: Asked): Leaves {
  const range = rangeFrom(text.trim());
  if (range === null) return { leaves: [], problems: [problem('date-unreadable', {}, { at, text })] };
  return { leaves: [{ type: 'dates', range, text: text.trim() }], problems: [] };
}

/** A sign that stands at no word it could be meant for. */
function strayed(operator: string, at: number): Problem {
  return problem('query-sign-without-word', {}, { at, operator });
}
