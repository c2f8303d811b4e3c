import { canonicalAddress } from '../model/address.ts';
import { ancestors, attributeOf, classesOf, findElement, hasClass, outermost, textOf } from './html-dom.ts';
import type { HtmlDocument, HtmlElement } from './html-dom.ts';

/** A page whose frame has been found: its main part, title and address. */
export interface Framed {
  readonly document: HtmlDocument;
  readonly main: HtmlElement;
  readonly title: HtmlElement;
  /** What the page says is its address, canonical; null when it says nothing. */
  readonly address: string | null;
  /** Its address as given or, without one, as it prints it: what relative links are relative to; null when unknown. */
  readonly base: string | null;
}

const LEAD = /^(?:[\w-]+[_-])?(?:ingress|preamble)$/iu;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu;

const ATTACHMENT_LISTS: readonly string[] = ['list--icons', 'list--Block--icons'];

/** Boxes around a page, never part of it. */
const BOXES: readonly string[] = ['island', 'contentfooter', 'rs_skip', 'block--timeLinks'];
const CHROME: readonly string[] = [
  ...BOXES,
  'masthead',
  'date-publ-updated',
  'media--publikations__sender',
  'categories-text',
  'block--politikomrLinks',
  'toggle-on-off',
  ...ATTACHMENT_LISTS,
];

/** Finds the frame of a page; null when it has no main part with a title. `given` is its address, where known. */
export function frameOf(
  document: HtmlDocument,
  isTitle: (element: HtmlElement) => boolean,
  given: string | null,
): Framed | null {
  const main = findElement(document, isMain);
  const title = main === null ? null : findElement(main, isTitle);
  if (main === null || title === null || textOf(title, isVignette) === '') return null;
  const printed = printedAddress(document);
  const address = printed === null ? null : canonicalAddress(printed);
  return { document, main, title, address, base: given ?? printed };
}

function isMain(element: HtmlElement): boolean {
  return element.tagName === 'main' || attributeOf(element, 'role') === 'main';
}

/** `<link rel=canonical>`, else `og:url` or `DC.Identifier`, as the page prints it. */
function printedAddress(document: HtmlDocument): string | null {
  const link = findElement(
    document,
    (element) => element.tagName === 'link' && attributeOf(element, 'rel')?.toLowerCase() === 'canonical',
  );
  const candidates = [
    link === null ? null : attributeOf(link, 'href'),
    metaOf(document, 'og:url'),
    metaOf(document, 'DC.Identifier'),
  ];
  return candidates.find((text) => text !== null && canonicalAddress(text) !== null) ?? null;
}

/** What a `<meta>` of this name or property says; null when there is none. */
export function metaOf(document: HtmlDocument, name: string): string | null {
  const meta = findElement(
    document,
    (element) =>
      element.tagName === 'meta' &&
      [attributeOf(element, 'name'), attributeOf(element, 'property')].includes(name),
  );
  return meta === null ? null : attributeOf(meta, 'content');
}

/** The nearest declared language; without one, English where the page's address says so. */
export function languageOf({ title, address }: Framed): string | null {
  const declared = [title, ...ancestors(title)]
    .map((element) => attributeOf(element, 'lang')?.trim() ?? '')
    .find((lang) => LANGUAGE.test(lang));
  return declared?.toLowerCase() ?? (/\/in-english(?:\/|$)/u.test(address ?? '') ? 'en' : null);
}

/** The small line within the title: a number of the page's, or what it is and from whom. */
export function isVignette(element: HtmlElement): boolean {
  return hasClass(element, 'h1-vignette');
}

export function vignettesOf(title: HtmlElement): readonly string[] {
  return outermost(title, isVignette)
    .map((element) => textOf(element))
    .filter((line) => line !== '');
}

/** Whether an element is a box around the page: the site's, not the page's words. */
export function isBox(element: HtmlElement): boolean {
  return hasOneOf(element, BOXES) || ['nav', 'footer', 'aside'].includes(element.tagName);
}

/** Whether an element is such a box or frames the page: title, sender, dates, lists of files. */
export function isChrome(element: HtmlElement): boolean {
  return isBox(element) || hasOneOf(element, CHROME);
}

/** Whether an element is a list of files that the page offers. */
export function isAttachmentList(element: HtmlElement): boolean {
  return hasOneOf(element, ATTACHMENT_LISTS);
}

/** The lead stands in `p.ingress`, or in a container of paragraphs named for it. */
export function isLead(element: HtmlElement): boolean {
  return classesOf(element).some((name) => LEAD.test(name));
}

function hasOneOf(element: HtmlElement, names: readonly string[]): boolean {
  return names.some((name) => hasClass(element, name));
}
