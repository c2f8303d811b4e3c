import { parentPort, workerData } from 'node:worker_threads';
import { verifyPackage } from '../../archive/index.ts';
import { problemOf } from './jobs.ts';

/**
 * Hashes a package away from the main thread. Given `{ dir }`; posts `{ done, total }` as it goes and at the end
 * `{ identity, problems }` or `{ problem }`.
 */
async function run(dir: string): Promise<void> {
  const onProgress = (done: number, total: number): void => parentPort?.postMessage({ done, total });
  try {
    const report = await verifyPackage(dir, { onProgress });
    parentPort?.postMessage({ identity: report.identity, problems: report.problems.slice(0, 20) });
  } catch (error) {
    parentPort?.postMessage({ problem: problemOf(error) });
  }
}

const given: unknown = workerData;
if (typeof given === 'object' && given !== null && 'dir' in given && typeof given.dir === 'string') {
  void run(given.dir);
}
