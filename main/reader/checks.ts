import { ProblemError, problem } from '../contract/index.ts';
import type { Problem, Settings } from '../contract/index.ts';
import { IdleChecks } from './idle-checks.ts';
import type { IdleChecksOptions } from './idle-checks.ts';
import type { JobContext, Jobs } from './jobs.ts';
import type { LibraryDesk } from './library/library-desk.ts';
import type { OpenArchive } from './open-archive.ts';
import { verifyPackages } from './verification.ts';
import type { WorkerEntry } from './worker-entry.ts';

/** What checks of fixity are made with. */
export interface ChecksSurroundings {
  readonly desk: LibraryDesk;
  readonly jobs: Jobs;
  readonly worker: WorkerEntry;
  /** Name and version of this program, as certificates tell them. */
  readonly program: string;
}

export interface IdleTime extends Pick<IdleChecksOptions, 'idleSeconds'> {
  /** Whether nothing else is under way that reads packages. */
  readonly isFree: () => boolean;
  /** As the person set it; where the policy lays a schedule down, that one holds. */
  readonly everyDays: () => Settings['checkEveryDays'];
}

/** How often packages are checked in idle time when nobody said anything. */
const CHECK_EVERY_DAYS = 30;

/** Checks of fixity: when somebody asks for one, and in idle time. */
export class Checks {
  readonly #with: ChecksSurroundings;
  #idle: IdleChecks | null = null;

  constructor(surroundings: ChecksSurroundings) {
    this.#with = surroundings;
  }

  /**
   * Checks an installed package, or all of what is open: in the library where it is installed, so that what is damaged is
   * set aside; else in place.
   */
  async verify(
    identity: string | null,
    archive: OpenArchive | null,
    job: JobContext,
  ): Promise<{ readonly problems: readonly Problem[]; readonly isDamaged: boolean }> {
    const { desk, worker, program } = this.#with;
    if (archive !== null && archive.view.source !== 'library') {
      const found = await verifyPackages(archive.dirs, worker, job);
      const problems = found.flatMap((one) => one.problems);
      return { problems, isDamaged: problems.length > 0 };
    }
    const open = archive?.view.packages.map((one) => one.identity) ?? [];
    const checks = await desk.check(identity === null ? open : [identity], program, job);
    const problems = checks.flatMap((check) => check.problems);
    return { problems, isDamaged: checks.some(({ result }) => result === 'damaged') };
  }

  /** Begins to check packages while nobody is at the machine. */
  inIdleTime({ idleSeconds, isFree, everyDays }: IdleTime): void {
    const { desk, jobs, program } = this.#with;
    const days = (): number | null => {
      const set = everyDays();
      return set === undefined ? CHECK_EVERY_DAYS : set;
    };
    this.#idle?.stop();
    this.#idle = new IdleChecks({
      idleSeconds,
      due: () => (isFree() ? desk.due(days(), new Date()) : null),
      check: async (identity, signal) => {
        const { jobId, done } = jobs.start(async (job) => void (await desk.check([identity], program, job)));
        signal.addEventListener('abort', () => jobs.cancel(jobId), { once: true });
        await done;
      },
    });
    this.#idle.start();
  }

  stop(): void {
    this.#idle?.stop();
  }

  /** A name for the certificate of a package's last check. Throws ProblemError when there is none. */
  certificateName(identity: string): string {
    const of = this.#with.desk.view.packages.find((one) => one.identity === identity);
    if (of === undefined) throw new ProblemError(problem('library-package-unknown', { id: identity }));
    if (of.check === null) throw new ProblemError(problem('certificate-missing', { id: identity }));
    return `${of.series}-${of.sequence}-${of.check.at.slice(0, 10)}.html`;
  }
}
