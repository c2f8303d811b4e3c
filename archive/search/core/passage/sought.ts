import { compoundSplit } from '../match/compound-words.ts';
import { wholeForm } from '../match/patterns.ts';
import { isWithinDistance } from '../match/spelling.ts';
import type { ExactLeaf, FuzzyLeaf, PatternLeaf, WordLeaf } from '../query/tree.ts';
import { termOf } from '../text/swedish.ts';

/** A stretch of a word form, as UTF-16 offsets in it. */
export type Stretch = readonly [start: number, end: number];

/** Which stretches of a word form are what is asked for: the whole, parts of a compound, or none. */
export type FormTest = (form: string) => readonly Stretch[];

const none: readonly Stretch[] = [];
/** A term may differ in so many letters at its end from what a part of a compound begins with. */
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
      return wholeTest(
        (form) =>
          form === typed ||
          (isWithinDistance(form, typed, leaf.distance) && isWord(form) && !without.has(form)),
      );
    }
  }
}

/** Finds the words of a term, and nothing inside compounds. */
export function termTest(term: string): FormTest {
  return wholeTest((form) => termOf(form) === term);
}

function wordTest(typed: string, without: ReadonlySet<string>): FormTest {
  const term = termOf(typed) ?? typed;
  const beginning = term.slice(0, Math.max(LOOSE_END, term.length - LOOSE_END));
  return (form) => {
    if (without.has(form)) return none;
    if ((termOf(form) ?? form) === term) return [[0, form.length]];
    // Most words need no splitting to know that the part is not in them.
    if (form.length <= term.length || !form.includes(beginning)) return none;
    return compoundSplit(form)
      .filter(({ part }) => termOf(part) === term)
      .map(({ start, end }) => [start, end]);
  };
}

function wholeTest(test: (form: string) => boolean): FormTest {
  return (form) => (test(form) ? [[0, form.length]] : none);
}

function isWord(form: string): boolean {
  return termOf(form) !== null;
}
