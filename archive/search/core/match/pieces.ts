import { wordsOf } from '../text/words.ts';
import type { Word, WordPart } from '../text/words.ts';

const ONE_PIECE = /^[\p{L}\p{N}\p{M}]+$/u;

/** The pieces of a text in order: each takes one position in the index of forms. */
export function piecesOf(text: string): readonly WordPart[] {
  return wordsOf(text).flatMap(piecesOfWord);
}

/** The pieces of a word: the runs between its joints, or the word itself. */
export function piecesOfWord(word: Word): readonly WordPart[] {
  return word.parts.length === 0 ? [word] : word.parts.filter(({ form }) => ONE_PIECE.test(form));
}
