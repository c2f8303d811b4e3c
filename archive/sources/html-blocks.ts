import type { Block, Inline } from '../model/block.ts';
import { BlockWriter } from './block-writer.ts';
import { childrenOf, isElement } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';
import { htmlInlines, inlinesOfNode, isInline, isUnseen } from './html-inlines.ts';
import type { HtmlReading } from './html-inlines.ts';
import { htmlListItems } from './html-list.ts';
import { tableOf } from './html-table.ts';

/** The blocks that these elements hold, in reading order. No markup survives: blocks have no place for it. */
export function htmlBlocks(elements: readonly HtmlElement[], reading: HtmlReading): readonly Block[] {
  const walker = new HtmlWalker(reading);
  elements.forEach((element) => walker.block(element));
  return walker.blocks;
}

/** Walks elements in document order and writes their blocks; words outside any block make paragraphs. */
class HtmlWalker {
  readonly #reading: HtmlReading;
  readonly #writer = new BlockWriter();
  #line: Inline[] = [];
  #quotes = 0;

  constructor(reading: HtmlReading) {
    this.#reading = reading;
  }

  get blocks(): readonly Block[] {
    return this.#writer.blocks;
  }

  block(element: HtmlElement): void {
    if (isUnseen(element, this.#reading)) return;
    this.#flush();
    this.#content(element);
    this.#flush();
  }

  #content(element: HtmlElement): void {
    const heading = /^h([1-6])$/u.exec(element.tagName);
    if (heading !== null) {
      this.#writer.heading(Number(heading[1]), htmlInlines(element, this.#reading));
    } else if (element.tagName === 'ul' || element.tagName === 'ol') this.#list(element);
    else if (element.tagName === 'table') this.#table(element);
    else if (element.tagName === 'blockquote') {
      this.#quotes += 1;
      this.#children(element);
      this.#flush();
      this.#quotes -= 1;
    } else this.#children(element);
  }

  #children(element: HtmlElement): void {
    for (const child of childrenOf(element)) {
      if (isElement(child) && !isInline(child) && child.tagName !== 'br') this.block(child);
      else if (isElement(child) && child.tagName !== 'a' && holdsBlocks(child)) this.block(child);
      else this.#line.push(...inlinesOfNode(child, this.#reading));
    }
  }

  #list(element: HtmlElement): void {
    const { ordered, items } = htmlListItems(element, this.#reading);
    this.#writer.list(ordered, items);
  }

  #table(element: HtmlElement): void {
    const table = tableOf(element, this.#reading);
    if (table === null) this.#children(element);
    else {
      this.#writer.paragraph(table.caption);
      this.#writer.table(table.headerRows, table.rows);
    }
  }

  #flush(): void {
    if (this.#line.length === 0) return;
    const line = this.#line;
    this.#line = [];
    if (this.#quotes > 0) this.#writer.quote(line);
    else this.#writer.paragraph(line);
  }
}

/** Whether an inline element wraps blocks, as old pages do (`<span><p>…`). */
function holdsBlocks(element: HtmlElement): boolean {
  return childrenOf(element).some(
    (child) => isElement(child) && (child.tagName === 'br' ? false : !isInline(child) || holdsBlocks(child)),
  );
}
