import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { SearchProgress, WorkerResult } from './protocol.ts';
import { cancellable } from './search-thread.ts';
import type { SearchThread } from './search-thread.ts';
import { clearForsaken, stagingBeside } from './staging.ts';
import type { Unbuilt } from './usable.ts';

/** How large a package that is to be indexed is. */
export type BuildPlan = WorkerResult<'plan'>;

export interface ThreadedBuild extends Pick<Unbuilt, 'source' | 'indexDir'> {
  readonly plan: BuildPlan;
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
  { source, indexDir, plan: { versions, shards }, onProgress }: ThreadedBuild,
  staging: string,
  start: () => SearchThread,
): Promise<void> {
  const first = start();
  const shares = sharesOf(versions, shards);
  const done = Array.from({ length: shares }, () => 0);
  const report = (share: number, versionsRead: number): void => {
    done[share] = versionsRead;
    const all = done.reduce((sum, one) => sum + one, 0);
    onProgress?.({ done: all, total: Math.max(versions, all), what: 'indexing' });
  };
  const segments = await Promise.all(
    done.map(async (_, share) => {
      const thread = share === 0 ? first : start();
      return await thread.call(
        'segments',
        { source, staging, share, shares },
        { onProgress: (progress) => report(share, progress.done) },
      );
    }),
  );
  await first.call('assemble', { source, indexDir, staging, segments: segments.flat() });
}

function sharesOf(versions: number, shards: number): number {
  const worthIt = Math.ceil(versions / VERSIONS_FOR_THREAD);
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism(), shards, worthIt));
}
