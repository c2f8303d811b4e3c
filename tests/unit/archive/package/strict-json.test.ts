import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../archive/model/canonical-json.ts';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from '../../../../archive/package/bounds.ts';
import { isCanonical, parseJson } from '../../../../archive/package/strict-json.ts';

/** What bytes are refused for; null when they are parsed. */
function refused(bytes: Uint8Array | string): string | null {
  try {
    parseJson(Buffer.from(bytes), (reason) => new Error(reason));
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function canonical(text: string): boolean {
  return isCanonical(Buffer.from(text), JSON.parse(text));
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const values = (count: number): string => `[${Array.from({ length: count - 1 }, () => 0).join()}]`;

describe('JSON that someone else wrote', () => {
  it('is parsed as JSON is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        const parsed = parseJson(Buffer.from(text), (reason) => new Error(reason));
        expect(JSON.stringify(parsed)).toBe(text);
      }),
    );
  });

  it('is taken up to the bounds and refused beyond them', () => {
    expect(refused(nested(MAX_JSON_DEPTH))).toBeNull();
    expect(refused(nested(MAX_JSON_DEPTH + 1))).toBe('nested-too-deep');
    expect(refused(values(MAX_JSON_VALUES))).toBeNull();
    expect(refused(values(MAX_JSON_VALUES + 1))).toBe('too-many-values');
    expect(refused('{"a":'.repeat(1 << 20))).toBe('nested-too-deep');
  });

  it('may have as many brackets and commas in its texts as it likes', () => {
    const text = `${'['.repeat(1000)}${','.repeat(MAX_JSON_VALUES)}\\"${'{'.repeat(1000)}\\\\`;
    expect(refused(`{"a":"${text}","b":[1]}`)).toBeNull();
  });

  it.each<[string, Uint8Array | string, string]>([
    ['half a character in bytes', Buffer.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'not-utf8'],
    ['a byte that begins nothing', Buffer.of(0x22, 0xff, 0x22), 'not-utf8'],
    ['an overlong slash', Buffer.of(0x22, 0xc0, 0xaf, 0x22), 'not-utf8'],
    ['a byte order mark', '\uFEFF{}', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a string without end', '"abc', 'not-json'],
    ['a string that ends in an escape', '"abc\\', 'not-json'],
    ['two values', '{}{}', 'not-json'],
    ['a comment', '{}/**/', 'not-json'],
    ['no number', '[NaN]', 'not-json'],
  ])('is refused for %s', (_, bytes, reason) => {
    expect(refused(bytes)).toBe(reason);
  });
});

describe('JSON that can be written in one way only', () => {
  it('is what our own writer writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(canonicalJson(value))).toBe(true);
      }),
    );
  });

  it.each([
    ['white space', '{"a": 1}'],
    ['members in another order', '{"b":1,"a":2}'],
    ['a member that stands twice', '{"a":1,"a":2}'],
    ['half a character', '{"a":"\\ud800"}'],
    ['a character written as its number', '{"a":"\\u00e5"}'],
    ['a slash that is escaped', '{"a":"\\/"}'],
    ['a number with a needless zero', '{"a":1.0}'],
    ['a number in another way', '{"a":1e2}'],
    ['a number beyond what is exact', '{"a":9007199254740993}'],
    ['a zero with a sign', '{"a":-0}'],
  ])('has no %s', (_, text) => {
    expect(canonical(text)).toBe(false);
  });

  it('keeps a member named as a prototype is', () => {
    expect(canonical('{"__proto__":{"a":1},"b":2}')).toBe(true);
    expect(canonical('{"b":2,"__proto__":{"a":1}}')).toBe(false);
    expect(({} as { readonly a?: number }).a).toBeUndefined();
  });
});
