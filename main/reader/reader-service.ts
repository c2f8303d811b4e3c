import { dirname, join, resolve } from 'node:path';
import { ProblemError, problem } from '../contract/index.ts';
import type {
  KeyPreview,
  OpenArchive as OpenArchiveView,
  Problem,
  ReaderApi,
  Settings,
  Status,
} from '../contract/index.ts';
import { AboutDesk } from './about-desk.ts';
import { EventStream } from './event-stream.ts';
import { Checks } from './checks.ts';
import { Jobs, problemOf } from './jobs.ts';
import type { JobContext } from './jobs.ts';
import { LibraryClient } from './library/library-client.ts';
import { LibraryDesk } from './library/library-desk.ts';
import { OpenArchive, buildIndexes } from './open-archive.ts';
import type { SearchPlaces } from './open-archive.ts';
import { OutDesk } from './out-desk.ts';
import { Personal } from './personal.ts';
import type { ReaderOptions } from './reader-options.ts';
import { RegisterDesk } from './register-desk.ts';
import { done, reply, writing } from './reply.ts';
import { Store } from './store.ts';
import { TimelineDesk } from './timeline-desk.ts';
import { WorkDesk } from './work/work-desk.ts';

/** What is opened, instead of what was: a folder in place, or what is installed (else what comes with the app). */
type Wanted = { readonly folder: string } | 'library';

