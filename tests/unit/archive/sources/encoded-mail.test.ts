import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodedMail } from '../../../../archive/sources/encoded-mail.ts';
import { findElement, parseHtml } from '../../../../archive/sources/html-dom.ts';

function mailIn(html: string): string | null {
  const element = findElement(parseHtml(html, 'a.html'), ({ tagName }) => tagName === 'a');
  return element === null ? null : encodedMail(element);
}

function hidden(text: string, key: number): string {
  const bytes = [key, ...Buffer.from(text, 'utf8').map((byte) => byte ^ key)];
  return Buffer.from(bytes).toString('hex');
}

describe('an address hidden by the network that delivers the page', () => {
  test('is found again, in the attribute or in the link, whatever the key', () => {
    const address = fc.stringMatching(/^[a-zåäö0-9.]{1,20}@[a-z]{1,10}\.example$/u);
    fc.assert(
      fc.property(address, fc.integer({ min: 0, max: 255 }), (text, key) => {
        expect(mailIn(`<a data-cfemail="${hidden(text, key)}">[email&#160;protected]</a>`)).toBe(text);
        expect(mailIn(`<a href="/cdn-cgi/l/email-protection#${hidden(text, key)}">E-post</a>`)).toBe(text);
      }),
    );
  });

  test('of a share link is the query it was, and names nobody', () => {
    expect(mailIn(`<a href="/cdn-cgi/l/email-protection#${hidden('?body=fyrar', 7)}">E-post</a>`)).toBe(
      '?body=fyrar',
    );
  });

  test.each([
    ['not hexadecimal', '<a data-cfemail="zz12">x</a>'],
    ['half a byte', '<a data-cfemail="5a3f3">x</a>'],
    ['only a key', '<a data-cfemail="5a">x</a>'],
    ['no UTF-8', `<a data-cfemail="00ff40ff">x</a>`],
    ['no address', `<a data-cfemail="${hidden('fyr', 3)}">x</a>`],
    ['another link', '<a href="/email-protection/">x</a>'],
  ])('is not made up: %s', (_, html) => {
    expect(mailIn(html)).toBeNull();
  });
});
