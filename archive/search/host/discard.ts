import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexFile } from './index-file.ts';
import { INDEX_FILE } from './index-head.ts';
import type { PackagePlace } from './index-part.ts';

/**
 * Takes indexes that are not what was written out of the way, so that others are built. When none shows it, though a
 * question met something that cannot be, all go.
 */
export async function discardDamaged(packages: readonly PackagePlace[]): Promise<void> {
  const damaged = packages.filter(({ indexDir }) => !isWhole(join(indexDir, INDEX_FILE)));
  for (const { indexDir } of damaged.length > 0 ? damaged : packages)
    await rm(indexDir, { recursive: true, force: true });
}

/** Whether every byte of an index is what was written. */
function isWhole(path: string): boolean {
  let file: IndexFile | null = null;
  try {
    file = IndexFile.open(path);
    for (const { name, length } of file.sections) file.section(name)?.read(0, length);
    return true;
  } catch {
    return false;
  } finally {
    file?.close();
  }
}
