import { IndexFormatError } from './format-error.ts';
import { POSTINGS_IN_BLOCK, haveJumps, jumpLength, mostJumpBytes, noJumps, readJumps } from './jumps.ts';
import type { Jumps } from './jumps.ts';
import type { Postings, StoredPostings } from './postings.ts';

/** Postings of some documents, with what leads to their positions. */
export interface SelectedPostings extends Postings {
  /** The block that each is in. */
  readonly blocks: Uint32Array;
  /** How many positions of that block stand before those of each. */
  readonly passed: Uint32Array;
  readonly jumps: Jumps;
}

/** With more documents for each block than this nearly every block has one of them: then all are read as one. */
const MOST_FOR_A_BLOCK = 2;

/** A block of postings to be gone through. */
interface Block {
  readonly number: number;
  readonly count: number;
  /** The last document before it, -1 for none. */
  readonly before: number;
}

/** Decodes postings of some documents, and passes over the blocks that have none of them. Used again and again. */
export class PostingsSelector {
  #documents = new Uint32Array(0);
  #frequencies = new Uint32Array(0);
  #blocks = new Uint32Array(0);
  #passed = new Uint32Array(0);
  /** What is asked for, and how far it is done. */
  #within: Uint32Array | null = null;
  #next = 0;
  #base = 0;
  #length = 0;

  /**
   * What comes back holds until the next call.
   *
   * @param base added to every document number.
   * @param within the documents, ascending; all when null.
   * @throws IndexFormatError when what is read is not what was written.
   */
  select(stored: StoredPostings, base: number, within: Uint32Array | null): SelectedPostings {
    const { bytes, count, limit } = stored;
    if (count > bytes.length) throw new IndexFormatError('postings are cut off');
    this.#begin(count, base, within);
    const blocks = Math.ceil(count / POSTINGS_IN_BLOCK);
    const isJumping = within !== null && haveJumps(count) && within.length <= blocks * MOST_FOR_A_BLOCK;
    let jumps = noJumps;
    if (isJumping) {
      const start = bytes.read(0, Math.min(bytes.length, mostJumpBytes(count)));
      jumps = readJumps(start, count, stored.hasPositions);
      this.#jump(stored, within, jumps);
    } else {
      const all = bytes.read(0, bytes.length);
      const codes = all.subarray(jumpLength(all, count));
      const last = this.#takeFrom(codes, { number: 0, count, before: -1 });
      if (last >= limit) throw new IndexFormatError('postings are not whole');
    }
    const length = this.#length;
    return {
      documents: this.#documents.subarray(0, length),
      frequencies: this.#frequencies.subarray(0, length),
      blocks: this.#blocks.subarray(0, length),
      passed: this.#passed.subarray(0, length),
      jumps,
    };
  }

  #begin(count: number, base: number, within: Uint32Array | null): void {
    const most = within === null ? count : Math.min(count, within.length);
    if (most > this.#documents.length) {
      const capacity = Math.max(most, this.#documents.length * 2);
      this.#documents = new Uint32Array(capacity);
      this.#frequencies = new Uint32Array(capacity);
      this.#blocks = new Uint32Array(capacity);
      this.#passed = new Uint32Array(capacity);
    }
    [this.#within, this.#base, this.#length] = [within, base, 0];
    const first = within?.findIndex((document) => document >= base) ?? 0;
    this.#next = first === -1 ? (within?.length ?? 0) : first;
  }

  /** Takes what is asked for from the blocks that may have it. */
  #jump({ bytes, count, limit }: StoredPostings, within: Uint32Array, { lasts, postings }: Jumps): void {
    let number = 0;
    while (this.#next < within.length) {
      const wanted = (within[this.#next] ?? 0) - this.#base;
      if (wanted >= limit) return;
      while (number < lasts.length && (lasts[number] ?? 0) < wanted) number += 1;
      const isLast = number === lasts.length;
      const codes = bytes.read(postings[number] ?? 0, postings[number + 1] ?? bytes.length);
      const last = this.#takeFrom(codes, {
        number,
        count: isLast ? count - number * POSTINGS_IN_BLOCK : POSTINGS_IN_BLOCK,
        before: number === 0 ? -1 : (lasts[number - 1] ?? 0),
      });
      if (isLast ? last >= limit : last !== lasts[number])
        throw new IndexFormatError('postings are not whole');
      if (isLast) return;
      number += 1;
    }
  }

  /** The hot loop: every posting of a block. @returns the last document. */
  #takeFrom(bytes: Uint8Array, { number, count, before }: Block): number {
    const [documents, frequencies] = [this.#documents, this.#frequencies];
    const [blocks, passedBefore] = [this.#blocks, this.#passed];
    const [within, base] = [this.#within, this.#base];
    let [next, length] = [this.#next, this.#length];
    let [at, document, passed] = [0, before, 0];
    for (let n = 0; n < count; n += 1) {
      let group = bytes[at++] ?? 0;
      let code = group & 0x7f;
      for (let shift = 7; group >= 0x80; shift += 7) {
        group = bytes[at++] ?? 0;
        code |= (group & 0x7f) << shift;
      }
      document += (code >>> 1) + 1;
      let frequency = 1;
      if ((code & 1) === 0) {
        group = bytes[at++] ?? 0;
        frequency = group & 0x7f;
        for (let shift = 7; group >= 0x80; shift += 7) {
          group = bytes[at++] ?? 0;
          frequency |= (group & 0x7f) << shift;
        }
      }
      if (within !== null) while (next < within.length && (within[next] ?? 0) - base < document) next += 1;
      if (within === null || (next < within.length && (within[next] ?? 0) - base === document)) {
        documents[length] = document + base;
        frequencies[length] = frequency;
        blocks[length] = number;
        passedBefore[length] = passed;
        length += 1;
      }
      passed += frequency;
    }
    if (at !== bytes.length) throw new IndexFormatError('postings are not whole');
    [this.#next, this.#length] = [next, length];
    return document;
  }
}
