import type { LinkedFile } from '../model/said.ts';
import { bannerLinesOf } from './banner-lines.ts';
import { isContactLabel, takeContacts } from './contacts.ts';
import { linkAddress } from './hrefs.ts';
import { htmlBlocks } from './html-blocks.ts';
import { attributeOf, childrenOf, descendants, findElement, hasClass, isElement } from './html-dom.ts';
import { outermost, textOf } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';
import { isBlank } from './inlines.ts';
import { isAttachmentList, isBox } from './site-frame.ts';
import type { Framed } from './site-frame.ts';

/** Elements that hold lines of their own: what stands around them is no line. */
const HOLDS_LINES = new Set(
  'p div section article aside header footer main nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th'.split(
    ' ',
  ),
);

/** Lines of the boxes that stand outside the body. */
export function bannersAround(main: HtmlElement, bodies: ReadonlySet<HtmlElement>): readonly string[] {
  const skip = (element: HtmlElement): boolean => bodies.has(element) || hasClass(element, 'contentfooter');
  const leaves = [...descendants(main, skip)].filter(
    (element) => !childrenOf(element).some((child) => isElement(child) && HOLDS_LINES.has(child.tagName)),
  );
  return leaves.flatMap((element) => bannerLinesOf(textOf(element)) ?? []);
}

/** Contact boxes beside the body: what stands in the same element as a heading such as "Presskontakt". */
export function contactsBeside(
  framed: Framed,
  bodies: ReadonlySet<HtmlElement>,
): readonly (readonly string[])[] {
  const skip = (element: HtmlElement): boolean => bodies.has(element);
  const boxes = [...descendants(framed.main, skip)]
    .filter((element) => /^h[2-6]$/u.test(element.tagName) && isContactLabel(textOf(element)))
    .flatMap(({ parentNode }) => (parentNode !== null && isElement(parentNode) ? [parentNode] : []));
  return [...new Set(boxes)].flatMap(
    (box) => takeContacts(htmlBlocks([box], { base: framed.base, skip })).contacts,
  );
}

/** Files the page offers: its lists of icons, but those of the boxes around it. */
export function attachmentsOf(framed: Framed): readonly LinkedFile[] {
  return outermost(framed.main, (element) => isBox(element) || isAttachmentList(element))
    .filter(isAttachmentList)
    .flatMap((list) => (isBox(list) ? [] : linksIn(list, framed)));
}

/** Links of the boxes headed "Genväg". */
export function shortcutsOf(framed: Framed): readonly LinkedFile[] {
  return outermost(framed.main, (element) => hasClass(element, 'island'))
    .filter((island) => {
      const heading = findElement(island, (element) => /^h[2-6]$/u.test(element.tagName));
      return heading !== null && /^genväg(?:ar)?:?$/iu.test(textOf(heading).normalize('NFC'));
    })
    .flatMap((island) => linksIn(island, framed));
}

function linksIn(box: HtmlElement, framed: Framed): readonly LinkedFile[] {
  return [...descendants(box)].flatMap((element) => {
    const href = linkAddress(attributeOf(element, 'href') ?? undefined, framed.base);
    const label = textOf(element, (inner) => hasClass(inner, 'sr-only'));
    return element.tagName === 'a' && href !== undefined && !isBlank(label) ? [{ label, href }] : [];
  });
}
