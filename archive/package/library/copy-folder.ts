import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problem, ProblemError } from '../../model/problem.ts';
import { MAX_ENTRIES } from '../bounds.ts';
import { makeFolders, syncFiles, syncFolder, writeAll } from '../container/durable.ts';
import { maxBytesOf } from '../container/entry-set.ts';
import { Pace } from '../container/job.ts';
import type { JobOptions } from '../container/job.ts';
import { OPEN_ENTRY, packageRoot } from '../entry-files.ts';
import { fromMedium } from '../from-medium.ts';
import { reporting } from '../staging.ts';
import { listEntries } from '../verify-files.ts';

/** What is read is written before anything else is read, by whatever copy. */
const chunk = Buffer.alloc(1 << 20);

/**
 * Copies a package's folder, every file put on the disk. Links and names that no package has are not copied but refused. Nothing
 * of what it says is believed: the copy is checked afterwards.
 *
 * @throws ProblemError `package-entry-unexpected`; `package-file-unreadable` when the medium does not answer or is gone;
 *   `package-write-failed`, `job-cancelled`. The half copy is left to who asked for it.
 */
export async function copyFolder(from: string, to: string, options: JobOptions<'copying'>): Promise<void> {
  const root = await packageRoot(from);
  const entries = entriesOf(root, from);
  const total = [...entries.values()].reduce((sum, bytes) => sum + bytes, 0);
  const pace = new Pace<'copying'>(options, 'copying', total);
  const folders = new Set([to]);
  const paths: string[] = [];
  await reporting(to, async () => {
    mkdirSync(to);
    for (const name of entries.keys()) {
      const path = join(to, ...name.split('/'));
      makeFolders(dirname(path), folders);
      await copyFile(join(root, ...name.split('/')), path, pace);
      paths.push(path);
    }
    await syncFiles(paths, () => pace.file());
    for (const folder of folders) syncFolder(folder);
    syncFolder(dirname(to));
  });
  await pace.end();
}

/** How many bytes lie in a package's folder. Throws ProblemError as `copyFolder`. */
export async function folderBytes(path: string): Promise<number> {
  const entries = entriesOf(await packageRoot(path), path);
  return [...entries.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function entriesOf(root: string, from: string): ReadonlyMap<string, number> {
  const entries = fromMedium(from, () =>
    listEntries(root, (found) => {
      throw new ProblemError(found);
    }),
  );
  // What may not be so large is not copied first: it may be of any size.
  for (const [file, bytes] of entries)
    if (bytes > maxBytesOf(file))
      throw new ProblemError(problem('package-entry-unexpected', { file }, { reason: 'too-large' }));
  if (entries.size > MAX_ENTRIES)
    throw new ProblemError(
      problem('package-entry-unexpected', { file: from }, { reason: 'too-many-entries' }),
    );
  return entries;
}

async function copyFile(from: string, to: string, pace: Pace<'copying'>): Promise<void> {
  const source = fromMedium(from, () => openSync(from, OPEN_ENTRY));
  try {
    const target = openSync(to, 'wx');
    try {
      for (;;) {
        const got = fromMedium(from, () => readSync(source, chunk, 0, chunk.length, null));
        if (got === 0) break;
        writeAll(target, chunk.subarray(0, got));
        await pace.bytes(got);
      }
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
  await pace.file();
}
