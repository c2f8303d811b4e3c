import type { Block, Inline } from '../model/block.ts';
import { BlockWriter } from './block-writer.ts';
import { oneLine } from './inlines.ts';
import { markdownInlines } from './markdown-inline.ts';
import { printedLines } from './markdown-lines.ts';
import { readMarkdownList, startsList } from './markdown-list.ts';

/** A Markdown page: its title, resolved to plain text, and what follows. */
export interface MarkdownPage {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const TITLE = /^\uFEFF?\s*# +(.*)$/u;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/u;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){2,}|(?:_[ \t]*){3,}|={3,})$/u;
const TABLE_ROW = /^\s*\|/u;
const TABLE_RULE_CELL = /^:?-+:?$/u;
const QUOTED = /^ {0,3}> ?/u;
const FENCE = /^ {0,3}(`{3,}|~{3,})/u;

/** Whether a text is a Markdown page of this kind: its first words are a first-level heading. */
export function isMarkdownPage(text: string): boolean {
  return TITLE.test(firstLine(text));
}

/**
 * Reads a page of Markdown as the g0v publisher writes it (markdownify: ATX headings, `*` lists indented by two,
 * pipe tables). Within a paragraph a line break is one that the page prints, for the publisher wraps no lines, unless
 * the sentence runs on over it (`printedLines`). A rule of dashes under a line is a rule, not a heading.
 *
 * @param base - the page's address, for relative links; null when unknown
 */
export function readMarkdown(text: string, base: string | null): MarkdownPage {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const titleAt = lines.findIndex((line) => line.trim() !== '');
  const title = TITLE.exec(lines[titleAt] ?? '')?.[1];
  const reader = new MarkdownReader(lines.slice(title === undefined ? 0 : titleAt + 1), base);
  return { title: oneLine(plain(markdownInlines(title ?? '', base))), blocks: reader.read() };
}

/** Walks the lines once; `#at` is the line it stands at. */
class MarkdownReader {
  readonly #lines: readonly string[];
  readonly #base: string | null;
  readonly #writer = new BlockWriter();
  #paragraph: string[] = [];
  #at = 0;

  constructor(lines: readonly string[], base: string | null) {
    this.#lines = lines;
    this.#base = base;
  }

  read(): readonly Block[] {
    while (this.#at < this.#lines.length) {
      if (!this.#startOfBlock()) {
        this.#paragraph.push(this.#line);
        this.#at += 1;
      }
    }
    this.#closeParagraph();
    return this.#writer.blocks;
  }

  get #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  /** Reads what starts a new block at this line; false when the line is running text. */
  #startOfBlock(): boolean {
    const line = this.#line;
    if (line.trim() === '' || RULE.test(line)) this.#skip();
    else if (HEADING.test(line)) this.#heading();
    else if (FENCE.test(line)) this.#fenced();
    else if (this.#isTable()) this.#table();
    else if (QUOTED.test(line)) this.#quoted();
    else if (startsList(line, this.#paragraph.length > 0)) this.#list();
    else return false;
    return true;
  }

  #skip(): void {
    this.#closeParagraph();
    this.#at += 1;
  }

  #heading(): void {
    this.#closeParagraph();
    const match = HEADING.exec(this.#line);
    const words = withoutClosingHashes(this.#line.slice(match?.[0].length ?? 0).trim());
    this.#writer.heading(match?.[1]?.length ?? 2, markdownInlines(words, this.#base));
    this.#at += 1;
  }

  #fenced(): void {
    this.#closeParagraph();
    const fence = FENCE.exec(this.#line)?.[1] ?? '```';
    const from = this.#at + 1;
    const close = this.#lines.findIndex((line, index) => index >= from && line.trimStart().startsWith(fence));
    const end = close === -1 ? this.#lines.length : close;
    this.#writer.paragraph([{ text: this.#lines.slice(from, end).join('\n') }]);
    this.#at = end + 1;
  }

  #isTable(): boolean {
    return TABLE_ROW.test(this.#line) && isTableRule((this.#lines[this.#at + 1] ?? '').trim());
  }

  #table(): void {
    this.#closeParagraph();
    const header = cellsOf(this.#line, this.#base);
    const rows = [header];
    this.#at += 2;
    while (TABLE_ROW.test(this.#line)) {
      rows.push(cellsOf(this.#line, this.#base));
      this.#at += 1;
    }
    // The publisher writes an empty header where the page's table has none.
    const headed = header.some((cell) => plain(cell).trim() !== '');
    this.#writer.table(headed ? 1 : 0, headed ? rows : rows.slice(1));
  }

  #quoted(): void {
    this.#closeParagraph();
    const lines: string[] = [];
    while (QUOTED.test(this.#line)) {
      lines.push(this.#line.replace(QUOTED, ''));
      this.#at += 1;
    }
    for (const part of lines.join('\n').split(/\n\s*\n/u)) {
      this.#writer.quote(markdownInlines(part, this.#base));
    }
  }

  #list(): void {
    this.#closeParagraph();
    const list = readMarkdownList(this.#lines, this.#at, this.#base);
    this.#writer.list(list.ordered, list.items);
    this.#at = list.next;
  }

  #closeParagraph(): void {
    if (this.#paragraph.length === 0) return;
    this.#writer.paragraph(markdownInlines(printedLines(this.#paragraph), this.#base));
    this.#paragraph = [];
  }
}

/** `| --- | :-: |`: the line under a table's header. */
function isTableRule(line: string): boolean {
  const cells = line.replace(/^\|/u, '').replace(/\|$/u, '').split('|');
  return cells.every((cell) => TABLE_RULE_CELL.test(cell.trim()));
}

function withoutClosingHashes(words: string): string {
  let end = words.length;
  while (words[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/u.test(words[end - 1] ?? '') ? words.slice(0, end).trimEnd() : words;
}

/** The cells of `| a | b |`; an escaped bar belongs to its cell. */
function cellsOf(row: string, base: string | null): readonly (readonly Inline[])[] {
  const inner = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.split(/(?<!\\)\|/u).map((cell) => markdownInlines(cell.trim(), base));
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

function firstLine(text: string): string {
  return /\S[^\r\n]*/u.exec(text)?.[0] ?? '';
}
