import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { IndexFormatError } from '../core/packed/format-error.ts';
import type { ByteRange, SectionSource } from '../core/packed/sections.ts';
import { openFile } from './file-bytes.ts';
import type { ReadableFile } from './file-bytes.ts';
import { IndexDamaged, UnusableIndex } from './index-errors.ts';
import { footerChecksum } from './index-file-writer.ts';
import {
  BLOCK_BYTES,
  HEADER_BYTES,
  INDEX_FORMAT,
  MAGIC,
  TRAILER_BYTES,
  blocksOf,
  trailer,
} from './index-layout.ts';
import type { SectionPlace } from './index-layout.ts';

/**
 * Blocks that are kept once read: an eighth of the file, but 8 MiB at least and 16 MiB at most. The system keeps what
 * it read as well; what is spared is checking it once more, and the blocks that would be thrown away.
 */
const KEPT = { share: 1 / 8, least: 128, most: 256 } as const;
/**
 * Read at once at the end of the file: the footer, and before it what a first answer is made from, in a small file all
 * of it. A read of its own for each would take longer.
 */
const TAIL_BYTES = 1 << 19;
/** Who asks for more blocks than this at once keeps them himself. */
const MOST_KEPT_AT_ONCE = 8;

const NONE: Uint8Array = new Uint8Array(0);

const tableSchema = z
  .array(
    z.strictObject({
      name: z.string(),
      offset: z.number().int().nonnegative(),
      length: z.number().int().nonnegative(),
    }),
  )
  .readonly();

/** What the end of an index file says. */
interface Footer {
  /** Bytes of header and sections. */
  readonly dataLength: number;
  /** Of each block. */
  readonly checksums: Uint32Array;
  readonly sections: readonly SectionPlace[];
}

/**
 * An index file that is open: nothing of it is read but its end, until it is asked for. Each block is checked when
 * it is read; those read last are kept.
 */
export class IndexFile implements SectionSource {
  readonly #file: ReadableFile;
  readonly #footer: Footer;
  readonly #sections: ReadonlyMap<string, SectionPlace>;
  /** By number, the one used last at the end. */
  readonly #kept = new Map<number, Uint8Array>();
  readonly #mostKept: number;
  /** The end of the file, until what is read ahead is. */
  #tail: Uint8Array;
  /** What was read ahead, where in the file it begins, and for each block of it whether it was checked. */
  #ahead = NONE;
  #aheadFrom = 0;
  #isChecked = new Uint8Array(0);

  private constructor(file: ReadableFile, { tail, footer }: End) {
    this.#file = file;
    // A plain array as all others: a view of the same bytes.
    this.#tail = new Uint8Array(tail.buffer, tail.byteOffset, tail.length);
    this.#footer = footer;
    const share = Math.ceil(footer.checksums.length * KEPT.share);
    this.#mostKept = Math.max(KEPT.least, Math.min(KEPT.most, share));
    this.#sections = new Map(footer.sections.map((section) => [section.name, section]));
  }

  /** @throws UnusableIndex when there is no index file of this version, or its end is not what was written. */
  static open(path: string): IndexFile {
    return IndexFile.of(indexFileAt(path));
  }

