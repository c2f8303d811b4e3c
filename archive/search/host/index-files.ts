import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The version of everything an index consists of. An index of another version is built anew. */
export const INDEX_FORMAT = 1;

/** The files of an index beside its `meta.json`. */
export const indexFileNames = [
  'terms.jsonl',
  'catalogue.json',
  'catalogue.bin',
  'forms.txt',
  'texts.bin',
  'text-offsets.bin',
] as const;

export const META = 'meta.json';

export type IndexFileName = (typeof indexFileNames)[number];

const fileSchema = z.strictObject({ bytes: z.number().int().nonnegative(), sha256: z.string() });

/** What an index was built from and consists of. Written last: without it there is no index. */
export const indexMetaSchema = z.strictObject({
  format: z.literal(INDEX_FORMAT),
  /** Identity of the package it was built from. */
  identity: z.string(),
  /** The text pipeline it was built with. */
  pipeline: z.string(),
  releases: z.number().int().nonnegative(),
  files: z.record(z.enum(indexFileNames), fileSchema),
});

export type IndexMeta = z.infer<typeof indexMetaSchema>;
export type IndexFile = z.infer<typeof fileSchema>;

/** Why an index cannot be used. */
export class UnusableIndex extends Error {
  override readonly name = 'UnusableIndex';
  /** `missing`: there is none. `other`: it is of another version or package. `damaged`: it is not what was written. */
  readonly why: 'missing' | 'other' | 'damaged';

  constructor(why: UnusableIndex['why'], what: string) {
    super(`${what}: ${why}`);
    this.why = why;
  }
}

const CHUNK_BYTES = 1 << 20;

/** Writes one file from front to back, in large pieces, and says what it wrote. */
export class IndexFileWriter {
  readonly #file: number;
  readonly #hash: Hash = createHash('sha256');
  #held: Buffer[] = [];
  #heldBytes = 0;
  #bytes = 0;

  constructor(dir: string, name: IndexFileName) {
    this.#file = openSync(join(dir, name), 'wx');
  }

  /** Bytes taken in so far. */
  get bytes(): number {
    return this.#bytes;
  }

  write(piece: string | Uint8Array): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : asBuffer(piece);
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    this.#bytes += bytes.length;
    if (this.#heldBytes >= CHUNK_BYTES) this.#flush();
  }

  close(): IndexFile {
    this.#flush();
    closeSync(this.#file);
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  #flush(): void {
    const piece = Buffer.concat(this.#held);
    this.#hash.update(piece);
    for (let at = 0; at < piece.length;) at += writeSync(this.#file, piece, at);
    this.#held = [];
    this.#heldBytes = 0;
  }
}

/** Writes a whole file. */
export function writeIndexFile(dir: string, name: IndexFileName, content: string | Uint8Array): IndexFile {
  const writer = new IndexFileWriter(dir, name);
  writer.write(content);
  return writer.close();
}

/** Reads a whole file that must be as it was written. @throws UnusableIndex */
export function readIndexFile(dir: string, name: IndexFileName, expected: IndexFile): Buffer {
  const bytes = present(name, () => readFileSync(join(dir, name)));
  checkHash(name, createHash('sha256').update(bytes), expected);
  return bytes;
}

/** Checks a file without keeping it. @throws UnusableIndex */
export function checkIndexFile(dir: string, name: IndexFileName, expected: IndexFile): void {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(dir, name)) hash.update(chunk);
  checkHash(name, hash, expected);
}

/** The lines of a file that must be as it was written; that it is, is known after the last. @throws UnusableIndex */
export function* readIndexLines(dir: string, name: IndexFileName, expected: IndexFile): Generator<string> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  for (const chunk of chunksOf(dir, name)) {
    hash.update(chunk);
    const piece = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const end = piece.lastIndexOf(0x0a);
    held = Buffer.from(piece.subarray(end + 1));
    if (end !== -1) yield* piece.toString('utf8', 0, end).split('\n');
  }
  if (held.length > 0) yield held.toString('utf8');
  checkHash(name, hash, expected);
}

/** The chunks share one buffer: each is gone when the next is asked for. */
function* chunksOf(dir: string, name: IndexFileName): Generator<Buffer<ArrayBuffer>> {
  const file = present(name, () => openSync(join(dir, name), 'r'));
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  try {
    for (;;) {
      const got = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (got === 0) return;
      yield buffer.subarray(0, got);
    }
  } finally {
    closeSync(file);
  }
}

/** A file of an index is there: if not, the index is not what was written. */
function present<T>(name: IndexFileName, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UnusableIndex('damaged', name);
    throw error;
  }
}

function checkHash(name: IndexFileName, hash: Hash, expected: IndexFile): void {
  if (hash.digest('hex') !== expected.sha256) throw new UnusableIndex('damaged', name);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
