import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

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
