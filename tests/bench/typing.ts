import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { realData } from '../fixtures/real-data.ts';
import { launchApp } from '../helpers/electron.ts';
import type { LaunchedApp } from '../helpers/electron.ts';
import { table } from './table.ts';
import type { Row } from './table.ts';
import { categories, readTyping } from './typing/presented.ts';
import type { Moment, Typing } from './typing/presented.ts';

/**
 * From a keystroke to its result on the screen, in the real app over the whole web tree: queries typed letter by
 * letter. A letter's time runs from the time stamp of its key event until the first frame that has its result is
 * presented, as Chromium's own trace tells it; where a later letter overtook it, until that one's is. Needs
 * `npm run build`. A package built before may be named, to spare the building of another, and after it the folder of
 * a reader who has opened it, to spare that of its index.
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

/** `packageIn`: the folder of the package to open; it may make one in the folder it is given. */
async function main(packageIn: (home: string) => Promise<string>, reader?: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'lasesal-bench-'));
  try {
    const packageDir = await packageIn(home);
    const launched = await launchApp({
      args: ['--package', packageDir],
      userData: reader ?? join(home, 'user'),
      timeout: 300_000,
    });
    const { window, close } = launched;
    try {
      await window.locator('[data-hit]').first().waitFor({ timeout: 600_000 });
      await typeAll(launched, 110);
      const rows: Row[] = [];
      for (const pace of paces) {
        const typing = await traced(launched, join(home, `${pace}.json`), () => typeAll(launched, pace));
        rows.push(rowOf(pace, typing));
      }
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

/** Does something and tells what a trace of it, written to a file, has of typing. */
async function traced({ app }: LaunchedApp, file: string, work: () => Promise<void>): Promise<Typing> {
  await app.evaluate(
    ({ contentTracing }, names) => contentTracing.startRecording({ included_categories: names }),
    categories,
  );
  await work();
  await app.evaluate(({ contentTracing }, path) => contentTracing.stopRecording(path), file);
  return readTyping(await readFile(file, 'utf8'));
}

async function typeAll({ window }: LaunchedApp, pace: number): Promise<void> {
  const field = window.getByRole('combobox').first();
  for (const query of queries) {
    await field.fill('');
    await window.waitForTimeout(400);
    await field.pressSequentially(query, { delay: pace });
    await window.waitForTimeout(600);
  }
}

function rowOf(pace: number, { letters, presented }: Typing): Row {
  const times = letters.filter(({ query }) => query !== '').map((letter) => timeOf(letter, presented));
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
function timeOf(
  letter: Moment,
  presented: readonly Moment[],
): { readonly ms: number; readonly isOwn: boolean } {
  const result = presented.find(({ at, query }) => at > letter.at && query.startsWith(letter.query));
  if (result === undefined) throw new Error(`no result was shown for “${letter.query}”`);
  return { ms: result.at - letter.at, isOwn: result.query === letter.query };
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

const [given, reader] = process.argv.slice(2);
const source = realData === null ? null : join(realData, 'g0v.tar.gz');
if (given !== undefined) await main(() => Promise.resolve(given), reader);
else if (source !== null) await main((home) => makePackage(source, join(home, 'package')));
else console.log('The folder of real pages is not beside the checkout: nothing to measure.');
