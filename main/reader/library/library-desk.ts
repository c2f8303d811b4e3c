import { basename, join } from 'node:path';
import { dueForCheck } from '../../../archive/index.ts';
import { ProblemError, problem } from '../../contract/index.ts';
import type {
  Check as KeptCheck,
  HeldPackage,
  ImportState,
  KeyPreview,
  LibraryView,
  Problem,
  ReaderArgs,
  Removal,
} from '../../contract/index.ts';
import { problemOf } from '../jobs.ts';
import type { JobContext, Jobs } from '../jobs.ts';
import type { LibraryClient } from './library-client.ts';
import type { ArchiveHead, IndexWanted, LibraryArgs, LibraryReport } from './protocol.ts';

/** What the desk needs of the reader whose library it keeps. */
export interface DeskSurroundings {
  readonly client: LibraryClient;
  readonly jobs: Jobs;
  /** Something of `view` or `importing` changed. */
  readonly onChange: () => void;
  /** Opens what is installed, without what is being taken away, in place of what is open. */
  readonly reopen: (job: JobContext) => Promise<void>;
  /** Builds what packages need to be searched, before they are installed. */
  readonly buildIndexes: (wanted: IndexWanted, job: JobContext) => Promise<void>;
}

type Check = LibraryView['packages'][number]['check'];
type JobStarted = { readonly jobId: string };

/** The library as a person deals with it: what is installed, one import at a time, one removal that can be undone. */
export class LibraryDesk {
  readonly #with: DeskSurroundings;
  #report: LibraryReport | null = null;
  #importing: ImportState | null = null;
  #removing: string | null = null;
  #faults: ReadonlyMap<string, Problem> = new Map();
  readonly #checks = new Map<string, NonNullable<Check>>();
  #previews = 0;

  constructor(surroundings: DeskSurroundings) {
    this.#with = surroundings;
  }

  get importing(): ImportState | null {
    return this.#importing;
  }

  get view(): LibraryView {
    const report = this.#report;
    if (report === null) return emptyLibrary;
    return {
      path: report.path,
      packages: report.packages.map((one) => ({
        ...one,
        ...this.originOf(one.identity),
        trust: one.trust,
        check: this.#checks.get(one.identity) ?? this.#keptCheck(one.identity),
        fault: this.#faults.get(this.folderOf(one.identity)) ?? null,
      })),
      trustedKeys: report.keys.map(({ by, ...key }) => ({
        ...key,
        by: by === 'policy' ? ('policy' as const) : ('person' as const),
      })),
      isReadOnly: report.isReadOnly,
      allowsOwnKeys: report.allowsOwnKeys,
      laidDownDays: report.laidDownDays ?? null,
      isScheduleLaidDown: report.laidDownDays !== undefined,
      problem: report.problem,
      removing: this.#removing,
    };
  }

  /** What is known of where a package comes from; nothing of one that is not installed. */
  originOf(identity: string): Pick<HeldPackage, 'trust' | 'isTrusted' | 'signer'> {
    const trust = this.#report?.packages.find((one) => one.identity === identity)?.trust ?? null;
    if (trust === null || trust.state !== 'signed') return { trust, isTrusted: false, signer: null };
    const isTrusted = this.#report?.keys.some(({ key }) => key === trust.key) ?? false;
    return { trust, isTrusted, signer: this.#nameOf(trust.key) };
  }

  folderOf(identity: string): string {
    return join(this.#report?.path ?? '', 'packages', identity);
  }

  /** The folders that are read: of each series, oldest first, without what is being taken away. */
  get chains(): readonly (readonly string[])[] {
    const left = (this.#report?.packages ?? []).filter(({ identity }) => identity !== this.#removing);
    const series = [...new Set(left.map((one) => one.series))];
    return series.map((name) =>
      left.filter((one) => one.series === name).map(({ identity }) => this.folderOf(identity)),
    );
  }

  /** Reads anew what is installed. */
  async refresh(): Promise<void> {
    this.#report = await this.#with.client.call('report', null);
    this.#with.onChange();
  }

  /** What opening found that cannot be read. */
  noteFaults(faults: ArchiveHead['faults']): void {
    this.#faults = new Map(faults.map(({ dir, problem: of }) => [dir, of]));
  }

  /** What is told of the first package that opening found cannot be read; null when all can. */
  get unread(): Problem | null {
    const of = this.#report?.packages.find(({ identity }) => this.#faults.has(this.folderOf(identity)));
    if (of === undefined) return null;
    return problem('library-package-unread', {}, { sequence: of.sequence, series: of.series });
  }

  /** Checks installed packages one after the other; what is damaged is set aside, and what is read is opened anew then. */
  async check(
    identities: readonly string[],
    program: string,
    job: JobContext,
  ): Promise<readonly KeptCheck[]> {
    const checks: KeptCheck[] = [];
    try {
      for (const identity of identities) {
        const check = await this.#with.client.call('check', { identity, program }, this.#hearing(job));
        this.#checks.set(identity, { at: check.checked, damaged: check.faults });
        checks.push(check);
      }
    } finally {
      await this.refresh();
    }
    // The files are gone from where they were read, whether the job goes on or not.
    const isChanged = checks.some(({ quarantined }) => quarantined.length > 0);
    if (isChanged) await this.#with.reopen({ ...job, signal: new AbortController().signal });
    return checks;
  }

  /** The installed package that a schedule of so many days wants checked first; null when none is due. */
  due(everyDays: number | null, now: Date): string | null {
    const report = this.#report;
    if (report === null || report.isReadOnly || this.#importing !== null || this.#removing !== null)
      return null;
    const days = report.laidDownDays === undefined ? everyDays : report.laidDownDays;
    return dueForCheck(report.packages, report.checks, { everyDays: days, now })[0] ?? null;
  }

  async saveCertificate(args: LibraryArgs<'saveCertificate'>): Promise<void> {
    await this.#with.client.call('saveCertificate', args);
  }

  #keptCheck(identity: string): Check {
    const kept = this.#report?.checks.find((one) => one.identity === identity);
    return kept === undefined ? null : { at: kept.checked, damaged: kept.faults };
  }

  /** Copies and checks packages; one that waits for an answer makes room. Throws ProblemError `import-under-way`. */
  importPaths(paths: readonly string[]): JobStarted {
    if (this.#importing !== null && 'jobId' in this.#importing)
      throw new ProblemError(problem('import-under-way'));
    const sources = paths.map((path) => basename(path));
    const { jobId } = this.#with.jobs.start(async (job) => {
      try {
        const preview = await this.#with.client.call('stage', { sources: paths }, this.#hearing(job));
        if (job.signal.aborted) throw new ProblemError(problem('job-cancelled'));
        this.#previews += 1;
        this.#setImporting({ phase: 'preview', id: `preview-${this.#previews}`, preview });
      } catch (error) {
        this.#importEnded(error, sources, job);
      }
    });
    this.#setImporting({ phase: 'checking', jobId, sources });
    return { jobId };
  }

  /** Installs what the preview of this id showed. Throws ProblemError `library-changed` when it is another. */
  acceptImport({ preview: id, decisions, trust }: ReaderArgs<'acceptImport'>): JobStarted {
    const waiting = this.#importing;
    if (waiting?.phase !== 'preview' || waiting.id !== id) throw new ProblemError(problem('library-changed'));
    const { preview } = waiting;
    const { jobId } = this.#with.jobs.start(async (job) => {
      try {
        await this.#with.client.call('commit', { decisions }, this.#hearing(job));
        for (const key of trust) await this.#with.client.call('addKey', key);
      } catch (error) {
        const sources = preview.packages.map(({ source }) => basename(source));
        this.#importEnded(error, sources, job);
      }
      // It is installed: there is nothing left to cancel.
      await this.refresh();
      await this.#with.reopen({ ...job, signal: new AbortController().signal });
      this.#setImporting({ phase: 'done', preview });
    });
    this.#setImporting({ phase: 'installing', jobId, preview });
    return { jobId };
  }

