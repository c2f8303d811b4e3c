import { ByteReader, ByteWriter, NumberList } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';
import { POSTINGS_IN_BLOCK, jumpLength } from './jumps.ts';
import { passOver } from './positions.ts';

/** One field of a term as it is written: postings and positions as `postings.ts` lays them out. */
export interface FieldPostings {
  readonly count: number;
  readonly postings: Uint8Array;
  readonly positions: Uint8Array;
}

/** Postings and positions of a term in one field of one segment, to be put behind those of others. */
export interface Piece extends FieldPostings {
  /** Added to every document number. */
  readonly base: number;
}

/** Writes postings of one term in one field, with their positions and the table by which they are jumped over. */
export class PostingsWriter {
  readonly #hasPositions: boolean;
  readonly #codes = new ByteWriter();
  readonly #positions = new ByteWriter();
  /** Of each block that is full and not the last: its last document, where its postings and its positions end. */
  readonly #blocks = new NumberList();
  readonly #table = new ByteWriter();
  readonly #out = new ByteWriter();
  #count = 0;
  #last = -1;

  constructor(hasPositions: boolean) {
    this.#hasPositions = hasPositions;
  }

  /** Begins with another term or field. */
  clear(): void {
    for (const list of [this.#codes, this.#positions, this.#blocks]) list.clear();
    [this.#count, this.#last] = [0, -1];
  }

  /** One more document, which is greater than those before; its positions follow. */
  add(document: number, frequency: number): void {
    this.#endBlock(this.#last, this.#codes.length, this.#positions.length);
    const passed = document - this.#last - 1;
    if (frequency === 1) {
      this.#codes.varint(passed * 2 + 1);
    } else {
      this.#codes.varint(passed * 2);
      this.#codes.varint(frequency);
    }
    this.#last = document;
    this.#count += 1;
  }

  /** The next position in the document added last, as the distance from the one before. */
  position(distance: number): void {
    this.#positions.varint(distance);
  }

  /** Postings that stand in a segment, as they are written there. */
  append({ count, postings, positions, base }: Piece): void {
    const reader = new ByteReader(postings.subarray(jumpLength(postings, count)));
    const view = new DataView(positions.buffer, positions.byteOffset, positions.byteLength);
    const [codesBefore, positionsBefore] = [this.#codes.length, this.#positions.length];
    let [document, firstEnd, longer, atPositions, unpassed] = [-1, 0, 0, 0, 0];
    for (let n = 0; n < count; n += 1) {
      if (this.#count % POSTINGS_IN_BLOCK === 0) {
        atPositions = passOver(view, atPositions, unpassed);
        unpassed = 0;
        this.#endBlock(
          n === 0 ? this.#last : base + document,
          codesBefore + reader.at + longer,
          positionsBefore + atPositions,
        );
      }
      const code = reader.varint();
      document += (code >>> 1) + 1;
      if (n === 0) {
        // The only one that is written anew: another document stands before it now.
        firstEnd = reader.at;
        this.#codes.varint((base + document - this.#last - 1) * 2 + (code & 1));
        longer = this.#codes.length - codesBefore - firstEnd;
      }
      unpassed += (code & 1) === 1 ? 1 : reader.varint();
      this.#count += 1;
    }
    if (!reader.isAtEnd) throw new IndexFormatError('postings are not whole');
    this.#codes.append(postings.subarray(postings.length - reader.at + firstEnd));
    this.#positions.append(positions);
    this.#last = base + document;
  }

  /** What was written. It holds until more is. */
  finish(): FieldPostings {
    const [count, positions] = [this.#count, this.#positions.view()];
    const blocks = this.#blocks.view();
    if (blocks.length === 0) return { count, postings: this.#codes.view(), positions };
    this.#table.clear();
    let [last, codes, places] = [-1, 0, 0];
    for (let at = 0; at < blocks.length; at += 3) {
      const [nextLast, nextCodes, nextPlaces] = [blocks[at] ?? 0, blocks[at + 1] ?? 0, blocks[at + 2] ?? 0];
      this.#table.varint(nextLast - last - POSTINGS_IN_BLOCK);
      this.#table.varint(nextCodes - codes - POSTINGS_IN_BLOCK);
      if (this.#hasPositions) this.#table.varint(nextPlaces - places - POSTINGS_IN_BLOCK);
      [last, codes, places] = [nextLast, nextCodes, nextPlaces];
    }
    this.#out.clear();
    this.#out.varint(this.#table.length);
    this.#out.append(this.#table.view());
    this.#out.append(this.#codes.view());
    return { count, postings: this.#out.view(), positions };
  }

  /** Where a block is full, another begins with the posting that is to come. */
  #endBlock(last: number, codes: number, positions: number): void {
    if (this.#count === 0 || this.#count % POSTINGS_IN_BLOCK > 0) return;
    this.#blocks.push(last);
    this.#blocks.push(codes);
    this.#blocks.push(positions);
  }
}
