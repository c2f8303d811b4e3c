import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../container/durable.ts';

/**
 * The only ways in which the library's files change. Each is on the disk when it returns, and each leaves, wherever it
 * is broken off, what was there before or what is there after.
 */

/** Stands behind the name of a file that is being written. */
const UNFINISHED = '.new';

/** Gives a file new contents: another file is written, put on the disk, and takes its name. */
export function replaceFile(path: string, contents: string | Uint8Array): void {
  const unfinished = path + UNFINISHED;
  try {
    const file = openSync(unfinished, 'w');
    try {
      writeFileSync(file, contents);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Writes files that are not there yet, by path. Where one cannot be written, none is left. */
export function createFiles(files: Readonly<Record<string, string>>): void {
  const made: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = openSync(path, 'wx');
      made.push(path);
      try {
        writeFileSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      syncFolder(dirname(path));
    }
  } catch (error) {
    for (const path of made) rmSync(path, { force: true });
    throw error;
  }
}

/** Takes away what a broken-off `replaceFile` left. */
export function clearUnfinished(path: string): void {
  rmSync(path + UNFINISHED, { force: true });
}

/** Gives a folder, whose contents are on the disk, another place on the same file system. Nothing may be there yet. */
export function moveFolder(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
  syncFolder(dirname(from));
}

/** Makes a folder and those above it that are missing. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/** Removes a folder with all that is in it. Nothing happens when it is not there. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true });
  syncFolder(dirname(path));
}
