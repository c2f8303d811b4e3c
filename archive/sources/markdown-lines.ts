/** Shorter lines were not broken at a width. */
const WRAPPED_AT = 45;
const ENDS_OPEN = /[\p{L}\p{N},)”"-]$/u;
const RUNS_ON = /^[\p{Ll}(]/u;

/**
 * The lines of a paragraph as the page prints them, parted by `\n`. Text pasted from a narrow column keeps the breaks
 * it had there: where a long line ends without a stop and the next goes on in lower case, the break is a space.
 */
export function printedLines(lines: readonly string[]): string {
  return lines.reduce((text, line, index) => {
    if (index === 0) return line;
    const before = (lines[index - 1] ?? '').trimEnd();
    const isWrapped = before.length >= WRAPPED_AT && ENDS_OPEN.test(before) && RUNS_ON.test(line.trimStart());
    return `${text}${isWrapped ? ' ' : '\n'}${line}`;
  }, '');
}
