import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleArchive, launchApp } from '../helpers/electron.ts';
import { table } from './table.ts';

/**
 * How long from starting the program until there is something to read: the window open, the example archive
 * loaded and its first results painted. Needs `npm run build` and the example archive (`npm start` makes both).
 */
const RUNS = 7;

interface Start {
  /** Milliseconds from the launch until the first result is in the window, less what the driver itself takes. */
  readonly toResults: number;
  /** Working set of all processes together, in MB. */
  readonly memory: number;
}

async function main(): Promise<void> {
  const userData = await mkdtemp(join(tmpdir(), 'lasesal-bench-'));
  try {
    const first = await start(userData);
    const later: Start[] = [];
    for (let run = 0; run < RUNS; run += 1) later.push(await start(userData));
    const times = later.map((one) => one.toResults);
    console.log(
      table([
        {
          start: 'first (takes over the ready index)',
          'median ms': first.toResults,
          'worst ms': first.toResults,
          'memory MB': first.memory,
        },
        {
          start: `later (of ${RUNS})`,
          'median ms': median(times),
          'worst ms': Math.max(...times),
          'memory MB': median(later.map((one) => one.memory)),
        },
      ]),
    );
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
}

async function start(userData: string): Promise<Start> {
  const launched = await launchApp({ args: ['--package', exampleArchive], userData });
  try {
    await launched.window.locator('[data-hit]').first().waitFor();
    const painted = await launched.window.evaluate(() => Date.now());
    const { created, memory } = await launched.app.evaluate(({ app }) => {
      const metrics = app.getAppMetrics();
      const own = metrics.find((metric) => metric.type === 'Browser');
      const kilobytes = metrics.reduce((sum, metric) => sum + metric.memory.workingSetSize, 0);
      return { created: own?.creationTime ?? 0, memory: Math.round(kilobytes / 1000) };
    });
    return { toResults: Math.round(painted - created), memory };
  } finally {
    await launched.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await main();
