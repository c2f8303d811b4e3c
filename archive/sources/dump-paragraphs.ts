/** Lines that stand together in a text dump. */
export interface DumpParagraph {
  /** As they stand, with their first spaces, without line ends; none is blank. */
  readonly lines: readonly string[];
}

const BLANK = /^[\s\u00A0\u200B\uFEFF]*$/u;
const LIST_LINE = /^\s*(?:[•·▪◦●■‣\uF0B7*]|\d{1,2}[.)])\s|\t|\|.*\|/u;

/**
 * Parts a dump into paragraphs at its blank lines. A dump without any has a paragraph on each line; only the lines of a
 * list or a table stay together there.
 */
export function dumpParagraphs(text: string): readonly DumpParagraph[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (BLANK.test(line)) groups.push([]);
    else groups.at(-1)?.push(line);
  }
  const paragraphs = groups.filter((group) => group.length > 0);
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only !== undefined) return linesApart(only);
  return paragraphs.map((group) => ({ lines: group }));
}

function linesApart(lines: readonly string[]): readonly DumpParagraph[] {
  const groups: string[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && LIST_LINE.test(line) && LIST_LINE.test(last.at(-1) ?? '')) last.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ lines: group }));
}
