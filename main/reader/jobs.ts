import { ProblemError, problem } from '../contract/index.ts';
import type { Problem, ReaderEvent } from '../contract/index.ts';
import type { EventStream } from './event-stream.ts';

type What = Extract<ReaderEvent, { type: 'progress' }>['what'];

/** What a job is given: a signal that says stop, and where to report how far it is. */
export interface JobContext {
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly progress: (what: What, done: number, total: number) => void;
}

/** Progress closer together than this (ms) is not told. */
const PROGRESS_EVERY_MS = 80;

/** Long work: each job ends with exactly one of result, cancelled, failed on the event stream. */
export class Jobs {
  #next = 1;
  readonly #running = new Map<string, AbortController>();
  readonly #events: EventStream;

  constructor(events: EventStream) {
    this.#events = events;
  }

  /** Starts work; answers its id at once. `done` settles, and never rejects, when the work has ended. */
  start(work: (context: JobContext) => Promise<void>): { jobId: string; done: Promise<void> } {
    const jobId = `job-${this.#next}`;
    this.#next += 1;
    const controller = new AbortController();
    this.#running.set(jobId, controller);
    const context = { jobId, signal: controller.signal, progress: this.#reporter(jobId) };
    return { jobId, done: this.#run(context, work) };
  }

  /** Asks a job to stop. Nothing happens when it has ended. */
  cancel(jobId: string): void {
    this.#running.get(jobId)?.abort();
  }

  cancelAll(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  async #run(context: JobContext, work: (context: JobContext) => Promise<void>): Promise<void> {
    const { jobId, signal } = context;
    // The caller hears of the job's id before the first event about it.
    await Promise.resolve();
    try {
      await work(context);
      this.#events.send(signal.aborted ? { type: 'cancelled', jobId } : { type: 'result', jobId });
    } catch (error) {
      if (signal.aborted) this.#events.send({ type: 'cancelled', jobId });
      else this.#events.send({ type: 'failed', jobId, problem: problemOf(error) });
    } finally {
      this.#running.delete(jobId);
    }
  }

  #reporter(jobId: string): JobContext['progress'] {
    let last = Number.NEGATIVE_INFINITY;
    return (what, done, total) => {
      const now = performance.now();
      if (done < total && now - last < PROGRESS_EVERY_MS) return;
      last = now;
      this.#events.send({ type: 'progress', jobId, what, done, total });
    };
  }
}

/** What went wrong, as data. An error that carries no problem is a bug or the system's own refusal. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const message = error instanceof Error ? error.message : String(error);
  return problem('job-failed', {}, { message });
}