  /** The same of a file that is open; it is closed when it is none. */
  static of(file: ReadableFile): IndexFile {
    try {
      return new IndexFile(file, readEnd(file));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** The table of sections, in the order in which they lie. */
  get sections(): readonly SectionPlace[] {
    return this.#footer.sections;
  }

  /** Reading from it throws IndexDamaged when the bytes are not what was written. */
  section(name: string): ByteRange | null {
    const place = this.#sections.get(name);
    if (place === undefined) return null;
    const { offset, length } = place;
    return {
      length,
      read: (start, end) => {
        if (start < 0 || end < start || end > length)
          throw new IndexFormatError(`no bytes ${start} to ${end}`);
        return this.#read(offset + start, offset + end);
      },
    };
  }

  /**
   * Reads at once what lies from the first to the last of the sections that are meant, and keeps it: for what is asked
   * for right away, a read for each block would take longer. Its blocks, too, are checked when they are touched.
   */
  readAhead(isMeant: (section: string) => boolean): void {
    const meant = this.#footer.sections.filter(({ name, length }) => length > 0 && isMeant(name));
    const [first, last] = [meant[0], meant.at(-1)];
    if (first === undefined || last === undefined) return;
    const start = Math.floor(first.offset / BLOCK_BYTES);
    const end = blocksOf(last.offset + last.length);
    this.#ahead = this.#bytesWithTail(start, end - 1);
    this.#tail = NONE;
    this.#aheadFrom = start * BLOCK_BYTES;
    this.#isChecked = new Uint8Array(end - start);
  }

  close(): void {
    this.#kept.clear();
    this.#file.close();
  }

  #read(start: number, end: number): Uint8Array {
    if (start === end) return new Uint8Array(0);
    const [first, last] = [Math.floor(start / BLOCK_BYTES), Math.floor((end - 1) / BLOCK_BYTES)];
    const ahead = this.#aheadFrom;
    if (start >= ahead && end <= ahead + this.#ahead.length)
      return this.#readAhead(first, last).subarray(start - ahead, end - ahead);
    const from = first * BLOCK_BYTES;
    if (first === last) return this.#block(first).subarray(start - from, end - from);
    if (last - first >= MOST_KEPT_AT_ONCE) return this.#fresh(first, last).subarray(start - from, end - from);
    const bytes = new Uint8Array(end - start);
    for (let block = first; block <= last; block += 1) {
      const at = block * BLOCK_BYTES;
      const piece = this.#block(block).subarray(Math.max(0, start - at), end - at);
      bytes.set(piece, Math.max(0, at - start));
    }
    return bytes;
  }

  /** What was read ahead, these blocks of it checked. */
  #readAhead(first: number, last: number): Uint8Array {
    for (let number = first; number <= last; number += 1) {
      const at = number * BLOCK_BYTES - this.#aheadFrom;
      if (this.#isChecked[at / BLOCK_BYTES] === 1) continue;
      this.#check(number, this.#ahead.subarray(at, at + BLOCK_BYTES));
      this.#isChecked[at / BLOCK_BYTES] = 1;
    }
    return this.#ahead;
  }

  /** Never changed once it is there: who has a view of it can keep it. */
  #block(number: number): Uint8Array {
    const known = this.#kept.get(number);
    if (known !== undefined) this.#kept.delete(number);
    const block = known ?? this.#fresh(number, number);
    this.#kept.set(number, block);
    if (this.#kept.size > this.#mostKept)
      for (const [oldest] of this.#kept) {
        this.#kept.delete(oldest);
        break;
      }
    return block;
  }

  /** Reads blocks and checks them. */
  #fresh(first: number, last: number): Uint8Array {
    const bytes = this.#bytesOf(first, last);
    for (let number = first; number <= last; number += 1) {
      const at = (number - first) * BLOCK_BYTES;
      this.#check(number, bytes.subarray(at, at + BLOCK_BYTES));
    }
    return bytes;
  }

  #bytesOf(first: number, last: number): Uint8Array {
    const start = first * BLOCK_BYTES;
    const bytes = new Uint8Array(Math.min((last + 1) * BLOCK_BYTES, this.#footer.dataLength) - start);
    this.#readInto(bytes, start);
    return bytes;
  }

  /** The same, but for what was read with the end of the file. */
  #bytesWithTail(first: number, last: number): Uint8Array {
    const start = first * BLOCK_BYTES;
    const length = Math.min((last + 1) * BLOCK_BYTES, this.#footer.dataLength) - start;
    const before = this.#file.size - this.#tail.length - start;
    if (before <= 0) return this.#tail.subarray(-before, length - before);
    const bytes = new Uint8Array(length);
    this.#readInto(bytes.subarray(0, before), start);
    if (before < length) bytes.set(this.#tail.subarray(0, length - before), before);
    return bytes;
  }

  #readInto(bytes: Uint8Array, start: number): void {
    if (this.#file.read(bytes, start) !== bytes.length) throw new IndexDamaged('the index file is cut off');
  }

  #check(number: number, bytes: Uint8Array): void {
    if (crc32(bytes) !== this.#footer.checksums[number])
      throw new IndexDamaged(`block ${number} is not what was written`);
  }
}

function indexFileAt(path: string): ReadableFile {
  try {
    return openFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UnusableIndex('missing', 'the index file');
    throw error;
  }
}

/** The end of a file, which its footer is in, and the footer. */
interface End {
  readonly tail: Uint8Array;
  readonly footer: Footer;
}

function readEnd(file: ReadableFile): End {
  const { size } = file;
  if (size < HEADER_BYTES + TRAILER_BYTES) throw new UnusableIndex('damaged', 'the index file is cut off');
  const tail = bytesAt(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES));
  const end = tail.subarray(-TRAILER_BYTES);
  if (!isMagic(end.subarray(trailer.magic))) throw whyNoEnd(file);
  const format = end.readUInt32LE(trailer.format);
  if (format !== INDEX_FORMAT) throw new UnusableIndex('other', `the index file is of format ${format}`);
  const dataLength = Number(end.readBigUInt64LE(trailer.dataLength));
  const footerLength = end.readUInt32LE(trailer.footerLength);
  if (dataLength + footerLength + TRAILER_BYTES !== size)
    throw new UnusableIndex('damaged', 'the index file is cut off');
  const isInTail = footerLength + TRAILER_BYTES <= tail.length;
  const footer = isInTail
    ? tail.subarray(-footerLength - TRAILER_BYTES, -TRAILER_BYTES)
    : bytesAt(file, dataLength, footerLength);
  if (footerChecksum(footer, end) !== end.readUInt32LE(trailer.checksum))
    throw new UnusableIndex('damaged', 'the end of the index file');
  return { tail, footer: parseFooter(footer, dataLength) };
}

function isMagic(bytes: Buffer): boolean {
  return bytes.toString('latin1') === MAGIC;
}

/** Why a file does not end as an index does: only then it matters how it begins. */
function whyNoEnd(file: ReadableFile): UnusableIndex {
  return isMagic(bytesAt(file, 0, MAGIC.length))
    ? new UnusableIndex('damaged', 'the index file is not whole')
    : new UnusableIndex('other', 'this is no index file');
}

function parseFooter(footer: Buffer, dataLength: number): Footer {
  const tableAt = blocksOf(dataLength) * Uint32Array.BYTES_PER_ELEMENT;
  // A buffer of its own: numbers must start at a multiple of their size.
  const checksums = new Uint32Array(new Uint8Array(footer.subarray(0, tableAt)).buffer);
  const parsed = tableSchema.safeParse(JSON.parse(footer.toString('utf8', tableAt)));
  if (!parsed.success || parsed.data.some(({ offset, length }) => offset + length > dataLength))
    throw new UnusableIndex('damaged', 'the table of sections');
  return { dataLength, checksums, sections: parsed.data };
}

function bytesAt(file: ReadableFile, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (file.read(bytes, at) !== length) throw new UnusableIndex('damaged', 'the index file is cut off');
  return bytes;
}
