import { attributeOf } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';

const ENCODED = /^(?:[\da-f]{2}){2,}$/iu;
const LINK = /\/cdn-cgi\/l\/email-protection#([\da-f]+)$/iu;

/**
 * The e-mail address that a content network hid in an element: hexadecimal bytes, the first of which is the key
 * the others were combined with (exclusive or). Stands in `data-cfemail` or in the link's fragment.
 *
 * @returns the address, or what a `mailto:` link would hold; null when the element hides none or it does not
 *   decode to text. Never a guess.
 */
export function encodedMail(element: HtmlElement): string | null {
  const hidden = attributeOf(element, 'data-cfemail') ?? LINK.exec(attributeOf(element, 'href') ?? '')?.[1];
  if (hidden === undefined || !ENCODED.test(hidden)) return null;
  const [key = 0, ...rest] = Buffer.from(hidden, 'hex');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(rest, (byte) => byte ^ key),
    );
    return text.includes('@') || text.startsWith('?') ? text : null;
  } catch {
    return null;
  }
}

/** Whether an element hides an address, decodable or not: what it shows instead is not the page's words. */
export function hidesMail(element: HtmlElement): boolean {
  return attributeOf(element, 'data-cfemail') !== null;
}
