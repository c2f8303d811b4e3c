import type { Inline } from '../model/block.ts';
import type { RawItem } from './block-writer.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlReading } from './html-inlines.ts';
import { attributeOf, childrenOf, isElement, outermost } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';

/**
 * The items of a list, nested lists flattened to greater depth. An ordered list within a bulleted one, or one that
 * does not count from 1, keeps its numbers as text, since the block has no other place for them.
 */
export function htmlListItems(
  list: HtmlElement,
  reading: HtmlReading,
): { readonly ordered: boolean; readonly items: readonly RawItem[] } {
  const ordered = list.tagName === 'ol' && startOf(list) === 1;
  return {
    ordered,
    items: itemsOf(list, reading, { depth: 0, numbered: list.tagName === 'ol' && !ordered }),
  };
}

interface Level {
  readonly depth: number;
  /** Whether items carry their number as text. */
  readonly numbered: boolean;
}

function itemsOf(list: HtmlElement, reading: HtmlReading, level: Level): readonly RawItem[] {
  let number = startOf(list) - 1;
  return childrenOf(list).flatMap((child): readonly RawItem[] => {
    if (!isElement(child) || reading.skip(child)) return [];
    if (isList(child)) return itemsOf(child, reading, deeper(child, level));
    number += 1;
    const words = htmlInlines(child, reading, isList);
    const inlines: readonly Inline[] = level.numbered ? [{ text: `${number}. ` }, ...words] : words;
    const nested = outermost(child, isList).flatMap((inner) => itemsOf(inner, reading, deeper(inner, level)));
    return [{ depth: level.depth, inlines }, ...nested];
  });
}

function deeper(list: HtmlElement, level: Level): Level {
  return { depth: level.depth + 1, numbered: list.tagName === 'ol' };
}

function isList(element: HtmlElement): boolean {
  return element.tagName === 'ul' || element.tagName === 'ol';
}

function startOf(list: HtmlElement): number {
  const start = Number.parseInt(attributeOf(list, 'start') ?? '', 10);
  return Number.isSafeInteger(start) ? start : 1;
}
