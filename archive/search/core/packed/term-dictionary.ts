import { ByteReader, grown, uint32sOf } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';
import type { ByteRange } from './sections.ts';
import type { SegmentHead } from './segment-head.ts';
import { BLOCKS_IN_GROUP, NUMBERS_OF_BLOCK, TERMS_IN_BLOCK } from './segment-writer.ts';
import { compareBytes, termOfBytes } from './term-bytes.ts';

/** Where the postings of a term in one field lie. */
export interface FieldPlace {
  readonly field: number;
  /** How many postings there are: documents that have the term in this field. */
  readonly count: number;
  readonly postings: readonly [start: number, end: number];
  readonly positions: readonly [start: number, end: number];
}

/** A term of a segment. */
export interface TermEntry {
  /** As `termBytes` gives it. Holds until the next entry is read. */
  readonly bytes: Uint8Array;
  readonly fields: readonly FieldPlace[];
}

/** The sections that terms are read from: see `SegmentWriter`. */
export type DictionarySections = Readonly<Record<'terms' | 'blocks' | 'firsts', ByteRange>>;

const BYTES_OF_BLOCK = NUMBERS_OF_BLOCK * Uint32Array.BYTES_PER_ELEMENT;

/**
 * The terms of a segment in order, read where they are asked for. A term is looked for among the first terms of groups
 * of blocks, which are held, then among the first terms of the blocks of one group, then in one block.
 */
export class TermDictionary {
  readonly #sections: DictionarySections;
  readonly #termCount: number;
  readonly #fieldCount: number;
  readonly #hasPositions: boolean;
  readonly #blockCount: number;
  #firsts: readonly Uint8Array[] | null = null;

