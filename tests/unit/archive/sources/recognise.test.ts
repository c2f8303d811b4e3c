import { describe, expect, test } from 'vitest';
import { sortOf, startsAsJson } from '../../../../archive/sources/recognise.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('a file is told by what it holds', () => {
  test.each([
    ['', 'empty'],
    ['\uFEFF \r\n\t', 'empty'],
    ['\n <!DOCTYPE html><html>', 'html'],
    ['<!-- saved -->\n<HTML lang=sv>', 'html'],
    ['\uFEFF<html>', 'html'],
    [' [{"title": "x"}]', 'json'],
    ['\uFEFF{"a": 1}', 'json'],
    ['Pressmeddelande från <html>', 'text'],
    ['# Rubrik', 'text'],
    ['<fyr>', 'text'],
    ['%PDF-1.4 \u0000\u0001', 'binary'],
  ] as const)('%j is %s', (text, sort) => {
    expect(sortOf(bytes(text))).toBe(sort);
  });

  test('gzip and tar by their marks', () => {
    expect(sortOf(Uint8Array.from([0x1f, 0x8b, 8, 0]))).toBe('archive');
    expect(sortOf(Buffer.concat([Buffer.alloc(257, 'a'), bytes('ustar\u000000')]))).toBe('archive');
  });

  test('UTF-16 is text in spite of its NUL bytes', () => {
    expect(sortOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Publicerad', 'utf16le')]))).toBe(
      'text',
    );
  });
});

test('the first bytes tell JSON from text', () => {
  expect(startsAsJson(bytes('  \n[1'))).toBe(true);
  expect(startsAsJson(bytes('fyr [1]'))).toBe(false);
  expect(startsAsJson(bytes(''))).toBe(false);
});
