import { leavesOf } from './block.ts';
import type { Block, Inline } from './block.ts';
import type { Said } from './said.ts';

/** Where in a said record a part of the reading text comes from. */
export type ReadingPlace = 'title' | 'lead' | 'body' | 'contact' | 'banner' | 'sender' | 'tag';

/** A run of reading text, with the address it linked to. */
export interface ReadingRun {
  readonly text: string;
  readonly start: number;
  readonly href?: string;
}

/** One leaf (a paragraph, an item, a cell): where it lies, and its runs. `end` is exclusive. */
export interface ReadingLeaf {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly ReadingRun[];
}

/** One part (a title, a block, a contact line): evidence names a part by its index in `ReadingLayout.parts`. */
export interface ReadingPart {
  readonly place: ReadingPlace;
  /** Which of its place: the n-th block of the body, the n-th banner line … */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly leaves: readonly ReadingLeaf[];
}

/** The reading text of a release and where everything lies in it. Offsets are UTF-16 units. */
export interface ReadingLayout {
  readonly text: string;
  readonly parts: readonly ReadingPart[];
}

const BETWEEN_PARTS = '\n\n';
const BETWEEN_LEAVES = '\n';

// Soft hyphen, zero-width space, non-joiner and joiner, word joiner, byte-order mark.
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/gu;

/** A string as it reads: NFC, without soft hyphens and zero-width characters. NBSP stays. */
export function readable(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC');
}

/**
 * The one derived text in which every offset is counted: evidence, positions, marks, notes.
 * Order: title, lead, body, contacts, banners, senders, tag labels. Parts are parted by a blank line,
 * leaves of a part by a line break. The same said record always gives the same text.
 */
export function layoutReading(said: Said): ReadingLayout {
  const writer = new LayoutWriter();
  writer.part('title', 0, [[{ text: said.title }]]);
  said.lead.forEach((block, index) => writer.part('lead', index, leavesOf(block)));
  said.body.forEach((block, index) => writer.part('body', index, leavesOf(block)));
  said.contacts.forEach((lines, index) => writer.part('contact', index, lines.map(asLeaf)));
  said.banners.forEach((line, index) => writer.part('banner', index, [asLeaf(line)]));
  said.senders.forEach((line, index) => writer.part('sender', index, [asLeaf(line)]));
  said.tags.forEach((tag, index) => {
    if (tag.label !== null) writer.part('tag', index, [asLeaf(tag.label)]);
  });
  return writer.layout();
}

/** The part that holds an offset; null when it lies between parts. */
export function partAt(layout: ReadingLayout, offset: number): { part: ReadingPart; index: number } | null {
  let [low, high] = [0, layout.parts.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const part = layout.parts[middle];
    if (part === undefined) return null;
    if (offset < part.start) high = middle - 1;
    else if (offset >= part.end) low = middle + 1;
    else return { part, index: middle };
  }
  return null;
}

/** Text of a block as it reads, its leaves parted by line breaks. */
export function blockText(block: Block): string {
  return leavesOf(block)
    .map((inlines) => readable(inlines.map((inline) => inline.text).join('')))
    .join(BETWEEN_LEAVES);
}

function asLeaf(line: string): readonly Inline[] {
  return [{ text: line }];
}

/** Appends parts and leaves, counting offsets as it goes. */
class LayoutWriter {
  #chunks: string[] = [];
  #length = 0;
  #parts: ReadingPart[] = [];

  part(place: ReadingPlace, index: number, leaves: readonly (readonly Inline[])[]): void {
    if (this.#parts.length > 0) this.#append(BETWEEN_PARTS);
    const start = this.#length;
    const laid = leaves.map((inlines, n) => {
      if (n > 0) this.#append(BETWEEN_LEAVES);
      return this.#leaf(inlines);
    });
    this.#parts.push({ place, index, start, end: this.#length, leaves: laid });
  }

  layout(): ReadingLayout {
    return { text: this.#chunks.join(''), parts: this.#parts };
  }

  #leaf(inlines: readonly Inline[]): ReadingLeaf {
    const start = this.#length;
    const runs = composeRuns(inlines).map(({ text, href }): ReadingRun => {
      const run = { text, start: this.#length, ...(href === undefined ? {} : { href }) };
      this.#append(text);
      return run;
    });
    return { start, end: this.#length, runs };
  }

  #append(text: string): void {
    this.#chunks.push(text);
    this.#length += text.length;
  }
}

/**
 * Inlines as they read. A combining mark at the start of a run composes with the letter before it only within
 * one string, so a run that begins with one gives its marks to the run before.
 */
function composeRuns(inlines: readonly Inline[]): Inline[] {
  const runs: Inline[] = [];
  for (const inline of inlines) {
    const bare = inline.text.replace(INVISIBLE, '');
    const marks = /^\p{M}+/u.exec(bare)?.[0] ?? '';
    const before = runs.at(-1);
    if (marks !== '' && before !== undefined) {
      runs[runs.length - 1] = { ...before, text: (before.text + marks).normalize('NFC') };
      if (bare.length > marks.length)
        runs.push({ ...inline, text: bare.slice(marks.length).normalize('NFC') });
    } else if (bare !== '') {
      runs.push({ ...inline, text: bare.normalize('NFC') });
    }
  }
  return runs;
}