  /** @throws IndexFormatError when the sections are not of so many terms. */
  constructor({ terms, settings }: SegmentHead, sections: DictionarySections) {
    this.#sections = sections;
    this.#termCount = terms;
    this.#fieldCount = settings.fields.length;
    this.#hasPositions = settings.positions;
    this.#blockCount = Math.ceil(terms / TERMS_IN_BLOCK);
    if (sections.blocks.length !== this.#blockCount * BYTES_OF_BLOCK)
      throw new IndexFormatError('blocks are not whole');
  }

  /** A term, as `termBytes` gives it; null when there is no such term. */
  find(term: Uint8Array): TermEntry | null {
    if (this.#blockCount === 0) return null;
    for (const entry of this.#block(this.#blockOf(term))) {
      const order = compareBytes(entry.bytes, term);
      if (order === 0) return entry;
      if (order > 0) return null;
    }
    return null;
  }

  /** The number of a term in order, from 0; null when there is no such term. */
  numberOf(term: Uint8Array): number | null {
    if (this.#blockCount === 0) return null;
    const block = this.#blockOf(term);
    let number = block * TERMS_IN_BLOCK;
    for (const entry of this.#block(block)) {
      if (compareBytes(entry.bytes, term) === 0) return number;
      number += 1;
    }
    return null;
  }

  /** The terms of some numbers, ascending. */
  termsAt(numbers: readonly number[]): readonly string[] {
    if ((numbers.at(-1) ?? -1) >= this.#termCount) throw new IndexFormatError('there are not so many terms');
    const found: string[] = [];
    for (let at = 0; at < numbers.length;) {
      const block = Math.floor((numbers[at] ?? 0) / TERMS_IN_BLOCK);
      let number = block * TERMS_IN_BLOCK;
      const before = at;
      this.#eachOf(block, (bytes) => {
        if (numbers[at] === number) {
          found.push(termOfBytes(bytes));
          at += 1;
        }
        number += 1;
      });
      if (at === before) throw new IndexFormatError('a term is missing');
    }
    return found;
  }

  /** All terms in order. */
  *entries(): Generator<TermEntry> {
    for (let block = 0; block < this.#blockCount; block += 1) yield* this.#block(block);
  }

  /**
   * Calls with every term in order: its bytes, which hold until the next call, and its postings over
   * all fields. Quicker than `entries`.
   */
  each(visit: (bytes: Uint8Array, frequency: number) => void): void {
    for (let block = 0; block < this.#blockCount; block += 1) this.#eachOf(block, visit);
  }

  /** Where a block begins, and where the next one does: in terms, postings, positions. */
  #numbersOf(block: number): Uint32Array {
    const at = block * BYTES_OF_BLOCK;
    return uint32sOf(
      this.#sections.blocks.read(at, Math.min(at + 2 * BYTES_OF_BLOCK, this.#sections.blocks.length)),
    );
  }

  #bytesOf(numbers: Uint32Array): Uint8Array {
    const { terms } = this.#sections;
    return terms.read(numbers[0] ?? 0, numbers[NUMBERS_OF_BLOCK] ?? terms.length);
  }

  /** The last block whose first term does not come after a term. */
  #blockOf(term: Uint8Array): number {
    this.#firsts ??= this.#readFirsts();
    const firsts = this.#firsts;
    const group = lastNotAfter(term, [0, firsts.length - 1], (n) => firsts[n] ?? term);
    const first = group * BLOCKS_IN_GROUP;
    const last = Math.min(first + BLOCKS_IN_GROUP, this.#blockCount) - 1;
    return lastNotAfter(term, [first, last], (block) => this.#firstOf(block));
  }

  #readFirsts(): readonly Uint8Array[] {
    const { firsts } = this.#sections;
    const reader = new ByteReader(firsts.read(0, firsts.length));
    const found: Uint8Array[] = [];
    while (!reader.isAtEnd) found.push(reader.bytes(reader.varint()));
    if (found.length !== Math.ceil(this.#blockCount / BLOCKS_IN_GROUP))
      throw new IndexFormatError('first terms are not whole');
    return found;
  }

  #firstOf(block: number): Uint8Array {
    const reader = new ByteReader(this.#bytesOf(this.#numbersOf(block)));
    reader.varint();
    return reader.bytes(reader.varint());
  }

  #eachOf(block: number, visit: (bytes: Uint8Array, frequency: number) => void): void {
    const numbersOfField = this.#hasPositions ? 3 : 2;
    const reader = new ByteReader(this.#bytesOf(this.#numbersOf(block)));
    let bytes = new Uint8Array(64);
    while (!reader.isAtEnd) {
      const shared = reader.varint();
      const further = reader.bytes(reader.varint());
      const length = shared + further.length;
      if (length > bytes.length) bytes = grown(bytes, length);
      bytes.set(further, shared);
      let frequency = 0;
      for (let mask = reader.varint(); mask !== 0; mask &= mask - 1) {
        frequency += reader.varint();
        for (let n = 1; n < numbersOfField; n += 1) reader.varint();
      }
      visit(bytes.subarray(0, length), frequency);
    }
  }

  *#block(block: number): Generator<TermEntry> {
    const numbers = this.#numbersOf(block);
    const reader = new ByteReader(this.#bytesOf(numbers));
    let [postings, positions] = [numbers[1] ?? 0, numbers[2] ?? 0];
    let bytes = new Uint8Array(0);
    while (!reader.isAtEnd) {
      const shared = reader.varint();
      const further = reader.bytes(reader.varint());
      if (shared > bytes.length) throw new IndexFormatError('a term shares more than there is');
      const term = new Uint8Array(shared + further.length);
      term.set(bytes.subarray(0, shared));
      term.set(further, shared);
      bytes = term;
      const mask = reader.varint();
      const fields: FieldPlace[] = [];
      for (let field = 0; field < this.#fieldCount; field += 1) {
        if (((mask >>> field) & 1) === 0) continue;
        const count = reader.varint();
        const postingsEnd = postings + reader.varint();
        const positionsEnd = this.#hasPositions ? positions + reader.varint() : 0;
        fields.push({
          field,
          count,
          postings: [postings, postingsEnd],
          positions: [positions, positionsEnd],
        });
        [postings, positions] = [postingsEnd, positionsEnd];
      }
      yield { bytes, fields };
    }
  }
}

/** Of ascending numbers the last whose term does not come after another; the first when all do. */
function lastNotAfter(
  term: Uint8Array,
  [first, last]: readonly [first: number, last: number],
  termAt: (n: number) => Uint8Array,
): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (compareBytes(termAt(middle), term) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
