import { rm } from 'node:fs/promises';
import type { TextField } from '../core/index-port.ts';
import { assembleIndex } from './assemble-index.ts';
import { buildSegments } from './build-segments.ts';
import type { IndexSource } from './index-source.ts';

export interface BuildOptions {
  readonly source: IndexSource;
  /** The folder that the index is to be in; what is there is replaced. */
  readonly indexDir: string;
  /** A folder beside it that does not exist yet; gone when the build is over, but for a build that was killed. */
  readonly staging: string;
  /** Fields whose text is taken in; all when left out. */
  readonly fields?: readonly TextField[];
  /** Told of versions read. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Builds the index of a package in this thread. Search clients build with several; the index is the same, byte for
 * byte.
 *
 * @throws ProblemError when the package cannot be read.
 */
export async function buildIndex({
  source,
  indexDir,
  staging,
  fields,
  onProgress = () => undefined,
}: BuildOptions): Promise<void> {
  try {
    const segments = await buildSegments({ source, staging, share: 0, shares: 1, fields, onProgress });
    await assembleIndex({ source, indexDir, staging, segments });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
