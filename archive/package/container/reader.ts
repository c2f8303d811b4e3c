import { crc32 } from 'node:zlib';
import type { ByteSource } from './byte-source.ts';
import { containerDamaged, containerRefused } from './faults.ts';
import { localHeader, localHeaderBytes } from './layout.ts';
import type { PlacedEntry } from './layout.ts';
import { readDirectory } from './read-directory.ts';
import { readEnd } from './read-end.ts';

const CHUNK_BYTES = 1 << 20;

/** The entries of a single file, and their bytes. */
export interface Container {
  /** By name in byte order. */
  readonly entries: readonly PlacedEntry[];
  /**
   * The bytes of an entry, a chunk at a time; a chunk is only good until the next one is asked for. Not to be
   * believed until the last has come: the checksum is only known then.
   *
   * @throws ProblemError `package-file-refused` when its header is not what the directory says,
   *   `package-file-damaged` when its checksum is another.
   */
  chunks(entry: PlacedEntry): Iterable<Buffer>;
}

/**
 * Reads a single file strictly: it is accepted only when it is, byte for byte, how a package with these entries
 * is written (`layout.ts`). So there is nothing in it that another program could read in another way: nothing
 * before, between or behind the entries, no second name for anything, no way out of the folder. The directory
 * is checked here, headers and bytes of the entries as they are read; a file is accepted when all were read.
 *
 * @param file what it is called in problems.
 * @throws ProblemError `package-file-refused` or `package-file-damaged`, with the fault and the entry.
 */
export function readContainer(source: ByteSource, file: string): Container {
  const entries = readDirectory(source, readEnd(source, file), file);
  return { entries, chunks: (entry) => chunksOf(source, entry, file) };
}

function* chunksOf(source: ByteSource, entry: PlacedEntry, file: string): Generator<Buffer> {
  const header = Buffer.alloc(localHeaderBytes(entry));
  source.read(entry.offset, header);
  if (!header.equals(localHeader(entry))) throw containerRefused(file, 'headers-differ', entry.name);
  const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, entry.bytes));
  const begins = entry.offset + header.length;
  let crc = 0;
  for (let at = 0; at < entry.bytes; at += chunk.length) {
    const part = chunk.subarray(0, Math.min(chunk.length, entry.bytes - at));
    source.read(begins + at, part);
    crc = crc32(part, crc);
    yield part;
  }
  if (crc !== entry.crc) throw containerDamaged(file, 'crc', entry.name);
}
