import { createHash } from 'node:crypto';
import { closeSync, lstatSync, opendirSync, openSync, readSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { MAX_ENTRIES, MAX_ENTRY_DEPTH } from './bounds.ts';
import { nameFault } from './container/name-fault.ts';
import { OPEN_ENTRY } from './entry-files.ts';
import { fromMedium } from './from-medium.ts';
import { isSystemError } from './system-error.ts';

const CHUNK_BYTES = 1 << 20;

/** Names asked of the system at a time. */
const NAMES_AT_A_TIME = 256;

/**
 * Every regular file of a folder, by entry name in order, with its size in bytes. Anything else (a link, a
 * device, a name that is not lawful, a folder of such a name with all that lies in it) is told as
 * `package-entry-unexpected` and left out. Nothing is opened and no link followed.
 *
 * @throws ProblemError `package-entry-unexpected` where there are more names than a package may have, and
 *   `package-file-unreadable` where the system refuses.
 */
export function listEntries(root: string, tell: (found: Problem) => void): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  let seen = 0;
  const walk = (folder: string, depth: number): void => {
    for (const { name } of namesIn(root, folder, MAX_ENTRIES - seen)) {
      seen += 1;
      const entry = folder === '' ? name : `${folder}/${name}`;
      const found = nameFault(entry) ?? kindOf(root, entry);
      if (found === 'folder' && depth < MAX_ENTRY_DEPTH) walk(entry, depth + 1);
      else if (typeof found === 'number') entries.set(entry, found);
      else tell(unexpected(entry, found === 'folder' ? 'nested-too-deep' : found));
    }
  };
  walk('', 1);
  return entries;
}

/** The names in a folder in order, read a few at a time: there may be more than any package has. */
function namesIn(root: string, folder: string, most: number): readonly Dirent[] {
  const names: Dirent[] = [];
  fromMedium(folder, () => {
    const open = opendirSync(join(root, folder), { bufferSize: NAMES_AT_A_TIME });
    try {
      for (let next = open.readSync(); next !== null; next = open.readSync()) {
        names.push(next);
        if (names.length > most)
          throw new ProblemError(unexpected(entryOf(folder, next), 'too-many-entries'));
      }
    } finally {
      open.closeSync();
    }
  });
  return names.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function entryOf(folder: string, { name }: Dirent): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The size of a regular file; what else something is; where it is gone by now, that. */
function kindOf(root: string, entry: string): number | string {
  const found = fromMedium(entry, () =>
    lstatSync(join(root, ...entry.split('/')), { throwIfNoEntry: false }),
  );
  if (found === undefined) return 'ENOENT';
  return found.isFile() ? found.size : otherKind(found);
}

function otherKind(found: Stats): string {
  if (found.isDirectory()) return 'folder';
  return found.isSymbolicLink() ? 'link' : 'device';
}

function unexpected(file: string, reason: string): Problem {
  return problem('package-entry-unexpected', { file }, { reason });
}

/** SHA-256 of a file in lower-case hex; null when the medium does not give its bytes. */
export function hashIfReadable(path: string): string | null {
  try {
    return hashFile(path);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}

/** A chunk in memory at a time. */
function hashFile(path: string): string {
  const file = openSync(path, OPEN_ENTRY);
  try {
    const hash = createHash('sha256');
    for (;;) {
      const got = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (got === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, got));
    }
  } finally {
    closeSync(file);
  }
}

/** One buffer for all files: most are far smaller, and a buffer each would cost more than the hashing. */
const chunk = Buffer.alloc(CHUNK_BYTES);
