import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { problem, ProblemError } from '../../model/problem.ts';
import type { RelatedRelease } from '../../model/related.ts';
import type { ReleaseName } from '../../model/release-link.ts';
import type { Completion, Marks, SearchAnswer, SearchRequest } from '../../model/search.ts';
import type { Timeline, TimelineRequest } from '../../model/timeline.ts';
import type { VersionDiff } from '../../model/version-diff.ts';
import type { BriefRelease, Listed } from './briefs.ts';
import type { PackagePlace } from './index-part.ts';
import type { HeldVersion, NamedVersion, Opened } from './open-index.ts';
import { Turns } from './protocol.ts';
import type { SearchProgress, WorkerArgs, WorkerCallName, WorkerResult } from './protocol.ts';
import { NotStarted, SearchThread, cancellable, cancelled } from './search-thread.ts';
import type { ThreadPurpose, WorkerPlace } from './search-thread.ts';
import { buildInThreads } from './threaded-build.ts';
import type { BuildPlan } from './threaded-build.ts';
import type { Unbuilt } from './usable.ts';

export type { BriefRelease, Listed } from './briefs.ts';
export { INDEX_FORMAT } from './index-layout.ts';
export type { PackagePlace } from './index-part.ts';
export type { HeldVersion, NamedVersion, Opened } from './open-index.ts';
export type { SearchProgress } from './protocol.ts';
export type { WorkerPlace } from './search-thread.ts';

export interface OpenOptions {
  /** Of one series or several, in any order. */
  readonly packages: readonly PackagePlace[];
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** How long one search may take, in ms; then its worker is ended and another started. */
const SEARCH_LIMIT = 2000;
/** Releases that are read in one go. */
const BRIEFS_AT_A_TIME = 100;

/** Packages that are open, and the thread that has them. */
interface Serving {
  readonly thread: SearchThread;
  readonly options: OpenOptions;
}

/**
 * Search in a worker thread. One client holds some packages open, which answer as one; it opens others at a time, and
 * meanwhile the former still answer. Its calls reject with ProblemError.
 */
export class SearchClient {
  readonly #place: WorkerPlace;
  readonly #shared = Turns.shared();
  readonly #turns = new Turns(this.#shared);
  readonly #threads = new Set<SearchThread>();
  /** Started ahead of the first packages. */
  #spare: SearchThread | null;
  #serving: Serving | null = null;
  /** Settles when the thread that replaces one that ended is ready, or cannot be had. */
  #recovering: Promise<void> | null = null;
  #lastTurn = 0;
  /** Rejects the search that was asked for last. */
  #dropLast: () => void = () => undefined;
  #isClosed = false;

  private constructor(place: WorkerPlace) {
    this.#place = place;
    this.#spare = this.#newThread({ isAhead: true });
  }

  /** Starts a client; its first worker warms up at once. */
  static start(place: WorkerPlace): SearchClient {
    return new SearchClient(place);
  }

  /**
   * Opens packages: loads their indexes, and first builds those that are missing or do not fit. On failure or
   * cancellation what was open stays so, and no half index is left.
   */
  async open(options: OpenOptions): Promise<Opened> {
    const thread = this.#spare ?? this.#newThread();
    this.#spare = null;
    try {
      const opened = await this.#load(thread, options);
      const former = this.#serving?.thread;
      this.#serving = { thread, options };
      if (former !== undefined) await this.#end(former);
      return opened;
    } catch (error) {
      await this.#end(thread);
      throw error;
    }
  }

  /**
   * Builds what `open` would build for the same packages, and opens nothing. On failure or cancellation no half index
   * is left.
   */
  async prepare(options: OpenOptions): Promise<void> {
    const thread = this.#newThread();
    try {
      await this.#load(thread, options);
    } finally {
      await this.#end(thread);
    }
  }

