import type { ByteSource } from './byte-source.ts';
import { containerRefused } from './faults.ts';
import {
  compareNames,
  DIRECTORY_HEADER_BYTES,
  DIRECTORY_SIGNATURE,
  directoryHeader,
  FULL_32,
  localHeaderBytes,
  ZIP64_FIELD,
} from './layout.ts';
import type { Directory, PlacedEntry } from './layout.ts';
import { nameFault } from './name-fault.ts';

const WINDOW_BYTES = 1 << 20;

const ENCRYPTED = 1 << 0;
const DATA_DESCRIPTOR = 1 << 3;

/** Kinds of files in the upper half of Unix attributes. */
const FILE_KIND = 0o170000;
const REGULAR = 0o100000;
const KINDS: ReadonlyMap<number, string> = new Map([
  [0o120000, 'link'],
  [0o040000, 'folder'],
  [0o020000, 'device'],
  [0o060000, 'device'],
  [0o010000, 'device'],
  [0o140000, 'device'],
]);
const DOS_FOLDER = 0x10;

/** A header of the directory, taken apart but not yet believed. */
interface RawHeader {
  /** All of it, as it stands. */
  readonly bytes: Buffer;
  readonly name: string;
  readonly extra: Buffer;
}

/**
 * Reads the directory of a single file, a window at a time: memory goes by what is there, not by what is claimed.
 * Every header is proven to be written as it must be, the names to be lawful and in order, and the entries to
 * lie one right behind the other from the first byte to the directory.
 *
 * @throws ProblemError `package-file-refused` with the fault and the entry.
 */
export function readDirectory(
  source: ByteSource,
  directory: Directory,
  file: string,
): readonly PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  const folders = new Set<string>();
  let [before, end] = ['', 0];
  for (const header of rawHeaders(source, directory, file)) {
    const { name } = header;
    const fault = nameFault(name) ?? headerFault(header) ?? orderFault(name, before);
    if (fault !== null) throw containerRefused(file, fault, name);
    const entry = entryOf(header);
    if (typeof entry === 'string') throw containerRefused(file, entry, name);
    if (!directoryHeader(entry).equals(header.bytes)) throw containerRefused(file, 'header-form', name);
    if (entry.offset !== end) throw containerRefused(file, entry.offset < end ? 'overlap' : 'gap', name);
    end += localHeaderBytes(entry) + entry.bytes;
    if (end > directory.offset) throw containerRefused(file, 'overlap', name);
    addFolders(name, folders);
    entries.push(entry);
    before = name;
  }
  if (end !== directory.offset) throw containerRefused(file, 'gap');
  const both = entries.find(({ name }) => folders.has(name));
  if (both !== undefined) throw containerRefused(file, 'file-and-folder', both.name);
  return entries;
}

/** The headers as they stand, as many as are said to be there; they must fill the directory. */
function* rawHeaders(source: ByteSource, directory: Directory, file: string): Generator<RawHeader> {
  const window = new Window(source, directory, file);
  for (let n = 0; n < directory.entries; n += 1) {
    const head = window.peek(DIRECTORY_HEADER_BYTES);
    if (head.readUInt32LE(0) !== DIRECTORY_SIGNATURE) throw containerRefused(file, 'counts');
    const [nameBytes, extraBytes] = [head.readUInt16LE(28), head.readUInt16LE(30)];
    const nameEnd = DIRECTORY_HEADER_BYTES + nameBytes;
    const bytes = window.peek(nameEnd + extraBytes);
    const name = bytes.toString('latin1', DIRECTORY_HEADER_BYTES, nameEnd);
    if (head.readUInt16LE(32) !== 0) throw containerRefused(file, 'zip-comment', name);
    window.skip(bytes.length);
    yield { bytes, name, extra: bytes.subarray(nameEnd) };
  }
  if (window.left > 0) throw containerRefused(file, 'counts');
}

/** A stretch of the directory in memory, which moves on as its bytes are taken. */
class Window {
  readonly #source: ByteSource;
  readonly #file: string;
  readonly #end: number;
  #next: number;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: ByteSource, { offset, bytes }: Directory, file: string) {
    this.#source = source;
    this.#file = file;
    this.#next = offset;
    this.#end = offset + bytes;
  }

  /** How many bytes were not taken yet. */
  get left(): number {
    return this.#held.length + this.#end - this.#next;
  }

  /** The next bytes, which stay the next. Throws ProblemError when there are not so many left. */
  peek(length: number): Buffer {
    if (length > this.left) throw containerRefused(this.#file, 'counts');
    if (length > this.#held.length) {
      const more = Buffer.alloc(Math.min(this.#end - this.#next, Math.max(WINDOW_BYTES, length)));
      this.#source.read(this.#next, more);
      this.#next += more.length;
      this.#held = Buffer.concat([this.#held, more]);
    }
    return this.#held.subarray(0, length);
  }

  /** Takes bytes that were looked at. */
  skip(length: number): void {
    this.#held = this.#held.subarray(length);
  }
}

/** What a header says that none of ours says, where there are words for it; null when nothing stands out. */
function headerFault({ bytes, extra }: RawHeader): string | null {
  const flags = bytes.readUInt16LE(8);
  if ((flags & ENCRYPTED) !== 0) return 'encrypted';
  if ((flags & DATA_DESCRIPTOR) !== 0) return 'data-descriptor';
  if (flags !== 0) return 'flags';
  if (bytes.readUInt16LE(10) !== 0) return 'compressed';
  const attributes = bytes.readUInt32LE(38);
  const kind = (attributes >>> 16) & FILE_KIND;
  if (kind !== REGULAR) return KINDS.get(kind) ?? ((attributes & DOS_FOLDER) !== 0 ? 'folder' : 'attributes');
  if ((attributes & DOS_FOLDER) !== 0) return 'folder';
  if (bytes.readUInt16LE(34) !== 0) return 'several-disks';
  return extraFault(bytes, extra);
}

function extraFault(bytes: Buffer, extra: Buffer): string | null {
  const full = fullFields(bytes).filter(Boolean).length;
  if (extra.length === 0) return full === 0 ? null : 'zip64-missing';
  if (extra.length < 4 || extra.readUInt16LE(0) !== ZIP64_FIELD) return 'extra-field';
  if (full === 0) return 'zip64-needless';
  return extra.length === 4 + full * 8 ? null : 'zip64-false';
}

/** Which of size stored, size and offset are said to stand in the extra field; it holds size before size stored. */
function fullFields(bytes: Buffer): readonly boolean[] {
  return [20, 24, 42].map((at) => bytes.readUInt32LE(at) === FULL_32);
}

/** The entry that a header tells of, or why its numbers cannot be true. */
function entryOf({ bytes, name, extra }: RawHeader): PlacedEntry | string {
  let at = 4;
  const wide = (field: number): number => {
    const value = bytes.readUInt32LE(field);
    if (value !== FULL_32) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  };
  const [size, stored, offset] = [wide(24), wide(20), wide(42)];
  if (![size, stored, offset].every(Number.isSafeInteger)) return 'zip64-false';
  if (size !== stored) return 'sizes-differ';
  return { name, bytes: size, crc: bytes.readUInt32LE(16), offset };
}

function orderFault(name: string, before: string): string | null {
  const order = compareNames(before, name);
  return order < 0 ? null : order === 0 ? 'name-twice' : 'order';
}

/** Adds the folder an entry lies in and those above it, up to one that is there already. */
function addFolders(name: string, folders: Set<string>): void {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
    const folder = name.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}
