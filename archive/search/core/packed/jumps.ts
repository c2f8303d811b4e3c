import { ByteReader } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';

/**
 * Postings come in blocks of so many. In front of those that fill more than one stands a table by which blocks are
 * passed over unread (a skip list of one level, as in Lucene):
 *
 *     how many bytes the rest of the table has
 *     for each block but the last:  its last document, as the distance from that of the block before
 *                                   the bytes of its postings
 *                                   the bytes of its positions, where they are kept
 *
 * each less `POSTINGS_IN_BLOCK`, which it is at least.
 */
export const POSTINGS_IN_BLOCK = 128;

/** Where blocks of postings lie. */
export interface Jumps {
  /** Bytes of the table: postings begin behind it. */
  readonly length: number;
  /** The last document of each block but the last. */
  readonly lasts: Uint32Array;
  /** Where in the postings (those of one term in one field, the table among them) each block begins. */
  readonly postings: Uint32Array;
  /** The same of positions; zeros where none are kept. */
  readonly positions: Uint32Array;
}

const ONE_BLOCK = new Uint32Array(1);

/** All postings as one block without a table. */
export const noJumps: Jumps = {
  length: 0,
  lasts: new Uint32Array(0),
  postings: ONE_BLOCK,
  positions: ONE_BLOCK,
};

/** Whether so many postings have a table. */
export function haveJumps(count: number): boolean {
  return count > POSTINGS_IN_BLOCK;
}

/** The most bytes that a table can have: more than this need not be read to read it. */
export function mostJumpBytes(count: number): number {
  return MOST_BYTES_OF_NUMBER * (1 + Math.floor(count / POSTINGS_IN_BLOCK) * NUMBERS_OF_BLOCK);
}

const NUMBERS_OF_BLOCK = 3;
const MOST_BYTES_OF_NUMBER = 5;

/** Bytes of the table that stands in front of postings, which need not be there in full. */
export function jumpLength(bytes: Uint8Array, count: number): number {
  if (!haveJumps(count)) return 0;
  const reader = new ByteReader(bytes);
  const rest = reader.varint();
  return reader.at + rest;
}

/**
 * Reads the table in front of postings, which need not be there in full.
 *
 * @throws IndexFormatError when it is not whole.
 */
export function readJumps(bytes: Uint8Array, count: number, hasPositions: boolean): Jumps {
  if (!haveJumps(count)) return noJumps;
  const reader = new ByteReader(bytes);
  const rest = reader.varint();
  const length = reader.at + rest;
  const blocks = Math.ceil(count / POSTINGS_IN_BLOCK);
  const lasts = new Uint32Array(blocks - 1);
  const postings = new Uint32Array(blocks);
  const positions = new Uint32Array(blocks);
  let [last, atPostings, atPositions] = [-1, length, 0];
  postings[0] = length;
  for (let block = 0; block < blocks - 1; block += 1) {
    last += reader.varint() + POSTINGS_IN_BLOCK;
    lasts[block] = last;
    atPostings += reader.varint() + POSTINGS_IN_BLOCK;
    postings[block + 1] = atPostings;
    if (hasPositions) atPositions += reader.varint() + POSTINGS_IN_BLOCK;
    positions[block + 1] = atPositions;
  }
  if (reader.at !== length) throw new IndexFormatError('a table of postings is not whole');
  return { length, lasts, postings, positions };
}
