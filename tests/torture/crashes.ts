import { CrashGround } from './crash/crash-points.ts';
import type { CrashPoint } from './crash/crash-points.ts';
import type { Draw } from './draw.ts';
import { Count } from './part.ts';
import type { TorturePart, TortureResult } from './part.ts';

/** Points tried side by side: each is a process of its own. */
const TOGETHER = 2;
const SAID_EVERY = 100;

/** Every step of every scenario, in every way that a disk or a machine fails there. */
export const crashes: TorturePart = {
  name: 'crashes',
  about: 'kills, losses of power and refusals of the disk at every step of imports, a removal and notes',
  run: async ({ say }) => {
    const ground = await CrashGround.prepare();
    try {
      return await tryPoints(ground, ground.points, say);
    } finally {
      ground.close();
    }
  },
};

/** Some of the points, drawn. */
export function drawnPoints(ground: CrashGround, draw: Draw, count: number): readonly CrashPoint[] {
  return Array.from({ length: count }, () => draw.oneOf(ground.points));
}

/** Fails at each of some points, and counts how it went by way of failing. */
export async function tryPoints(
  ground: CrashGround,
  points: readonly CrashPoint[],
  say: (line: string) => void,
): Promise<TortureResult> {
  const count = new Count();
  const left = [...points];
  const work = async (): Promise<void> => {
    for (let point = left.shift(); point !== undefined; point = left.shift()) {
      const harm = await ground.fail(point);
      const label = `${point.scenario}, ${point.how} at step ${point.at} (${point.step})`;
      count.add(`${point.scenario} ${point.how}`, harm === null ? null : `${label}: ${harm}`);
      if (left.length % SAID_EVERY === 0) say(`${points.length - left.length} of ${points.length}`);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return count.result();
}
