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
  for (const match of text.matchAll(WORD)) {
    const [raw] = match;
    const word = raw.toLowerCase();
    tokens.push({
      word,
      start: match.index,
      end: match.index + raw.length,
      capital: raw.charCodeAt(0) !== word.charCodeAt(0),
    });
  }
  return tokens;
}

/** The folded words of a name, title or other phrase. */
export function wordsOf(phrase: string): readonly string[] {
  return tokenise(phrase.normalize('NFC')).map((token) => token.word);
}
