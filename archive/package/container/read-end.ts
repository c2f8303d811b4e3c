import { MAX_CONTAINER_BYTES, MAX_ENTRIES } from '../bounds.ts';
import type { ByteSource } from './byte-source.ts';
import { containerDamaged, containerRefused } from './faults.ts';
import {
  END_BYTES,
  END_SIGNATURE,
  endRecords,
  FULL_16,
  FULL_32,
  LOCAL_SIGNATURE,
  needsZip64,
  ZIP64_END_BYTES,
  ZIP64_END_SIGNATURE,
  ZIP64_LOCATOR_BYTES,
  ZIP64_LOCATOR_SIGNATURE,
} from './layout.ts';
import type { Directory } from './layout.ts';

/** A comment of full length and the record it follows: no further back can a ZIP's end lie. */
const SEARCHED_BYTES = END_BYTES + FULL_16;
const ZIP64_RECORDS = ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES;

/**
 * Reads where the directory lies from the end of a single file. What it says is proven to be written as it must
 * be, and to lead to exactly the place before itself.
 *
 * @param file what it is called in problems.
 * @throws ProblemError `package-file-refused` or `package-file-damaged`, with the fault.
 */
export function readEnd(source: ByteSource, file: string): Directory {
  const refused = (reason: string): Error => containerRefused(file, reason);
  if (source.size > MAX_CONTAINER_BYTES) throw refused('too-large');
  const end = bytesOf(source, Math.max(0, source.size - END_BYTES), Math.min(source.size, END_BYTES));
  if (end.length < END_BYTES || end.readUInt32LE(0) !== END_SIGNATURE || end.readUInt16LE(20) !== 0)
    throw noEnd(source, file);
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0) throw refused('several-disks');
  const plain = {
    entries: end.readUInt16LE(10),
    bytes: end.readUInt32LE(12),
    offset: end.readUInt32LE(16),
  };
  const full = plain.entries === FULL_16 || plain.bytes === FULL_32 || plain.offset === FULL_32;
  const stated = full ? readZip64(source, file) : plain;
  if (stated.entries > MAX_ENTRIES) throw refused('too-many-entries');
  if (full && !needsZip64(stated)) throw refused('zip64-needless');
  const expected = endRecords(stated);
  const begins = stated.offset + stated.bytes;
  if (begins + expected.length !== source.size) throw misplaced(source, file, { full, begins });
  if (!bytesOf(source, begins, expected.length).equals(expected))
    throw refused(full ? 'zip64-false' : 'end-record');
  return stated;
}

function readZip64(source: ByteSource, file: string): Directory {
  const at = source.size - END_BYTES - ZIP64_RECORDS;
  const records = at < 0 ? Buffer.alloc(ZIP64_RECORDS) : bytesOf(source, at, ZIP64_RECORDS);
  const there =
    records.readUInt32LE(0) === ZIP64_END_SIGNATURE &&
    records.readUInt32LE(ZIP64_END_BYTES) === ZIP64_LOCATOR_SIGNATURE;
  if (!there) throw containerRefused(file, 'zip64-missing');
  const [entries, bytes, offset] = [
    records.readBigUInt64LE(32),
    records.readBigUInt64LE(40),
    records.readBigUInt64LE(48),
  ];
  // Numbers beyond the file cannot be true, and beyond 2^53 they would not even be read as what they are.
  if ([entries, bytes, offset].some((value) => value > BigInt(source.size)))
    throw containerRefused(file, 'zip64-false');
  return { entries: Number(entries), bytes: Number(bytes), offset: Number(offset) };
}

interface Misplaced {
  readonly full: boolean;
  /** Where the directory is said to end. */
  readonly begins: number;
}

/** Why the directory does not end where the end begins. */
function misplaced(source: ByteSource, file: string, { full, begins }: Misplaced): Error {
  const locator = source.size - END_BYTES - ZIP64_LOCATOR_BYTES;
  if (!full && locator >= 0 && bytesOf(source, locator, 4).readUInt32LE(0) === ZIP64_LOCATOR_SIGNATURE)
    return containerRefused(file, 'zip64-needless');
  return containerRefused(file, begins < source.size - END_BYTES ? 'gap' : 'overlap');
}

/** Why the last bytes of a file are not a ZIP's end: more follows, much is missing, or it never was one. */
function noEnd(source: ByteSource, file: string): Error {
  const length = Math.min(source.size, SEARCHED_BYTES);
  const tail = bytesOf(source, source.size - length, length);
  for (let at = length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const comment = tail.readUInt16LE(at + 20);
    return containerRefused(
      file,
      comment === length - at - END_BYTES && comment > 0 ? 'zip-comment' : 'trailing-data',
    );
  }
  const begins = source.size >= 4 && bytesOf(source, 0, 4).readUInt32LE(0) === LOCAL_SIGNATURE;
  return begins ? containerDamaged(file, 'cut-off') : containerRefused(file, 'not-a-container');
}

function bytesOf(source: ByteSource, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  source.read(position, bytes);
  return bytes;
}
