/** A text on one line: a title with a line break in it must not begin a line of the program's own. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
