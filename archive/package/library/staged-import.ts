import type { ImportPreview, ImportStep } from '../../model/library.ts';
import type { JobOptions } from '../container/job.ts';

/** What is to be imported. */
export interface StageOptions extends JobOptions<ImportStep> {
  /**
   * Package files, package folders, folders that have such in them; public keys (`.pub`) and statements of a key change
   * (`.keychange`), which are also found beside a package.
   */
  readonly sources: readonly string[];
}

/** The packages of a series that an index is to be built over. */
export interface IndexRequest {
  readonly series: string;
  /** Every package that will be installed, oldest first. A new one lies in its working folder still. */
  readonly packages: readonly {
    readonly identity: string;
    readonly dir: string;
    readonly isNew: boolean;
  }[];
}

export interface CommitOptions extends JobOptions<ImportStep> {
  /** The ids of the decisions that a person took; all that the preview asks for must be among them. */
  readonly decisions: readonly string[];
  /**
   * Builds what the packages need before they are there. It must have let go of every file when it is done: the folders are
   * moved then. What it throws ends the import, and nothing has changed.
   */
  readonly buildIndex?: (request: IndexRequest, job: JobOptions<'indexing'>) => Promise<void>;
}

/** Packages that were copied and checked, and wait for a person's word. Either `commit` or `discard` must end it. */
export interface StagedImport {
  readonly preview: ImportPreview;
  /**
   * Installs the packages: all of them, in one step, or none. Whatever is thrown, the library is as it was, and the
   * import is over.
   *
   * @returns the identities of what was installed.
   * @throws ProblemError `import-nothing-to-do`, `import-undecided`, `library-changed`, `library-busy`,
   *   `package-write-failed`, `job-cancelled`.
   */
  commit(options: CommitOptions): Promise<readonly string[]>;
  /** Gives the import up. Safe to call at any time. */
  discard(): Promise<void>;
}
