import type { Inline } from '../model/block.ts';
import { encodedMail, hidesMail } from './encoded-mail.ts';
import { linkAddress } from './hrefs.ts';
import { attributeOf, childrenOf, hasClass, isElement, isText } from './html-dom.ts';
import type { HtmlElement, HtmlNode } from './html-dom.ts';

export interface HtmlReading {
  /** The page's address, for relative links; null when unknown. */
  readonly base: string | null;
  /** Elements to leave out with all they hold: what belongs to the site, not to the page. */
  readonly skip: (element: HtmlElement) => boolean;
}

const WORDLESS: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg math iframe object embed video audio canvas map form button select input ' +
    'textarea label img picture head link meta'
  ).split(' '),
);
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Whether an element is part of a line, not a block of its own. */
export function isInline(element: HtmlElement): boolean {
  return INLINE.has(element.tagName);
}

/** Whether an element holds nothing a reader sees as the page's words. */
export function isUnseen(element: HtmlElement, reading: HtmlReading): boolean {
  if (WORDLESS.has(element.tagName) || reading.skip(element)) return true;
  return attributeOf(element, 'hidden') !== null || hasClass(element, 'sr-only');
}

/**
 * All words below a node as one run of inlines; blocks and `<br>` in it become line breaks.
 *
 * @param leaveOut - elements that are read elsewhere (a list within an item)
 */
export function htmlInlines(
  node: HtmlNode,
  reading: HtmlReading,
  leaveOut: (element: HtmlElement) => boolean = () => false,
): readonly Inline[] {
  return childrenOf(node).flatMap((child) => inlinesOfNode(child, reading, leaveOut));
}

/** As `htmlInlines`, for the node itself with what it is. */
export function inlinesOfNode(
  node: HtmlNode,
  reading: HtmlReading,
  leaveOut: (element: HtmlElement) => boolean = () => false,
): readonly Inline[] {
  if (isText(node)) return [{ text: node.value.replace(/[ \t\r\n\f]+/gu, ' ') }];
  if (!isElement(node) || isUnseen(node, reading) || leaveOut(node)) return [];
  if (node.tagName === 'br') return [{ text: '\n' }];
  if (node.tagName === 'a' || hidesMail(node)) return linkInlines(node, reading, leaveOut);
  const inside = htmlInlines(node, reading, leaveOut);
  return isInline(node) ? inside : [{ text: '\n' }, ...inside, { text: '\n' }];
}

function linkInlines(
  element: HtmlElement,
  reading: HtmlReading,
  leaveOut: (element: HtmlElement) => boolean,
): readonly Inline[] {
  const mail = encodedMail(element);
  if (hidesMail(element)) return mail === null ? [] : [{ text: mail, href: `mailto:${mail}` }];
  const href = mail === null ? attributeOf(element, 'href') : `mailto:${mail}`;
  const address = linkAddress(href ?? undefined, reading.base);
  return htmlInlines(element, reading, leaveOut).map((inline) =>
    address === undefined ? inline : { href: address, ...inline },
  );
}
