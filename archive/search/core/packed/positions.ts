import { IndexFormatError } from './format-error.ts';
import type { ByteRange } from './sections.ts';
import type { SelectedPostings } from './selected-postings.ts';

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
 * Decodes the positions of some postings.
 *
 * @param range all positions of the term in the field.
 * @throws IndexFormatError when they are not those of the postings.
 */
export function decodePositions(range: ByteRange, selected: SelectedPostings): Occurrences {
  const { documents, frequencies, blocks, passed, jumps } = selected;
  let most = 0;
  for (let n = 0; n < frequencies.length; n += 1) most += frequencies[n] ?? 0;
  if (most > range.length) throw new IndexFormatError('positions are cut off');
  const positions = new Uint32Array(most);
  const starts = new Uint32Array(documents.length + 1);
  // Plain loops over plain variables: for a common word this goes through a hundred thousand bytes.
  let bytes: Uint8Array = new Uint8Array(0);
  let view = new DataView(bytes.buffer);
  let [block, at, done, length] = [-1, 0, 0, 0];
  for (let n = 0; n < documents.length; n += 1) {
    if (blocks[n] !== block) {
      block = blocks[n] ?? 0;
      bytes = range.read(jumps.positions[block] ?? 0, jumps.positions[block + 1] ?? range.length);
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      [at, done] = [0, 0];
    }
    const before = passed[n] ?? 0;
    if (before > done) at = passOver(view, at, before - done);
    const frequency = frequencies[n] ?? 0;
    let position = 0;
    for (let left = frequency; left > 0; left -= 1) {
      let group = bytes[at++] ?? 0;
      let distance = group & 0x7f;
      for (let shift = 7; group >= 0x80; shift += 7) {
        group = bytes[at++] ?? 0;
        distance |= (group & 0x7f) << shift;
      }
      position += distance;
      positions[length++] = position;
    }
    if (at > bytes.length) throw new IndexFormatError('positions are cut off');
    done = before + frequency;
    starts[n + 1] = length;
  }
  return { documents: documents.slice(), starts, positions };
}

/**
 * Where the bytes go on after some numbers. The last byte of each is below 0x80; four bytes are looked at together:
 *
 *     bytes         0x85 0x01 0x07 0x93
 *     ends          0    1    1    0       the top bit of each, turned over
 *     times 0x01010101, top byte: their sum
 */
export function passOver(bytes: DataView, from: number, count: number): number {
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
