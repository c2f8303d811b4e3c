import { join, resolve } from 'node:path';
import { ProblemError, problem } from '../contract/index.ts';
import type { Problem, ReaderApi, Reply, Settings, Status, ViewState } from '../contract/index.ts';
import { EventStream } from './event-stream.ts';
import { Jobs, problemOf } from './jobs.ts';
import type { JobContext } from './jobs.ts';
import { OpenArchive } from './open-archive.ts';
import { Personal } from './personal.ts';
import { Store } from './store.ts';
import { verifyInWorker } from './verification.ts';
import type { WorkerEntries } from './worker-entry.ts';

export interface ReaderOptions {
  readonly appVersion: string;
  readonly runtime: string;
  /** Folder of everything this reader keeps; `personal/` and `index/` lie in it. */
  readonly userData: string;
  readonly workers: WorkerEntries;
  /** Folder of ready-built indexes of packages that come with the app; null when there is none. */
  readonly readyIndexRoot: string | null;
  /** Asks the person for a package folder; null when she chose none. */
  readonly choosePackageFolder: () => Promise<string | null>;
}

/** What to open at start: the first of these that is there. */
export interface StartPackages {
  /** Asked for at this start; when it cannot be opened, that is said and nothing else is tried. */
  readonly asked: string | null;
  /** What comes with the app. */
  readonly bundled: string | null;
}

/** The contract carried out over the archive. No Electron here: IPC carries it today, another host could. */
export class ReaderService {
  readonly #options: ReaderOptions;
  readonly #events = new EventStream();
  readonly #jobs = new Jobs(this.#events);
  readonly #store: Store;
  readonly #personal: Personal;
  #open: OpenArchive | null = null;
  #openingJob: string | null = null;
  #problem: Problem | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#store = Store.open(join(options.userData, 'personal', 'reader.log'));
    this.#personal = new Personal(this.#store);
    this.#problem = this.#store.problems[0] ?? null;
  }

  /** The calls of the contract. */
  readonly api: ReaderApi = {
    status: () => reply(() => this.#status()),
    search: (request) =>
      reply(async () => await this.#archive().search(request, this.#personal.settings.language)),
    complete: (args) =>
      reply(async () => await this.#archive().complete(args, this.#personal.settings.language)),
    release: (args) =>
      reply(async () => await this.#archive().release(args, this.#personal.settings.language)),
    openPackage: ({ path }) => reply(() => ({ jobId: this.openPackage(path) })),
    choosePackage: () => reply(async () => await this.#choosePackage()),
    verifyPackage: () => reply(() => ({ jobId: this.#verifyPackage() })),
    cancelJob: ({ jobId }) => reply(() => this.#cancel(jobId)),
    saveSettings: (settings) => reply(() => this.#saveSettings(settings)),
    saveViewState: (state) => reply(() => this.#saveViewState(state)),
    events: ({ after }) => reply(() => this.#events.since(after)),
    onEvent: (hear) => this.#events.hear(hear),
  };

  get settings(): Settings {
    return this.#personal.settings;
  }

  /** The host's own small things (window bounds), kept in the same store. */
  get store(): Store {
    return this.#store;
  }

  /** Tells the window to carry out something chosen in the menu. */
  sendCommand(
    command: Parameters<EventStream['send']>[0] extends infer E ? Extract<E, { type: 'command' }> : never,
  ): void {
    this.#events.send(command);
  }

  /** Opens the package of this start; nothing happens when there is none. */
  openAtStart({ asked, bundled }: StartPackages): void {
    const path = asked ?? this.#personal.lastPackage ?? bundled;
    if (path === null) return;
    this.openPackage(path, asked === null && path !== bundled ? bundled : null);
  }

  /** Starts opening a package; the one that is open stays until the new one is ready. */
  openPackage(path: string, otherwise: string | null = null): string {
    if (this.#openingJob !== null) this.#jobs.cancel(this.#openingJob);
    const { jobId, done } = this.#jobs.start(
      async (job) => await this.#carryOutOpening(resolve(path), job, otherwise),
    );
    this.#openingJob = jobId;
    this.#tellStatus();
    void this.#afterOpening(jobId, done);
    return jobId;
  }

  async #afterOpening(jobId: string, done: Promise<void>): Promise<void> {
    await done;
    if (this.#openingJob === jobId) this.#openingJob = null;
    this.#tellStatus();
  }

  async close(): Promise<void> {
    this.#jobs.cancelAll();
    await this.#open?.close();
    this.#store.close();
  }

  async #carryOutOpening(dir: string, job: JobContext, otherwise: string | null): Promise<void> {
    try {
      await this.#replaceOpen(dir, job);
    } catch (error) {
      if (job.signal.aborted) throw error;
      this.#problem = problemOf(error);
      if (otherwise === null) throw error;
      // The package open last is gone or damaged: say so, and open what came with the app.
      await this.#replaceOpen(otherwise, job);
      this.#problem = problemOf(error);
    }
  }

  async #replaceOpen(dir: string, job: JobContext): Promise<void> {
    const options = {
      dir,
      job,
      indexRoot: join(this.#options.userData, 'index'),
      readyIndexRoot: this.#options.readyIndexRoot,
      worker: this.#options.workers.search,
    };
    const opened = await OpenArchive.open(options);
    if (job.signal.aborted) {
      await opened.close();
      throw new ProblemError(problem('job-cancelled'));
    }
    const before = this.#open;
    this.#open = opened;
    this.#problem = null;
    this.#personal.saveLastPackage(dir);
    await before?.close();
  }

  #verifyPackage(): string {
    const archive = this.#archive();
    const { jobId } = this.#jobs.start(async (job) => {
      const result = await verifyInWorker(archive.summary.path, this.#options.workers.verify, job);
      archive.verified = result.ok ? 'verified' : 'damaged';
      this.#problem = result.problems[0] ?? null;
      this.#tellStatus();
    });
    return jobId;
  }

  async #choosePackage(): Promise<{ jobId: string } | null> {
    const path = await this.#options.choosePackageFolder();
    return path === null ? null : { jobId: this.openPackage(path) };
  }

  #cancel(jobId: string): Record<string, never> {
    this.#jobs.cancel(jobId);
    return {};
  }

  #saveSettings(settings: Settings): Record<string, never> {
    writing(() => this.#personal.saveSettings(settings));
    this.#tellStatus();
    return {};
  }

  #saveViewState(state: ViewState): Record<string, never> {
    writing(() => this.#personal.saveViewState(state));
    return {};
  }

  #archive(): OpenArchive {
    if (this.#open === null) throw new ProblemError(problem('no-package-open'));
    return this.#open;
  }

  #status(): Status {
    return {
      appVersion: this.#options.appVersion,
      runtime: this.#options.runtime,
      open: this.#open?.summary ?? null,
      openingJob: this.#openingJob,
      problem: this.#problem,
      settings: this.#personal.settings,
      viewState: this.#personal.viewState,
    };
  }

  #tellStatus(): void {
    this.#events.send({ type: 'status', status: this.#status() });
  }
}

/** A refusal becomes data; anything else is a bug and throws. */
async function reply<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** A store that the disk refuses is a problem for the person, not a bug. */
function writing(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(
      problem('store-write-failed', {}, { message: error instanceof Error ? error.message : '' }),
    );
  }
}
