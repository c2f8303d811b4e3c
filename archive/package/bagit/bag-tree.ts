import { createHash } from 'node:crypto';
import { closeSync, lstatSync, opendirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import { MAX_ENTRIES } from '../bounds.ts';
import { OPEN_ENTRY } from '../entry-files.ts';
import { isSystemError } from '../system-error.ts';

const CHUNK_BYTES = 1 << 20;
/** Folders within folders; no system takes a path that is longer than these would make it. */
const MAX_DEPTH = 1000;

/** The regular files of a bag by path, with their sizes, and whether there is a folder for the payload. */
export interface BagTree {
  readonly files: ReadonlyMap<string, number>;
  readonly hasPayload: boolean;
}

/**
 * Lists a bag. Links, pipes and devices are told and left out: they are not opened, and what a link leads to is not in
 * the bag.
 *
 * @throws ProblemError `bag-element-invalid` where there are more files than can be listed.
 */
export function listBag(root: string, tell: (found: Problem) => void): BagTree {
  const files = new Map<string, number>();
  let hasPayload = false;
  const walk = (folder: string, depth: number): void => {
    const open = opendirSync(join(root, folder));
    try {
      for (let next = open.readSync(); next !== null; next = open.readSync()) {
        const path = folder === '' ? next.name : `${folder}/${next.name}`;
        const found = lstatSync(join(root, path), { throwIfNoEntry: false });
        if (path === 'data' && found?.isDirectory() === true) hasPayload = true;
        if (found?.isDirectory() === true && depth < MAX_DEPTH) walk(path, depth + 1);
        else if (found?.isFile() === true) files.set(path, found.size);
        else tell(other(path, found?.isSymbolicLink() === true ? 'link' : 'not-a-file'));
        if (files.size > MAX_ENTRIES) throw new ProblemError(other(path, 'too-many-entries'));
      }
    } finally {
      open.closeSync();
    }
  };
  walk('', 0);
  return { files: new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))), hasPayload };
}

function other(file: string, reason: string): Problem {
  return problem('bag-element-invalid', { file }, { reason });
}

/**
 * Hashes a file with several algorithms while it is read once.
 *
 * @returns lower-case hex by algorithm; null when the medium does not give the file's bytes.
 */
export function hashBagFile(path: string, algorithms: readonly string[]): ReadonlyMap<string, string> | null {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  try {
    const file = openSync(path, OPEN_ENTRY);
    try {
      for (;;) {
        const got = readSync(file, chunk, 0, CHUNK_BYTES, null);
        if (got === 0) break;
        for (const [, hash] of hashes) hash.update(chunk.subarray(0, got));
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
  return new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]));
}

const chunk = Buffer.alloc(CHUNK_BYTES);
