import { IndexFormatError } from './format-error.ts';

/** Numbers are stored in groups of seven bits, the lowest first; the eighth says that another group follows (LEB128). */
const GROUP = 0x80;
const FIRST_CAPACITY = 256;

/** Bits in a word of a set. */
export const BITS = 32;

/** The place of the lowest bit that is set in a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A whole number from 0 to 2^32 - 1. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest >= GROUP) {
      this.#bytes[this.#length] = (rest & 0x7f) | GROUP;
      this.#length += 1;
      rest >>>= 7;
    }
    this.#bytes[this.#length] = rest;
    this.#length += 1;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written, as a view that holds until more is written. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  #reserve(more: number): void {
    if (this.#length + more > this.#bytes.length) this.#bytes = grown(this.#bytes, this.#length + more);
  }
}

/** The same bytes with room for more behind them: twice as many, and at least so many in all. */
export function grown(bytes: Uint8Array, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(bytes.length * 2, least));
  larger.set(bytes);
  return larger;
}

/** Reads what `ByteWriter` wrote, from front to back. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** @throws IndexFormatError at the end of the bytes. */
  varint(): number {
    const bytes = this.#bytes;
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      if (this.at >= bytes.length) throw new IndexFormatError('a number is cut off');
      const group = bytes[this.at] ?? 0;
      this.at += 1;
      value |= (group & 0x7f) << shift;
      if (group < GROUP) return value >>> 0;
    }
    throw new IndexFormatError('a number is too long');
  }

  /** The next bytes, as a view. @throws IndexFormatError when there are fewer. */
  bytes(length: number): Uint8Array {
    if (this.at + length > this.#bytes.length) throw new IndexFormatError('bytes are cut off');
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }
}

/** Numbers that grow. */
export class NumberList {
  #numbers = new Uint32Array(FIRST_CAPACITY);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = value;
    this.#length += 1;
  }

  /** What was pushed, as a view that holds until more is pushed. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }
}

/** Whole numbers as bytes, lowest byte first, as every machine that runs this lays them out. */
export function numberBytes(numbers: Uint16Array | Uint32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The inverse of `numberBytes`; copies, for the bytes may lie anywhere. */
export function uint32sOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
