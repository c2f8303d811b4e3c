import { crc32 } from 'node:zlib';

/** The fields of an entry's two headers. What is not given is as in a package's single file. */
export interface HeaderFields {
  readonly name: string;
  readonly needed: number;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly extra: Buffer;
}

/** An entry, in whatever way it is to be told. */
export interface HostileEntry extends Partial<HeaderFields> {
  readonly name: string;
  readonly data: Buffer;
  /** What the local header says otherwise than the directory. */
  readonly local?: Partial<HeaderFields>;
  readonly madeBy?: number;
  readonly comment?: string;
  readonly disk?: number;
  readonly internal?: number;
  readonly attributes?: number;
  readonly offset?: number;
  /** Bytes that stand before the entry and belong to nothing. */
  readonly gap?: Buffer;
  /** Bytes that stand behind the entry's own: a data descriptor, for one. */
  readonly behind?: Buffer;
}

/** The end of the file, in whatever way it is to be told. */
export interface HostileEnd {
  readonly disk?: number;
  readonly directoryDisk?: number;
  readonly entriesHere?: number;
  readonly entries?: number;
  readonly bytes?: number;
  readonly offset?: number;
  readonly comment?: string;
  /** Bytes between the entries and the directory. */
  readonly gap?: Buffer;
  /** Bytes between the directory and the end: ZIP64's records, for one. Given the directory's offset and length. */
  readonly zip64?: (offset: number, bytes: number) => Buffer;
}

/**
 * A ZIP file with any header one likes, true or false. Written apart from the product's own layout, field by field,
 * so that with nothing given otherwise it is a second opinion on what a package's single file looks like.
 */
export function zipOf(entries: readonly HostileEntry[], end: HostileEnd = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let length = 0;
  const append = (...all: readonly Buffer[]): void => {
    for (const part of all) {
      parts.push(part);
      length += part.length;
    }
  };
  for (const entry of entries) {
    append(entry.gap ?? Buffer.alloc(0));
    const offset = length;
    const fields = { ...defaults(entry), ...defined(entry) };
    append(local({ ...fields, ...defined(entry.local ?? {}) }), entry.data, entry.behind ?? Buffer.alloc(0));
    directory.push(central(entry, fields, entry.offset ?? offset));
  }
  append(end.gap ?? Buffer.alloc(0));
  const offset = length;
  append(...directory);
  const bytes = length - offset;
  append(end.zip64?.(offset, bytes) ?? Buffer.alloc(0));
  append(endOf(end, { entries: entries.length, offset, bytes }));
  return Buffer.concat(parts);
}

/** ZIP64's end record and its locator. */
export function zip64End(of: {
  readonly entries: number | bigint;
  readonly bytes: number | bigint;
  readonly offset: number | bigint;
  readonly locator: number;
  readonly length?: number;
}): Buffer {
  return Buffer.concat([
    u32(0x06064b50),
    u64(of.length ?? 44),
    u16(0x032d, 45),
    u32(0, 0),
    u64(of.entries, of.entries, of.bytes, of.offset),
    u32(0x07064b50, 0),
    u64(of.locator),
    u32(1),
  ]);
}

/** ZIP64's extra field. */
export function zip64Extra(...values: readonly (number | bigint)[]): Buffer {
  return Buffer.concat([u16(1, values.length * 8), u64(...values)]);
}

export function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

export function u32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

export function u64(...values: readonly (number | bigint)[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer)));
}

function defaults({ name, data }: HostileEntry): HeaderFields {
  const [size, date, needed] = [data.length, (1 << 5) | 1, 10];
  const zero = { flags: 0, method: 0, time: 0 };
  return { ...zero, name, needed, date, crc: crc32(data), stored: size, size, extra: Buffer.alloc(0) };
}

function defined(of: Partial<HeaderFields>): Partial<HeaderFields> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
}

function local(of: HeaderFields): Buffer {
  const name = Buffer.from(of.name, 'latin1');
  return Buffer.concat([
    u32(0x04034b50),
    u16(of.needed, of.flags, of.method, of.time, of.date),
    u32(of.crc, of.stored, of.size),
    u16(name.length, of.extra.length),
    name,
    of.extra,
  ]);
}

function central(entry: HostileEntry, of: HeaderFields, offset: number): Buffer {
  const name = Buffer.from(of.name, 'latin1');
  const comment = Buffer.from(entry.comment ?? '', 'latin1');
  return Buffer.concat([
    u32(0x02014b50),
    u16(entry.madeBy ?? 0x032d, of.needed, of.flags, of.method, of.time, of.date),
    u32(of.crc, of.stored, of.size),
    u16(name.length, of.extra.length, comment.length, entry.disk ?? 0, entry.internal ?? 0),
    u32(entry.attributes ?? 0x81a40000, offset),
    name,
    of.extra,
    comment,
  ]);
}

interface TrueEnd {
  readonly entries: number;
  readonly offset: number;
  readonly bytes: number;
}

function endOf(end: HostileEnd, is: TrueEnd): Buffer {
  const comment = Buffer.from(end.comment ?? '', 'latin1');
  return Buffer.concat([
    u32(0x06054b50),
    u16(end.disk ?? 0, end.directoryDisk ?? 0),
    u16(end.entriesHere ?? end.entries ?? is.entries, end.entries ?? is.entries),
    u32(end.bytes ?? is.bytes, end.offset ?? is.offset),
    u16(comment.length),
    comment,
  ]);
}
