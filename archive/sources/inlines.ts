import type { Inline } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';

/**
 * Brings inlines into the one form that said records keep: white space runs collapsed as HTML and Markdown do, across runs
 * of text too; none first or last; `\n` is a line break the page prints; neighbours that point to the same
 * address joined. NBSP, soft hyphens and all else stay.
 */
export function tidyInlines(inlines: readonly Inline[]): readonly Inline[] {
  const tidied: { text: string; href?: string }[] = [];
  let before = '\n';
  for (const { text, href } of inlines) {
    const collapsed = collapse(text);
    const bare = tidied.length === 0 ? withoutSpaceStart(collapsed) : withoutOverlap(collapsed, before);
    if (bare === '') continue;
    if (bare.startsWith('\n')) trimEnd(tidied, / /u);
    before = bare.at(-1) ?? before;
    const last = tidied.at(-1);
    // White space beside a link is no part of it.
    const target = last?.href !== href && isSpace(bare) ? undefined : href;
    if (last !== undefined && last.href === target) last.text += bare;
    else tidied.push(target === undefined ? { text: bare } : { text: bare, href: target });
  }
  trimEnd(tidied, /[ \n]/u);
  return tidied;
}

/** The lines of tidied inlines, without their breaks; an empty line comes as an empty array. */
export function linesOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    inline.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...inline, text });
    });
  }
  return lines;
}

/** Lines joined again, each pair parted by a line break or by what is given. */
export function joinLines(lines: readonly (readonly Inline[])[], between = '\n'): readonly Inline[] {
  return tidyInlines(lines.flatMap((line, index) => (index === 0 ? line : [{ text: between }, ...line])));
}

/** Inlines without their first `count` characters. */
export function dropStart(inlines: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  return inlines.flatMap((inline) => {
    const cut = Math.min(left, inline.text.length);
    left -= cut;
    return cut === inline.text.length ? [] : [{ ...inline, text: inline.text.slice(cut) }];
  });
}

/** Whether nothing in it can be read: only white space, NBSP, soft hyphens or zero-width characters. */
export function isBlank(text: string): boolean {
  return !/\S/u.test(readable(text));
}

/** A string on one line: white space runs and line breaks as one space; NBSP stays. */
export function oneLine(text: string): string {
  if (!/[\t\r\n\f]|^ | $| {2}/u.test(text)) return text;
  return text.replace(/[ \t\r\n\f]+/gu, ' ').replace(/^ | $/gu, '');
}

function collapse(text: string): string {
  return text.replace(/[ \t\r\f]+/gu, ' ').replace(/ ?\n ?/gu, '\n');
}

/** A space after a space or a break adds nothing. */
function withoutOverlap(text: string, before: string): string {
  return before === ' ' || before === '\n' ? text.replace(/^ /u, '') : text;
}

function isSpace(text: string): boolean {
  return /^[ \n]*$/u.test(text);
}

function withoutSpaceStart(text: string): string {
  return text.replace(/^[ \n]+/u, '');
}

/** Takes such characters off the end, and runs that hold nothing else; by hand, for a pattern would be slow. */
function trimEnd(runs: { text: string }[], characters: RegExp): void {
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    let end = last.text.length;
    while (end > 0 && characters.test(last.text[end - 1] ?? '')) end -= 1;
    last.text = last.text.slice(0, end);
    if (end > 0) return;
    runs.pop();
  }
}
