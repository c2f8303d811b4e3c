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
import type { FileLine } from './lines.ts';
import { invalidLine, parseLinksLine, parseRecordLine } from './record-lines.ts';
import { releaseLines } from './shard-lines.ts';
import type { ReleaseLines } from './shard-lines.ts';
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

/** Links of a version whose record an earlier package of the series holds. */
interface FurtherLinks {
  readonly links: Links;
  readonly linksAt: LinePlace;
}

/** What one package holds of a release. */
export interface PackageRelease {
  readonly id: string;
  /** The versions it holds, the leading one first. */
  readonly entries: readonly PackageEntry[];
  /** In a delta: links that go with versions of the packages before it. */
  readonly further: readonly FurtherLinks[];
}

/** A release that was come upon and may be passed over. */
export interface UnreadRelease {
  readonly id: string;
  /** Throws ProblemError with file and line where its lines are not lawful. */
  read(): PackageRelease;
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
  /** Everything a shard holds, by id; nothing where the package has no such shard. */
  releases(shard: string): AsyncGenerator<UnreadRelease>;
  /**
   * All versions it holds, or those in some shards, by id, the leading one of each id first. Throws ProblemError
   * with file and line at a bad one.
   */
  records(shards?: readonly string[]): AsyncIterable<PackageEntry>;
  /** All versions of every release whose id begins so, or that had this id before. Reads one shard, or all. */
  find(idPrefix: string): Promise<readonly PackageEntry[]>;
  /** One record by position, as `PackageEntry.at` gave it. */
  readAtSync(at: LinePlace): ReleaseRecord;
  /** One links line by position, as `PackageEntry.linksAt` gave it. */
  readLinksAtSync(at: LinePlace): Links;
  /** Whether it keeps the original of a SHA-256. */
  hasOriginal(hash: string): boolean;
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

  async *releases(shard: string): AsyncGenerator<UnreadRelease> {
    for await (const lines of this.#lines(shard))
      yield { id: lines.id, read: () => parseRelease(lines, shard) };
  }

  async *records(shards: readonly string[] = this.shards): AsyncGenerator<PackageEntry> {
    for (const shard of shards)
      for await (const lines of this.#lines(shard)) yield* parseRelease(lines, shard).entries;
  }

  async find(idPrefix: string): Promise<readonly PackageEntry[]> {
    const prefix = idPrefix.toLowerCase();
    if (!/^[0-9a-z]+$/.test(prefix)) return [];
    const { shards } = this;
    const own = shards.filter((shard) => prefix.startsWith(shard));
    const byId = await this.#collect(own, ({ id }) => id.startsWith(prefix));
    if (byId.length > 0) return byId;
    // In a JSON line an unescaped quote never stands inside a text, so the needle is a whole value.
    const needle = Buffer.from(`"${prefix}"`);
    const former = await this.#collect(shards, ({ records }) =>
      records.some(({ bytes }) => bytes.includes(needle)),
    );
    return former.filter(({ record }) => record.aliases.includes(prefix));
  }

  readAtSync(at: LinePlace): ReleaseRecord {
    return parseRecordLine(this.#readBytes(at), { file: at.file });
  }

  readLinksAtSync(at: LinePlace): Links {
    return parseLinksLine(this.#readBytes(at), { file: at.file });
  }

  hasOriginal(hash: string): boolean {
    return this.#head.payload.has(originalEntry(hash));
  }

  originalPath(hash: string): string {
    return this.#pathOf(originalEntry(hash));
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  async #collect(
    shards: readonly string[],
    wanted: (lines: ReleaseLines) => boolean,
  ): Promise<readonly PackageEntry[]> {
    const found: PackageEntry[] = [];
    for (const shard of shards)
      for await (const lines of this.#lines(shard))
        if (wanted(lines)) found.push(...parseRelease(lines, shard).entries);
    return found;
  }

  async *#lines(shard: string): AsyncGenerator<ReleaseLines> {
    const [releases, links] = [releasesEntry(shard), linksEntry(shard)];
    if (!this.#head.payload.has(releases)) return;
    const files = {
      releases: { path: this.#pathOf(releases), name: releases },
      links: { path: this.#pathOf(links), name: links },
    };
    yield* releaseLines(files, this.manifest.previous !== null);
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

/** Parses the lines of a release; the first links lines must be those of its records. */
function parseRelease({ id, records, links }: ReleaseLines, shard: string): PackageRelease {
  const [releasesFile, linksFile] = [releasesEntry(shard), linksEntry(shard)];
  const concluded = links.map((line) => ({
    links: parseLinksLine(line.bytes, { file: linksFile, line: line.number }),
    linksAt: placeOf(linksFile, line),
    line: line.number,
  }));
  const entries = records.map((line, n): PackageEntry => {
    const record = parseRecordLine(line.bytes, { file: releasesFile, line: line.number });
    const beside = concluded[n];
    if (beside?.links.id !== record.id || beside.links.version !== record.version)
      throw invalidLine({ file: linksFile, line: beside?.line ?? line.number }, 'unpaired');
    return { record, links: beside.links, at: placeOf(releasesFile, line), linksAt: beside.linksAt };
  });
  const further = concluded
    .slice(records.length)
    .map((line): FurtherLinks => ({ links: line.links, linksAt: line.linksAt }));
  return { id, entries, further };
}

function placeOf(file: string, line: FileLine): LinePlace {
  return { file, offset: line.offset, length: line.bytes.length };
}
