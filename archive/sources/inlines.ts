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
    const bare = withoutOverlap(collapse(text), before);
    if (bare === '') continue;
    const last = tidied.at(-1);
    if (bare.startsWith('\n') && last !== undefined) last.text = last.text.replace(/ +$/u, '');
    before = bare.at(-1) ?? before;
    if (last !== undefined && last.href === href) last.text += bare;
    else tidied.push(href === undefined ? { text: bare } : { text: bare, href });
  }
  return withoutEnd(tidied);
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

function withoutEnd(inlines: { text: string; href?: string }[]): readonly Inline[] {
  while (inlines.length > 0) {
    const last = inlines.at(-1);
    if (last === undefined) break;
    last.text = withoutSpaceEnd(last.text);
    if (last.text !== '') break;
    inlines.pop();
  }
  const first = inlines[0];
  if (first !== undefined) first.text = first.text.replace(/^[ \n]+/u, '');
  return first?.text === '' ? withoutEnd(inlines.slice(1)) : inlines;
}

/** Without its last spaces and breaks; counted by hand, since `[ \n]+$` is slow where many stand in the middle. */
function withoutSpaceEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\n') end -= 1;
  return text.slice(0, end);
}
