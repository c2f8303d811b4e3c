import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places, projectRoot } from '../../main/launch/project.ts';
import { statusSchema } from '../../main/contract/index.ts';
import { statusOf } from '../e2e/library-room.ts';
import { launchApp } from '../helpers/electron.ts';
import { openLibrary } from './crash/scenarios.ts';
import { CrashGround } from './crash/crash-points.ts';
import type { CrashPoint } from './crash/crash-points.ts';
import { Draw } from './draw.ts';
import { Count } from './part.ts';
import type { TorturePart } from './part.ts';

/** Starts of the app: each takes seconds. */
const STARTS = 20;

/** The app itself is started on what a kill or a loss of power left, and must show what the library holds. */
export const reopened: TorturePart = {
  name: 'reopened',
  about: 'the app itself opens what a kill or a loss of power left of an import or a removal',
  run: async ({ seed, say }) => {
    requireBuiltApp();
    const ground = await CrashGround.prepare(['first-import', 'next-import', 'removal']);
    const count = new Count();
    try {
      const points = ground.points.filter(({ how }) => how === 'kill' || how === 'power');
      const draw = new Draw(seed);
      for (let n = 0; n < STARTS; n += 1) await reopen(ground, draw.oneOf(points), count);
      say(`${STARTS} starts`);
      return count.result();
    } finally {
      ground.close();
    }
  },
};

async function reopen(ground: CrashGround, point: CrashPoint, count: Count): Promise<void> {
  let shown: string | null = null;
  const harm = await ground.fail(point, async (userData) => {
    shown = await shownWrongly(userData);
  });
  const label = `${point.scenario}, ${point.how} at step ${point.at} (${point.step})`;
  const fault = shown ?? harm;
  count.add(`${point.scenario} ${point.how}`, fault === null ? null : `${label}: ${fault}`);
}

/** What the app, started on a copy, shows that is not so; null when it shows what the library holds. */
async function shownWrongly(userData: string): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), 'lasesal-reopened-'));
  try {
    cpSync(userData, copy, { recursive: true, verbatimSymlinks: true });
    const shown = await identitiesShown(copy);
    const held = (await openLibrary(copy)).installed().map(({ identity }) => identity);
    return JSON.stringify(shown) === JSON.stringify(held)
      ? null
      : `the app shows ${JSON.stringify(shown)}, the library holds ${JSON.stringify(held)}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The packages that the app reads: installed ones, or none where it reads what comes with it. */
async function identitiesShown(userData: string): Promise<readonly string[]> {
  const { window, close } = await launchApp({ userData });
  try {
    await window.locator('.library-line').waitFor({ timeout: 60_000 });
    const status = statusSchema.parse(await statusOf(window));
    const installed = status.library.packages;
    const open = status.open?.source === 'library' ? status.open.packages : [];
    if (open.length !== installed.length) throw new Error('not all that is installed is open');
    return installed.map(({ identity }) => identity);
  } finally {
    await close();
  }
}

function requireBuiltApp(): void {
  if (existsSync(join(places.out, 'main', 'index.js')) && existsSync(places.exampleArchive)) return;
  throw new Error(`the app is not built in ${projectRoot}: run npm test -- --only build,example first`);
}
