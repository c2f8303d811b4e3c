import { IndexFormatError } from './packed/format-error.ts';
import type { ByteRange } from './packed/sections.ts';
import { termBytes, termOfBytes } from './packed/term-bytes.ts';

const BYTES_OF_END = Uint32Array.BYTES_PER_ELEMENT;

/** Strings as they are stored: how many (four bytes), where each ends (four bytes each), then their bytes as of terms. */
export function stringListBytes(strings: readonly string[]): readonly Uint8Array[] {
  const pieces = strings.map(termBytes);
  const head = new Uint32Array(strings.length + 1);
  head[0] = strings.length;
  let end = 0;
  pieces.forEach((piece, n) => {
    end += piece.length;
    head[n + 1] = end;
  });
  return [new Uint8Array(head.buffer), ...pieces];
}

/** What `stringListBytes` gave, read in place: a string is made when it is asked for. */
export class StringList {
  readonly length: number;
  readonly #ends: Uint32Array;
  readonly #range: ByteRange;

  /** @throws IndexFormatError when the bytes are not those of a list. */
  constructor(range: ByteRange) {
    if (range.length < BYTES_OF_END) throw new IndexFormatError('a list of strings is cut off');
    this.length = numbersAt(range, 0, 1)[0] ?? 0;
    if (range.length < (this.length + 1) * BYTES_OF_END)
      throw new IndexFormatError('a list of strings is cut off');
    this.#ends = numbersAt(range, 1, this.length);
    if (range.length !== (this.length + 1) * BYTES_OF_END + (this.#ends.at(-1) ?? 0))
      throw new IndexFormatError('a list of strings is not whole');
    this.#range = range;
  }

  at(n: number): string {
    const base = (this.length + 1) * BYTES_OF_END;
    const start = n === 0 ? 0 : (this.#ends[n - 1] ?? 0);
    return termOfBytes(this.#range.read(base + start, base + (this.#ends[n] ?? start)));
  }

  all(): readonly string[] {
    const base = (this.length + 1) * BYTES_OF_END;
    const bytes = this.#range.read(base, this.#range.length);
    return Array.from(this.#ends, (end, n) =>
      termOfBytes(bytes.subarray(n === 0 ? 0 : this.#ends[n - 1], end)),
    );
  }
}

/** Copies, for the bytes may lie anywhere. */
function numbersAt(range: ByteRange, from: number, count: number): Uint32Array {
  return new Uint32Array(
    new Uint8Array(range.read(from * BYTES_OF_END, (from + count) * BYTES_OF_END)).buffer,
  );
}
