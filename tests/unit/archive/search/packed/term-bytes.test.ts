import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '../../../../../archive/search/core/packed/bytes.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import {
  compareBytes,
  termBytes,
  termOfBytes,
} from '../../../../../archive/search/core/packed/term-bytes.ts';

/** Any UTF-16 units, with those where the number of bytes changes more often than chance would have it. */
const unit = fc.oneof(
  fc.nat(0xffff),
  fc.constantFrom(0, 0x7f, 0x80, 0x7ff, 0x800, 0xfff, 0x1000, 0xd7ff, 0xd83d, 0xde00, 0xe000, 0xffff),
);
const term = fc.array(unit, { maxLength: 8 }).map((units) => String.fromCharCode(...units));

describe('the bytes of a term', () => {
  it('give the term back, whatever units it is made of', () => {
    fc.assert(
      fc.property(term, (one) => {
        expect(termOfBytes(termBytes(one))).toBe(one);
      }),
      { numRuns: 2000 },
    );
  });

  it('are UTF-8 where a term has no surrogates', () => {
    const plain = term.filter((one) => !/[\ud800-\udfff]/.test(one));
    fc.assert(
      fc.property(plain, (one) => {
        expect([...termBytes(one)]).toEqual([...Buffer.from(one)]);
      }),
    );
  });

  it('compare as JavaScript compares the terms', () => {
    fc.assert(
      fc.property(term, term, term, (a, b, start) => {
        for (const [x, y] of [
          [a, b],
          [start + a, start + b],
          [start, start + a],
        ] as const) {
          const order = x === y ? 0 : x < y ? -1 : 1;
          expect(Math.sign(compareBytes(termBytes(x), termBytes(y)))).toBe(order);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('cut off within a unit are refused', () => {
    expect(() => termOfBytes(termBytes('bå').subarray(0, 2))).toThrow(IndexFormatError);
    expect(() => termOfBytes(termBytes('\ue000').subarray(0, 2))).toThrow(IndexFormatError);
  });
});

describe('numbers as bytes', () => {
  const number = fc.oneof(
    fc.nat(300),
    fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    fc.constantFrom(127, 128, 16_383, 16_384, 2 ** 28 - 1, 2 ** 28, 2 ** 31, 2 ** 32 - 1),
  );

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 400 }), (numbers) => {
        const writer = new ByteWriter();
        for (const one of numbers) writer.varint(one);
        const reader = new ByteReader(writer.view());
        expect(numbers.map(() => reader.varint())).toEqual(numbers);
        expect(reader.isAtEnd).toBe(true);
        expect(() => reader.varint()).toThrow(IndexFormatError);
      }),
    );
  });

  it('that never end are refused', () => {
    expect(() => new ByteReader(new Uint8Array(20).fill(0x80)).varint()).toThrow(IndexFormatError);
  });
});
