import { piecesOfWord } from './match/pieces.ts';
import { formsOf, wordsOf } from './text/words.ts';
import type { Word } from './text/words.ts';

/** A form of a word, and where it stands, counted in pieces from the beginning of the text. */
export interface PlacedForm {
  readonly form: string;
  readonly position: number;
}

/**
 * The forms of the words of a text. Each piece of a word takes one position; the whole of a word with joints and
 * its longer runs stand where their first piece does.
 */
export function placedForms(text: string): readonly PlacedForm[] {
  const placed: PlacedForm[] = [];
  let position = 0;
  for (const word of wordsOf(text)) {
    if (word.parts.length === 0) {
      placed.push({ form: word.form, position });
      position += 1;
      continue;
    }
    const pieces = piecesOfWord(word);
    placed.push(
      ...formsIn(
        word,
        pieces.map(({ start }) => start),
        position,
      ),
    );
    position += pieces.length;
  }
  return placed;
}

function formsIn(word: Word, starts: readonly number[], position: number): readonly PlacedForm[] {
  const kept = new Set(formsOf(word));
  return [word, ...word.parts]
    .filter(({ form }) => kept.delete(form))
    .map(({ form, start }) => ({ form, position: position + Math.max(0, starts.indexOf(start)) }))
    .toSorted((a, b) => a.position - b.position);
}
