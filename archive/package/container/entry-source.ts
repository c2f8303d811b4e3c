import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import { OPEN_ENTRY } from '../entry-files.ts';
import { fromMedium } from '../from-medium.ts';

const CHUNK_BYTES = 1 << 20;

/** One buffer for all entries: most are far smaller, and a buffer each would cost more than the reading. */
const buffer = Buffer.alloc(CHUNK_BYTES);

/** An entry of a package folder that is open for reading. */
export interface EntrySource {
  /** All its bytes from the first, a chunk at a time; a chunk is only good until the next one is asked for. */
  chunks(): Iterable<Buffer>;
  close(): void;
}

/**
 * Opens an entry of a package folder that is a regular file of a known size. A link is not followed, also where it
 * took the file's place a moment ago.
 *
 * @param name the entry's, lawful.
 * @throws ProblemError `package-entry-damaged` when it is of another size or no file by now,
 *   `package-file-unreadable` where the system refuses.
 */
export function openEntry(root: string, name: string, bytes: number): EntrySource {
  const file = fromMedium(name, () => openSync(join(root, ...name.split('/')), OPEN_ENTRY));
  const found = fstatSync(file);
  if (!found.isFile() || found.size !== bytes) {
    closeSync(file);
    throw changed(name);
  }
  return { chunks: () => chunksOf(file, name, bytes), close: () => closeSync(file) };
}

/** An entry that is not what the package says it is. */
export function changed(file: string): ProblemError {
  return new ProblemError(problem('package-entry-damaged', { file }));
}

function* chunksOf(file: number, name: string, bytes: number): Generator<Buffer> {
  for (let at = 0; at < bytes;) {
    const wanted = Math.min(CHUNK_BYTES, bytes - at);
    const got = fromMedium(name, () => readSync(file, buffer, 0, wanted, at));
    if (got === 0) throw changed(name);
    yield buffer.subarray(0, got);
    at += got;
  }
}