  /**
   * Answers a request. A newer one makes it reject with `job-cancelled`, and so does the signal; one that takes more
   * than two seconds rejects with `search-timed-out`, and the packages are open again for the next.
   */
  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    const turn = this.#takeTurn();
    const answer = this.#ask('search', { request, turn }, SEARCH_LIMIT);
    return await new Promise((resolve, reject) => {
      const drop = (): void => {
        if (this.#turns.latest === turn) this.#turns.latest = 0;
        reject(cancelled());
      };
      this.#dropLast = drop;
      signal?.addEventListener('abort', drop, { once: true });
      if (signal?.aborted === true) drop();
      answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', drop));
    });
  }

  /** Answers a request beside the searches: none of them displaces it, and it displaces none. */
  async listing(request: SearchRequest): Promise<SearchAnswer> {
    return await this.#ask('listing', { request }, SEARCH_LIMIT);
  }

  /** Counts a result by time. A search that is asked meanwhile goes before it: this then rejects with `job-cancelled`. */
  async timeline(request: TimelineRequest): Promise<Timeline> {
    return await this.#ask('timeline', { request, turn: this.#turns.latest }, SEARCH_LIMIT);
  }

  /** Where a query matches in a reading text. */
  async marks(args: WorkerArgs<'marks'>): Promise<Marks> {
    return await this.#ask('marks', args, SEARCH_LIMIT);
  }

  /** What differs between two versions of a release, as `versionDiff`. Rejects with `release-not-found`. */
  async difference(args: WorkerArgs<'difference'>): Promise<VersionDiff> {
    return await this.#ask('difference', args, SEARCH_LIMIT);
  }

  /** The releases that go with one, each with its grounds, the closest first; none when no package holds it. */
  async related(args: WorkerArgs<'related'>): Promise<readonly RelatedRelease[]> {
    return await this.#ask('related', args, SEARCH_LIMIT);
  }

  /** Names that what is typed at the caret (a UTF-16 offset) may be the beginning of, the best first. */
  async complete(args: WorkerArgs<'complete'>): Promise<readonly Completion[]> {
    return await this.#ask('complete', args, SEARCH_LIMIT);
  }

  /** All versions of a release, the leading one first; none when no package holds it. */
  async versions(id: string): Promise<readonly HeldVersion[]> {
    return await this.#ask('versions', { id });
  }

  /** Releases in short, by an id or a former one; those that are not held are left out. Asks for some at a time. */
  async briefs(ids: readonly string[]): Promise<readonly BriefRelease[]> {
    const briefs: BriefRelease[] = [];
    // In between, a search has its turn.
    for (let at = 0; at < ids.length; at += BRIEFS_AT_A_TIME)
      briefs.push(...(await this.#ask('briefs', { ids: ids.slice(at, at + BRIEFS_AT_A_TIME) })));
    return briefs;
  }

  /** The ids that releases have today, by an id or a former one; null for those not held. */
  async todaysIds(ids: readonly string[]): Promise<readonly (string | null)[]> {
    return await this.#ask('todaysIds', { ids });
  }

  /** Everything that a search finds, in its order, whatever page it asks for. */
  async listed(request: SearchRequest): Promise<Listed> {
    return await this.#ask('listed', { request }, SEARCH_LIMIT);
  }

  /** Release versions by name, a few at a time; what is not held is left out. */
  async named(names: readonly ReleaseName[]): Promise<readonly NamedVersion[]> {
    return await this.#ask('named', { names });
  }

  /** Ends every worker. Calls under way reject with `job-cancelled`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#serving = null;
    await Promise.all([...this.#threads].map(async (thread) => await this.#end(thread)));
  }

  /** A number for a new search. Those before it are moot. */
  #takeTurn(): number {
    this.#dropLast();
    this.#lastTurn = (this.#lastTurn % 0x7fffffff) + 1;
    this.#turns.latest = this.#lastTurn;
    return this.#lastTurn;
  }

  /** Asks the thread that has the packages open; a call that it ended under unheard goes to the one after it. */
  async #ask<N extends WorkerCallName>(
    name: N,
    args: WorkerArgs<N>,
    limit?: number,
  ): Promise<WorkerResult<N>> {
    for (;;) {
      const { thread, options } = await this.#ready();
      try {
        return await thread.call(name, args, limit === undefined ? {} : { limit });
      } catch (error) {
        if (this.#serving?.thread === thread) {
          const hasDamage = isDamage(error);
          if (hasDamage) await thread.end();
          if (thread.isOver) this.#recover(options, hasDamage);
        }
        if (!(error instanceof NotStarted)) throw error;
      }
    }
  }

