import { Worker } from 'node:worker_threads';
import { ProblemError, problem } from '../../contract/index.ts';
import type { ImportStep } from '../../contract/index.ts';
import { problemOf } from '../jobs.ts';
import type { WorkerEntry } from '../worker-entry.ts';
import type {
  FromLibrary,
  IndexWanted,
  LibraryArgs,
  LibraryCallName,
  LibraryResult,
  LibraryWorkerData,
  ToLibrary,
} from './protocol.ts';

/** What a long call takes besides its arguments. */
export interface LibraryCallOptions {
  /** Asks the call to stop. It ends by itself, with everything put back. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (step: ImportStep, done: number, total: number) => void;
  /** Builds the index that a call asks for. What it throws ends the call. */
  readonly buildIndex?: (wanted: IndexWanted) => Promise<void>;
}

interface Waiting extends LibraryCallOptions {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The library in a thread of its own: whatever reads, copies or hashes packages is done there. Calls reject with ProblemError. */
export class LibraryClient {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #isOver = false;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromLibrary) => void this.#hear(message));
    worker.on('error', (error) => this.#endAll(new ProblemError(problemOf(error))));
    worker.on('exit', () => this.#endAll(new ProblemError(problem('job-cancelled'))));
  }

  static start(entry: WorkerEntry, data: LibraryWorkerData): LibraryClient {
    const execArgv = [...(entry.execArgv ?? [])];
    return new LibraryClient(new Worker(entry.url, { workerData: data, execArgv }));
  }

  async call<N extends LibraryCallName>(
    name: N,
    args: LibraryArgs<N>,
    options: LibraryCallOptions = {},
  ): Promise<LibraryResult<N>> {
    if (this.#isOver) throw new ProblemError(problem('job-cancelled'));
    this.#lastId += 1;
    const id = this.#lastId;
    const abort = (): void => this.#post({ type: 'abort', id });
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { ...options, resolve, reject });
    });
    this.#post({ type: 'call', id, name, args } as ToLibrary);
    options.signal?.addEventListener('abort', abort, { once: true });
    if (options.signal?.aborted === true) abort();
    try {
      return (await answer) as LibraryResult<N>;
    } finally {
      options.signal?.removeEventListener('abort', abort);
    }
  }

  /** Ends the thread. Calls under way reject with `job-cancelled`. */
  async close(): Promise<void> {
    this.#isOver = true;
    await this.#worker.terminate();
  }

  async #hear(message: FromLibrary): Promise<void> {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    switch (message.type) {
      case 'progress':
        waiting.onProgress?.(message.step, message.done, message.total);
        break;
      case 'index':
        await this.#index(message.id, waiting, message.wanted);
        break;
      case 'result':
        this.#waiting.delete(message.id);
        waiting.resolve(message.result);
        break;
      case 'problem':
        this.#waiting.delete(message.id);
        waiting.reject(new ProblemError(message.problem));
        break;
    }
  }

  async #index(id: number, { buildIndex }: Waiting, wanted: IndexWanted): Promise<void> {
    try {
      await buildIndex?.(wanted);
      this.#post({ type: 'indexed', id, problem: null });
    } catch (error) {
      this.#post({ type: 'indexed', id, problem: problemOf(error) });
    }
  }

  #post(message: ToLibrary): void {
    if (!this.#isOver) this.#worker.postMessage(message);
  }

  #endAll(error: ProblemError): void {
    this.#isOver = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
