import { piecesOfWord } from '../match/pieces.ts';
import { wordsOf } from '../text/words.ts';
import type { Word, WordPart } from '../text/words.ts';

/** A word of a text and the position of its first piece. */
export interface PlacedWord {
  readonly word: Word;
  readonly pieces: readonly WordPart[];
  readonly position: number;
}

/** Positions between two blocks: farther than any two words can be asked to be from each other. */
const BLOCK_GAP = 100;
const BLOCK_BREAK = '\n\n';

/** The words of a text; a blank line is the end of a block. */
export function placedWords(text: string): readonly PlacedWord[] {
  let [position, end] = [0, 0];
  return wordsOf(text).map((word) => {
    if (text.slice(end, word.start).includes(BLOCK_BREAK)) position += BLOCK_GAP;
    const placed = { word, pieces: piecesOfWord(word), position };
    position += placed.pieces.length;
    end = word.end;
    return placed;
  });
}
