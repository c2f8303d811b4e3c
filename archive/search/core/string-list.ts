import { IndexFormatError } from './packed/format-error.ts';
import type { ByteRange } from './packed/sections.ts';
import { termBytes, termOfBytes } from './packed/term-bytes.ts';

const BYTES_OF_NUMBER = Uint32Array.BYTES_PER_ELEMENT;
const HEAD_NUMBERS = 2;

/**
 * Strings as they are stored: how many, and how many bytes each has when all have as many, otherwise 0 (four bytes
 * each); in that case where each ends (four bytes each); then their bytes, as those of terms.
 */
export function stringListBytes(strings: readonly string[]): readonly Uint8Array[] {
  const pieces = strings.map(termBytes);
  const first = pieces[0]?.length ?? 0;
  const width = pieces.every((piece) => piece.length === first) ? first : 0;
  let end = 0;
  const ends = pieces.map((piece) => (end += piece.length));
  const head = Uint32Array.from([strings.length, width, ...(width === 0 ? ends : [])]);
  return [new Uint8Array(head.buffer), ...pieces];
}

/** What `stringListBytes` gave, read in place: a string is made when it is asked for. */
export class StringList {
  readonly length: number;
  readonly #width: number;
  readonly #ends: Uint32Array;
  readonly #range: ByteRange;
  /** Where the bytes of the first string lie. */
  readonly #base: number;

  /** @throws IndexFormatError when the bytes are not those of a list. */
  constructor(range: ByteRange) {
    const [length = 0, width = 0] = numbersAt(range, 0, HEAD_NUMBERS);
    this.length = length;
    this.#width = width;
    this.#ends = numbersAt(range, HEAD_NUMBERS, width === 0 ? length : 0);
    this.#range = range;
    this.#base = (HEAD_NUMBERS + this.#ends.length) * BYTES_OF_NUMBER;
    if (range.length !== this.#base + this.#startOf(length))
      throw new IndexFormatError('a list of strings is not whole');
  }

  at(n: number): string {
    const [start, end] = [this.#startOf(n), this.#startOf(n + 1)];
    return termOfBytes(this.#range.read(this.#base + start, this.#base + end));
  }

  all(): readonly string[] {
    const bytes = this.#range.read(this.#base, this.#range.length);
    return Array.from({ length: this.length }, (_, n) =>
      termOfBytes(bytes.subarray(this.#startOf(n), this.#startOf(n + 1))),
    );
  }

  /** Where the bytes of a string begin behind `#base`; of the one after the last, where all end. */
  #startOf(n: number): number {
    if (this.#width > 0) return n * this.#width;
    return n === 0 ? 0 : (this.#ends[n - 1] ?? 0);
  }
}

/** Copies, for the bytes may lie anywhere. */
function numbersAt(range: ByteRange, from: number, count: number): Uint32Array {
  const [start, end] = [from * BYTES_OF_NUMBER, (from + count) * BYTES_OF_NUMBER];
  if (end > range.length) throw new IndexFormatError('a list of strings is cut off');
  return new Uint32Array(new Uint8Array(range.read(start, end)).buffer);
}
