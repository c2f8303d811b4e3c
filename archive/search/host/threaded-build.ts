import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { SearchProgress } from './protocol.ts';
import { cancellable } from './search-thread.ts';
import type { SearchThread } from './search-thread.ts';
import { clearForsaken, stagingBeside } from './staging.ts';

export interface ThreadedBuild {
  readonly packageDir: string;
  readonly indexDir: string;
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly threads: {
    readonly start: () => SearchThread;
    readonly end: (thread: SearchThread) => Promise<void>;
  };
}

const MOST_THREADS = 8;
/** Fewer versions than this are not worth the start of a thread. */
const VERSIONS_FOR_THREAD = 2000;

/**
 * Builds the index of a package in threads of its own, one for each core: each indexes a share of the releases, then
 * one of them puts the shares together. The memory that it takes is given back when the threads end. On failure or
 * cancellation what was there stays, and nothing is left beside it.
 */
export async function buildInThreads(build: ThreadedBuild): Promise<void> {
  const { indexDir, signal, threads } = build;
  await clearForsaken(indexDir);
  const staging = stagingBeside(indexDir);
  const atWork: SearchThread[] = [];
  const start = (): SearchThread => {
    const thread = threads.start();
    atWork.push(thread);
    return thread;
  };
  const stop = (): void => atWork.forEach((thread) => void thread.end());
  try {
    await cancellable(async () => await run(build, staging, start), { stop, signal });
  } finally {
    await Promise.all(atWork.map(async (thread) => await threads.end(thread)));
    // What cannot be cleared away must not hide why the build failed.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function run(
  { packageDir, indexDir, onProgress }: ThreadedBuild,
  staging: string,
  start: () => SearchThread,
): Promise<void> {
  const first = start();
  const { versions, shards } = await first.call('plan', { packageDir });
  const shares = sharesOf(versions, shards);
  const done = Array.from({ length: shares }, () => 0);
  const report = (share: number, versionsRead: number): void => {
    done[share] = versionsRead;
    onProgress?.({ done: done.reduce((sum, one) => sum + one, 0), total: versions, what: 'indexing' });
  };
  const segments = await Promise.all(
    done.map(async (_, share) => {
      const thread = share === 0 ? first : start();
      return await thread.call(
        'segments',
        { packageDir, staging, share, shares },
        { onProgress: (progress) => report(share, progress.done) },
      );
    }),
  );
  await first.call('assemble', { packageDir, indexDir, staging, segments: segments.flat() });
}

function sharesOf(versions: number, shards: number): number {
  const worthIt = Math.ceil(versions / VERSIONS_FOR_THREAD);
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism(), shards, worthIt));
}