  /** Lets go of an import that waits or has ended. One under way is cancelled by its job. */
  async closeImport(): Promise<void> {
    if (this.#importing !== null && 'jobId' in this.#importing) return;
    const isWaiting = this.#importing?.phase === 'preview';
    this.#setImporting(null);
    if (isWaiting) await this.#with.client.call('discard', null);
  }

  async removal(identity: string): Promise<Removal> {
    return await this.#with.client.call('removal', { identity });
  }

  /** Takes a package out of what is read. Its files go when the removal is finished. */
  removePackage(identity: string): JobStarted {
    const { jobId } = this.#with.jobs.start(async (job) => {
      await this.finishRemoval();
      await this.#reopenWithout(identity, job);
    });
    return { jobId };
  }

  /** Reads again what was taken away last. */
  undoRemoval(): JobStarted {
    const { jobId } = this.#with.jobs.start(async (job) => await this.#reopenWithout(null, job));
    return { jobId };
  }

  /** Deletes what was taken away last. Throws ProblemError when the library refuses; then it is there as before. */
  async finishRemoval(): Promise<void> {
    const identity = this.#removing;
    if (identity === null) return;
    this.#removing = null;
    try {
      await this.#with.client.call('remove', { identity });
    } finally {
      await this.refresh();
    }
  }

  async readKey(text: string): Promise<KeyPreview> {
    return await this.#with.client.call('readKey', { text });
  }

  async readKeyFile(path: string): Promise<KeyPreview> {
    return await this.#with.client.call('readKeyFile', { path });
  }

  async trustKey(args: ReaderArgs<'trustKey'>): Promise<void> {
    await this.#with.client.call('addKey', args);
    await this.refresh();
  }

  async untrustKey(args: ReaderArgs<'untrustKey'>): Promise<void> {
    await this.#with.client.call('removeKey', args);
    await this.refresh();
  }

  async #reopenWithout(identity: string | null, job: JobContext): Promise<void> {
    const before = this.#removing;
    this.#removing = identity;
    try {
      await this.#with.reopen(job);
    } catch (error) {
      this.#removing = before;
      throw error;
    } finally {
      this.#with.onChange();
    }
  }

  #hearing(job: JobContext): Parameters<LibraryClient['call']>[2] {
    return {
      signal: job.signal,
      onProgress: (step, done, total) => job.progress(step, done, total),
      buildIndex: async (wanted) => await this.#with.buildIndexes(wanted, job),
    };
  }

  /** Notes how an import ended, and ends its job likewise. */
  #importEnded(error: unknown, sources: readonly string[], job: JobContext): never {
    const of = problemOf(error);
    const isCancelled = job.signal.aborted || of.code === 'job-cancelled';
    this.#setImporting(isCancelled ? null : { phase: 'failed', sources, problem: of });
    throw error;
  }

  #setImporting(state: ImportState | null): void {
    this.#importing = state;
    this.#with.onChange();
  }

  #nameOf(key: string): string | null {
    return this.#report?.keys.find((one) => one.key === key)?.name ?? null;
  }
}

/** Before anything is known: nothing may be done yet. */
const emptyLibrary: LibraryView = {
  path: '',
  packages: [],
  trustedKeys: [],
  isReadOnly: true,
  allowsOwnKeys: false,
  laidDownDays: null,
  isScheduleLaidDown: false,
  problem: null,
  removing: null,
};
