import { closeSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import { parseManifest } from '../bag-tags.ts';
import { MAX_MANIFEST_BYTES, MAX_TAG_BYTES } from '../bounds.ts';
import { MANIFEST, TAG_MANIFEST } from '../entry-names.ts';
import { openStaging, reporting } from '../staging.ts';
import { verifyPackage } from '../verify.ts';
import { openFileSource } from './byte-source.ts';
import { makeFolders, syncFiles, syncFolder, writeAll } from './durable.ts';
import { checkEntrySet } from './entry-set.ts';
import { Pace } from './job.ts';
import type { JobOptions } from './job.ts';
import type { PlacedEntry } from './layout.ts';
import { readContainer } from './reader.ts';
import type { Container } from './reader.ts';

/** What an unpacking does: entries are written, counted in bytes; then the folder is checked, in files and versions. */
export type UnpackStep = 'unpacking' | 'checking';

export interface UnpackOptions extends JobOptions<UnpackStep> {
  /** The single file. */
  readonly file: string;
  /** The folder the package is to be. It must be missing or empty. */
  readonly out: string;
}

/**
 * Writes the package of a single file as its folder. The file must be the very one that packing this folder
 * would give (`reader.ts`), and what was written is checked whole (`verifyPackage`) before it gets its name. All
 * is written into a new folder beside `out`; an error, a cancelled job or a full disk leaves nothing.
 *
 * @returns the package's identity.
 * @throws ProblemError `package-file-not-found`, `package-file-unreadable`, `package-file-refused` or
 *   `package-file-damaged`; `package-entry-missing` or `package-entry-unexpected`; the first fault that checking found;
 *   `package-out-exists`, `package-write-failed`, `job-cancelled`.
 */
export async function unpackPackage(options: UnpackOptions): Promise<{ readonly identity: string }> {
  const { file, out } = options;
  const source = openFileSource(file);
  try {
    const container = readContainer(source, file);
    refuseOthers(container);
    const staging = openStaging(out);
    try {
      await reporting(out, () => extract(container, staging.bag, options));
      const identity = await checkedIdentity(staging.bag, options);
      staging.publish();
      await reporting(out, () => syncFolder(dirname(resolve(out))));
      return { identity };
    } finally {
      staging.discard();
    }
  } finally {
    source.close();
  }
}

/** Refuses entries that the package does not list, and a package that lists what is not there, before any is written. */
function refuseOthers(container: Container): void {
  const present = new Map(container.entries.map(({ name, bytes }) => [name, bytes]));
  const listed = (name: string, limit: number): ReadonlyMap<string, string> => {
    const entry = container.entries.find((one) => one.name === name);
    if (entry === undefined) throw new ProblemError(problem('package-entry-missing', { file: name }));
    if (entry.bytes > limit)
      throw new ProblemError(problem('package-entry-unexpected', { file: name }, { reason: 'too-large' }));
    return parseManifest(wholeText(container, entry), name);
  };
  const tags = listed(TAG_MANIFEST, MAX_TAG_BYTES);
  checkEntrySet({ tags, payload: listed(MANIFEST, MAX_MANIFEST_BYTES), present });
}

function wholeText(container: Container, entry: PlacedEntry): string {
  const bytes = Buffer.alloc(entry.bytes);
  let at = 0;
  for (const chunk of container.chunks(entry)) at += chunk.copy(bytes, at);
  return bytes.toString('utf8');
}

/** Writes every entry, and has them all put on the disk. */
async function extract(container: Container, root: string, options: UnpackOptions): Promise<void> {
  const total = container.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const pace = new Pace<UnpackStep>(options, 'unpacking', total);
  const folders = new Set([root]);
  const paths: string[] = [];
  for (const entry of container.entries) {
    const path = join(root, ...entry.name.split('/'));
    makeFolders(dirname(path), folders);
    await writeEntry(container.chunks(entry), path, pace);
    paths.push(path);
  }
  await syncFiles(paths, () => pace.file());
  for (const folder of folders) syncFolder(folder);
  await pace.end();
}

async function writeEntry(chunks: Iterable<Buffer>, path: string, pace: Pace<UnpackStep>): Promise<void> {
  const file = openSync(path, 'wx');
  try {
    for (const chunk of chunks) {
      writeAll(file, chunk);
      await pace.bytes(chunk.length);
    }
  } finally {
    closeSync(file);
  }
  await pace.file();
}

/** The identity of a package that is without fault. */
async function checkedIdentity(root: string, { signal, onProgress }: UnpackOptions): Promise<string> {
  const report = await verifyPackage(root, {
    signal,
    onProgress: (done, total) => onProgress?.(done, total, 'checking'),
  });
  const [fault] = report.problems;
  if (fault !== undefined) throw new ProblemError(fault);
  if (report.identity === null)
    throw new ProblemError(problem('package-entry-missing', { file: TAG_MANIFEST }));
  return report.identity;
}
