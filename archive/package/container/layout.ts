/**
 * The single file of a package: a ZIP whose entries are stored as they are. A package has exactly one such
 * file, so this page is all there is to it: names, sizes and checksums give every byte that is not an entry's own.
 *
 *     header · bytes     each entry, by name in byte order, with nothing between
 *     directory          each entry again, in the same order, with its place
 *     end                how many entries, and where the directory lies
 *
 * There are no data descriptors, no comments, no entries for folders, and no extra fields but ZIP64's where a
 * number does not fit without it. A general ZIP library would read far more than this, and what it overlooks is
 * where hostile files live; so none is used.
 *
 * The numbers are those of PKWARE's APPNOTE 6.3, sections 4.3 and 4.5.3.
 */

/** An entry: its name in ASCII, its size in bytes and the CRC-32 of its bytes. */
export interface StoredEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** An entry and the offset of its header. */
export interface PlacedEntry extends StoredEntry {
  readonly offset: number;
}

/** The directory as the end of the file states it. */
export interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

export const LOCAL_SIGNATURE = 0x04034b50;
export const DIRECTORY_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
export const ZIP64_END_SIGNATURE = 0x06064b50;
export const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;

export const LOCAL_BYTES = 30;
export const DIRECTORY_HEADER_BYTES = 46;
export const END_BYTES = 22;
export const ZIP64_END_BYTES = 56;
export const ZIP64_LOCATOR_BYTES = 20;

/** A field that holds its highest number says that ZIP64 holds the true one. So that number needs ZIP64 too. */
export const FULL_16 = 0xffff;
export const FULL_32 = 0xffffffff;

export const ZIP64_FIELD = 0x0001;
const VERSION_PLAIN = 10;
const VERSION_ZIP64 = 45;
/** Made on Unix, by a program that knows ZIP64. The same whatever the file needs and wherever it is made. */
const MADE_BY = (3 << 8) | 45;
/** 1 January 1980, midnight: the first day that the format can hold. */
const FIRST_DAY = 0x0021;
/** A regular file, `rw-r--r--`, as Unix puts it into the upper half. */
const REGULAR_FILE = 0o100644 * 0x10000;

/** The local header of an entry, which stands right before its bytes. */
export function localHeader(entry: StoredEntry): Buffer {
  const wide = entry.bytes >= FULL_32 ? [entry.bytes, entry.bytes] : [];
  const header = Buffer.alloc(localHeaderBytes(entry));
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeShared(header, 4, { ...entry, wide });
  writeNameAndField(header, LOCAL_BYTES, { ...entry, wide });
  return header;
}

/** How long the local header of an entry is: known before its checksum is. */
export function localHeaderBytes({ name, bytes }: Omit<StoredEntry, 'crc'>): number {
  return LOCAL_BYTES + name.length + (bytes >= FULL_32 ? fieldBytes(2) : 0);
}

/** An entry as the directory tells it. */
export function directoryHeader(entry: PlacedEntry): Buffer {
  const { name, bytes, offset } = entry;
  const wide = [...(bytes >= FULL_32 ? [bytes, bytes] : []), ...(offset >= FULL_32 ? [offset] : [])];
  const header = Buffer.alloc(DIRECTORY_HEADER_BYTES + name.length + fieldBytes(wide.length));
  header.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
  header.writeUInt16LE(MADE_BY, 4);
  writeShared(header, 6, { ...entry, wide });
  header.writeUInt32LE(REGULAR_FILE, 38);
  header.writeUInt32LE(Math.min(offset, FULL_32), 42);
  writeNameAndField(header, DIRECTORY_HEADER_BYTES, { ...entry, wide });
  return header;
}

/** Everything that follows the directory. */
export function endRecords(directory: Directory): Buffer {
  const { entries, offset, bytes } = directory;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(Math.min(entries, FULL_16), 8);
  end.writeUInt16LE(Math.min(entries, FULL_16), 10);
  end.writeUInt32LE(Math.min(bytes, FULL_32), 12);
  end.writeUInt32LE(Math.min(offset, FULL_32), 16);
  return needsZip64(directory) ? Buffer.concat([zip64End(directory), end]) : end;
}

/** Whether the end of a file needs ZIP64's records. */
export function needsZip64({ entries, offset, bytes }: Directory): boolean {
  return entries >= FULL_16 || offset >= FULL_32 || bytes >= FULL_32;
}

/** Orders names by their bytes; for ASCII that is the order of JavaScript's own strings. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface WideEntry extends StoredEntry {
  /** The numbers that do not fit, in the order of ZIP64's extra field. */
  readonly wide: readonly number[];
}

/** What both headers say in the same order: from the version needed to the length of the extra field. */
function writeShared(header: Buffer, at: number, { name, bytes, crc, wide }: WideEntry): void {
  header.writeUInt16LE(wide.length === 0 ? VERSION_PLAIN : VERSION_ZIP64, at);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(Math.min(bytes, FULL_32), at + 14);
  header.writeUInt32LE(Math.min(bytes, FULL_32), at + 18);
  header.writeUInt16LE(name.length, at + 22);
  header.writeUInt16LE(fieldBytes(wide.length), at + 24);
}

/** The name, and the extra field where there is one. */
function writeNameAndField(header: Buffer, at: number, { name, wide }: WideEntry): void {
  header.write(name, at, 'latin1');
  if (wide.length === 0) return;
  const field = at + name.length;
  header.writeUInt16LE(ZIP64_FIELD, field);
  header.writeUInt16LE(wide.length * 8, field + 2);
  wide.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), field + 4 + index * 8));
}

/** How long the extra field of so many numbers is. There is none of no numbers. */
function fieldBytes(numbers: number): number {
  return numbers === 0 ? 0 : 4 + numbers * 8;
}

function zip64End({ entries, offset, bytes }: Directory): Buffer {
  const end = Buffer.alloc(ZIP64_END_BYTES + ZIP64_LOCATOR_BYTES);
  end.writeUInt32LE(ZIP64_END_SIGNATURE, 0);
  end.writeBigUInt64LE(BigInt(ZIP64_END_BYTES - 12), 4);
  end.writeUInt16LE(MADE_BY, 12);
  end.writeUInt16LE(VERSION_ZIP64, 14);
  end.writeBigUInt64LE(BigInt(entries), 24);
  end.writeBigUInt64LE(BigInt(entries), 32);
  end.writeBigUInt64LE(BigInt(bytes), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(ZIP64_LOCATOR_SIGNATURE, 56);
  end.writeBigUInt64LE(BigInt(offset + bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
