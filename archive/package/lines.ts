import { createReadStream, openSync } from 'node:fs';
import { problem, ProblemError } from '../model/problem.ts';
import { MAX_LINE_BYTES } from './bounds.ts';
import { OPEN_ENTRY } from './entry-files.ts';

/** One line of a file: its bytes without the line break, and where they lie. */
export interface FileLine {
  readonly bytes: Buffer;
  /** Byte offset in the file. */
  readonly offset: number;
  /** From 1. */
  readonly number: number;
}

const NEWLINE = 0x0a;
const CHUNK_BYTES = 1 << 20;

/**
 * Streams a file line by line, a chunk in memory at a time. Every line ends with a line feed: a file that ends
 * without one is cut off.
 *
 * @param path where it lies; @param name what it is called in problems.
 * @throws ProblemError `package-record-invalid` at a line without end, too long or cut off.
 */
export async function* readLines(path: string, name: string): AsyncGenerator<FileLine> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let offset = 0;
  let number = 1;
  const file = openSync(path, OPEN_ENTRY);
  for await (const chunk of createReadStream(path, { fd: file, highWaterMark: CHUNK_BYTES })) {
    // The stream has no encoding, so its chunks are buffers.
    const data = chunk as Buffer;
    let start = 0;
    for (let end = data.indexOf(NEWLINE); end !== -1; end = data.indexOf(NEWLINE, start)) {
      if (heldBytes + end - start > MAX_LINE_BYTES) throw badLine(name, number, 'line-too-long');
      const bytes = Buffer.concat([...held, data.subarray(start, end)]);
      yield { bytes, offset, number };
      offset += bytes.length + 1;
      [held, heldBytes, start] = [[], 0, end + 1];
      number += 1;
    }
    held.push(data.subarray(start));
    heldBytes += data.length - start;
    if (heldBytes > MAX_LINE_BYTES) throw badLine(name, number, 'line-too-long');
  }
  if (heldBytes > 0) throw badLine(name, number, 'cut-off');
}

function badLine(file: string, line: number, reason: string): ProblemError {
  return new ProblemError(problem('package-record-invalid', { file, line }, { reason }));
}
