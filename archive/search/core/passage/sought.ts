import { splitter } from '../compounds/default-splitter.ts';
import { wholeForm } from '../match/patterns.ts';
import { spellingTest } from '../match/spelling.ts';
import type { ExactLeaf, FuzzyLeaf, Leaf, PatternLeaf, WordLeaf } from '../query/tree.ts';
import { termOf } from '../text/swedish.ts';

/** A stretch of a word form, as UTF-16 offsets in it. */
export type Stretch = readonly [start: number, end: number];

/** Which stretches of a word form are what is asked for: the whole, parts of a compound, or none. */
export type FormTest = (form: string) => readonly Stretch[];

const none: readonly Stretch[] = [];
/** A term may differ in so many letters at its end from how its forms begin. */
const LOOSE_END = 2;

/** Finds in word forms what a leaf of one word asks for. */
export function formTest(
  leaf: WordLeaf | ExactLeaf | PatternLeaf | FuzzyLeaf,
  without: ReadonlySet<string>,
): FormTest {
  switch (leaf.type) {
    case 'word':
      return wordTest(leaf.word.form, without);
    case 'exact':
      return wholeTest((form) => form === leaf.word.form);
    case 'pattern': {
      const pattern = wholeForm(leaf.pieces);
      return wholeTest((form) => pattern.test(form) && isWord(form) && !without.has(form));
    }
    case 'fuzzy': {
      const { form: typed } = leaf.word;
      const isNear = spellingTest(typed, leaf.distance);
      return wholeTest((form) => form === typed || (isNear(form) && isWord(form) && !without.has(form)));
    }
  }
}

/** Finds the words of a term, and nothing inside compounds. */
export function termTest(term: string): FormTest {
  const beginning = beginningOf(term);
  return wholeTest((form) => form.startsWith(beginning) && termOf(form) === term);
}

function wordTest(typed: string, without: ReadonlySet<string>): FormTest {
  const term = termOf(typed) ?? typed;
  const beginning = beginningOf(term);
  return (form) => {
    // Most words need neither stemming nor splitting to know that it is not in them.
    const at = form.indexOf(beginning);
    if (at === -1 || without.has(form)) return none;
    if (at === 0 && (termOf(form) ?? form) === term) return [[0, form.length]];
    if (form.length <= term.length) return none;
    return splitter()
      .split(form)
      .filter(({ part }) => termOf(part) === term)
      .map(({ start, end }) => [start, end]);
  };
}

/** What all forms of a term begin with. */
export function beginningOf(term: string): string {
  return term.slice(0, Math.max(LOOSE_END, term.length - LOOSE_END));
}

/** Letters of which one must stand in a text in which a leaf matches; an empty one when nothing can be said. */
export function lettersOf(leaf: Exclude<Leaf, { type: 'dates' }>): readonly string[] {
  switch (leaf.type) {
    case 'word':
      return [firstLetters(beginningOf(termOf(leaf.word.form) ?? leaf.word.form))];
    case 'exact':
      return [firstLetters(leaf.word.form)];
    case 'phrase':
      return [longest(leaf.folded.split(NO_LETTER))];
    case 'pattern':
      return [longest(leaf.pieces.map(firstLetters))];
    case 'near':
      return leaf.sides.flatMap(lettersOf);
    case 'fuzzy':
      return [''];
  }
}

const NO_LETTER = /[^\p{L}\p{N}]+/u;

/** Hyphens and the like are written in several ways, letters in one. */
function firstLetters(form: string): string {
  return form.split(NO_LETTER)[0] ?? '';
}

function longest(strings: readonly string[]): string {
  return strings.reduce((best, one) => (one.length > best.length ? one : best), '');
}

function wholeTest(test: (form: string) => boolean): FormTest {
  return (form) => (test(form) ? [[0, form.length]] : none);
}

function isWord(form: string): boolean {
  return termOf(form) !== null;
}
