import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { problem, ProblemError } from '../model/problem.ts';
import { oneLine } from './inlines.ts';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** Real pages nest some thirty deep. Past this bound a page is refused before the parser's own work explodes. */
const DEEPEST_NESTING = 400;

/**
 * Parses a page as browsers do (parse5: WHATWG HTML).
 *
 * @throws ProblemError `source-unreadable` when elements nest deeper than any real page's.
 */
export function parseHtml(text: string, file: string): HtmlDocument {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush(): void {
      depth += 1;
      if (depth <= DEEPEST_NESTING) return;
      throw new ProblemError(problem('source-unreadable', { file }, { reason: 'nested-too-deep' }));
    },
    onItemPop(): void {
      depth -= 1;
    },
  };
  return parse(text, { treeAdapter });
}

/** All elements below a node, in document order; those for which `skip` holds are left out with all they hold. */
export function* descendants(
  node: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): Generator<HtmlElement> {
  for (const child of childrenOf(node)) {
    if (!isElement(child) || skip(child)) continue;
    yield child;
    yield* descendants(child, skip);
  }
}

/** The first element below a node that fits; null when there is none. */
export function findElement(node: HtmlNode, fits: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of descendants(node)) if (fits(element)) return element;
  return null;
}

/** The outermost elements below a node that fit, in document order. */
export function outermost(node: HtmlNode, fits: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  return childrenOf(node).flatMap((child) => {
    if (!isElement(child)) return [];
    return fits(child) ? [child] : outermost(child, fits);
  });
}

/** Whether the element or one it stands in fits. */
export function isWithin(element: HtmlElement, fits: (element: HtmlElement) => boolean): boolean {
  return fits(element) || ancestors(element).some(fits);
}

/** The elements it stands in, nearest first. */
export function ancestors(element: HtmlElement): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  let parent = element.parentNode;
  while (parent !== null && isElement(parent)) {
    found.push(parent);
    parent = parent.parentNode;
  }
  return found;
}

/** An attribute's value; null when the element has no such attribute. Names are in lower case. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Whether one of the element's classes is the one named. */
export function hasClass(element: HtmlElement, name: string): boolean {
  return classesOf(element).includes(name);
}

export function classesOf(element: HtmlElement): readonly string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/u);
}

/** All text below a node, on one line, without what `skip` leaves out. */
export function textOf(node: HtmlNode, skip: (element: HtmlElement) => boolean = () => false): string {
  return oneLine(rawText(node, skip));
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'childNodes' in node ? node.childNodes : [];
}

function rawText(node: HtmlNode, skip: (element: HtmlElement) => boolean): string {
  if (isText(node)) return node.value;
  if (isElement(node) && node.tagName === 'br') return ' ';
  return childrenOf(node)
    .filter((child) => !isElement(child) || !skip(child))
    .map((child) => rawText(child, skip))
    .join('');
}
