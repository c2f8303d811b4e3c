import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { problem, ProblemError } from '../../model/problem.ts';
import { packageRoot } from '../entry-files.ts';
import { TAG_MANIFEST } from '../entry-names.ts';
import { readHead } from '../head.ts';
import { openStaging, reporting } from '../staging.ts';
import { listEntries } from '../verify-files.ts';
import { syncFolder, writeAll } from './durable.ts';
import { changed, openEntry } from './entry-source.ts';
import type { EntrySource } from './entry-source.ts';
import { checkEntrySet } from './entry-set.ts';
import { Pace } from './job.ts';
import type { JobOptions } from './job.ts';
import { compareNames, directoryHeader, endRecords, localHeader } from './layout.ts';

export interface PackOptions extends JobOptions<'packing'> {
  /** The package's folder. */
  readonly dir: string;
  /** The file to be written, `NAME.lasesal`. There must be nothing by that name. */
  readonly out: string;
}

/** The file that was written. */
export interface PackedFile {
  readonly bytes: number;
  /** SHA-256 of the file in lower-case hex. The same package gives the same, wherever and whenever it is packed. */
  readonly sha256: string;
}

/** An entry to be written; `hash` is what the manifests say of it, and null where nothing says anything. */
interface Planned {
  readonly name: string;
  readonly bytes: number;
  readonly hash: string | null;
}

/**
 * Writes a package's folder as its single file (`layout.ts`). The folder's entries must be those that its
 * manifests list, each with its hash; that the releases in them are in order is for `verifyPackage` to say.
 * The file is written beside its place, put on the disk, and then given its name: an error, a cancelled job or a full disk
 * leaves nothing.
 *
 * @throws ProblemError as `openPackage`; `package-entry-missing`, `package-entry-unexpected` or
 *   `package-entry-damaged` at the first entry that is not what the package says; `package-out-exists`,
 *   `package-write-failed`, `package-file-unreadable`, `job-cancelled`.
 */
export async function packPackage(options: PackOptions): Promise<PackedFile> {
  const { dir, out } = options;
  const root = await packageRoot(dir);
  refuseInside(root, out);
  const entries = await plan(root);
  const pace = new Pace(options, 'packing', total(entries));
  const staging = openStaging(out);
  try {
    return await reporting(out, async () => {
      const made = join(staging.scratch, 'package');
      const packed = await writeFile(made, (file) => writeEntries(file, { root, entries, pace }));
      const target = resolve(out);
      if (existsSync(target)) throw new ProblemError(problem('package-out-exists', { file: out }));
      renameSync(made, target);
      syncFolder(dirname(target));
      return packed;
    });
  } finally {
    staging.discard();
  }
}

/** A package may have no file besides its own, so the single file cannot lie in the folder. */
function refuseInside(root: string, out: string): void {
  const way = relative(root, realPlace(dirname(resolve(out))));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new ProblemError(problem('package-write-failed', { file: out }, { reason: 'inside-package' }));
}

/** The real path of a place of which the last folders need not be there yet. */
function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPlace(dirname(path)), basename(path));
}

/** What will be written, in its order. */
async function plan(root: string): Promise<readonly Planned[]> {
  const { tags, payload, identity } = await readHead(root);
  const present = listEntries(root, (found) => {
    throw new ProblemError(found);
  });
  checkEntrySet({ tags, payload, present });
  const hashes = new Map([...tags, ...payload, [TAG_MANIFEST, identity] as const]);
  return [...present]
    .map(([name, bytes]): Planned => ({ name, bytes, hash: hashes.get(name) ?? null }))
    .toSorted((a, b) => compareNames(a.name, b.name));
}

async function writeFile<T>(path: string, write: (file: number) => Promise<T>): Promise<T> {
  const file = openSync(path, 'wx');
  try {
    const written = await write(file);
    fsyncSync(file);
    return written;
  } finally {
    closeSync(file);
  }
}

interface Work {
  readonly root: string;
  readonly entries: readonly Planned[];
  readonly pace: Pace<'packing'>;
}

async function writeEntries(file: number, { root, entries, pace }: Work): Promise<PackedFile> {
  const hash = createHash('sha256');
  let written = 0;
  const append = (bytes: Buffer): void => {
    writeAll(file, bytes);
    hash.update(bytes);
    written += bytes.length;
  };
  const directory: Buffer[] = [];
  for (const planned of entries) {
    const source = openEntry(root, planned.name, planned.bytes);
    try {
      const entry = { ...planned, crc: await checked(source, planned, pace) };
      directory.push(directoryHeader({ ...entry, offset: written }));
      append(localHeader(entry));
      await copy(source, entry, async (chunk) => {
        append(chunk);
        await pace.bytes(chunk.length);
      });
    } finally {
      source.close();
    }
    await pace.file();
  }
  const offset = written;
  for (const header of directory) append(header);
  append(endRecords({ entries: entries.length, offset, bytes: written - offset }));
  await pace.end();
  return { bytes: written, sha256: hash.digest('hex') };
}

/** The CRC-32 of an entry whose SHA-256 is the one stated. Its header, which needs it, stands before its bytes. */
async function checked(source: EntrySource, { name, hash }: Planned, pace: Pace<'packing'>): Promise<number> {
  const sha256 = createHash('sha256');
  let crc = 0;
  for (const chunk of source.chunks()) {
    sha256.update(chunk);
    crc = crc32(chunk, crc);
    await pace.worked(chunk.length);
  }
  if (hash !== null && sha256.digest('hex') !== hash) throw changed(name);
  return crc;
}

/** Hands on an entry's bytes, which must still be the ones that were checked. */
async function copy(
  source: EntrySource,
  { name, crc }: { readonly name: string; readonly crc: number },
  take: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  let found = 0;
  for (const chunk of source.chunks()) {
    found = crc32(chunk, found);
    await take(chunk);
  }
  if (found !== crc) throw changed(name);
}

function total(entries: readonly Planned[]): number {
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}
