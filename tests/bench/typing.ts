import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { realData } from '../fixtures/real-data.ts';
import { launchApp } from '../helpers/electron.ts';
import { table } from './table.ts';
import type { Row } from './table.ts';

/**
 * From a keystroke to its result on the screen, in the real app over the whole web tree: queries typed letter by
 * letter. A letter's time runs from the time stamp of its key event to the second frame after its result was put
 * into the page, so that one frame with the result is surely painted; where a later letter overtook it, to that
 * one's. Needs `npm run build`. A package built before may be named, to spare the building of another.
 */

/** Words, several words, phrases, truncation, spelling, fields: what is typed into a search field. */
const queries: readonly string[] = [
  'segregation',
  'vård och omsorg',
  'covid-19',
  'klimatpolitik',
  'regeringen Sverige EU',
  'skola lärare betyg',
  '"långsiktiga insatser"',
  'järnväg -höghastighet',
  'skatt ELLER avgift',
  'SOU 2019:12',
  'klimat*',
  '*politik',
  'titel:budget',
  'segregatoin~',
  'arbetsmarknad nyanlända',
  'utrikesminister besök',
  'försvarsmakten',
  'forskning innovation',
  'bostäder NÄRA/5 kommuner',
  'jämställdhet',
];

/** Milliseconds between keys: a person's usual pace, a quick one's, and a key held down. */
const paces = [180, 110, 35];

interface Stroke {
  readonly query: string;
  readonly at: number;
}

interface Timeline {
  readonly keys: readonly Stroke[];
  readonly painted: readonly Stroke[];
}

/** `packageIn`: the folder of the package to open; it may make one in the folder it is given. */
async function main(packageIn: (home: string) => Promise<string>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'lasesal-bench-'));
  try {
    const packageDir = await packageIn(home);
    const { window, close } = await launchApp({
      args: ['--package', packageDir],
      userData: join(home, 'user'),
      timeout: 300_000,
    });
    try {
      await window.locator('[data-hit]').first().waitFor({ timeout: 600_000 });
      await watch(window);
      await typeAll(window, 110);
      const rows: Row[] = [];
      for (const pace of paces) rows.push(rowOf(pace, await typeAll(window, pace)));
      console.log(table(rows));
    } finally {
      await close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function makePackage(source: string, out: string): Promise<string> {
  await buildPackage({ sources: [source], out, defaultRegister: swedishRegister, originals: false });
  return out;
}

/** Gathers the marks that the window leaves, from now on. */
async function watch(window: Page): Promise<void> {
  await window.evaluate(`{
    window.strokes = { keys: [], painted: [] };
    new PerformanceObserver((list) => {
      for (const { name, detail, startTime } of list.getEntries()) {
        const of = name === 'lasesal:keystroke' ? 'keys' : name === 'lasesal:painted' ? 'painted' : null;
        if (of !== null) window.strokes[of].push({ query: detail, at: startTime });
      }
    }).observe({ entryTypes: ['mark'] });
  }`);
}

async function typeAll(window: Page, pace: number): Promise<Timeline> {
  const field = window.getByRole('combobox').first();
  await window.evaluate('window.strokes.keys.length = window.strokes.painted.length = 0');
  for (const query of queries) {
    await field.fill('');
    await window.waitForTimeout(400);
    await field.pressSequentially(query, { delay: pace });
    await window.waitForTimeout(600);
  }
  const timeline: unknown = await window.evaluate('window.strokes');
  return timeline as Timeline;
}

function rowOf(pace: number, { keys, painted }: Timeline): Row {
  const times = keys.filter(({ query }) => query !== '').map((key) => timeOf(key, painted));
  const own = times.filter(({ isOwn }) => isOwn).length;
  const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    'ms between keys': pace,
    letters: sorted.length,
    'with a result of its own (%)': (100 * own) / sorted.length,
    'p50 (ms)': share(sorted, 0.5),
    'p95 (ms)': share(sorted, 0.95),
    'worst (ms)': share(sorted, 1),
  };
}

/** The time to a letter's own result, or to that of the letter that overtook it. */
function timeOf(key: Stroke, painted: readonly Stroke[]): { readonly ms: number; readonly isOwn: boolean } {
  const result = painted.find(({ at, query }) => at > key.at && query.startsWith(key.query));
  if (result === undefined) throw new Error(`no result was painted for “${key.query}”`);
  return { ms: result.at - key.at, isOwn: result.query === key.query };
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

const given = process.argv[2];
const source = realData === null ? null : join(realData, 'g0v.tar.gz');
if (given !== undefined) await main(() => Promise.resolve(given));
else if (source !== null) await main((home) => makePackage(source, join(home, 'package')));
else console.log('The folder of real pages is not beside the checkout: nothing to measure.');
