import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';

/** A file among the sources, on disk or in an archive. */
export interface SourceFile {
  /** Its name relative to what was handed over, with `/`. */
  readonly file: string;
  /** Absolute path with `/`; for one in an archive, the archive's path and then its own. */
  readonly path: string;
  readonly size: number;
  /** Whether it was itself handed over, not found in a folder or an archive. */
  readonly isHandedOver: boolean;
  /** Its first bytes, at most `HEAD_BYTES`. */
  readonly head: () => Uint8Array;
  /** All its bytes. Throws what the file system throws. */
  readonly read: () => Uint8Array;
}

/** A file, or why one cannot be read. */
export type Found = { readonly file: SourceFile } | { readonly problem: Problem };

/** No real page comes near; what is larger is not read into memory. */
export const LARGEST_FILE = 32 * 1024 * 1024;
/** Enough to tell kinds of files apart; reaches past a tar header's mark. */
export const HEAD_BYTES = 512;

const SYSTEM_FILES: ReadonlySet<string> = new Set(['Thumbs.db', 'desktop.ini', '__MACOSX']);

/**
 * The files that an input holds: itself, or all below it, folder by folder in the order of their names' code
 * units. Links below it are not followed but reported; hidden and system files are left out.
 *
 * @param input - path of a file or a folder
 * @param prefix - what goes before each name, to tell several inputs apart; empty for one
 */
export function filesOf(input: string, prefix: string): readonly Found[] {
  const path = slashed(resolve(input));
  const name = basename(path);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return filesBelow(path, prefix === '' ? '' : `${prefix}/`);
    const file = prefix === '' ? name : prefix;
    return [{ file: onDisk({ file, path, size: stats.size, isHandedOver: true }) }];
  } catch (error) {
    return [{ problem: problem('source-unreadable', { file: name }, { reason: reasonOf(error) }) }];
  }
}

/** Whether a file is hidden or belongs to the system it was copied from. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || SYSTEM_FILES.has(name);
}

/** A short word for why the file system refused (`ENOENT`, `EACCES`). */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

/** A path with `/`, whatever the system parts its folders with. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function filesBelow(folder: string, prefix: string): readonly Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [{ problem: problem('source-unreadable', { file: prefix }, { reason: reasonOf(error) }) }];
  }
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.filter((entry) => !isHidden(entry.name)).flatMap((entry) => foundAt(entry, folder, prefix));
}

function foundAt(entry: Dirent, folder: string, prefix: string): readonly Found[] {
  const path = `${folder}/${entry.name}`;
  const file = `${prefix}${entry.name}`;
  if (entry.isDirectory()) return filesBelow(path, `${file}/`);
  if (!entry.isFile()) {
    const reason = entry.isSymbolicLink() ? 'link' : 'not-a-file';
    return [{ problem: problem('source-unreadable', { file }, { reason }) }];
  }
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return [{ file: onDisk({ file, path, size, isHandedOver: false }) }];
}

function onDisk(place: Omit<SourceFile, 'head' | 'read'>): SourceFile {
  return { ...place, head: () => headOf(place.path), read: () => readFileSync(place.path) };
}

function headOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const head = new Uint8Array(HEAD_BYTES);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}
