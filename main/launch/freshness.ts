import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { projectRoot } from './project.ts';

/** Something built, and all that it is built from. */
export interface Target {
  /** The file that is there when the build was completed. */
  readonly proof: string;
  /** Where the fingerprint of the last build is kept. */
  readonly stamp: string;
  /** Files and folders it is built from, absolute; one that does not exist counts as such. */
  readonly inputs: readonly string[];
}

/**
 * SHA-256 over the names and bytes of all files at or below the given places. Content decides, not the
 * clock: a fresh checkout or a copied tree is not stale, and a file taken away is noticed.
 * @param inputs absolute paths of files or folders
 * @returns lower-case hex
 */
export function fingerprint(inputs: readonly string[]): string {
  const whole = createHash('sha256');
  for (const file of inputs.flatMap(filesBelow)) {
    const name = relative(projectRoot, file).split(sep).join('/');
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    whole.update(`${name}\0${content}\n`);
  }
  return whole.digest('hex');
}

/** Whether the target is missing or was built from something else than what its inputs hold now. */
export function isStale(target: Target): boolean {
  if (!existsSync(target.proof) || !existsSync(target.stamp)) return true;
  return readFileSync(target.stamp, 'utf8') !== fingerprint(target.inputs);
}

/**
 * Notes that the target was built from its inputs as they were when `taken` was computed, so that a file
 * saved during the build makes the next one stale.
 */
export function markFresh(target: Target, taken: string): void {
  mkdirSync(dirname(target.stamp), { recursive: true });
  writeFileSync(target.stamp, taken);
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}
