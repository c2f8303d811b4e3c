import { foldForm } from '../text/words.ts';

/** Where the stars of a truncated word stand; `word` when only within it. */
export type Truncation = 'prefix' | 'suffix' | 'infix' | 'word';

/** Letters that must be known of a truncated word, by where the stars stand. */
const leastLetters: Readonly<Record<Truncation, number>> = { prefix: 2, suffix: 2, infix: 3, word: 2 };
const LETTERS = /[\p{L}\p{N}]/gu;
const OUTER_JOINTS = /[^\p{L}\p{N}\p{M}*]+$|^[^\p{L}\p{N}*]+/gu;

/** A truncated word. `least` is how many letters it must have, `letters` how many it has. */
export interface Truncated {
  /** As in `PatternLeaf`. */
  readonly pieces: readonly string[];
  readonly text: string;
  readonly letters: number;
  readonly least: number;
}

/** Reads a word with stars in it. */
export function truncatedFrom(typed: string): Truncated {
  const text = typed.replace(OUTER_JOINTS, '').replace(/\*+/gu, '*');
  const pieces = text.split('*').map(foldForm);
  const letters = pieces.join('').match(LETTERS)?.length ?? 0;
  return { pieces, text, letters, least: leastLetters[truncationOf(pieces)] };
}

/** At which ends a word is truncated. */
export function truncationOf(pieces: readonly string[]): Truncation {
  const [isOpenBefore, isOpenAfter] = [pieces[0] === '', pieces.at(-1) === ''];
  if (isOpenBefore) return isOpenAfter ? 'infix' : 'suffix';
  return isOpenAfter ? 'prefix' : 'word';
}
