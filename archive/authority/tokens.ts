/** A word of the reading text: folded to lower case, with its offsets (`end` exclusive, UTF-16 units). */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is written with a capital first letter. */
  readonly capital: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of a text. Hyphens part words, so that "Anna-Karin", "energi- och näringsminister" and the forms
 * without hyphens come out alike; what stands between two words is read from the text when it matters.
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // Folding the whole text at once is faster, where no letter grows by it (İ does).
  const whole = text.toLowerCase();
  const aligned = whole.length === text.length;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [start, end] = [match.index, WORD.lastIndex];
    const word = aligned ? whole.slice(start, end) : match[0].toLowerCase();
    tokens.push({ word, start, end, capital: text.charCodeAt(start) !== word.charCodeAt(0) });
  }
  return tokens;
}

/** The folded words of a name, title or other phrase. */
export function wordsOf(phrase: string): readonly string[] {
  return tokenise(phrase.normalize('NFC')).map((token) => token.word);
}
