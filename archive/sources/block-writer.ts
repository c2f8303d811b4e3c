import { plainText } from '../model/block.ts';
import type { Block, Inline } from '../model/block.ts';
import { isBlank, tidyInlines } from './inlines.ts';
import { paragraphBlocks } from './typed-lines.ts';

/** An item as a reader of lists finds it: tidied on the way in. */
export interface RawItem {
  readonly depth: number;
  readonly inlines: readonly Inline[];
}

const DEEPEST_ITEM = 8;

/**
 * Gathers the blocks of a page in reading order, the same way for every kind of source: inlines are tidied, what
 * holds nothing to read is left out, lists typed as paragraphs become lists.
 */
export class BlockWriter {
  #blocks: Block[] = [];
  /** Whether the last block is a list that was typed as text, so that the next such line continues it. */
  #openTypedList = false;

  /** What has been written so far. */
  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** A printed paragraph; `\n` stands for a line break, an empty line for a new paragraph. */
  paragraph(inlines: readonly Inline[]): void {
    for (const block of paragraphBlocks(tidyInlines(inlines))) {
      if (block.type === 'list') this.#typedList(block);
      else this.#put(block);
    }
  }

  /** A heading; level 1, which is the title's, becomes 2. */
  heading(level: number, inlines: readonly Inline[]): void {
    const text = tidyInlines(
      inlines.map((inline) => ({ ...inline, text: inline.text.replaceAll('\n', ' ') })),
    );
    if (!hasWords(text)) return;
    this.#put({ type: 'heading', level: Math.min(Math.max(level, 2), 6), inlines: text });
  }

  /** A block quotation of one paragraph. */
  quote(inlines: readonly Inline[]): void {
    const tidied = tidyInlines(inlines);
    if (hasWords(tidied)) this.#put({ type: 'quote', inlines: tidied });
  }

  list(ordered: boolean, items: readonly RawItem[]): void {
    const kept = items
      .map(({ depth, inlines }) => ({ depth: Math.min(depth, DEEPEST_ITEM), inlines: tidyInlines(inlines) }))
      .filter((item) => hasWords(item.inlines));
    if (kept.length > 0) this.#put({ type: 'list', ordered, items: kept });
  }

  /** A table of rows of cells; one without any words is left out. */
  table(headerRows: number, rows: readonly (readonly (readonly Inline[])[])[]): void {
    const tidied = rows.map((row) => row.map(tidyInlines));
    if (tidied.some((row) => row.some(hasWords))) this.#put({ type: 'table', headerRows, rows: tidied });
  }

  /** A block that is ready as it is. */
  #put(block: Block): void {
    this.#blocks.push(block);
    this.#openTypedList = false;
  }

  #typedList(list: Extract<Block, { type: 'list' }>): void {
    const last = this.#blocks.at(-1);
    if (this.#openTypedList && last?.type === 'list') {
      this.#blocks[this.#blocks.length - 1] = { ...last, items: [...last.items, ...list.items] };
    } else if (list.items.length > 0) {
      this.#put(list);
      this.#openTypedList = true;
    }
  }
}

/** Whether there is anything to read in it. */
export function hasWords(inlines: readonly Inline[]): boolean {
  return !isBlank(plainText(inlines));
}
