import { IndexFormatError } from './format-error.ts';
import { jumpLength } from './jumps.ts';
import type { ByteRange } from './sections.ts';

/**
 * Postings of one term in one field: the documents that have it, ascending, and how often. Each is the number of
 * documents passed over since the last one, doubled, plus one when the term stands there once; otherwise how often
 * follows. Positions lie apart, so that who does not ask for them does not read them: for each document its
 * positions, each as the distance from the one before. `jumps.ts` tells how parts of both are found.
 */
export interface Postings {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Postings as they lie in an index. */
export interface StoredPostings {
  readonly bytes: ByteRange;
  /** How many there are. */
  readonly count: number;
  /** Documents are fewer than this. */
  readonly limit: number;
  /** Whether positions are kept beside them. */
  readonly hasPositions: boolean;
}

/** Room for so many postings to begin with: few enough that a small index already makes more. */
const FIRST_CAPACITY = 128;

/** Room for decoded postings, used again and again. */
export class PostingsBuffer {
  #documents = new Uint32Array(FIRST_CAPACITY);
  #frequencies = new Uint32Array(FIRST_CAPACITY);

  /**
   * Decodes all postings. What comes back holds until the next call.
   *
   * @param base added to every document number.
   * @throws IndexFormatError when the bytes are not so many postings.
   */
  decode({ bytes: range, count, limit }: StoredPostings, base: number): Postings {
    if (count > range.length) throw new IndexFormatError('postings are cut off');
    this.#reserve(count);
    const bytes = range.read(0, range.length);
    const [documents, frequencies] = [this.#documents, this.#frequencies];
    const end = bytes.length;
    let at = jumpLength(bytes, count);
    let document = -1;
    for (let n = 0; n < count; n += 1) {
      let group = bytes[at++] ?? 0;
      let code = group & 0x7f;
      for (let shift = 7; group >= 0x80; shift += 7) {
        group = bytes[at++] ?? 0;
        code |= (group & 0x7f) << shift;
      }
      document += (code >>> 1) + 1;
      documents[n] = base + document;
      if ((code & 1) === 1) {
        frequencies[n] = 1;
        continue;
      }
      group = bytes[at++] ?? 0;
      let frequency = group & 0x7f;
      for (let shift = 7; group >= 0x80; shift += 7) {
        group = bytes[at++] ?? 0;
        frequency |= (group & 0x7f) << shift;
      }
      frequencies[n] = frequency;
    }
    if (at !== end || document >= limit) throw new IndexFormatError('postings are not whole');
    return { documents: documents.subarray(0, count), frequencies: frequencies.subarray(0, count) };
  }

  #reserve(count: number): void {
    if (count <= this.#documents.length) return;
    const capacity = Math.max(count, this.#documents.length * 2);
    this.#documents = new Uint32Array(capacity);
    this.#frequencies = new Uint32Array(capacity);
  }
}
