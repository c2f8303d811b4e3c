import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { syncFolder } from './container/durable.ts';
import { makeFolder, replaceFile } from './library/durable-steps.ts';

const CHECKSUM_LENGTH = 16;
/** Stands between the name of a log and the checksum of a damaged one that was set aside. */
const ASIDE = '.damaged-';

/** A log as it was found. */
export interface FoundLog {
  readonly log: LineLog;
  /** Every value that stands in it whole, oldest first; data from outside. */
  readonly values: readonly unknown[];
  /** `store-damaged-lines`, one for each line that was set aside. */
  readonly problems: readonly Problem[];
}

/**
 * JSON values in a file, one a line, each with a checksum:
 *
 *     <first 16 hex of SHA-256 of the rest> {"key":"settings","value":{…}}\n
 *
 * A line is appended and synced, never changed in place, so that a kill leaves all earlier lines whole. A torn last
 * line is dropped on opening; any other damaged line is set aside in a copy of the file and reported.
 */
export class LineLog {
  readonly #path: string;
  #fd: number;
  /** Bytes of the file as this log left it. */
  #size: number;

  private constructor(path: string) {
    this.#path = path;
    this.#fd = openSync(path, 'a');
    this.#size = fstatSync(this.#fd).size;
    syncFolder(dirname(path));
  }

  /** Opens the log at `path`, creating it and its folder when they are missing. Throws only when the disk refuses. */
  static open(path: string): FoundLog {
    makeFolder(dirname(path));
    const { bytes, values, problems, isWhole } = readLog(path);
    if (problems.length > 0) setAside(path, bytes);
    if (!isWhole) writeSnapshot(path, values);
    return { log: new LineLog(path), values, problems };
  }

  /** What stands in a log, without opening it for writing or mending it; nothing when there is none. */
  static read(path: string): Omit<FoundLog, 'log'> {
    const { values, problems } = readLog(path);
    return { values, problems };
  }

  /** Adds a value for good: it is on the disk when this returns. Throws when it cannot be written. */
  append(value: unknown): void {
    const before = fstatSync(this.#fd).size;
    try {
      writeFileSync(this.#fd, encodeLine(value));
      fsyncSync(this.#fd);
      this.#size = fstatSync(this.#fd).size;
    } catch (error) {
      // A line that the disk took only in part is cut off again, or the next one would be glued to it.
      ftruncateSync(this.#fd, before);
      throw error;
    }
  }

  /** Puts other values in the place of all that there are, in one step. */
  replace(values: readonly unknown[]): void {
    writeSnapshot(this.#path, values);
    closeSync(this.#fd);
    this.#fd = openSync(this.#path, 'a');
    this.#size = fstatSync(this.#fd).size;
  }

  /** Whether the file is still the one that was opened, as long as this log left it: nobody else wrote in it or replaced it. */
  isAsLeft(): boolean {
    const [ours, there] = [
      fstatSync(this.#fd, { bigint: true }),
      statSync(this.#path, { bigint: true, throwIfNoEntry: false }),
    ];
    return there !== undefined && there.ino === ours.ino && Number(there.size) === this.#size;
  }

  /** Deletes the copies of damaged logs that were set aside beside it. */
  forgetDamaged(): void {
    const folder = dirname(this.#path);
    const names = readdirSync(folder).filter((name) => name.startsWith(basename(this.#path) + ASIDE));
    for (const name of names) rmSync(join(folder, name));
    if (names.length > 0) syncFolder(folder);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

interface ReadLog {
  readonly bytes: Buffer;
  readonly values: readonly unknown[];
  readonly problems: readonly Problem[];
  /** False when there is damage that a snapshot should replace. */
  readonly isWhole: boolean;
}

function readLog(path: string): ReadLog {
  const bytes = readIfThere(path);
  const lines = bytes.toString('utf8').split('\n');
  const torn = lines.pop() ?? '';
  const values: unknown[] = [];
  const damaged: number[] = [];
  lines.forEach((line, index) => {
    const value = decodeLine(line);
    if (value === undefined) damaged.push(index + 1);
    else values.push(value);
  });
  const problems = damaged.map((line) => problem('store-damaged-lines', { file: path, line }, {}));
  return { bytes, values, problems, isWhole: damaged.length === 0 && torn === '' };
}

function encodeLine(value: unknown): string {
  const body = JSON.stringify(value);
  return `${checksum(body)} ${body}\n`;
}

/** The value of a line; undefined, which is no JSON, when the line is damaged. */
function decodeLine(line: string): unknown {
  const body = line.slice(CHECKSUM_LENGTH + 1);
  if (line.slice(0, CHECKSUM_LENGTH) !== checksum(body)) return undefined;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

function checksum(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('hex').slice(0, CHECKSUM_LENGTH);
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function writeSnapshot(path: string, values: readonly unknown[]): void {
  replaceFile(path, values.map(encodeLine).join(''));
}

/** Keeps a damaged log byte for byte under a name of its own content. */
function setAside(path: string, bytes: Buffer): void {
  replaceFile(path + ASIDE + checksum(bytes), bytes);
}
