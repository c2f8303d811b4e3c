import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import type { PackageManifest } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { ReleaseRecord, Withdrawal } from '../model/said.ts';
import { entryPath, packageRoot } from './entry-files.ts';
import { isShardEntry, linksEntry, originalEntry, releasesEntry } from './entry-names.ts';
import { readHead } from './head.ts';
import type { PackageHead } from './head.ts';
import { readLines } from './lines.ts';
import type { FileLine } from './lines.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from './record-lines.ts';
import { shardsOf } from './shards.ts';
import { withdrawalsInForce } from './withdrawals.ts';

/** Where one line lies: entry name, byte offset and length in bytes without the line break. */
export interface LinePlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** One release version: what the page said, what was concluded, and where both lie in the package. */
export interface PackageEntry {
  readonly record: ReleaseRecord;
  readonly links: Links;
  readonly at: LinePlace;
  readonly linksAt: LinePlace;
}

/** A package that is open for reading. Its texts stay on disk. */
export interface Package {
  /** The folder as it was named. */
  readonly dir: string;
  /** SHA-256 of its tag manifest. */
  readonly identity: string;
  readonly manifest: PackageManifest;
  readonly register: Register;
  /** Every line of `data/withdrawn.jsonl`, in its order. */
  readonly withdrawals: readonly Withdrawal[];
  /** The withdrawal in force for a release; null when it stands. */
  withdrawalOf(id: string): Withdrawal | null;
  /** The shards that releases lie in, in order: the versions of a release are all in one. */
  readonly shards: readonly string[];
  /** How many bytes a shard's releases take, or 0 when the file is missing. */
  shardBytes(shard: string): number;
  /**
   * All versions, or those in some shards, by id, the leading one of each id first. Throws ProblemError with file
   * and line at a bad one.
   */
  records(shards?: readonly string[]): AsyncIterable<PackageEntry>;
  /** All versions of every release whose id begins so, or that had this id before. Reads one shard, or all. */
  find(idPrefix: string): Promise<readonly PackageEntry[]>;
  /** One record by position, as `PackageEntry.at` gave it. */
  readAtSync(at: LinePlace): ReleaseRecord;
  /** One links line by position, as `PackageEntry.linksAt` gave it. */
  readLinksAtSync(at: LinePlace): Links;
  /** Where the original of a SHA-256 lies, whether it is kept or not. */
  originalPath(hash: string): string;
  /** Lets go of the files. Reading by position after this opens them anew. */
  close(): void;
}

/**
 * Opens a package folder: checks its format version, tag files, manifest, register and withdrawals against the
 * tag manifest. Releases are checked as they are read; only `verifyPackage` checks every file.
 *
 * @throws ProblemError `package-not-found`, or as `readHead`.
 */
export async function openPackage(dir: string): Promise<Package> {
  const root = await packageRoot(dir);
  const head = await readHead(root);
  for (const name of head.payload.keys()) if (isShardEntry(name)) await entryPath(root, name);
  return new OpenPackage(dir, root, head);
}

class OpenPackage implements Package {
  readonly dir: string;
  readonly #root: string;
  readonly #head: PackageHead;
  readonly #inForce: ReadonlyMap<string, Withdrawal>;
  readonly #files = new Map<string, number>();

  constructor(dir: string, root: string, head: PackageHead) {
    this.dir = dir;
    this.#root = root;
    this.#head = head;
    this.#inForce = withdrawalsInForce(head.withdrawals);
  }

  get identity(): string {
    return this.#head.identity;
  }
  get manifest(): PackageManifest {
    return this.#head.manifest;
  }
  get register(): Register {
    return this.#head.register;
  }
  get withdrawals(): readonly Withdrawal[] {
    return this.#head.withdrawals;
  }

  withdrawalOf(id: string): Withdrawal | null {
    return this.#inForce.get(id) ?? null;
  }

