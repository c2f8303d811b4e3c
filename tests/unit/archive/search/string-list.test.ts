import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexFormatError } from '../../../../archive/search/core/packed/format-error.ts';
import { MemoryRange } from '../../../../archive/search/core/packed/sections.ts';
import { StringList, stringListBytes } from '../../../../archive/search/core/string-list.ts';

function bytesOf(strings: readonly string[]): Uint8Array {
  return Uint8Array.from(stringListBytes(strings).flatMap((piece) => [...piece]));
}

describe('a stored list of strings', () => {
  it('comes back as it was, one by one and all together', () => {
    const lists = fc.oneof(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 5 })),
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 3, maxLength: 3 })),
    );
    fc.assert(
      fc.property(lists, (strings) => {
        const list = new StringList(new MemoryRange(bytesOf(strings)));
        expect(list.all()).toEqual(strings);
        expect(strings.map((_, n) => list.at(n))).toEqual(strings);
      }),
    );
  });

  it('is refused when it is not whole', () => {
    for (const strings of [['åå', 'b'], ['aa', 'bb'], []]) {
      const bytes = bytesOf(strings);
      for (let length = 0; length < bytes.length; length += 1)
        expect(() => new StringList(new MemoryRange(bytes.subarray(0, length)))).toThrow(IndexFormatError);
      const longer = new MemoryRange(Uint8Array.from([...bytes, 0]));
      expect(() => new StringList(longer)).toThrow(IndexFormatError);
    }
  });
});
