import { ByteWriter, NumberList, numberBytes } from './bytes.ts';
import type { FieldPostings } from './postings-writer.ts';
import type { SectionSink } from './sections.ts';
import { SEGMENT_FORMAT } from './segment-head.ts';
import type { SegmentHead } from './segment-head.ts';
import type { IndexSettings } from './settings.ts';
import { sharedBytes, termBytes } from './term-bytes.ts';

/** Terms whose bytes are written in full once: the others leave out what they share with the one before. */
export const TERMS_IN_BLOCK = 16;
/** Blocks the first term of which is written once more, apart. */
export const BLOCKS_IN_GROUP = 32;
/** Numbers that say where a block begins: in terms, postings, positions. */
export const NUMBERS_OF_BLOCK = 3;

/** What is known of all documents beside their terms. */
export interface DocumentColumns {
  readonly size: number;
  /** For each field the number of terms of each document. */
  readonly lengths: readonly Uint32Array[];
  /** Of each document; null when all are 1. */
  readonly boosts: Float64Array | null;
  /** Of each document; null when its number is all there is. */
  readonly refs: readonly string[] | null;
}

/**
 * Writes an index segment, its terms in order. Sections, each under a prefix:
 *
 *     head       `SegmentHead`
 *     lengths    field by field, the length of every document in 1, 2 or 4 bytes
 *     boosts     a double for each document, if one is not 1
 *     refs       the end of each ref (four bytes), then their bytes, if documents have refs
 *     terms      in blocks: shared bytes, further bytes, a bit for each field it stands in, and for each of those
 *                its postings' number, their bytes and, with positions, theirs
 *     blocks     where each block begins in terms, postings and positions (four bytes each)
 *     firsts     the first term of every group of blocks: its bytes' number, then they
 *     postings   of all terms in order, field by field
 *     positions  the same, where they are kept
 */
export class SegmentWriter {
  readonly #settings: IndexSettings;
  readonly #terms = new ByteWriter();
  readonly #postings = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #blocks = new NumberList();
  readonly #firsts = new ByteWriter();
  #count = 0;
  #last: Uint8Array = new Uint8Array(0);

  constructor(settings: IndexSettings) {
    this.#settings = settings;
  }

  /** The next term, as `termBytes` gives it, and the fields that it stands in, in order: `field` for each is to follow. */
  term(term: Uint8Array, fields: readonly number[]): void {
    const isFirst = this.#count % TERMS_IN_BLOCK === 0;
    if (this.#count % (TERMS_IN_BLOCK * BLOCKS_IN_GROUP) === 0) {
      this.#firsts.varint(term.length);
      this.#firsts.append(term);
    }
    if (isFirst) {
      this.#blocks.push(this.#terms.length);
      this.#blocks.push(this.#postings.length);
      this.#blocks.push(this.#positions.length);
    }
    const shared = isFirst ? 0 : sharedBytes(this.#last, term);
    this.#terms.varint(shared);
    this.#terms.varint(term.length - shared);
    this.#terms.append(term.subarray(shared));
    this.#terms.varint(fields.reduce((mask, field) => mask | (1 << field), 0) >>> 0);
    this.#last = term;
    this.#count += 1;
  }

  /** The next of the term's fields. */
  field({ count, postings, positions }: FieldPostings): void {
    this.#terms.varint(count);
    this.#terms.varint(postings.length);
    if (this.#settings.positions) this.#terms.varint(positions.length);
    this.#postings.append(postings);
    this.#positions.append(positions);
  }

  finish(documents: DocumentColumns, sink: SectionSink, prefix: string): void {
    const put = (name: string, ...pieces: readonly Uint8Array[]): void => {
      sink.begin(prefix + name);
      for (const piece of pieces) sink.write(piece);
    };
    const widths = documents.lengths.map(widthOf);
    const head: SegmentHead = {
      format: SEGMENT_FORMAT,
      settings: this.#settings,
      size: documents.size,
      terms: this.#count,
      totals: documents.lengths.map((lengths) => lengths.reduce((sum, length) => sum + length, 0)),
      widths,
    };
    put('head', termBytes(JSON.stringify(head)));
    put('lengths', ...documents.lengths.map((lengths, field) => narrowed(lengths, widths[field] ?? 4)));
    if (documents.boosts !== null) put('boosts', numberBytes(documents.boosts));
    if (documents.refs !== null) {
      const refs = documents.refs.map(termBytes);
      let end = 0;
      put('refs', numberBytes(Uint32Array.from(refs, (ref) => (end += ref.length))), ...refs);
    }
    put('terms', this.#terms.view());
    put('blocks', numberBytes(this.#blocks.view()));
    put('firsts', this.#firsts.view());
    put('postings', this.#postings.view());
    if (this.#settings.positions) put('positions', this.#positions.view());
  }
}

function widthOf(lengths: Uint32Array): 1 | 2 | 4 {
  const most = lengths.reduce((a, b) => Math.max(a, b), 0);
  if (most <= 0xff) return 1;
  return most <= 0xffff ? 2 : 4;
}

function narrowed(lengths: Uint32Array, width: 1 | 2 | 4): Uint8Array {
  if (width === 1) return Uint8Array.from(lengths);
  return numberBytes(width === 2 ? Uint16Array.from(lengths) : lengths);
}
