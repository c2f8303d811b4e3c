import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { problem } from '../contract/index.ts';
import type { Problem } from '../contract/index.ts';

const CHECKSUM_LENGTH = 16;
/** A log this many times longer than what it holds is written anew. */
const COMPACT_FACTOR = 50;

type Json = unknown;

/**
 * The reader's own data: a log of `key = value` entries, one a line, each with a checksum:
 *
 *     <first 16 hex of SHA-256 of the rest> {"key":"settings","value":{…}}\n
 *
 * The last entry of a key holds. A line is appended and synced, never changed in place, so that a kill leaves all
 * earlier lines whole; a torn last line is dropped on opening, and any other damaged line is set aside in a copy
 * of the file and reported. When the log has grown far beyond what it holds, a snapshot replaces it by rename.
 */
export class Store {
  readonly #path: string;
  readonly #values: Map<string, Json>;
  readonly problems: readonly Problem[];
  #fd: number;
  #lines: number;

  private constructor(path: string, read: ReadLog) {
    this.#path = path;
    this.#values = read.values;
    this.#lines = read.lines;
    this.problems = read.problems;
    this.#fd = openSync(path, 'a');
  }

  /** Opens the log at `path`, creating it and its folder when they are missing. Throws only when the disk refuses. */
  static open(path: string): Store {
    mkdirSync(dirname(path), { recursive: true });
    const read = readLog(path);
    if (read.rewrite) writeSnapshot(path, read.values);
    return new Store(path, read);
  }

  /** The value last set, not yet parsed: data from outside. Undefined when there is none. */
  get(key: string): Json {
    return this.#values.get(key);
  }

  /** Sets a value for good: it is on the disk when this returns. Throws when it cannot be written. */
  set(key: string, value: Json): void {
    const line = encodeLine(key, value);
    if (line === encodeLine(key, this.#values.get(key))) return;
    this.#append(line);
    this.#values.set(key, value);
    this.#lines += 1;
    if (this.#lines > COMPACT_FACTOR * (this.#values.size + 1)) this.#compact();
  }

  close(): void {
    closeSync(this.#fd);
  }

  /** A line that the disk took only in part is cut off again, or the next one would be glued to it. */
  #append(line: string): void {
    const before = fstatSync(this.#fd).size;
    try {
      writeFileSync(this.#fd, line);
      fsyncSync(this.#fd);
    } catch (error) {
      ftruncateSync(this.#fd, before);
      throw error;
    }
  }

  #compact(): void {
    writeSnapshot(this.#path, this.#values);
    closeSync(this.#fd);
    this.#fd = openSync(this.#path, 'a');
    this.#lines = this.#values.size;
  }
}

interface ReadLog {
  readonly values: Map<string, Json>;
  readonly lines: number;
  readonly problems: readonly Problem[];
  /** Whether the file holds damage that a snapshot should replace. */
  readonly rewrite: boolean;
}

function readLog(path: string): ReadLog {
  const bytes = readIfThere(path);
  const text = bytes.toString('utf8');
  const values = new Map<string, Json>();
  const damaged: number[] = [];
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  lines.forEach((line, index) => {
    const entry = decodeLine(line);
    if (entry === null) damaged.push(index + 1);
    else values.set(entry.key, entry.value);
  });
  if (damaged.length > 0) setAside(path, bytes);
  const problems = damaged.map((line) => problem('store-damaged-lines', { file: path, line }, {}));
  return { values, lines: lines.length, problems, rewrite: damaged.length > 0 || torn !== '' };
}

function encodeLine(key: string, value: Json): string {
  const body = JSON.stringify({ key, value });
  return `${checksum(body)} ${body}\n`;
}

function decodeLine(line: string): { key: string; value: Json } | null {
  const body = line.slice(CHECKSUM_LENGTH + 1);
  if (line.slice(0, CHECKSUM_LENGTH) !== checksum(body)) return null;
  try {
    const entry: unknown = JSON.parse(body);
    if (typeof entry !== 'object' || entry === null || !('key' in entry) || !('value' in entry)) return null;
    return typeof entry.key === 'string' ? { key: entry.key, value: entry.value } : null;
  } catch {
    return null;
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

function writeSnapshot(path: string, values: ReadonlyMap<string, Json>): void {
  const lines = [...values].map(([key, value]) => encodeLine(key, value)).join('');
  writeDurably(`${path}.${randomBytes(4).toString('hex')}.tmp`, lines, path);
}

/** Keeps a damaged log byte for byte under a name of its own content. */
function setAside(path: string, bytes: Buffer): void {
  const kept = `${path}.damaged-${checksum(bytes)}`;
  writeDurably(`${kept}.tmp`, bytes, kept);
}

function writeDurably(temporary: string, content: string | Buffer, path: string): void {
  const fd = openSync(temporary, 'w');
  try {
    writeFileSync(fd, content);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Makes a rename durable where folders can be synced (not on Windows). */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
