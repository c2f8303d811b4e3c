import type { ChangedRelease, SeriesChanges } from '../../model/library.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import type { JobOptions } from '../container/job.ts';
import { shardOf } from '../entry-names.ts';
import { openHoldings } from '../holdings.ts';
import type { HeldRelease, HeldVersion, Holdings } from '../holdings.ts';

/** How many releases of each sort are listed; all are counted. */
const LISTED = 50;

/** Looks up from the work every so many releases. */
const BREATH = 200;

/** The packages of one series, by their folders. */
export interface ComparedSeries extends JobOptions<'comparing'> {
  readonly series: string;
  readonly title: string;
  /** What is installed, in any order. */
  readonly before: readonly string[];
  /** What will be: the installed ones and the new. */
  readonly after: readonly string[];
  /** The new ones of them. */
  readonly added: readonly string[];
}

/**
 * What packages change in their series: every release that they touch, as it leads now and as it would. Reading all of
 * it also shows that they can be read together with what is installed.
 *
 * @throws ProblemError as `openHoldings` and its `releases`; `job-cancelled`.
 */
export async function changesOf(of: ComparedSeries): Promise<SeriesChanges> {
  const after = await openHoldings(of.after);
  try {
    const before = of.before.length === 0 ? null : await openHoldings(of.before);
    try {
      return await new Comparison(of, before, after).run();
    } finally {
      before?.close();
    }
  } finally {
    after.close();
  }
}

class Comparison {
  readonly #of: ComparedSeries;
  readonly #before: Holdings | null;
  readonly #after: Holdings;
  /** Ids that the new packages say are withdrawn, or no longer. */
  readonly #named: ReadonlySet<string>;
  readonly #known = new Map<string, ChangedRelease>();
  readonly #added = new ChangeList();
  readonly #changed = new ChangeList();
  #done = 0;

  constructor(of: ComparedSeries, before: Holdings | null, after: Holdings) {
    this.#of = of;
    this.#before = before;
    this.#after = after;
    const added = after.packages.filter(({ dir }) => of.added.includes(dir));
    this.#named = new Set(added.flatMap(({ withdrawals }) => withdrawals.map(({ id }) => id)));
  }

  async run(): Promise<SeriesChanges> {
    for (const shard of this.#shards()) await this.#compare(shard);
    const { withdrawn, revoked } = this.#withdrawals();
    return {
      series: this.#of.series,
      title: this.#of.title,
      isNew: this.#before === null,
      added: this.#added.shown,
      changed: this.#changed.shown,
      withdrawn,
      revoked,
    };
  }

  /** Shards that a new package has records in, or names a withdrawn release of. */
  #shards(): readonly string[] {
    const own = this.#after.packages.filter(({ dir }) => this.#of.added.includes(dir));
    const wanted = new Set([...own.flatMap(({ shards }) => shards), ...[...this.#named].map(shardOf)]);
    return this.#after.shards.filter((shard) => wanted.has(shard));
  }

  /** Goes through both sides together: each is sorted by id. */
  async #compare(shard: string): Promise<void> {
    const before = this.#before?.releases([shard]);
    try {
      let held = await next(before);
      for await (const release of this.#after.releases([shard])) {
        while (held !== null && held.id < release.id) held = await next(before);
        this.#note(release, held?.id === release.id ? held : null);
        await this.#step();
      }
    } finally {
      await before?.return(undefined);
    }
  }

  #note(after: HeldRelease, before: HeldRelease | null): void {
    const leading = after.versions[0];
    if (leading === undefined) return;
    if (this.#named.has(after.id)) this.#known.set(after.id, shownOf(after.id, leading));
    const former = before?.versions[0];
    if (former === undefined) this.#added.add(after.id, leading);
    else if (isOther(leading, former)) this.#changed.add(after.id, leading);
  }

  #withdrawals(): Pick<SeriesChanges, 'withdrawn' | 'revoked'> {
    const [withdrawn, revoked] = [new ChangeList(), new ChangeList()];
    for (const id of [...this.#named].toSorted()) {
      const was = (this.#before?.withdrawalOf(id) ?? null) !== null;
      const is = this.#after.withdrawalOf(id) !== null;
      const shown = this.#known.get(id) ?? { id, title: null, date: null };
      if (is && !was) withdrawn.push(shown);
      if (was && !is) revoked.push(shown);
    }
    return { withdrawn: withdrawn.shown, revoked: revoked.shown };
  }

  async #step(): Promise<void> {
    this.#done += 1;
    if (this.#done % BREATH !== 0) return;
    const total = this.#after.packages.reduce((sum, { manifest }) => sum + manifest.counts.releases, 0);
    this.#of.onProgress?.(Math.min(this.#done, total), total, 'comparing');
    await new Promise(setImmediate);
    if (this.#of.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
  }
}

/** Counts releases, and keeps the first of them. */
class ChangeList {
  readonly #first: ChangedRelease[] = [];
  #total = 0;

  add(id: string, leading: HeldVersion): void {
    this.push(this.#total < LISTED ? shownOf(id, leading) : null);
  }

  push(shown: ChangedRelease | null): void {
    this.#total += 1;
    if (shown !== null && this.#first.length < LISTED) this.#first.push(shown);
  }

  get shown(): { readonly total: number; readonly first: readonly ChangedRelease[] } {
    return { total: this.#total, first: this.#first };
  }
}

function shownOf(id: string, { record, links }: HeldVersion): ChangedRelease {
  return { id, title: record.said.title, date: links.date.edtf };
}

/** The same page read by another parser has not changed. */
function isOther(a: HeldVersion, b: HeldVersion): boolean {
  const [one, other] = [a.record.said.source, b.record.said.source];
  const isSamePage = one.sha256 === other.sha256 && one.metadataSha256 === other.metadataSha256;
  return a.record.version !== b.record.version && !isSamePage;
}

async function next(of: AsyncGenerator<HeldRelease> | undefined): Promise<HeldRelease | null> {
  const one = await of?.next();
  return one === undefined || one.done === true ? null : one.value;
}
