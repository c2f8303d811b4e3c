import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import { isAbandoned, markOwner } from './owner.ts';
import { isSystemError } from './system-error.ts';

/** A working folder beside the place a package is to have. */
export interface Staging {
  /** The package is written here. */
  readonly bag: string;
  /** What is needed only while building. */
  readonly scratch: string;
  /** Gives the finished package its name, in one step. Throws ProblemError when something lies there by now. */
  publish(): void;
  /** Removes whatever is left. Safe to call at any time, also after `publish`. */
  discard(): void;
}

/**
 * Makes the working folder `.NAME.building` beside `out`, so that the last step is a rename within one file
 * system. It names its owner: what a killed build left is cleared away by the next one, while a build that is
 * still running, or one of another machine on a shared disk, is left alone.
 *
 * @throws ProblemError `package-out-exists` when `out` is anything but missing or an empty folder, or when
 *   another build is at work on it; `package-write-failed` when the folder cannot be made.
 */
export function openStaging(out: string): Staging {
  const target = resolve(out);
  refuseExisting(target, out);
  const home = join(dirname(target), `.${basename(target)}.building`);
  const [bag, scratch] = [join(home, 'bag'), join(home, 'scratch')];
  reportingNow(out, () => {
    mkdirSync(dirname(target), { recursive: true });
    claim(home, out);
    mkdirSync(bag);
    mkdirSync(scratch);
  });
  return {
    bag,
    scratch,
    publish: () => {
      refuseExisting(target, out);
      reportingNow(out, () => {
        // An empty folder may stand there; not every system renames over one.
        if (existsSync(target)) rmdirSync(target);
        renameSync(bag, target);
      });
    },
    discard: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Runs a step that writes; what the system refuses becomes a problem that names `out` and the reason. */
export async function reporting<T>(out: string, step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw asWriteProblem(error, out);
  }
}

function reportingNow<T>(out: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw asWriteProblem(error, out);
  }
}

function asWriteProblem(error: unknown, out: string): unknown {
  if (!isSystemError(error)) return error;
  return new ProblemError(problem('package-write-failed', { file: out }, { reason: error.code }));
}

function refuseExisting(target: string, out: string): void {
  if (!existsSync(target)) return;
  const empty = reportingNow(out, () => {
    try {
      return readdirSync(target).length === 0;
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOTDIR') return false;
      throw error;
    }
  });
  if (!empty) throw new ProblemError(problem('package-out-exists', { file: out }));
}

function claim(home: string, out: string): void {
  if (existsSync(home)) {
    if (!isAbandoned(home)) throw new ProblemError(problem('package-out-exists', { file: home }, { out }));
    rmSync(home, { recursive: true, force: true });
  }
  mkdirSync(home);
  markOwner(home);
}
