import { describe, expect, test } from 'vitest';
import { linkAddress, withoutLinkNote } from '../../../../archive/sources/hrefs.ts';

const BASE = 'https://nordland.example/tal/2018/03/fyrar/';

describe('the address of a link', () => {
  test.each([
    ['https://x.example/ö?a=b#c', 'https://x.example/ö?a=b#c'],
    ['HTTP://x.example', 'HTTP://x.example'],
    ['mailto:siv@x.example', 'mailto:siv@x.example'],
    ['tel:+0010555', 'tel:+0010555'],
    ['/a/b', 'https://nordland.example/a/b'],
    ['//y.example/a', 'https://y.example/a'],
    [' ../b\n/c ', 'https://nordland.example/tal/2018/03/b/c'],
  ])('%j is %s', (href, address) => {
    expect(linkAddress(href, BASE)).toBe(address);
  });

  test('stays as printed where the page has no known address', () => {
    expect(linkAddress('/a/b', null)).toBe('/a/b');
  });

  test.each([
    '',
    '#noter',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    `/${'a'.repeat(5000)}`,
  ])('is none for %j', (href) => {
    expect(linkAddress(href, BASE)).toBeUndefined();
  });
});

test('a note to screen readers is no part of a label; other words about links are', () => {
  expect(withoutLinkNote('Fyrarnas vänner\u00A0 - extern webbplats,')).toBe('Fyrarnas vänner');
  expect(withoutLinkNote('Fyrarnas vänner - öppnas i ny flik, extern webbplats,')).toBe('Fyrarnas vänner');
  expect(withoutLinkNote('Om vår externa webbplats')).toBe('Om vår externa webbplats');
});
