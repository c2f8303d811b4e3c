import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { realData } from '../fixtures/real-data.ts';
import { USABLE } from '../../renderer/state/typing-marks.ts';
import { launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';
import { framesDuring } from './feel/frames.ts';
import type { Frames } from './feel/frames.ts';
import { table } from './table.ts';
import type { Row } from './table.ts';

/**
 * How the window feels over the whole web tree: from the start of the process until the first results can be used, and
 * frame by frame while the result is scrolled and the timeline drawn along. Needs `npm run build`. A package built
 * before may be named, and after it the folder of a reader who has opened it. What the figures mean: docs/feel.md.
 */

/** Starts measured, after one that builds the index or takes it over. */
const STARTS = 5;
const WIDTH = 1440;
const HEIGHT = 900;

async function main(packageDir: string, userData: string): Promise<void> {
  await (await open(packageDir, userData)).close();
  const starts: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const launched = await open(packageDir, userData);
    starts.push(await startOf(launched));
    await launched.close();
  }
  const sorted = starts.toSorted((a, b) => a - b);
  console.log(
    table([
      {
        'start to interactive': `of ${STARTS}`,
        'median (ms)': sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
        'worst (ms)': sorted.at(-1) ?? Number.NaN,
      },
    ]),
  );
  const launched = await open(packageDir, userData);
  try {
    await sizeOf(launched);
    await launched.window.waitForTimeout(1500);
    const rows: Row[] = [];
    for (const [what, work] of works) rows.push(rowOf(what, await framesDuring(launched.window, work)));
    console.log(`\n${table(rows)}`);
  } finally {
    await launched.close();
  }
}

/** Opens the package and waits for something to read. */
async function open(packageDir: string, userData: string): Promise<LaunchedApp> {
  const launched = await launchApp({ args: ['--package', packageDir], userData, timeout: 300_000 });
  await launched.window.locator('[data-hit]').first().waitFor({ timeout: 600_000 });
  return launched;
}

async function sizeOf({ app, window }: LaunchedApp): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width: WIDTH, height: HEIGHT },
  );
  await window.waitForFunction((width) => innerWidth === width, WIDTH);
}

/** Milliseconds from the creation of the process until the window has painted its first results and is free again. */
async function startOf({ app, window }: LaunchedApp): Promise<number> {
  const created = await app.evaluate(
    ({ app: own }) => own.getAppMetrics().find(({ type }) => type === 'Browser')?.creationTime ?? Number.NaN,
  );
  const usable = await window.evaluate((name) => {
    const [mark] = performance.getEntriesByName(name);
    return mark === undefined ? null : performance.timeOrigin + mark.startTime;
  }, USABLE);
  if (usable === null) throw new Error('the window has not said when it could be used');
  return usable - created;
}

type Work = (window: Page) => Promise<void>;

const works: readonly (readonly [string, Work])[] = [
  ['nothing', async (window) => await window.waitForTimeout(3000)],
  ['results, wheel', wheel],
  ['results, Page Down held', held],
  ['results, thumb dragged through all', thumb],
  ['timeline, drawn along', brush],
  ['timeline, an edge drawn along', edge],
  ['timeline, arrow keys held with Shift', arrows],
];

async function wheel(window: Page): Promise<void> {
  const box = await boxOf(window, '.result-scroll');
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let turn = 0; turn < 150; turn += 1) {
    await window.mouse.wheel(0, 120);
    await window.waitForTimeout(16);
  }
}

async function held(window: Page): Promise<void> {
  await window.locator('[data-pane="results"] [data-pane-focus]').focus();
  for (let press = 0; press < 90; press += 1) {
    await window.keyboard.press('PageDown');
    await window.waitForTimeout(33);
  }
}

/** As a thumb that is drawn from the top to the bottom within some seconds: hundreds of rows a frame. */
async function thumb(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const scroller = document.querySelector('.result-scroll');
    if (scroller === null) throw new Error('there is no result');
    const frames = 240;
    for (let frame = 0; frame <= frames; frame += 1) {
      scroller.scrollTop = (scroller.scrollHeight * frame) / frames;
      await new Promise(requestAnimationFrame);
    }
    scroller.scrollTop = 0;
  });
  await window.waitForTimeout(500);
}

async function brush(window: Page): Promise<void> {
  const box = await boxOf(window, '.time-plot');
  const y = box.y + box.height / 2;
  await window.mouse.move(box.x + 4, y);
  await window.mouse.down();
  for (let step = 0; step < 200; step += 1) {
    const along = 0.5 - Math.cos((step / 200) * Math.PI * 4) / 2;
    await window.mouse.move(box.x + 4 + along * (box.width - 8), y);
    await window.waitForTimeout(8);
  }
  await window.mouse.up();
  await window.waitForTimeout(500);
}

async function edge(window: Page): Promise<void> {
  const plot = await boxOf(window, '.time-plot');
  await window.mouse.move(plot.x + plot.width * 0.3, plot.y + 60);
  await window.mouse.down();
  await window.mouse.move(plot.x + plot.width * 0.5, plot.y + 60, { steps: 4 });
  await window.mouse.up();
  await window.waitForTimeout(500);
  const box = await boxOf(window, '[data-edge="to"]');
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await window.mouse.down();
  for (let step = 0; step < 150; step += 1) {
    const along = 0.5 + 0.45 * Math.sin((step / 150) * Math.PI * 2);
    await window.mouse.move(plot.x + along * plot.width, plot.y + 60);
    await window.waitForTimeout(8);
  }
  await window.mouse.up();
  await window.waitForTimeout(500);
}

async function arrows(window: Page): Promise<void> {
  await window.locator('.time-list').focus();
  await window.keyboard.press('Home');
  for (let press = 0; press < 100; press += 1) {
    await window.keyboard.press('Shift+ArrowRight');
    await window.waitForTimeout(25);
  }
  await window.keyboard.press('Enter');
  await window.waitForTimeout(500);
}

async function boxOf(
  window: Page,
  selector: string,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const box = await window.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen`);
  return box;
}

function rowOf(what: string, frames: Frames): Row {
  return {
    while: what,
    frames: frames.count,
    'dropped (%)': 100 * frames.dropped,
    'p50 (ms)': frames.p50,
    'p95 (ms)': frames.p95,
    'worst (ms)': frames.worst,
    'long tasks': frames.longTasks,
    'with rows still to come (%)': 100 * frames.waiting,
    'layout shift': frames.shift,
  };
}

async function makePackage(source: string, out: string): Promise<string> {
  await buildPackage({ sources: [source], out, defaultRegister: swedishRegister, originals: false });
  return out;
}

const [given, reader] = process.argv.slice(2);
const source = realData === null ? null : join(realData, 'g0v.tar.gz');
if (given === undefined && source === null)
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
else {
  const home = await mkdtemp(join(tmpdir(), 'lasesal-bench-'));
  try {
    await main(
      given ?? (await makePackage(source ?? '', join(home, 'package'))),
      reader ?? join(home, 'user'),
    );
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
