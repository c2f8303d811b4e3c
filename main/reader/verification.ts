import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { ProblemError, problem, problemSchema } from '../contract/index.ts';
import type { Problem } from '../contract/index.ts';
import type { JobContext } from './jobs.ts';
import type { WorkerEntry } from './worker-entry.ts';

const messageSchema = z.union([
  z.object({ done: z.number(), total: z.number() }),
  z.object({ identity: z.string().nullable(), problems: z.array(problemSchema) }),
  z.object({ problem: problemSchema }),
]);

export interface Verification {
  /** SHA-256 of its tag manifest; null when it has none. */
  readonly identity: string | null;
  /** The first faults found; none when the package is whole. */
  readonly problems: readonly Problem[];
}

/** Checks package folders one after another. The progress of each is told by itself. */
export async function verifyPackages(
  dirs: readonly string[],
  entry: WorkerEntry,
  job: JobContext,
): Promise<readonly Verification[]> {
  const found: Verification[] = [];
  for (const dir of dirs) found.push(await verifyInWorker(dir, entry, job));
  return found;
}

/** Checks a package folder against its manifests in a worker; ends the worker when the job is cancelled. */
async function verifyInWorker(dir: string, entry: WorkerEntry, job: JobContext): Promise<Verification> {
  const worker = new Worker(entry.url, { workerData: { dir }, execArgv: [...(entry.execArgv ?? [])] });
  const stop = (): void => void worker.terminate();
  job.signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Verification>((resolve, reject) => {
      worker.on('message', (message: unknown) => {
        const parsed = messageSchema.parse(message);
        if ('done' in parsed) job.progress('verifying', parsed.done, parsed.total);
        else if ('problem' in parsed) reject(new ProblemError(parsed.problem));
        else resolve(parsed);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new ProblemError(problem('job-cancelled'))));
    });
  } finally {
    job.signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
