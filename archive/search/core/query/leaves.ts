import type { DayRange } from '../../../model/day.ts';
import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import { boundsOfEdtf } from '../../../model/release-date.ts';
import { foldText } from '../text/fold.ts';
import { termOf } from '../text/swedish.ts';
import { foldForm, wordsOf } from '../text/words.ts';
import { isTextField } from './fields.ts';
import type { FieldName } from './fields.ts';
import type { Leaf, LeafField, PatternLeaf } from './tree.ts';

interface Asked {
  readonly type: 'phrase' | 'chunk';
  readonly at: number;
  readonly text: string;
}

export interface Leaves {
  readonly leaves: readonly Leaf[];
  readonly problems: readonly Problem[];
}

/** Letters that must be known of a truncated word, by where the stars stand. */
const leastLetters = { prefix: 2, suffix: 2, infix: 3, word: 2 } as const;
const NOT_IN_A_WORD = /[^\p{L}\p{N}\p{M}\-\u2010-\u2013\u2212/:.,&'’_@]/gu;
const LETTERS = /[\p{L}\p{N}]/gu;

/**
 * What a phrase or a chunk between spaces asks for. A chunk of several words asks for each; stop words, which no
 * index knows, ask for nothing.
 */
export function leavesFrom(asked: Asked, field: FieldName | null): Leaves {
  if (field === 'datum') return datesFrom(asked);
  if (asked.type === 'phrase') return only(phraseFrom(asked.text, field));
  if (asked.text.includes('*')) return patternFrom(asked, field);
  return { leaves: wordsFrom(asked, field), problems: [] };
}

/** At which ends a word is truncated; `word` when a star stands only within it. */
export function patternForm(pieces: readonly string[]): 'prefix' | 'suffix' | 'infix' | 'word' {
  const [isOpenBefore, isOpenAfter] = [pieces[0] === '', pieces.at(-1) === ''];
  if (isOpenBefore) return isOpenAfter ? 'infix' : 'suffix';
  return isOpenAfter ? 'prefix' : 'word';
}

/** Words that only the concluded fields know are kept: a role may be called what texts say too often to index. */
function wordsFrom({ text, at }: Asked, field: LeafField): readonly Leaf[] {
  const isText = field === null || isTextField(field);
  return wordsOf(text)
    .filter((word) => !isText || termOf(word.form) !== null)
    .map((word) => ({
      type: 'word',
      field,
      word: { ...word, start: word.start + at, end: word.end + at },
      text: text.slice(word.start, word.end),
    }));
}

function phraseFrom(text: string, field: LeafField): Leaf | null {
  const folded = foldText(text);
  return /[\p{L}\p{N}]/u.test(folded) ? { type: 'phrase', field, folded, text: text.trim() } : null;
}

function patternFrom(asked: Asked, field: LeafField): Leaves {
  const bare = asked.text.replaceAll('*', ' ').replace(/\s+/gu, '');
  const typed = asked.text.replace(/[^\p{L}\p{N}\p{M}*]+$|^[^\p{L}\p{N}*]+/gu, '').replace(/\*+/gu, '*');
  const pieces = typed.split('*').map((piece) => foldForm(piece.replace(NOT_IN_A_WORD, '')));
  const letters = pieces.join('').match(LETTERS)?.length ?? 0;
  if (letters === 0) return { leaves: [], problems: [] };
  const least = leastLetters[patternForm(pieces)];
  if (letters >= least) return only(patternOf(pieces, field, typed));
  const short = problem('query-wildcard-too-short', {}, { at: asked.at, text: asked.text, least });
  return { leaves: wordsFrom({ ...asked, text: bare }, field), problems: [short] };
}

function patternOf(pieces: readonly string[], field: LeafField, typed: string): PatternLeaf {
  return { type: 'pattern', field, pieces, text: typed };
}

const SPAN = /^(.*)\.\.(.*)$/su;

/** `2017-09`, `2015..2018`, `..2018-12-31`, `2015..`. */
function datesFrom({ text, at }: Asked): Leaves {
  const range = rangeFrom(text.trim());
  if (range === null) return { leaves: [], problems: [problem('date-unreadable', {}, { at, text })] };
  return only({ type: 'dates', range, text: text.trim() });
}

function rangeFrom(text: string): DayRange | null {
  const span = SPAN.exec(text);
  if (span === null) return bounded(text);
  const [from, to] = [span[1] ?? '', span[2] ?? ''];
  if (from === '' && to === '') return null;
  const first = from === '' ? { from: null, to: null } : bounded(from);
  const last = to === '' ? { from: null, to: null } : bounded(to);
  if (first === null || last === null) return null;
  const isBackwards = first.from !== null && last.to !== null && first.from > last.to;
  return isBackwards ? null : { from: first.from, to: last.to };
}

/** A day, a month or a year. */
function bounded(text: string): DayRange | null {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? boundsOfEdtf(text) : null;
}

function only(leaf: Leaf | null): Leaves {
  return { leaves: leaf === null ? [] : [leaf], problems: [] };
}
