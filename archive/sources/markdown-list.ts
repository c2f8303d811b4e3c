import type { RawItem } from './block-writer.ts';
import { markdownInlines } from './markdown-inline.ts';
import { printedLines } from './markdown-lines.ts';

const MARKER = /^(\s*)(?:([*+-])|(\d{1,9})[.)])(?:\s+(.*)|\s*)$/u;

/** A list and the line after it. */
export interface MarkdownList {
  readonly ordered: boolean;
  readonly items: readonly RawItem[];
  readonly next: number;
}

interface OpenItem {
  readonly depth: number;
  readonly lines: string[];
}

/**
 * Whether a list starts at this line. A hyphen at the margin starts none: the publisher's lists have `*` there,
 * and its hyphens stand before spoken lines. A number starts one only when it is 1, so that no number is lost.
 */
export function startsList(line: string, afterText: boolean): boolean {
  const match = MARKER.exec(line);
  if (match === null || (match[1] ?? '').length > 3) return false;
  if (match[2] !== undefined) return match[2] !== '-' && match[4] !== undefined;
  return Number(match[3]) === 1 && !afterText;
}

/**
 * Reads the list that starts at `lines[start]`. Nested lists are flattened to items of greater depth; an ordered
 * list within a bulleted one keeps its numbers as text, since a list is one or the other.
 */
export function readMarkdownList(lines: readonly string[], start: number, base: string | null): MarkdownList {
  const indents: number[] = [];
  const items: OpenItem[] = [];
  const ordered = MARKER.exec(lines[start] ?? '')?.[3] !== undefined;
  let count = 0;
  let at = start;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const match = MARKER.exec(line);
    if (match !== null) {
      const depth = depthOf(indents, (match[1] ?? '').length);
      if (depth === 0 && items.length > 0 && !belongs(match, ordered, count)) break;
      if (depth === 0) count += 1;
      const numbered = match[3] !== undefined && (depth > 0 || !ordered);
      items.push({ depth, lines: [numbered ? `${match[3]}. ${match[4] ?? ''}` : (match[4] ?? '')] });
    } else if (!extendLast(items, lines, at)) break;
    at += 1;
  }
  return {
    ordered,
    items: items.map(({ depth, lines: words }) => ({
      depth,
      inlines: markdownInlines(printedLines(words), base),
    })),
    next: at,
  };
}

/** Whether a marker at the margin continues the list: the same sort, and its number the next one. */
function belongs(match: RegExpExecArray, ordered: boolean, count: number): boolean {
  if (match[2] === '-' && (match[1] ?? '') === '') return false;
  return ordered ? Number(match[3]) === count + 1 : match[2] !== undefined;
}

/** The depth of an indent, by the indents open so far; deeper ones are closed. */
function depthOf(indents: number[], indent: number): number {
  while (indents.length > 1 && indent < (indents.at(-1) ?? 0)) indents.pop();
  const last = indents.at(-1);
  if (last === undefined || indent > last + 1) indents.push(indent);
  return indents.length - 1;
}

/** Adds a line without a marker to the item before it; false when it ends the list. */
function extendLast(items: readonly OpenItem[], lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  const item = items.at(-1);
  if (item === undefined) return false;
  if (line.trim() === '') {
    const next = lines[at + 1] ?? '';
    return /^\s+\S/u.test(next) || isMarkerOfList(next);
  }
  const parted = (lines[at - 1] ?? '').trim() === '';
  if (parted && !/^\s/u.test(line)) return false;
  item.lines.push(line.trim());
  return true;
}

function isMarkerOfList(line: string): boolean {
  const match = MARKER.exec(line);
  return match !== null && !(match[2] === '-' && match[1] === '');
}
