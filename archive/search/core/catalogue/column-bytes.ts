import { IndexFormatError } from '../packed/format-error.ts';
import type { ByteRange } from '../packed/sections.ts';

export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** In the order in which they are tried: a column is stored in the first that holds all of its numbers. */
const widths = [Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array] as const;

/** The number of the width in `widths`, in bytes enough to keep what follows where numbers may lie. */
const HEAD_BYTES = 8;

/** A column as it is stored: how its numbers are written, then they, in as few bytes as hold them all. */
export function columnBytes(numbers: NumberArray): Uint8Array {
  const [least, most] = boundsOf(numbers);
  const isWhole = numbers.every((number: number) => Number.isInteger(number));
  const width = isWhole ? widthOf(least, most) : widths.length - 1;
  const narrow = (widths[width] ?? Float64Array).from(numbers);
  const bytes = new Uint8Array(HEAD_BYTES + narrow.byteLength);
  bytes[0] = width;
  bytes.set(new Uint8Array(narrow.buffer), HEAD_BYTES);
  return bytes;
}

/** How many numbers a column has. @throws IndexFormatError when the bytes are not those of one. */
export function columnLength(range: ByteRange): number {
  const length = (range.length - HEAD_BYTES) / typeOf(range).BYTES_PER_ELEMENT;
  if (!Number.isInteger(length)) throw new IndexFormatError('a column is cut off');
  return length;
}

/**
 * Reads what `columnBytes` gave.
 *
 * @param into as long as the column is.
 * @throws IndexFormatError when it is not.
 */
export function readColumn<A extends NumberArray>(range: ByteRange, into: A): A {
  const type = typeOf(range);
  if (range.length !== HEAD_BYTES + into.length * type.BYTES_PER_ELEMENT)
    throw new IndexFormatError(`a column has ${range.length} bytes, not those of ${into.length} numbers`);
  // A buffer of its own: numbers must start at a multiple of their size.
  into.set(new type(new Uint8Array(range.read(HEAD_BYTES, range.length)).buffer));
  return into;
}

function typeOf(range: ByteRange): (typeof widths)[number] {
  const type = range.length < HEAD_BYTES ? undefined : widths[range.read(0, 1)[0] ?? widths.length];
  if (type === undefined) throw new IndexFormatError('a column is cut off');
  return type;
}

function widthOf(least: number, most: number): number {
  if (least < 0) return least >= -0x80000000 && most <= 0x7fffffff ? 3 : 4;
  if (most <= 0xff) return 0;
  if (most <= 0xffff) return 1;
  return most <= 0xffffffff ? 2 : 4;
}

function boundsOf(numbers: NumberArray): readonly [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}