  get shards(): readonly string[] {
    return shardsOf(this.#head.payload);
  }

  shardBytes(shard: string): number {
    return statSync(this.#pathOf(releasesEntry(shard)), { throwIfNoEntry: false })?.size ?? 0;
  }

  async *records(shards: readonly string[] = this.shards): AsyncGenerator<PackageEntry> {
    for (const shard of shards) yield* this.#shard(shard, () => true);
  }

  async find(idPrefix: string): Promise<readonly PackageEntry[]> {
    const prefix = idPrefix.toLowerCase();
    if (!/^[0-9a-z]+$/.test(prefix)) return [];
    const { shards } = this;
    const own = shards.filter((shard) => prefix.startsWith(shard));
    const byId = await this.#collect(own, Buffer.from(`"id":"${prefix}`));
    if (byId.length > 0) return byId;
    const former = await this.#collect(shards, Buffer.from(`"${prefix}"`));
    return former.filter(({ record }) => record.aliases.includes(prefix));
  }

  readAtSync(at: LinePlace): ReleaseRecord {
    return parseRecordLine(this.#readBytes(at), { file: at.file });
  }

  readLinksAtSync(at: LinePlace): Links {
    return parseLinksLine(this.#readBytes(at), { file: at.file });
  }

  originalPath(hash: string): string {
    return this.#pathOf(originalEntry(hash));
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  async #collect(shards: readonly string[], needle: Buffer): Promise<readonly PackageEntry[]> {
    const found: PackageEntry[] = [];
    // In a JSON line an unescaped quote never stands inside a text, so the needle is a whole member or value.
    for (const shard of shards)
      for await (const entry of this.#shard(shard, (line) => line.includes(needle))) found.push(entry);
    return found;
  }

  /** Reads the two files of a shard side by side: they have the same releases in the same order. */
  async *#shard(shard: string, wanted: (line: Buffer) => boolean): AsyncGenerator<PackageEntry> {
    const [releases, links] = [releasesEntry(shard), linksEntry(shard)];
    const linkLines = readLines(this.#pathOf(links), links);
    for await (const line of readLines(this.#pathOf(releases), releases)) {
      const beside = await linkLines.next();
      if (beside.done === true) throw unpaired(links, line.number);
      if (wanted(line.bytes)) yield pair({ file: releases, line }, { file: links, line: beside.value });
    }
    const left = await linkLines.next();
    if (left.done !== true) throw unpaired(links, left.value.number);
  }

  #readBytes(at: LinePlace): Buffer {
    if (!isShardEntry(at.file) || !this.#head.payload.has(at.file))
      throw new ProblemError(problem('package-entry-missing', { file: at.file }));
    const bytes = Buffer.alloc(at.length);
    const got = readSync(this.#open(at.file), bytes, 0, at.length, at.offset);
    if (got !== at.length) throw invalidLine({ file: at.file }, 'cut-off');
    return bytes;
  }

  #open(name: string): number {
    const held = this.#files.get(name);
    if (held !== undefined) return held;
    const file = openSync(this.#pathOf(name), 'r');
    this.#files.set(name, file);
    return file;
  }

  #pathOf(name: string): string {
    return join(this.#root, ...name.split('/'));
  }
}

interface PlacedLine {
  readonly file: string;
  readonly line: FileLine;
}

function pair(release: PlacedLine, beside: PlacedLine): PackageEntry {
  const record = parseRecordLine(release.line.bytes, { file: release.file, line: release.line.number });
  const links = parseLinksLine(beside.line.bytes, { file: beside.file, line: beside.line.number });
  if (record.id !== links.id || record.version !== links.version)
    throw unpaired(beside.file, beside.line.number);
  return { record, links, at: placeOf(release), linksAt: placeOf(beside) };
}

function placeOf({ file, line }: PlacedLine): LinePlace {
  return { file, offset: line.offset, length: line.bytes.length };
}

function unpaired(file: string, line: number): ProblemError {
  return invalidLine({ file, line }, 'unpaired');
}
