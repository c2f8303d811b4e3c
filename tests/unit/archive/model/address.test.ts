import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../../archive/model/address.ts';

describe('the canonical address', () => {
  it.each([
    [
      'http://www.Regering.example/Pressmeddelanden/2016/05/Nytt/',
      'https://www.regering.example/Pressmeddelanden/2016/05/Nytt',
    ],
    ['https://regering.example/a?page=2#kontakt', 'https://regering.example/a'],
    ['  https://regering.example/a//  ', 'https://regering.example/a'],
    ['https://regering.example/', 'https://regering.example'],
    ['https://regering.example', 'https://regering.example'],
    ['https://regering.example/v%C3%A5rd', 'https://regering.example/v%C3%A5rd'],
    ['https://regering.example/vård', 'https://regering.example/v%C3%A5rd'],
  ])('of %s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  it.each([
    '',
    'regering.example/a',
    '/a/b',
    'mailto:a@b.example',
    'ftp://a.example/b',
    'file:///etc/passwd',
    'https://',
  ])('is none for %j', (text) => {
    expect(canonicalAddress(text)).toBeNull();
  });

  it('of a canonical address is itself', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalAddress(url);
        expect(once).not.toBeNull();
        expect(canonicalAddress(once ?? '')).toBe(once);
        expect(once).not.toMatch(/[?#]|\/$/u);
      }),
    );
  });
});
