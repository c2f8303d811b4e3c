import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { markOwner } from '../owner.ts';
import { syncFolder } from '../container/durable.ts';
import { isSystemError } from '../system-error.ts';
import { makeFolder, removeFolder } from './durable-steps.ts';
import type { LibraryPlaces } from './places.ts';

/**
 * Makes a working folder of this process's in the library. Only for one who holds the lock, so that nobody takes a
 * folder that has no owner yet for one that was left.
 *
 * @returns its path. Whoever made it removes it; when that one is killed, the next start does.
 */
export function makeWorkspace(places: LibraryPlaces): string {
  makeFolder(places.packages);
  makeFolder(places.staging);
  const path = join(places.staging, randomBytes(8).toString('hex'));
  mkdirSync(path);
  markOwner(path);
  syncFolder(places.staging);
  return path;
}

/** Removes a working folder. What the system does not let go of now is cleared away at the next start. */
export function discardWorkspace(path: string): void {
  try {
    removeFolder(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

/** Whether a name in the staging folder is one that `makeWorkspace` gives. */
export function isWorkspaceName(name: string): boolean {
  return /^[0-9a-f]{16}$/.test(name);
}
