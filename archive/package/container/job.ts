import { problem, ProblemError } from '../../model/problem.ts';

/** What every long job takes besides its input. */
export interface JobOptions<Step extends string> {
  readonly signal?: AbortSignal | undefined;
  /** Hears how far the job is in a step, of how much. */
  readonly onProgress?: ((done: number, total: number, step: Step) => void) | undefined;
}

/** Looks up from the work every so many bytes or files, whichever comes first. */
const BREATH_BYTES = 8 << 20;
const BREATH_FILES = 100;

/** Keeps count of a step's work, and looks up from it now and then, to tell how far it is and to hear a signal. */
export class Pace<Step extends string> {
  readonly #options: JobOptions<Step>;
  readonly #step: Step;
  readonly #total: number;
  #done = 0;
  #bytes = 0;
  #files = 0;

  /** @param total the bytes that there are to do. */
  constructor(options: JobOptions<Step>, step: Step, total: number) {
    this.#options = options;
    this.#step = step;
    this.#total = total;
  }

  /** Bytes were done. Throws ProblemError `job-cancelled`. */
  async bytes(count: number): Promise<void> {
    this.#done += count;
    await this.worked(count);
  }

  /** Bytes were looked at that will be done later. Throws ProblemError `job-cancelled`. */
  async worked(count: number): Promise<void> {
    this.#bytes += count;
    if (this.#bytes >= BREATH_BYTES) await this.#breathe();
  }

  /** A file was done, its bytes counted before. Throws ProblemError `job-cancelled`. */
  async file(): Promise<void> {
    this.#files += 1;
    if (this.#files >= BREATH_FILES) await this.#breathe();
  }

  /** The step is done. Throws ProblemError `job-cancelled`. */
  async end(): Promise<void> {
    await this.#breathe();
  }

  async #breathe(): Promise<void> {
    [this.#bytes, this.#files] = [0, 0];
    this.#options.onProgress?.(this.#done, this.#total, this.#step);
    await new Promise(setImmediate);
    if (this.#options.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
  }
}
