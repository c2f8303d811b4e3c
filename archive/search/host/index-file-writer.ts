import { crc32 } from 'node:zlib';
import type { SectionSink } from '../core/packed/sections.ts';
import { createFile } from './file-bytes.ts';
import type { WritableFile } from './file-bytes.ts';
import {
  ALIGNMENT,
  BLOCK_BYTES,
  HEADER_BYTES,
  INDEX_FORMAT,
  MAGIC_BYTES,
  TRAILER_BYTES,
  trailer,
} from './index-layout.ts';
import type { SectionPlace } from './index-layout.ts';

/** Blocks written at a time. */
const BLOCKS_AT_A_TIME = 16;

/** Writes an index file from front to back, section by section; none of it stays in memory. */
export class IndexFileWriter implements SectionSink {
  readonly #file: WritableFile;
  readonly #held = new Uint8Array(BLOCK_BYTES * BLOCKS_AT_A_TIME);
  readonly #checksums: number[] = [];
  readonly #sections: SectionPlace[] = [];
  #heldBytes = 0;
  /** Bytes taken in so far. */
  #length = 0;
  /** The section under way. */
  #current: { readonly name: string; readonly offset: number } | null = null;
  #isClosed = false;

  /** @param to the path of a file that does not exist yet, or a file with nothing in it; it is closed with the writer. */
  constructor(to: string | WritableFile) {
    this.#file = typeof to === 'string' ? createFile(to) : to;
    const header = Buffer.alloc(HEADER_BYTES);
    header.set(MAGIC_BYTES);
    header.writeUInt32LE(INDEX_FORMAT, MAGIC_BYTES.length);
    this.#take(header);
  }

  begin(name: string): void {
    this.#endSection();
    if (this.#sections.some((section) => section.name === name))
      throw new RangeError(`section ${name} is there already`);
    this.#current = { name, offset: this.#length };
  }

  write(bytes: Uint8Array): void {
    if (this.#current === null) throw new RangeError('no section has begun');
    this.#take(bytes);
  }

  /** Writes what tells the sections, and sees to it that all of it is on the disk. */
  finish(): void {
    this.#endSection();
    const dataLength = this.#length;
    this.#flush();
    const table = Buffer.from(JSON.stringify(this.#sections), 'utf8');
    const footer = Buffer.concat([Buffer.from(Uint32Array.from(this.#checksums).buffer), table]);
    this.#file.append(Buffer.concat([footer, trailerOf(dataLength, footer)]));
    this.#file.sync();
    this.close();
  }

  /** Lets go of the file, finished or not. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#file.close();
  }

  #endSection(): void {
    if (this.#current !== null)
      this.#sections.push({ ...this.#current, length: this.#length - this.#current.offset });
    this.#current = null;
    const over = this.#length % ALIGNMENT;
    if (over > 0) this.#take(new Uint8Array(ALIGNMENT - over));
  }

  #take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + this.#held.length - this.#heldBytes);
      this.#held.set(piece, this.#heldBytes);
      this.#heldBytes += piece.length;
      at += piece.length;
      if (this.#heldBytes === this.#held.length) this.#flush();
    }
    this.#length += bytes.length;
  }

  #flush(): void {
    const held = this.#held.subarray(0, this.#heldBytes);
    for (let at = 0; at < held.length; at += BLOCK_BYTES)
      this.#checksums.push(crc32(held.subarray(at, at + BLOCK_BYTES)));
    this.#file.append(held);
    this.#heldBytes = 0;
  }
}

function trailerOf(dataLength: number, footer: Buffer): Buffer {
  const bytes = Buffer.alloc(TRAILER_BYTES);
  bytes.writeBigUInt64LE(BigInt(dataLength), trailer.dataLength);
  bytes.writeUInt32LE(footer.length, trailer.footerLength);
  bytes.writeUInt32LE(footerChecksum(footer, bytes), trailer.checksum);
  bytes.writeUInt32LE(INDEX_FORMAT, trailer.format);
  bytes.set(MAGIC_BYTES, trailer.magic);
  return bytes;
}

/** The checksum of a footer and of the lengths that stand in the trailer. */
export function footerChecksum(footer: Uint8Array, trailerBytes: Uint8Array): number {
  return crc32(trailerBytes.subarray(0, trailer.checksum), crc32(footer));
}
