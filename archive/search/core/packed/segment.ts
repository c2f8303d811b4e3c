import { uint32sOf } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';
import type { StoredPostings } from './postings.ts';
import { MemoryRange } from './sections.ts';
import type { ByteRange, SectionSource } from './sections.ts';
import { readHead } from './segment-head.ts';
import type { SegmentHead } from './segment-head.ts';
import type { IndexSettings } from './settings.ts';
import { termOfBytes } from './term-bytes.ts';
import { TermDictionary } from './term-dictionary.ts';
import type { FieldPlace, TermEntry } from './term-dictionary.ts';

export type { FieldPlace, TermEntry } from './term-dictionary.ts';

const NOTHING: ByteRange = new MemoryRange(new Uint8Array(0));

type Lengths = Uint8Array | Uint16Array | Uint32Array;

/** A segment as it lies in a file: what `SegmentWriter` wrote, read where it is asked for. */
export class PackedSegment {
  readonly settings: IndexSettings;
  /** Documents. */
  readonly size: number;
  readonly termCount: number;
  /** Terms of all documents together, for each field. */
  readonly totals: readonly number[];
  readonly #head: SegmentHead;
  readonly #sections: Readonly<Record<'lengths' | 'postings', ByteRange>>;
  readonly #positions: ByteRange | null;
  readonly #terms: TermDictionary;
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
    this.#sections = { lengths: needed('lengths'), postings: needed('postings') };
    this.#positions = head.settings.positions ? needed('positions') : null;
    this.#terms = new TermDictionary(head, {
      terms: needed('terms'),
      blocks: needed('blocks'),
      firsts: needed('firsts'),
    });
    this.#boosts = section('boosts');
    this.#refs = section('refs');
  }

  /** @throws IndexFormatError when there is no segment of this version under that prefix. */
  static open(source: SectionSource, prefix: string): PackedSegment {
    const head = source.section(`${prefix}head`);
    if (head === null) throw new IndexFormatError(`${prefix}head is missing`);
    return new PackedSegment(readHead(head.read(0, head.length)), (name) => {
      const range = source.section(prefix + name);
      return range === null ? null : new Stretch(range, 0, range.length);
    });
  }

  /** How many terms each document has in a field. */
  lengths(field: number): Lengths {
    const known = this.#lengths[field];
    if (known !== undefined) return known;
    const { widths } = this.#head;
    const start = widths.slice(0, field).reduce<number>((sum, width) => sum + width * this.size, 0);
    const width = widths[field] ?? 4;
    const lengths = inWidth(this.#sections.lengths.read(start, start + width * this.size), width);
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
    return this.#terms.find(term);
  }

  /** The number of a term in order, from 0; null when the segment has no such term. */
  numberOf(term: Uint8Array): number | null {
    return this.#terms.numberOf(term);
  }

  /** The terms of some numbers, ascending. */
  termsAt(numbers: readonly number[]): readonly string[] {
    return this.#terms.termsAt(numbers);
  }

  /** All terms in order. */
  entries(): Generator<TermEntry> {
    return this.#terms.entries();
  }

  /** Calls with every term in order, as `TermDictionary.each`. */
  eachTerm(visit: (bytes: Uint8Array, frequency: number) => void): void {
    this.#terms.each(visit);
  }

  postings({ count, postings }: FieldPlace): StoredPostings {
    const bytes = new Stretch(this.#sections.postings, ...postings);
    return { bytes, count, limit: this.size, hasPositions: this.#positions !== null };
  }

  /** Empty where none are kept. */
  positions({ positions }: FieldPlace): ByteRange {
    return new Stretch(this.#positions ?? NOTHING, ...positions);
  }
}

/** Bytes as they are, where numbers have one each; otherwise a copy, for they may lie anywhere. */
function inWidth(bytes: Uint8Array, width: 1 | 2 | 4): Lengths {
  if (width === 1) return bytes;
  const { buffer } = new Uint8Array(bytes);
  return width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}

/** A stretch of a range. It can be asked for any bytes, as numbers in a damaged index may do. */
class Stretch implements ByteRange {
  readonly length: number;
  readonly #range: ByteRange;
  readonly #start: number;

  constructor(range: ByteRange, start: number, end: number) {
    if (!(start <= end && end <= range.length))
      throw new IndexFormatError(`there are no bytes ${start} to ${end}`);
    this.#range = range;
    this.#start = start;
    this.length = end - start;
  }

  read(start: number, end: number): Uint8Array {
    if (!(start >= 0 && start <= end && end <= this.length))
      throw new IndexFormatError(`there are no bytes ${start} to ${end}`);
    return this.#range.read(this.#start + start, this.#start + end);
  }
}

function refsOf(range: ByteRange, size: number): readonly string[] {
  const ends = uint32sOf(range.read(0, size * 4));
  const bytes = range.read(size * 4, range.length);
  if ((ends.at(-1) ?? 0) !== bytes.length) throw new IndexFormatError('the refs are not whole');
  return Array.from(ends, (end, n) => termOfBytes(bytes.subarray(ends[n - 1] ?? 0, end)));
}
