import { attributeOf, hasClass } from './html-dom.ts';
import type { HtmlDocument } from './html-dom.ts';
import { readSitePage } from './site-page.ts';
import type { Source } from './source.ts';

/** A page of regeringen.se as saved in 2026: `h1#h1id`, its sender in `.categories-text`. */
export const regeringen2026: Source<HtmlDocument> = {
  parser: 'regeringen-2026/1',
  mediaType: 'text/html',
  read: (input) =>
    readSitePage(input, {
      isTitle: (element) => element.tagName === 'h1' && attributeOf(element, 'id') === 'h1id',
      isSender: (element) => hasClass(element, 'categories-text'),
    }),
};
