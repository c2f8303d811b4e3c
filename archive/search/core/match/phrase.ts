const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Whether a folded phrase stands in a folded text, as whole words. */
export function phraseStandsIn(text: string, phrase: string): boolean {
  const [opensWithWord, closesWithWord] = [
    LETTER.test(phrase.charAt(0)),
    LETTER.test(phrase.charAt(phrase.length - 1)),
  ];
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const isCutBefore = opensWithWord && LETTER.test(text.charAt(at - 1));
    const isCutAfter = closesWithWord && LETTER.test(text.charAt(at + phrase.length));
    if (!isCutBefore && !isCutAfter) return true;
  }
  return false;
}
