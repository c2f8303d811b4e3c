import { ByteReader } from './bytes.ts';
import type { ByteWriter } from './bytes.ts';
import { IndexFormatError } from './format-error.ts';

/**
 * Postings of one term in one field: the documents that have it, ascending, and how often. Each is the number of
 * documents passed over since the last one, doubled, plus one when the term stands there once; otherwise how often
 * follows. Positions lie apart, so that who does not ask for them does not read them: for each document its
 * positions, each as the distance from the one before.
 */
export interface Postings {
  readonly documents: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Writes one more posting. `last` is the document before it, -1 for none. */
export function writePosting(to: ByteWriter, document: number, last: number, frequency: number): void {
  const passed = document - last - 1;
  if (frequency === 1) {
    to.varint(passed * 2 + 1);
  } else {
    to.varint(passed * 2);
    to.varint(frequency);
  }
}

/** Room for decoded postings, used again and again. */
export class PostingsBuffer {
  #documents = new Uint32Array(1024);
  #frequencies = new Uint32Array(1024);

  /**
   * Decodes postings. What comes back holds until the next call.
   *
   * @param count how many there are.
   * @param base added to every document number.
   * @param limit documents are fewer than this, before `base` is added.
   * @throws IndexFormatError when the bytes are not `count` postings.
   */
  decode(bytes: Uint8Array, count: number, { base, limit }: { base: number; limit: number }): Postings {
    if (count > bytes.length) throw new IndexFormatError('postings are cut off');
    this.#reserve(count);
    const [documents, frequencies] = [this.#documents, this.#frequencies];
    const end = bytes.length;
    let at = 0;
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

/** Postings with where in each document the term stands: those of document n at `starts[n]` to `starts[n + 1] - 1`. */
export interface Occurrences {
  readonly documents: Uint32Array;
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
}

export const noOccurrences: Occurrences = {
  documents: new Uint32Array(0),
  starts: new Uint32Array(1),
  positions: new Uint32Array(0),
};

/**
 * Decodes positions.
 *
 * @param within only documents among these, ascending; all when null.
 * @throws IndexFormatError when the bytes are not the positions of the postings.
 */
export function decodePositions(
  bytes: Uint8Array,
  { documents, frequencies }: Postings,
  within: Uint32Array | null,
): Occurrences {
  const kept = keptOf(documents, within);
  const most = kept.reduce((sum, n) => sum + (frequencies[n] ?? 0), 0);
  if (most > bytes.length) throw new IndexFormatError('positions are cut off');
  const positions = new Uint32Array(most);
  const starts = new Uint32Array(kept.length + 1);
  // Plain loops over plain variables: for a common word this goes through a hundred thousand bytes.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let length = 0;
  let posting = 0;
  for (let place = 0; place < kept.length; place += 1) {
    const n = kept[place] ?? 0;
    let passed = 0;
    for (; posting < n; posting += 1) passed += frequencies[posting] ?? 0;
    at = passOver(view, at, passed);
    let position = 0;
    for (let left = frequencies[n] ?? 0; left > 0; left -= 1) {
      let group = bytes[at++] ?? 0;
      let distance = group & 0x7f;
      for (let shift = 7; group >= 0x80; shift += 7) {
        group = bytes[at++] ?? 0;
        distance |= (group & 0x7f) << shift;
      }
      position += distance;
      positions[length++] = position;
    }
    posting = n + 1;
    starts[place + 1] = length;
  }
  if (at > bytes.length) throw new IndexFormatError('positions are cut off');
  return { documents: Uint32Array.from(kept, (n) => documents[n] ?? 0), starts, positions };
}

/** The places of documents that are also in another ascending list. */
function keptOf(documents: Uint32Array, within: Uint32Array | null): Uint32Array {
  const kept = new Uint32Array(documents.length);
  if (within === null) return kept.map((_, n) => n);
  let [length, other] = [0, 0];
  for (let n = 0; n < documents.length && other < within.length; n += 1) {
    const document = documents[n] ?? 0;
    while (other < within.length && (within[other] ?? 0) < document) other += 1;
    if (within[other] === document) kept[length++] = n;
  }
  return kept.subarray(0, length);
}

/**
 * Where the bytes go on after some numbers. The last byte of each is below 0x80; four bytes are looked at together:
 *
 *     bytes         0x85 0x01 0x07 0x93
 *     ends          0    1    1    0       the top bit of each, turned over
 *     times 0x01010101, top byte: their sum
 */
function passOver(bytes: DataView, from: number, count: number): number {
  let at = from;
  let left = count;
  // Four at least: where these bytes end inside a number, it is one of those passed over.
  for (; left >= 4 && at + 4 <= bytes.byteLength; at += 4) {
    const ends = (~bytes.getUint32(at) >>> 7) & 0x01010101;
    left -= Math.imul(ends, 0x01010101) >>> 24;
  }
  for (; left > 0 && at < bytes.byteLength; at += 1) if (bytes.getUint8(at) < 0x80) left -= 1;
  return at;
}

/** The last document of postings, and how many bytes the first one's code takes. */
export function outline(
  bytes: Uint8Array,
  count: number,
): { readonly first: number; readonly isOnce: boolean; readonly rest: Uint8Array; readonly last: number } {
  const reader = new ByteReader(bytes);
  const code = reader.varint();
  const [first, isOnce] = [code >>> 1, (code & 1) === 1];
  const rest = bytes.subarray(reader.at);
  if (!isOnce) reader.varint();
  let last = first;
  for (let n = 1; n < count; n += 1) {
    const next = reader.varint();
    last += (next >>> 1) + 1;
    if ((next & 1) === 0) reader.varint();
  }
  if (!reader.isAtEnd) throw new IndexFormatError('postings are not whole');
  return { first, isOnce, rest, last };
}
