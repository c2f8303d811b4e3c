import { ByteReader, grown, uint32sOf } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';
import type { StoredPostings } from './postings.ts';
import { MemoryRange } from './sections.ts';
import type { ByteRange, SectionSource } from './sections.ts';
import { readHead } from './segment-head.ts';
import type { SegmentHead } from './segment-head.ts';
import { TERMS_IN_BLOCK } from './segment-writer.ts';
import type { IndexSettings } from './settings.ts';
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

const NOTHING: ByteRange = new MemoryRange(new Uint8Array(0));

type Lengths = Uint8Array | Uint16Array | Uint32Array;

/** Numbers that say where a block begins: in terms, postings, positions. */
const NUMBERS_OF_BLOCK = 3;

/** A segment as it lies in a file: what `SegmentWriter` wrote, read where it is asked for. */
export class PackedSegment {
  readonly settings: IndexSettings;
  /** Documents. */
  readonly size: number;
  readonly termCount: number;
  /** Terms of all documents together, for each field. */
  readonly totals: readonly number[];
  readonly #head: SegmentHead;
  readonly #sections: Readonly<Record<'lengths' | 'terms' | 'postings', ByteRange>>;
  readonly #positions: ByteRange | null;
  readonly #blocks: Uint32Array;
  readonly #boosts: ByteRange | null;
  readonly #refs: ByteRange | null;
  readonly #lengths: (Lengths | undefined)[] = [];
  #allBoosts: Float64Array | null | undefined;
  #allRefs: readonly string[] | null | undefined;

  private constructor(head: SegmentHead, section: (name: string) => ByteRange | null) {
    const needed = (name: string): ByteRange => {
      const range = section(name);
      if (range === null) throw new IndexFormatError(`${name} is missing`);
      return range;
    };
    this.#head = head;
    this.settings = head.settings;
    this.size = head.size;
    this.termCount = head.terms;
    this.totals = head.totals;
    this.#sections = { lengths: needed('lengths'), terms: needed('terms'), postings: needed('postings') };
    this.#positions = head.settings.positions ? needed('positions') : null;
    const blocks = needed('blocks');
    const count = Math.ceil(head.terms / TERMS_IN_BLOCK);
    if (blocks.length !== count * NUMBERS_OF_BLOCK * 4) throw new IndexFormatError('blocks are not whole');
    this.#blocks = uint32sOf(blocks.read(0, blocks.length));
    this.#boosts = section('boosts');
    this.#refs = section('refs');
  }

  /** @throws IndexFormatError when there is no segment of this version under that prefix. */
  static open(source: SectionSource, prefix: string): PackedSegment {
    const head = source.section(`${prefix}head`);
    if (head === null) throw new IndexFormatError(`${prefix}head is missing`);
    return new PackedSegment(readHead(head.read(0, head.length)), (name) => {
      const range = source.section(prefix + name);
      return range === null ? null : guarded(range);
    });
  }

