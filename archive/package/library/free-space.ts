import { statfs } from 'node:fs/promises';
import { problem, ProblemError } from '../../model/problem.ts';

/** Files end within blocks, and the pointer, the index and the system itself want some room besides. */
const ALLOWANCE = 1.1;
const RESERVE_BYTES = 16e6;

/** How many bytes are free where a folder lies, for this user. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Refuses before anything is copied what cannot fit.
 *
 * @param bytes of what is to be copied.
 * @throws ProblemError `library-no-space` with what is needed, free and missing.
 */
export async function requireSpace(folder: string, bytes: number, free = freeBytes): Promise<void> {
  const [needed, available] = [Math.ceil(bytes * ALLOWANCE + RESERVE_BYTES), await free(folder)];
  if (available >= needed) return;
  const params = { needed: sizeOf(needed), free: sizeOf(available), missing: sizeOf(needed - available) };
  throw new ProblemError(problem('library-no-space', { file: folder }, params));
}

/** In whole megabytes, which both languages write alike; never less than there is to say. */
function sizeOf(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
