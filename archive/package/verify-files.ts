import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { MAX_ENTRY_DEPTH } from './bounds.ts';
import { isEntryName } from './entry-names.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * Every regular file of a folder, by entry name in order, with its size in bytes. Anything else (a link, a
 * device, a file of unlawful name) is told as `package-entry-unexpected` and left out. Links are not followed.
 */
export function listEntries(root: string, tell: (found: Problem) => void): ReadonlyMap<string, number> {
  const entries = new Map<string, number>();
  const walk = (folder: readonly string[]): void => {
    for (const { name } of readdirSync(join(root, ...folder), { withFileTypes: true }).toSorted(byName)) {
      const path = [...folder, name];
      const entry = path.join('/');
      const found = lstatSync(join(root, ...path));
      if (found.isDirectory() && path.length < MAX_ENTRY_DEPTH) walk(path);
      else if (found.isFile() && isEntryName(entry)) entries.set(entry, found.size);
      else tell(problem('package-entry-unexpected', { file: entry }));
    }
  };
  walk([]);
  return entries;
}

/** SHA-256 of a file in lower-case hex, a chunk in memory at a time. */
export function hashFile(path: string): string {
  const file = openSync(path, 'r');
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

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