  /** How many terms each document has in a field. */
  lengths(field: number): Lengths {
    const known = this.#lengths[field];
    if (known !== undefined) return known;
    const { widths } = this.#head;
    const start = widths.slice(0, field).reduce<number>((sum, width) => sum + width * this.size, 0);
    const width = widths[field] ?? 4;
    const bytes = new Uint8Array(this.#sections.lengths.read(start, start + width * this.size));
    const lengths = inWidth(bytes, width);
    this.#lengths[field] = lengths;
    return lengths;
  }

  /** What each document counts; null when all count 1. */
  get boosts(): Float64Array | null {
    this.#allBoosts ??=
      this.#boosts === null
        ? null
        : new Float64Array(
            new Uint8Array(this.#boosts.read(0, this.size * Float64Array.BYTES_PER_ELEMENT)).buffer,
          );
    return this.#allBoosts;
  }

  /** Whether documents have names of their own. */
  get hasRefs(): boolean {
    return this.#refs !== null;
  }

  /** What a document is called: its number where it has no name. */
  refOf(document: number): string {
    this.#allRefs ??= this.#refs === null ? null : refsOf(this.#refs, this.size);
    return this.#allRefs === null ? String(document) : (this.#allRefs[document] ?? '');
  }

  /** A term, as `termBytes` gives it; null when the segment has no such term. */
  find(term: Uint8Array): TermEntry | null {
    if (this.#blocks.length === 0) return null;
    for (const entry of this.#block(this.#blockOf(term))) {
      const order = compareBytes(entry.bytes, term);
      if (order === 0) return entry;
      if (order > 0) return null;
    }
    return null;
  }

  /** The number of a term in order, from 0; null when the segment has no such term. */
  numberOf(term: Uint8Array): number | null {
    if (this.#blocks.length === 0) return null;
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
    if ((numbers.at(-1) ?? -1) >= this.termCount) throw new IndexFormatError('there are not so many terms');
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
    const blocks = this.#blocks.length / NUMBERS_OF_BLOCK;
    for (let block = 0; block < blocks; block += 1) yield* this.#block(block);
  }

  /**
   * Calls with every term in order: its bytes, which hold until the next call, and its postings over
   * all fields. Quicker than `entries`.
   */
  eachTerm(visit: (bytes: Uint8Array, frequency: number) => void): void {
    const blocks = this.#blocks.length / NUMBERS_OF_BLOCK;
    for (let block = 0; block < blocks; block += 1) this.#eachOf(block, visit);
  }

  postings({ count, postings }: FieldPlace): StoredPostings {
    const bytes = partOf(this.#sections.postings, postings);
    return { bytes, count, limit: this.size, hasPositions: this.#positions !== null };
  }

  /** Empty where none are kept. */
  positions({ positions }: FieldPlace): ByteRange {
    return partOf(this.#positions ?? NOTHING, positions);
  }

  #blockBytes(block: number): Uint8Array {
    const at = block * NUMBERS_OF_BLOCK;
    const start = this.#blocks[at] ?? 0;
    return this.#sections.terms.read(
      start,
      this.#blocks[at + NUMBERS_OF_BLOCK] ?? this.#sections.terms.length,
    );
  }

  /** The last block whose first term does not come after a term. */
  #blockOf(term: Uint8Array): number {
    let [low, high] = [0, this.#blocks.length / NUMBERS_OF_BLOCK - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (compareBytes(this.#firstOf(middle), term) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #eachOf(block: number, visit: (bytes: Uint8Array, frequency: number) => void): void {
    const numbersOfField = this.#positions === null ? 2 : 3;
    const reader = new ByteReader(this.#blockBytes(block));
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

  #firstOf(block: number): Uint8Array {
    const reader = new ByteReader(this.#blockBytes(block));
    reader.varint();
    return reader.bytes(reader.varint());
  }

  *#block(block: number): Generator<TermEntry> {
    const reader = new ByteReader(this.#blockBytes(block));
    let postings = this.#blocks[block * NUMBERS_OF_BLOCK + 1] ?? 0;
    let positions = this.#blocks[block * NUMBERS_OF_BLOCK + 2] ?? 0;
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
      for (let field = 0; field < this.settings.fields.length; field += 1) {
        if (((mask >>> field) & 1) === 0) continue;
        const count = reader.varint();
        const postingsEnd = postings + reader.varint();
        const positionsEnd = this.#positions === null ? 0 : positions + reader.varint();
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

function inWidth(bytes: Uint8Array<ArrayBuffer>, width: 1 | 2 | 4): Lengths {
  if (width === 1) return bytes;
  return width === 2 ? new Uint16Array(bytes.buffer) : new Uint32Array(bytes.buffer);
}

/** A range that can be asked for any bytes, as numbers in a damaged index may do. */
function guarded(range: ByteRange): ByteRange {
  const { length } = range;
  return {
    length,
    read: (start, end) => {
      if (!(start >= 0 && start <= end && end <= length))
        throw new IndexFormatError(`there are no bytes ${start} to ${end}`);
      return range.read(start, end);
    },
  };
}

function partOf(range: ByteRange, [start, end]: readonly [number, number]): ByteRange {
  if (!(start <= end && end <= range.length))
    throw new IndexFormatError(`there are no bytes ${start} to ${end}`);
  const length = end - start;
  return guarded({ length, read: (from, to) => range.read(start + from, start + to) });
}

function refsOf(range: ByteRange, size: number): readonly string[] {
  const ends = uint32sOf(range.read(0, size * 4));
  const bytes = range.read(size * 4, range.length);
  if ((ends.at(-1) ?? 0) !== bytes.length) throw new IndexFormatError('the refs are not whole');
  return Array.from(ends, (end, n) => termOfBytes(bytes.subarray(ends[n - 1] ?? 0, end)));
}
