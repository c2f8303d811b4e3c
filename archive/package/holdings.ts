import type { Register } from '../authority/register.ts';
import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { ReleaseRecord, Withdrawal } from '../model/said.ts';
import { shardOf } from './entry-names.ts';
import { checkChain } from './chain.ts';
import { joinVersions } from './join-versions.ts';
import type { HeldPlace, HeldRelease } from './join-versions.ts';
import { openPackage } from './read.ts';
import type { Package, UnreadRelease } from './read.ts';
import { withdrawalHistory, withdrawalsInForce } from './withdrawals.ts';

export type { HeldPlace, HeldRelease, HeldVersion } from './join-versions.ts';

/**
 * The packages of one series, read as one archive. Of each release the newest package that has a leading record of it
 * leads; whatever else is held of it are its former versions. Of the links of a version those of the newest package
 * hold, of the lines on withdrawal the last. Nothing is withdrawn by not being there.
 */
export interface Holdings {
  /** Oldest first. A place names a package by its position here. */
  readonly packages: readonly Package[];
  readonly series: string;
  /** The newest package's. */
  readonly identity: string;
  /** The newest package's. */
  readonly register: Register;
  /** All that was ever withdrawn or revoked, oldest first; the last line about a release decides. */
  readonly withdrawals: readonly Withdrawal[];
  /** The withdrawal in force for a release; null when it stands. */
  withdrawalOf(id: string): Withdrawal | null;
  /** Every shard that some package has, in order. */
  readonly shards: readonly string[];
  /** All releases, or those in some shards, by id. Throws ProblemError with file and line at a bad one. */
  releases(shards?: readonly string[]): AsyncGenerator<HeldRelease>;
  /**
   * Every release of which the package at position `n` holds a record or links, by id, as the packages up to and
   * with it make it. For the first package this is all that it holds. Reads a line of each package at a time.
   */
  touched(n: number, shards?: readonly string[]): AsyncGenerator<HeldRelease>;
  /** Every release whose id begins so, or that had this id before. Reads one shard, or all. */
  find(idPrefix: string): Promise<readonly HeldRelease[]>;
  /** One release by its id; null when it is not held. Reads one shard. */
  release(id: string): Promise<HeldRelease | null>;
  /** One record by its place. */
  readAt(at: HeldPlace): ReleaseRecord;
  /** One version's links by their place. */
  readLinksAt(at: HeldPlace): Links;
  /** Where the original of a SHA-256 is kept; null when no package keeps it. */
  originalPath(hash: string): string | null;
  /** Lets go of the files. */
  close(): void;
}

/**
 * Opens packages of one series as one archive, in whatever order they are named.
 *
 * @throws ProblemError as `openPackage`, or `package-chain-broken` when they are not a chain: packages of several
 *   series, two of one sequence, or a delta without the package that it goes on from.
 */
export async function openHoldings(dirs: readonly string[]): Promise<Holdings> {
  const packages: Package[] = [];
  try {
    for (const dir of dirs) packages.push(await openPackage(dir));
    const ordered = packages.toSorted((a, b) => a.manifest.sequence - b.manifest.sequence);
    checkChain(ordered);
    return new OpenHoldings(ordered);
  } catch (error) {
    for (const pkg of packages) pkg.close();
    throw error;
  }
}

class OpenHoldings implements Holdings {
  readonly packages: readonly Package[];
  readonly withdrawals: readonly Withdrawal[];
  readonly #inForce: ReadonlyMap<string, Withdrawal>;
  readonly #newest: Package;

  constructor(packages: readonly Package[]) {
    const newest = packages.at(-1);
    if (newest === undefined) throw new RangeError('no package');
    this.packages = packages;
    this.#newest = newest;
    this.withdrawals = withdrawalHistory(packages);
    this.#inForce = withdrawalsInForce(this.withdrawals);
  }