/** The contract carried out over the archive. No Electron here: IPC carries it today, another host could. */
export class ReaderService {
  readonly #options: ReaderOptions;
  readonly #events = new EventStream();
  readonly #jobs = new Jobs(this.#events);
  readonly #store: Store;
  readonly #personal: Personal;
  readonly #library: LibraryClient;
  readonly #desk: LibraryDesk;
  readonly #checks: Checks;
  readonly #register = new RegisterDesk({
    archive: () => this.#archive(),
    language: () => this.#personal.settings.language,
  });
  readonly #about = new AboutDesk(() => this.#options.shipped);
  readonly #work = new WorkDesk({
    folder: () => join(this.#options.userData, 'personal'),
    program: () => `Läsesal ${this.#options.appVersion}`,
    open: () => this.#open?.forWork ?? null,
    personal: () => this.#personal,
    dialogs: () => this.#options.dialogs,
    onChange: (revision) => this.#events.send({ type: 'work', revision }),
  });
  readonly #out = new OutDesk({
    archive: () => this.#archive(),
    personal: () => this.#personal,
    dialogs: () => this.#options.dialogs,
    paper: () => this.#options.paper,
    jobs: this.#jobs,
    events: this.#events,
  });
  #open: OpenArchive | null = null;
  #openingJob: string | null = null;
  #problem: Problem | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#store = Store.open(join(options.userData, 'personal', 'reader.log'));
    this.#personal = new Personal(this.#store);
    this.#problem = this.#store.problems[0] ?? null;
    this.#library = LibraryClient.start(options.workers.library, {
      folder: options.userData,
      policyFile: options.policyFile,
    });
    this.#desk = new LibraryDesk({
      client: this.#library,
      jobs: this.#jobs,
      onChange: () => this.#tellStatus(),
      reopen: async (job) => await this.#replaceOpen('library', job),
      buildIndexes: async ({ packages }, job) => await buildIndexes(packages, this.#searchPlaces, job),
    });
    this.#checks = new Checks({
      desk: this.#desk,
      jobs: this.#jobs,
      worker: options.workers.verify,
      program: `Läsesal ${options.appVersion}`,
    });
  }

  /** The calls of the contract. */
  readonly api: ReaderApi = {
    status: () => reply(() => this.#status()),
    search: (request) =>
      reply(async () => await this.#archive().search(request, this.#personal.settings.language)),
    complete: (args) =>
      reply(async () => await this.#archive().complete(args, this.#personal.settings.language)),
    ...new TimelineDesk({ archive: () => this.#archive() }).calls(),
    release: (args) =>
      reply(async () => await this.#archive().release(args, this.#personal.settings.language)),
    difference: (args) => reply(async () => await this.#archive().difference(args)),
    ...this.#register.calls(),
    related: (args) =>
      reply(async () => await this.#archive().related(args, this.#personal.settings.language)),
    openPackage: ({ path }) => reply(() => ({ jobId: this.#startOpening({ folder: resolve(path) }) })),
    choosePackage: () => reply(async () => await this.#choosePackage()),
    openLibrary: () => reply(() => ({ jobId: this.#startOpening('library') })),
    chooseImport: ({ what }) => reply(async () => await this.#chooseImport(what)),
    importPaths: ({ paths }) => reply(() => this.#desk.importPaths(paths)),
    acceptImport: (args) => reply(() => this.#desk.acceptImport(args)),
    closeImport: () => done(async () => await this.#desk.closeImport()),
    removal: ({ identity }) => reply(async () => await this.#desk.removal(identity)),
    removePackage: ({ identity }) => reply(() => this.#desk.removePackage(identity)),
    undoRemoval: () => reply(() => this.#desk.undoRemoval()),
    finishRemoval: () => done(async () => await this.#desk.finishRemoval()),
    verifyPackage: ({ identity }) => reply(() => ({ jobId: this.#verifyPackage(identity) })),
    saveCertificate: ({ identity }) => reply(async () => await this.#saveCertificate(identity)),
    chooseKey: () => reply(async () => await this.#chooseKey()),
    readKey: ({ text }) => reply(async () => await this.#desk.readKey(text)),
    trustKey: (args) => done(async () => await this.#desk.trustKey(args)),
    untrustKey: (args) => done(async () => await this.#desk.untrustKey(args)),
    ...this.#work.calls(),
    ...this.#out.calls(),
    cancelJob: ({ jobId }) => done(() => this.#jobs.cancel(jobId)),
    saveSettings: (settings) => done(() => this.#saveSettings(settings)),
    saveViewState: (state) => done(() => writing(() => this.#personal.saveViewState(state))),
    ...this.#about.calls(),
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

  /**
   * Opens what is to be read at this start, and copies and checks what it is to import.
   *
   * @param asked a folder to read in place for this session. When it cannot be opened, that is said and nothing else is
   *   tried.
   */
  start({ asked, imports }: { readonly asked: string | null; readonly imports: readonly string[] }): void {
    this.#startOpening(asked === null ? 'library' : { folder: resolve(asked) });
    if (imports.length > 0) this.takeIn(imports);
  }

  /** Opens the release that an address leads to, once an archive is open. Any address may come. */
  followLink(address: string): void {
    this.#out.links.follow(address);
  }

  /** Copies and checks packages that were handed over from outside. Nothing is installed; a refusal is told. */
  takeIn(paths: readonly string[]): void {
    try {
      this.#desk.importPaths(paths.map((path) => resolve(path)));
    } catch (error) {
      this.#problem = problemOf(error);
      this.#tellStatus();
    }
  }

  /** Finishes what was begun and lets go of everything. */
  async close(): Promise<void> {
    this.#checks.stop();
    this.#jobs.cancelAll();
    await this.#desk.finishRemoval().catch(() => undefined);
    await Promise.all([this.#open?.close(), this.#library.close()]);
    this.#work.close();
    this.#store.close();
  }

  /** Starts opening something; what is open stays until the new is ready. */
  #startOpening(wanted: Wanted): string {
    if (this.#openingJob !== null) this.#jobs.cancel(this.#openingJob);
    const { jobId, done: ended } = this.#jobs.start(async (job) => {
      try {
        await this.#desk.refresh();
        await this.#replaceOpen(wanted, job);
      } catch (error) {
        if (!job.signal.aborted) this.#problem = problemOf(error);
        throw error;
      }
    });
    this.#openingJob = jobId;
    this.#tellStatus();
    void this.#afterOpening(jobId, ended);
    return jobId;
  }

  async #afterOpening(jobId: string, ended: Promise<void>): Promise<void> {
    await ended;
    if (this.#openingJob === jobId) this.#openingJob = null;
    this.#tellStatus();
  }

  async #replaceOpen(wanted: Wanted, job: JobContext): Promise<void> {
    const opened = await this.#opened(wanted, job);
    if (job.signal.aborted) {
      await opened?.close();
      throw new ProblemError(problem('job-cancelled'));
    }
    const before = this.#open;
    this.#open = opened;
    this.#tellStatus();
    this.#work.archiveChanged();
    await before?.close();
  }

  /** Opens what is wanted; null when nothing is installed and nothing comes with the app. Throws ProblemError. */
  async #opened(wanted: Wanted, job: JobContext): Promise<OpenArchive | null> {
    const { bundled } = this.#options;
    if (wanted !== 'library') return await this.#openFolder(wanted.folder, 'folder', job);
    const head = await this.#library.call('heads', { chains: this.#desk.chains });
    this.#desk.noteFaults(head.faults);
    this.#problem = this.#desk.unread;
    if (head.series.length > 0) return await this.#openHead(head, 'library', job);
    return bundled === null ? null : await this.#openFolder(bundled, 'bundled', job);
  }

  async #openFolder(dir: string, source: OpenArchiveView['source'], job: JobContext): Promise<OpenArchive> {
    const head = await this.#library.call('heads', { chains: [[dir]] });
    const [fault] = head.faults;
    if (fault !== undefined) throw new ProblemError(fault.problem);
    this.#problem = null;
    return await this.#openHead(head, source, job);
  }

  async #openHead(
    head: Parameters<typeof OpenArchive.open>[0]['head'],
    source: OpenArchiveView['source'],
    job: JobContext,
  ): Promise<OpenArchive> {
    const originOf = this.#desk.originOf.bind(this.#desk);
    return await OpenArchive.open({ ...this.#searchPlaces, head, source, originOf, job });
  }

  get #searchPlaces(): SearchPlaces {
    return {
      indexRoot: join(this.#options.userData, 'index'),
      readyIndexRoot: this.#options.readyIndexRoot,
      worker: this.#options.workers.search,
    };
  }

  #verifyPackage(identity: string | null): string {
    const archive = identity === null ? this.#archive() : null;
    const { jobId } = this.#jobs.start(async (job) => {
      const { problems, isDamaged } = await this.#checks.verify(identity, archive, job);
      if (archive !== null) archive.verified = isDamaged ? 'damaged' : 'verified';
      this.#problem = problems[0] ?? null;
      this.#tellStatus();
    });
    return jobId;
  }

  /**
   * Checks installed packages while nobody is at the machine, as often as the policy or the settings say.
   *
   * @param idleSeconds seconds since somebody last touched keyboard or mouse.
   */
  checkInIdleTime(idleSeconds: () => number): void {
    const isFree = (): boolean => this.#openingJob === null;
    this.#checks.inIdleTime({ idleSeconds, isFree, everyDays: () => this.settings.checkEveryDays });
  }

  async #saveCertificate(identity: string): Promise<{ readonly file: string } | null> {
    const name = this.#checks.certificateName(identity);
    const file = await this.#options.dialogs.certificate(this.#personal.lastFolder, name);
    if (file === null) return null;
    await this.#desk.saveCertificate({ identity, file, language: this.#personal.settings.language });
    this.#personal.saveLastFolder(dirname(file));
    return { file };
  }

  async #choosePackage(): Promise<{ jobId: string } | null> {
    const folder = await this.#options.dialogs.packageFolder(this.#personal.lastFolder);
    if (folder === null) return null;
    this.#personal.saveLastFolder(dirname(folder));
    return { jobId: this.#startOpening({ folder }) };
  }

  async #chooseImport(what: 'file' | 'folder'): Promise<{ jobId: string } | null> {
    const paths = await this.#options.dialogs.imports(what, this.#personal.lastFolder);
    const [first] = paths ?? [];
    if (paths === null || first === undefined) return null;
    this.#personal.saveLastFolder(dirname(first));
    return this.#desk.importPaths(paths);
  }

  async #chooseKey(): Promise<KeyPreview | null> {
    const path = await this.#options.dialogs.keyFile(this.#personal.lastFolder);
    return path === null ? null : await this.#desk.readKeyFile(path);
  }

  #saveSettings(settings: Settings): void {
    writing(() => this.#personal.saveSettings(settings));
    this.#tellStatus();
  }

  #archive(): OpenArchive {
    if (this.#open === null) throw new ProblemError(problem('no-package-open'));
    return this.#open;
  }

  #status(): Status {
    return {
      appVersion: this.#options.appVersion,
      runtime: this.#options.runtime,
      open: this.#open?.view ?? null,
      openingJob: this.#openingJob,
      problem: this.#problem,
      library: this.#desk.view,
      importing: this.#desk.importing,
      settings: this.#personal.settings,
      viewState: this.#personal.viewState,
    };
  }

  #tellStatus(): void {
    this.#events.send({ type: 'status', status: this.#status() });
  }
}
