import { findElement, hasClass } from './html-dom.ts';
import type { HtmlDocument, HtmlElement } from './html-dom.ts';
import { readSitePage } from './site-page.ts';
import type { Source } from './source.ts';

/** A page of regeringen.se as saved from 2014 to 2018: its dates in `.contentfooter`, its sender in a line of its own. */
export const regeringen2014: Source<HtmlDocument> = {
  parser: 'regeringen-2014/1',
  mediaType: 'text/html',
  read: (input) =>
    findElement(input.content, isOfTemplate) === null
      ? null
      : readSitePage(input, { isTitle: (element) => element.tagName === 'h1', isSender }),
};

function isOfTemplate(element: HtmlElement): boolean {
  return isSender(element) || hasClass(element, 'contentfooter');
}

function isSender(element: HtmlElement): boolean {
  return hasClass(element, 'media--publikations__sender') || hasClass(element, 'categories-text');
}
