import type { Block, Inline } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { BlockWriter } from './block-writer.ts';
import type { RawItem } from './block-writer.ts';
import { isContactLabel } from './contacts.ts';
import type { DumpParagraph } from './dump-paragraphs.ts';
import { oneLine } from './inlines.ts';

type Run =
  | { readonly type: 'text'; readonly lines: readonly string[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly lines: readonly string[] }
  | { readonly type: 'table'; readonly lines: readonly string[] };

const BULLET = /^([ \t\u00A0]*)(?:[•·▪◦●■‣\uF0B7]|\*(?=[ \t]))[ \t\u00A0]*/u;
const NUMBER = /^([ \t\u00A0]*)(\d{1,3})[.)][ \t\u00A0]+/u;
const TABLE_RULE = /^[\s|:+-]+$/u;
const WEB_ADDRESS = /https?:\/\/[^\s<>"”]+[^\s<>"”.,;:!?)\]]/gu;
/** No heading on these pages is longer. */
const LONGEST_HEADING = 110;
/** Lines this long were broken by whatever wrote the dump, not by the page. */
const WRAPPED_AT = 60;

/** The blocks of a dump's text, in order. */
export function dumpBlocks(paragraphs: readonly DumpParagraph[]): readonly Block[] {
  const writer = new BlockWriter();
  paragraphs.forEach((paragraph, index) => {
    if (isHeading(paragraph, paragraphs[index + 1])) {
      writer.heading(2, withLinks(paragraph.lines[0] ?? ''));
    } else runsOf(paragraph.lines).forEach((run) => writeRun(writer, run));
  });
  return writer.blocks;
}

/**
 * A dump keeps no mark of headings. A line is one when it stands alone, is short, starts with a capital letter or a
 * number, does not end as a sentence or a clause does (a question may be a heading), and what follows is running
 * text, a list, a quote or a table rather than another short line.
 */
export function isHeading(paragraph: DumpParagraph, next: DumpParagraph | undefined): boolean {
  const [line, ...more] = paragraph.lines;
  if (line === undefined || more.length > 0 || next === undefined) return false;
  return looksLikeHeading(line) && !isShortLine(next);
}

function looksLikeHeading(line: string): boolean {
  if (line.length > 2 * LONGEST_HEADING) return false;
  const words = readable(oneLine(line));
  return (
    words.length <= LONGEST_HEADING &&
    /^[\p{Lu}\d”"]/u.test(words) &&
    !/[.,;:!…]$/u.test(words) &&
    !NUMBER.test(words) &&
    !words.includes('|') &&
    !isContactLabel(words)
  );
}

/** One line that could itself be a heading, an address, a place, a name. */
function isShortLine({ lines }: DumpParagraph): boolean {
  const [line = ''] = lines;
  return lines.length === 1 && looksLikeHeading(line) && !line.trim().endsWith('?');
}

/** Parts a paragraph where lists or tables begin and end. */
function runsOf(lines: readonly string[]): readonly Run[] {
  if (isTable(lines)) return [{ type: 'table', lines }];
  const runs: { type: 'text' | 'list'; ordered: boolean; lines: string[] }[] = [];
  const numbered = isNumbered(lines);
  for (const line of lines) {
    const last = runs.at(-1);
    const mark = BULLET.test(line) ? 'bullet' : numbered && NUMBER.test(line) ? 'number' : null;
    const type = mark === null && !(last?.type === 'list' && /^\s{2,}/u.test(line)) ? 'text' : 'list';
    if (last?.type === type) last.lines.push(line);
    else runs.push({ type, ordered: mark === 'number', lines: [line] });
  }
  return runs;
}

/** Numbered lines count as a list when they count from 1; others keep their numbers as text. */
function isNumbered(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => NUMBER.exec(line)?.[2] ?? []);
  return numbers.length > 0 && numbers.every((number, index) => Number(number) === index + 1);
}

function isTable(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const bars = lines.every((line) => (line.match(/\|/gu) ?? []).length >= 2);
  const tabs = lines.every((line) => /\S\t+\S/u.test(line) && !BULLET.test(line) && !NUMBER.test(line));
  return bars || tabs;
}

function writeRun(writer: BlockWriter, run: Run): void {
  if (run.type === 'table') writeTable(writer, run.lines);
  else if (run.type === 'list') writer.list(run.ordered, itemsOf(run.lines));
  else writer.paragraph(withLinks(unwrapped(run.lines)));
}

function writeTable(writer: BlockWriter, lines: readonly string[]): void {
  const bars = lines[0]?.includes('|') === true;
  const ruled = TABLE_RULE.test(lines[1] ?? '');
  const rows = lines
    .filter((line) => !TABLE_RULE.test(line))
    .map((line) =>
      bars ? line.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|') : line.split(/\t+/u),
    );
  writer.table(
    ruled ? 1 : 0,
    rows.map((row) => row.map(withLinks)),
  );
}

/** Items with their depth by indent; a line without a mark continues the item before it. */
function itemsOf(lines: readonly string[]): readonly RawItem[] {
  const indents: number[] = [];
  const items: { depth: number; text: string }[] = [];
  for (const line of lines) {
    const mark = BULLET.exec(line) ?? NUMBER.exec(line);
    const last = items.at(-1);
    if (mark === null) {
      if (last !== undefined) last.text += ` ${line.trim()}`;
      continue;
    }
    const indent = (mark[1] ?? '').replaceAll('\t', '    ').length;
    while (indents.length > 1 && indent < (indents.at(-1) ?? 0)) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0)) indents.push(indent);
    items.push({ depth: indents.length - 1, text: line.slice(mark[0].length) });
  }
  return items.map(({ depth, text }) => ({ depth, inlines: withLinks(text) }));
}

/** Lines of one paragraph: joined where the dump broke them at a width, kept where the page did. */
function unwrapped(lines: readonly string[]): string {
  const wrapped = lines.length > 1 && lines.slice(0, -1).every((line) => line.trim().length >= WRAPPED_AT);
  return lines.map((line) => line.trim()).join(wrapped ? ' ' : '\n');
}

/** Web addresses in the words as links to themselves. */
function withLinks(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(WEB_ADDRESS)) {
    inlines.push({ text: text.slice(at, match.index) }, { text: match[0], href: match[0] });
    at = match.index + match[0].length;
  }
  return [...inlines, { text: text.slice(at) }].filter((inline) => inline.text !== '');
}
