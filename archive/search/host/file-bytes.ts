import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** A file that is read from where one likes. */
export interface ReadableFile {
  readonly size: number;
  /** Reads as many bytes as there is room for, less only at the end of the file. @returns how many. */
  read(into: Uint8Array, from: number): number;
  close(): void;
}

/** A file that is written from front to back. */
export interface WritableFile {
  append(bytes: Uint8Array): void;
  /** Sees to it that what was written is on the disk. */
  sync(): void;
  close(): void;
}

/** @throws Error as `openSync` when there is no such file. */
export function openFile(path: string): ReadableFile {
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read: (into, from) => {
      let length = 0;
      while (length < into.length) {
        const got = readSync(file, into, length, into.length - length, from + length);
        if (got === 0) break;
        length += got;
      }
      return length;
    },
    close: () => closeSync(file),
  };
}

/** @param path a file that does not exist yet. */
export function createFile(path: string): WritableFile {
  const file = openSync(path, 'wx');
  return {
    append: (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    },
    sync: () => fsyncSync(file),
    close: () => closeSync(file),
  };
}

/** A file that is in memory only: written, then read. */
export class MemoryFile implements ReadableFile, WritableFile {
  #bytes = Buffer.alloc(0);

  get size(): number {
    return this.#bytes.length;
  }

  append(bytes: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
  }

  read(into: Uint8Array, from: number): number {
    const piece = this.#bytes.subarray(from, from + into.length);
    into.set(piece);
    return piece.length;
  }

  sync(): void {
    // There is no disk.
  }

  close(): void {
    // Nothing is held open.
  }
}