  async #ready(): Promise<Serving> {
    await this.#recovering;
    if (this.#isClosed) throw cancelled();
    if (this.#serving === null) throw new ProblemError(problem('no-package-open'));
    return this.#serving;
  }

  /** Loads what was open into a new thread; indexes that are not what was written are built anew. */
  #recover({ packages }: OpenOptions, hasDamage: boolean): void {
    if (this.#isClosed || this.#recovering !== null) return;
    const former = this.#serving;
    const recover = async (): Promise<void> => {
      const thread = this.#newThread();
      try {
        if (hasDamage) await thread.call('discard', { packages });
        await this.#load(thread, { packages });
        if (this.#serving === former) this.#serving = { thread, options: { packages } };
        else await this.#end(thread);
      } catch (error) {
        await this.#end(thread);
        throw error;
      } finally {
        this.#recovering = null;
      }
    };
    this.#recovering = recover();
    // Who waits for it is told; when nobody does, the next call meets the ended thread and tries again.
    this.#recovering.catch(() => undefined);
  }

  async #load(thread: SearchThread, options: OpenOptions): Promise<Opened> {
    const { packages, signal } = options;
    const stop = (): void => void thread.end();
    const load = async (): Promise<WorkerResult<'load'>> => await thread.call('load', { packages });
    const first = await cancellable(load, { stop, signal });
    if ('opened' in first) return first.opened;
    const plan = async ({ source }: Unbuilt): Promise<BuildPlan> => await thread.call('plan', { source });
    const plans = await cancellable(async () => await Promise.all(first.unbuilt.map(plan)), { stop, signal });
    await this.#build(first.unbuilt, plans, options);
    const second = await cancellable(load, { stop, signal });
    if ('opened' in second) return second.opened;
    const reason = second.unbuilt[0]?.why ?? '';
    throw new ProblemError(problem('index-damaged', {}, { reason }));
  }

  /** Builds indexes one after another. What was built stays, also when the next fails. */
  async #build(
    unbuilt: readonly Unbuilt[],
    plans: readonly BuildPlan[],
    { onProgress, signal }: OpenOptions,
  ): Promise<void> {
    const threads = { start: () => this.#newThread({ isBuilding: true }), end: this.#end.bind(this) };
    const total = plans.reduce((sum, { versions }) => sum + versions, 0);
    let before = 0;
    for (const [n, plan] of plans.entries()) {
      const [one, start] = [unbuilt[n], before];
      if (one === undefined) continue;
      const report = ({ done, what }: SearchProgress): void =>
        onProgress?.({ done: start + done, total: Math.max(total, start + done), what });
      await buildInThreads({ ...one, plan, onProgress: report, signal, threads });
      before += plan.versions;
    }
  }

  #newThread(purpose: ThreadPurpose = {}): SearchThread {
    if (this.#isClosed) throw cancelled();
    const thread = new SearchThread(this.#place, this.#shared, purpose);
    this.#threads.add(thread);
    return thread;
  }

  async #end(thread: SearchThread): Promise<void> {
    this.#threads.delete(thread);
    await thread.end();
  }
}

/** The worker as it lies in the source tree. */
export function defaultWorker(): WorkerPlace {
  return sourceWorker(new URL('./worker.ts', import.meta.url));
}

/**
 * A worker that is TypeScript source. Its loader is registered from inside: given as an argument (`--import`) a
 * loader reaches the main thread only.
 */
export function sourceWorker(worker: URL): WorkerPlace {
  const found = createRequire(import.meta.url).resolve('tsx/esm/api');
  const loader = new URL('index.mjs', pathToFileURL(found));
  const [from, entry] = [loader.href, worker.href].map((href) => JSON.stringify(href));
  const code = `import { register } from ${from}; register(); await import(${entry});`;
  return { workerUrl: new URL(`data:text/javascript,${encodeURIComponent(code)}`) };
}

function isDamage(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'index-damaged';
}
