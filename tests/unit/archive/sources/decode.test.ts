import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../../archive/model/problem.ts';
import { decodeText } from '../../../../archive/sources/decode.ts';

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function problemOf(bytes: Uint8Array): unknown {
  try {
    return decodeText(bytes, 'sida.html');
  } catch (error) {
    return error instanceof ProblemError ? error.problem : error;
  }
}

describe('text comes out of', () => {
  test('UTF-8, with or without a byte-order mark', () => {
    expect(decodeText(utf8('Fyr på ö'), 'a')).toBe('Fyr på ö');
    expect(decodeText(utf8('\uFEFFFyr på ö'), 'a')).toBe('Fyr på ö');
  });

  test('UTF-16 with a mark', () => {
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('på ö', 'utf16le')]), 'a')).toBe(
      'på ö',
    );
  });

  test.each([
    '<meta charset=iso-8859-1>',
    '<meta charset="windows-1252">',
    '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
  ])('Latin-1 that a page declares: %s', (meta) => {
    const page = latin1(`<html><head>${meta}</head><body>Fyr på ö \x96 ljus</body></html>`);
    expect(decodeText(page, 'a')).toContain('Fyr på ö – ljus');
  });
});

test('control characters are no text; tabs, line ends and soft hyphens are', () => {
  expect(decodeText(utf8('a\u0000b\u001B[2Jc\u0085d\te\r\nf\u00ADg'), 'a')).toBe('ab[2Jcd\te\r\nf\u00ADg');
});

describe('bytes in no declared encoding are refused, with their first bad line', () => {
  test('a text', () => {
    expect(problemOf(Buffer.concat([utf8('rad ett\nrad två\n'), latin1('på ö\n')]))).toEqual({
      code: 'source-bad-encoding',
      file: 'sida.html',
      line: 3,
      params: { declared: 'utf-8' },
    });
  });

  test('a page that declares UTF-8, or what nobody knows', () => {
    expect(problemOf(latin1('<meta charset=utf-8>\npå'))).toMatchObject({
      line: 2,
      params: { declared: 'utf-8' },
    });
    expect(problemOf(latin1('<meta charset=koi8-r>på'))).toMatchObject({
      line: 1,
      params: { declared: 'koi8-r' },
    });
  });
});