  get series(): string {
    return this.#newest.manifest.series;
  }
  get identity(): string {
    return this.#newest.identity;
  }
  get register(): Register {
    return this.#newest.register;
  }
  get shards(): readonly string[] {
    return [...new Set(this.packages.flatMap(({ shards }) => shards))].toSorted();
  }

  withdrawalOf(id: string): Withdrawal | null {
    return this.#inForce.get(id) ?? null;
  }

  async *releases(shards: readonly string[] = this.shards): AsyncGenerator<HeldRelease> {
    for (const shard of shards)
      for await (const held of merged(this.packages, shard)) yield joinVersions(held, this.packages);
  }

  async *touched(n: number, shards?: readonly string[]): AsyncGenerator<HeldRelease> {
    const upTo = this.packages.slice(0, n + 1);
    const [own] = upTo.slice(n);
    if (own === undefined) throw new RangeError(`no package at ${n}`);
    const wanted = shards === undefined ? own.shards : own.shards.filter((shard) => shards.includes(shard));
    for (const shard of wanted)
      for await (const held of merged(upTo, shard))
        if (held[n] !== null) yield joinVersions(held, this.packages);
  }

  async find(idPrefix: string): Promise<readonly HeldRelease[]> {
    const ids = new Set<string>();
    for (const pkg of this.packages) for (const { record } of await pkg.find(idPrefix)) ids.add(record.id);
    // A package that holds none by id looks for former ids: those count only where no package holds one by id.
    const byId = [...ids].filter((id) => id.startsWith(idPrefix.toLowerCase()));
    return await this.#byIds(new Set(byId.length > 0 ? byId : ids));
  }

  async release(id: string): Promise<HeldRelease | null> {
    const [held] = await this.#byIds(new Set([id]));
    return held ?? null;
  }

  readAt(at: HeldPlace): ReleaseRecord {
    return this.#packageAt(at).readAtSync(at);
  }

  readLinksAt(at: HeldPlace): Links {
    return this.#packageAt(at).readLinksAtSync(at);
  }

  originalPath(hash: string): string | null {
    return this.packages.findLast((pkg) => pkg.hasOriginal(hash))?.originalPath(hash) ?? null;
  }

  close(): void {
    for (const pkg of this.packages) pkg.close();
  }

  async #byIds(ids: ReadonlySet<string>): Promise<readonly HeldRelease[]> {
    const shards = [...new Set([...ids].map(shardOf))].toSorted();
    const found: HeldRelease[] = [];
    for (const shard of shards)
      for await (const held of merged(this.packages, shard))
        if (held.some((unread) => unread !== null && ids.has(unread.id)))
          found.push(joinVersions(held, this.packages));
    return found;
  }

  #packageAt({ package: n, file }: HeldPlace): Package {
    const pkg = this.packages[n];
    if (pkg === undefined) throw new ProblemError(problem('package-entry-missing', { file }));
    return pkg;
  }
}

/**
 * What packages hold of each release of a shard, by id: for each package its share, or null where it has none. All are
 * sorted by id, so that one release of each is in sight at a time.
 */
async function* merged(
  packages: readonly Package[],
  shard: string,
): AsyncGenerator<readonly (UnreadRelease | null)[]> {
  const readers = packages.map((pkg) => pkg.releases(shard));
  try {
    const heads = await Promise.all(readers.map(next));
    for (;;) {
      const ids = heads.flatMap((head) => (head === null ? [] : [head.id]));
      const [first, ...rest] = ids;
      if (first === undefined) return;
      const id = rest.reduce((least, other) => (other < least ? other : least), first);
      yield heads.map((head) => (head?.id === id ? head : null));
      for (const [n, reader] of readers.entries()) if (heads[n]?.id === id) heads[n] = await next(reader);
    }
  } finally {
    for (const reader of readers) await reader.return(undefined);
  }
}

async function next(reader: AsyncGenerator<UnreadRelease>): Promise<UnreadRelease | null> {
  const { done, value } = await reader.next();
  return done === true ? null : value;
}
