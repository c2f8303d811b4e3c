import { readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, ProblemError } from '../model/problem.ts';
import type { ProblemCode } from '../model/problem.ts';
import { isEntryName } from './entry-names.ts';

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

/** The bytes of an entry of at most `maxBytes`. Throws ProblemError as `entryPath`, and where it is larger. */
export async function readEntry(root: string, name: string, maxBytes: number): Promise<Buffer> {
  const path = await entryPath(root, name);
  if ((await stat(path)).size > maxBytes) throw refused('package-entry-unexpected', name, 'too-large');
  return await readFile(path);
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
