import { randomBytes } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { problem, ProblemError } from '../../model/problem.ts';
import { isGone, parseOwner, thisProcess } from '../owner.ts';
import { isSystemError } from '../system-error.ts';

/** The right to change a library, which one process has at a time. */
export interface LibraryLock {
  release(): void;
}

/** How long a lock file may stand without saying whose it is: the time between making a file and writing into it, and much more. */
const NAMELESS_MS = 10_000;

/**
 * Takes the library's lock. One that a killed process left is taken over; also within one process there is one holder at a
 * time.
 *
 * @param asFile used where links cannot be made. A link is there and says whose it is in one step; a file needs two.
 * @returns null when another holds it.
 * @throws what the system refuses when it cannot be made.
 */
export function tryLock(path: string, asFile = false): LibraryLock | null {
  const own = JSON.stringify({ ...thisProcess(), token: randomBytes(8).toString('hex') });
  const create = (): boolean => (asFile ? createFile(path, own) : createLink(path, own));
  if (!create() && !(takeAway(path) && create())) return null;
  return {
    release: () => {
      if (textOf(path) === own) rmSync(path, { force: true });
    },
  };
}

/** Takes the lock, or says in words who has it. Throws ProblemError `library-busy`, or what the system refuses. */
export function lockLibrary(path: string): LibraryLock {
  const lock = tryLock(path);
  if (lock !== null) return lock;
  const owner = parseOwner(textOf(path) ?? '');
  const who = owner === null ? {} : { process: owner.process, host: owner.host };
  throw new ProblemError(problem('library-busy', { file: path }, who));
}

/** A link whose target is no path but the owner in words. */
function createLink(path: string, text: string): boolean {
  try {
    symlinkSync(text, path);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EEXIST') return false;
    // No links here: Windows without the right to make them, or a simple file system.
    return createFile(path, text);
  }
}

function createFile(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

/** Takes away a lock whose owner is gone. Of several who see it, one takes it: a rename has one winner. */
function takeAway(path: string): boolean {
  const seen = textOf(path);
  if (seen === null) return true;
  if (!isLeft(path, seen)) return false;
  const aside = `${path}.${randomBytes(8).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    return isSystemError(error) && error.code === 'ENOENT';
  }
  const isTheSeen = textOf(aside) === seen;
  // Another was quicker, and this is its new lock: it goes back.
  if (isTheSeen) rmSync(aside, { force: true });
  else renameSync(aside, path);
  return isTheSeen;
}

function isLeft(path: string, text: string): boolean {
  const owner = parseOwner(text);
  if (owner !== null) return isGone(owner);
  const made = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
  return made < Date.now() - NAMELESS_MS;
}

function textOf(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  try {
    if (found === undefined) return null;
    return found.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
}
