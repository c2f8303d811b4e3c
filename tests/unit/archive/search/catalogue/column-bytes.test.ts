import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnBytes,
  columnLength,
  readColumn,
} from '../../../../../archive/search/core/catalogue/column-bytes.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { MemoryRange } from '../../../../../archive/search/core/packed/sections.ts';

describe('a stored column', () => {
  it('comes back as it was, whatever its numbers', () => {
    const columns = fc.oneof(
      fc.uint8Array(),
      fc.uint16Array(),
      fc.uint32Array(),
      fc.int32Array(),
      fc.float64Array({ noNaN: true }),
      fc.array(fc.integer({ min: 0, max: 300 })).map((numbers) => Uint32Array.from(numbers)),
    );
    fc.assert(
      fc.property(columns, (column) => {
        const range = new MemoryRange(columnBytes(column));
        expect(columnLength(range)).toBe(column.length);
        const empty = column.slice().fill(0);
        // Minus nought is nought: no column has any.
        expect(Array.from(readColumn(range, empty), (number) => number + 0)).toEqual(
          Array.from(column, (number) => number + 0),
        );
      }),
    );
  });

  it('takes no more bytes a number than the largest of them needs', () => {
    expect(columnBytes(Uint32Array.of(0, 255)).length).toBe(8 + 2);
    expect(columnBytes(Uint32Array.of(0, 256)).length).toBe(8 + 4);
    expect(columnBytes(Float64Array.of(0, 70_000)).length).toBe(8 + 8);
    expect(columnBytes(Int32Array.of(-1)).length).toBe(8 + 4);
  });

  it('is refused when it is of another length than asked for', () => {
    const bytes = columnBytes(Uint32Array.of(1, 70_000));
    for (const length of [0, 7, 8, 12, 15])
      expect(() => readColumn(new MemoryRange(bytes.subarray(0, length)), new Uint32Array(2))).toThrow(
        IndexFormatError,
      );
    expect(() => readColumn(new MemoryRange(bytes), new Uint32Array(3))).toThrow(IndexFormatError);
    expect(() => columnLength(new MemoryRange(bytes.subarray(0, 11)))).toThrow(IndexFormatError);
  });
});
