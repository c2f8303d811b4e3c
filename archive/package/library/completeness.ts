import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../../model/problem.ts';
import { parseManifest } from '../bag-tags.ts';
import { MANIFEST, TAG_MANIFEST } from '../entry-names.ts';
import { isSystemError } from '../system-error.ts';
import { listEntries } from '../verify-files.ts';

/**
 * Whether every file that a package's manifests list is there. Whether each is what it was takes reading them all:
 * `verifyPackage`.
 */
export function isComplete(dir: string): boolean {
  try {
    const present = listEntries(dir, () => undefined);
    return [TAG_MANIFEST, MANIFEST].every((name) => {
      const listed = parseManifest(readFileSync(join(dir, name), 'utf8'), name);
      return [...listed.keys()].every((entry) => present.has(entry));
    });
  } catch (error) {
    if (isSystemError(error) || error instanceof ProblemError) return false;
    throw error;
  }
}
