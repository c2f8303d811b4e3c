import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import type { ProblemCode } from '../model/problem.ts';
import { isEntryName } from './entry-names.ts';
import { isSystemError } from './system-error.ts';

/**
 * How an entry is opened: no link is followed and no pipe waited for, also where one took the file's place a moment
 * ago. Windows knows neither, and has no pipes in its folders.
 */
export const OPEN_ENTRY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The real path of a package's entry.
 *
 * @param root the package folder's own real path.
 * @throws ProblemError `package-entry-missing` when there is none, `package-entry-unexpected` when it is no
 *   regular file or a link (in it or above it) leads elsewhere.
 */
export async function entryPath(root: string, name: string): Promise<string> {
  if (!isEntryName(name)) throw refused('package-entry-unexpected', name, 'unsafe-name');
  const wanted = join(root, ...name.split('/'));
  let real: string;
  try {
    real = await realpath(wanted);
  } catch {
    throw refused('package-entry-missing', name);
  }
  if (real !== wanted) throw refused('package-entry-unexpected', name, 'link');
  if (!(await stat(real)).isFile()) throw refused('package-entry-unexpected', name, 'not-a-file');
  return real;
}

/**
 * The bytes of an entry of at most `maxBytes`; never more are read.
 *
 * @throws ProblemError as `entryPath`, where it is larger, and `package-file-unreadable` where the system refuses.
 */
export async function readEntry(root: string, name: string, maxBytes: number): Promise<Buffer> {
  const path = await entryPath(root, name);
  try {
    const file = await open(path, OPEN_ENTRY);
    try {
      const found = await file.stat();
      if (!found.isFile()) throw refused('package-entry-unexpected', name, 'not-a-file');
      if (found.size > maxBytes) throw refused('package-entry-unexpected', name, 'too-large');
      return await readBytes(file, found.size);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isSystemError(error)) throw refused('package-file-unreadable', name, error.code);
    throw error;
  }
}

async function readBytes(file: FileHandle, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count);
  let at = 0;
  while (at < count) {
    const { bytesRead } = await file.read(bytes, at, count - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}

/** The real path of a package folder. Throws ProblemError `package-not-found` when there is no such folder. */
export async function packageRoot(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Said below, in one way for a path that is not there and one that is no folder.
  }
  throw new ProblemError(problem('package-not-found', { file: dir }));
}

function refused(code: ProblemCode, file: string, reason?: string): ProblemError {
  return new ProblemError(problem(code, { file }, reason === undefined ? {} : { reason }));
}
