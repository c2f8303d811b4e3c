import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { problem, ProblemError } from '../../model/problem.ts';
import { isSystemError } from '../system-error.ts';
import { containerDamaged } from './faults.ts';

/** Bytes that are read by position. */
export interface ByteSource {
  /** How many there are. */
  readonly size: number;
  /** Fills `into` with the bytes from `position` on. Throws ProblemError when there are not that many to be had. */
  read(position: number, into: Uint8Array): void;
}

/** A file that is read by position. */
export interface FileSource extends ByteSource {
  close(): void;
}

/**
 * Opens a file for reading. A link that a person named is followed; what it leads to must be a regular file.
 *
 * @throws ProblemError `package-file-not-found` when there is none, `package-file-unreadable` when the system
 *   refuses, or when it is no regular file. Reading throws `package-file-unreadable` where the disk does not
 *   answer, and `package-file-damaged` where the file ends early.
 */
export function openFileSource(path: string): FileSource {
  const file = askingSystem(path, () => {
    // Looked at before it is opened: opening a pipe would wait for its other end.
    if (!statSync(path).isFile()) throw unreadable(path, 'not-a-file');
    return openSync(path, 'r');
  });
  const { size } = fstatSync(file);
  return {
    size,
    read: (position, into) => {
      for (let at = 0; at < into.length;) {
        const got = askingSystem(path, () => readSync(file, into, at, into.length - at, position + at));
        if (got === 0) throw containerDamaged(path, 'cut-off');
        at += got;
      }
    },
    close: () => closeSync(file),
  };
}

function askingSystem<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw error.code === 'ENOENT'
      ? new ProblemError(problem('package-file-not-found', { file: path }))
      : unreadable(path, error.code);
  }
}

function unreadable(file: string, reason: string): ProblemError {
  return new ProblemError(problem('package-file-unreadable', { file }, { reason }));
}
