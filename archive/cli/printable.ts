/** How results are marked; harmless in whatever text it stands. */
const BOLD = String.raw`\u001B\[(?:1|22)m`;
/** Characters that a terminal obeys, but for line breaks and tabs; and those that turn the order of a line around. */
const OBEYED = String.raw`(?![\n\t])\p{Cc}|[\u202D\u202E]`;
const FOUND = new RegExp(`(${BOLD})|${OBEYED}`, 'gu');

/**
 * A text as a terminal can be given it. What someone wrote into a title or a file's name could otherwise clear the screen,
 * write into the window's title or answer in the reader's name.
 */
export function printable(text: string): string {
  return text.replace(FOUND, (found, bold: string | undefined) => bold ?? numbered(found));
}

function numbered(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16);
  return digits.length > 2 ? `\\u${digits.padStart(4, '0')}` : `\\x${digits.padStart(2, '0')}`;
}
