import { Worker } from 'node:worker_threads';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type {
  FromWorker,
  SearchProgress,
  WorkerArgs,
  WorkerCallName,
  WorkerData,
  WorkerResult,
} from './protocol.ts';

/** Where the worker's code lies: differs between the source tree and a bundle. */
export interface WorkerPlace {
  readonly workerUrl: URL;
  /** Node's own arguments for it, e.g. a loader for TypeScript sources. */
  readonly execArgv?: readonly string[];
}

interface CallOptions {
  /** A call that runs longer than this (ms, from when the worker begins with it) ends the thread. */
  readonly limit?: number;
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
}

interface Pending extends CallOptions {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  isStarted: boolean;
  timer: NodeJS.Timeout | null;
}

/** Thrown for a call that the thread ended under before it had begun with it: it can be asked again elsewhere. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
  /** Why the thread ended. */
  readonly why: Problem;

  constructor(why: Problem) {
    super(why.code);
    this.why = why;
  }
}

/** Memory that building an index of some hundred thousand pages may take (MiB); the rest is for the data. */
const HEAP_MIB = 4096;

/**
 * Room for young objects of a thread that searches (MiB): with little of it what a search throws away, its arrays
 * outside the heap above all, is collected soon, and memory stays at what is held. Building is quicker with more.
 */
export const YOUNG_MIB = 6;

/** What a thread is started for. */
export interface ThreadPurpose {
  /** See `WorkerData`. */
  readonly isAhead?: boolean;
  readonly isBuilding?: boolean;
}

/** One worker thread and the calls it has under way. */
export class SearchThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #isOver = false;
  #why: Problem = problem('job-cancelled');

  /** @param turns see `Turns`. */
  constructor(
    place: WorkerPlace,
    turns: SharedArrayBuffer,
    { isAhead = false, isBuilding = false }: ThreadPurpose = {},
  ) {
    const data: WorkerData = { turns, isAhead };
    this.#worker = new Worker(place.workerUrl, {
      workerData: data,
      resourceLimits: {
        maxOldGenerationSizeMb: HEAP_MIB,
        ...(isBuilding ? {} : { maxYoungGenerationSizeMb: YOUNG_MIB }),
      },
      ...(place.execArgv === undefined ? {} : { execArgv: [...place.execArgv] }),
    });
    this.#worker.on('message', (message: FromWorker) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(problem('job-failed', {}, { reason: reasonOf(error) })));
    this.#worker.on('exit', () =>
      this.#fail(problem('job-failed', {}, { reason: 'the search worker ended' })),
    );
  }

  /** Whether the thread has ended, by itself, for running over a limit or because it was told to. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Asks the worker for something. Rejects with ProblemError or NotStarted. */
  async call<N extends WorkerCallName>(
    name: N,
    args: WorkerArgs<N>,
    options: CallOptions = {},
  ): Promise<WorkerResult<N>> {
    if (this.#isOver) throw new NotStarted(this.#why);
    this.#lastId += 1;
    const id = this.#lastId;
    return await new Promise((resolve, reject) => {
      this.#pending.set(id, {
        ...options,
        resolve: resolve as (result: unknown) => void,
        reject,
        isStarted: false,
        timer: null,
      });
      this.#worker.postMessage({ id, name, args });
    });
  }

  /** Ends the thread at once; what it has under way is cancelled. */
  async end(): Promise<void> {
    this.#settle(problem('job-cancelled'), false);
    await this.#worker.terminate();
  }

  #hear(message: FromWorker): void {
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    switch (message.type) {
      case 'started':
        pending.isStarted = true;
        if (pending.limit !== undefined)
          pending.timer = setTimeout(() => this.#fail(problem('search-timed-out')), pending.limit);
        return;
      case 'progress':
        pending.onProgress?.(message.progress);
        return;
      case 'result':
      case 'problem':
        this.#pending.delete(message.id);
        if (pending.timer !== null) clearTimeout(pending.timer);
        if (message.type === 'result') pending.resolve(message.result);
        else pending.reject(new ProblemError(message.problem));
    }
  }

  #fail(cause: Problem): void {
    if (this.#isOver) return;
    this.#settle(cause, true);
    void this.#worker.terminate();
  }

  #settle(cause: Problem, mayAskAgain: boolean): void {
    this.#isOver = true;
    this.#why = cause;
    for (const { timer, isStarted, reject } of this.#pending.values()) {
      if (timer !== null) clearTimeout(timer);
      reject(isStarted || !mayAskAgain ? new ProblemError(cause) : new NotStarted(cause));
    }
    this.#pending.clear();
  }
}

/** Runs what `stop` can stop when a signal says so. Calls to a thread that was stopped reject with ProblemError. */
export async function cancellable<T>(
  run: () => Promise<T>,
  { stop, signal }: { readonly stop: () => void; readonly signal: AbortSignal | undefined },
): Promise<T> {
  if (signal?.aborted === true) throw cancelled();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await run();
  } catch (error) {
    throw error instanceof NotStarted ? new ProblemError(error.why) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

export function cancelled(): ProblemError {
  return new ProblemError(problem('job-cancelled'));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
