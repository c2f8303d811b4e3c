import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Files synced at a time. The disk takes many requests together in little more time than one. */
const TOGETHER = 16;

/**
 * Has the system put files on the disk: what was only written can be gone after a loss of power. Many small files
 * are synced in a twentieth of the time when they were all written before and are not waited for one by one.
 *
 * @param each is called after each file; what it throws ends the work.
 */
export async function syncFiles(paths: readonly string[], each: () => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      // Windows syncs no file that is open for reading only.
      const file = await open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await each();
    }
  };
  const stopping = async (): Promise<void> => {
    await work().finally(() => (next = paths.length));
  };
  // When one ends, there is nothing left or something failed. All have ended before an error is passed on: who hears it may remove the files.
  const ended = await Promise.allSettled(Array.from({ length: TOGETHER }, stopping));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Has the system put a folder's list of names on the disk. What was created or renamed in it can be gone after
 * a loss of power until then. Windows keeps its folders safe by itself and cannot open them so.
 */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Writes all of some bytes at the end of an open file: the system may take them in several parts. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
}

/**
 * Makes a folder and those above it that were not made here yet, one at a time, so that each is known to have been made here.
 *
 * @param made what was made before, the outermost folder first of all; what is made now comes to it.
 */
export function makeFolders(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  makeFolders(dirname(path), made);
  mkdirSync(path);
  made.add(path);
}
