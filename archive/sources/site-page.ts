import type { Block } from '../model/block.ts';
import { BannerLines, takeOuterBanners } from './banner-lines.ts';
import { takeContacts } from './contacts.ts';
import { htmlBlocks } from './html-blocks.ts';
import { childrenOf, findElement, hasClass, isElement, isWithin, outermost, textOf } from './html-dom.ts';
import type { HtmlDocument, HtmlElement } from './html-dom.ts';
import { attachmentsOf, bannersAround, contactsBeside, shortcutsOf } from './site-boxes.ts';
import {
  frameOf,
  isAttachmentList,
  isBox,
  isChrome,
  isLead,
  isVignette,
  languageOf,
  vignettesOf,
} from './site-frame.ts';
import type { Framed } from './site-frame.ts';
import { datesOf, kindOf, tagsOf } from './site-tags.ts';
import type { PageInput, PageReading, PageWords } from './source.ts';

/** What differs between the site's templates. */
export interface Template {
  readonly isTitle: (element: HtmlElement) => boolean;
  readonly isSender: (element: HtmlElement) => boolean;
}

/** Reads a page of the site; null when it has no main part with the template's title. */
export function readSitePage(input: PageInput<HtmlDocument>, template: Template): PageReading | null {
  const framed = frameOf(input.content, template.isTitle, input.address);
  if (framed === null) return null;
  return { address: framed.address, words: wordsOf(framed, template), problems: [] };
}

function wordsOf(framed: Framed, template: Template): PageWords {
  const { main, title } = framed;
  const senderElements = outermost(main, template.isSender);
  const vignettes = vignettesOf(title);
  const senders = [...senderElements.map((element) => textOf(element)), ...vignettes.filter(isSenderLine)];
  const tags = tagsOf(framed, senderElements, senders);
  const bodies = new Set(bodyContainers(main));
  const banners = new BannerLines();
  banners.add(bannersAround(main, bodies));
  const body = takeContacts(takeOuterBanners(bodyBlocks(framed), banners));
  return {
    title: textOf(title, isVignette),
    lead: htmlBlocks(leadElements(main), { base: framed.base, skip: () => false }),
    body: body.blocks,
    senders: senders.filter((line) => line !== ''),
    tags,
    dates: datesOf(framed),
    banners: banners.lines,
    contacts: eachOnce([...body.contacts, ...contactsBeside(framed, bodies)]),
    attachments: attachmentsOf(framed),
    shortcuts: shortcutsOf(framed),
    designations: vignettes.filter((line) => !isSenderLine(line)),
    kind: kindOf(framed, senders, tags),
    language: languageOf(framed),
  };
}

/** A vignette holds a number of the page's or, on some pages, what it is and from whom. */
function isSenderLine(line: string): boolean {
  return !/\d/u.test(line);
}

function leadElements(main: HtmlElement): readonly HtmlElement[] {
  return outermost(main, isLead).filter((element) => !isWithin(element, isBox));
}

/** The `.has-wordExplanation` containers; on a page without words there, all of the main part but its frame. */
function bodyBlocks(framed: Framed): readonly Block[] {
  const containers = bodyContainers(framed.main);
  const blocks = htmlBlocks(containers, { base: framed.base, skip: isLead });
  if (blocks.length > 0) return blocks;
  const column = findElement(framed.main, (element) => hasClass(element, 'col-1')) ?? framed.main;
  const skip = (element: HtmlElement): boolean =>
    isChrome(element) || isLead(element) || element === framed.title || labelsAttachments(element);
  return htmlBlocks([column], { base: framed.base, skip });
}

function bodyContainers(main: HtmlElement): readonly HtmlElement[] {
  return outermost(main, (element) => hasClass(element, 'has-wordExplanation') && !isLead(element)).filter(
    (element) => !isWithin(element, isBox) && !isWithin(element, isLead),
  );
}

/** A heading such as "Ladda ner:" right before a list of files. */
function labelsAttachments(element: HtmlElement): boolean {
  if (!/^h\d$/u.test(element.tagName) || element.parentNode === null) return false;
  const siblings = childrenOf(element.parentNode).filter(isElement);
  const next = siblings[siblings.indexOf(element) + 1];
  return next !== undefined && isAttachmentList(next);
}

/** Contact blocks without those that the page's frame and its body both hold. */
function eachOnce(contacts: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(contacts.map((lines) => [lines.join('\n'), lines])).values()];
}
