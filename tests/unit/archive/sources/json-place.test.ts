import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstNonJson } from '../../../../archive/sources/json-place.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', () => {
  test.each([
    ['[1, oj]', 4],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['[1}', 2],
    ['[1] 2', 4],
    ['["a\nb"]', 1],
    ['[01]', 2],
    ['["a"', 4],
    ['', 0],
  ])('%j: %i', (text, offset) => {
    expect(firstNonJson(text)).toBe(offset);
  });

  test('is nowhere in what the runtime takes for JSON, and somewhere in all else', () => {
    const token = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"a"',
      '"\\u00e5\\n"',
      '"\\x"',
      '-1.5e3',
      '01',
      'true',
      'TRUE',
      '1e5',
      '1E+2',
      '"\\u00AF"',
      '"\u0080"',
      'nul',
      ' ',
      '\n',
    );
    const text = fc.oneof(
      fc.array(token, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(text, (candidate) => {
        expect(firstNonJson(candidate) === null).toBe(isJson(candidate));
      }),
      { numRuns: 3000 },
    );
  });
});
