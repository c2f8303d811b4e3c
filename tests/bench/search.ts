import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { noFilters } from '../../archive/model/search.ts';
import type { Filters, SearchAnswer } from '../../archive/model/search.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { SearchClient, defaultWorker } from '../../archive/search/host/client.ts';
import { realData } from '../fixtures/real-data.ts';
import { table } from './table.ts';

/**
 * The index of the whole web tree: how long it takes to build and to open, what it weighs, and how soon a search
 * is answered, over the way a window asks: through the client, with all facets and twenty hits.
 */

interface Ask {
  readonly query: string;
  readonly filters?: Partial<Filters>;
}

/** What readers type: words, numbers, phrases, truncation, fields, and nothing at all. */
const asks: readonly Ask[] = [
  { query: '' },
  { query: '', filters: { kind: ['pressmeddelande'] } },
  { query: '', filters: { from: '2016-01-01', to: '2018-06-30' } },
  { query: 'segregation' },
  { query: 'covid-19' },
  { query: '2023/24' },
  { query: 'SOU 2019:12' },
  { query: 'S2021/05469' },
  { query: 'vård och omsorg' },
  { query: '+om +vapenlagen' },
  { query: 'regeringen Sverige EU' },
  { query: 'regeringen' },
  { query: '"vård och omsorg"' },
  { query: '"regeringens förslag"' },
  { query: '"till och med"' },
  { query: 'klimat*' },
  { query: '*politik' },
  { query: '*skatt*' },
  { query: 'in*' },
  { query: 'titel:ambassadör' },
  { query: 'minister:svantesson skatt' },
  { query: '(skola ELLER förskola) -gymnasium' },
  { query: 'segregatio' },
];

const ROUNDS = 5;

async function main(source: string, given: string | undefined): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  try {
    const packageDir = given ?? (await makePackage(source, join(home, 'package')));
    await measureIndex(packageDir, join(home, 'index'));
    await measureSearches(packageDir, join(home, 'index'));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function makePackage(source: string, out: string): Promise<string> {
  await buildPackage({ sources: [source], out, defaultRegister: swedishRegister, originals: false });
  return out;
}

async function measureIndex(packageDir: string, indexDir: string): Promise<void> {
  const before = rss();
  const building = await timed(
    async () => await withClient(packageDir, indexDir, async () => await Promise.resolve()),
  );
  const peak = process.resourceUsage().maxRSS / 1024;
  const opening = await timed(
    async () => await withClient(packageDir, indexDir, async () => await Promise.resolve()),
  );
  const bytes = readdirSync(indexDir).map((name) => statSync(join(indexDir, name)).size);
  console.log(
    table([
      {
        'build and open (s)': building.ms / 1000,
        'open (s)': opening.ms / 1000,
        'index on disk (MiB)': bytes.reduce((sum, size) => sum + size, 0) / 2 ** 20,
        'memory before (MiB)': before,
        'peak while building (MiB)': peak,
      },
    ]),
  );
}

async function measureSearches(packageDir: string, indexDir: string): Promise<void> {
  const before = rss();
  const rows = await withClient(packageDir, indexDir, async (client) => {
    const measured = [];
    for (const ask of asks) measured.push(await measureAsk(client, ask));
    console.log(`\nMemory with the index open: ${Math.round(rss() - before)} MiB more than before.\n`);
    return measured;
  });
  console.log(table(rows.map(({ row }) => row)));
  const all = rows.flatMap(({ again }) => again).toSorted((a, b) => a - b);
  const first = rows.map(({ row }) => row['first (ms)']).toSorted((a, b) => a - b);
  const at = (times: readonly number[], share: number): number =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  console.log(
    `\n${table([
      { searches: 'first of their kind', 'p50 (ms)': at(first, 0.5), 'p95 (ms)': at(first, 0.95) },
      { searches: 'again, other facets', 'p50 (ms)': at(all, 0.5), 'p95 (ms)': at(all, 0.95) },
    ])}`,
  );
}

interface Measured {
  readonly row: {
    readonly query: string;
    readonly found: number;
    'first (ms)': number;
    'again (ms)': number;
  };
  /** In ms. */
  readonly again: readonly number[];
}

/** Asks once as new, then with one facet more or less, as one who narrows a result does. */
async function measureAsk(client: SearchClient, ask: Ask): Promise<Measured> {
  const first = await timed(async () => await answer(client, ask));
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const filters = { ...ask.filters, language: round % 2 === 0 ? ['sv'] : [] };
    again.push((await timed(async () => await answer(client, { ...ask, filters }))).ms);
  }
  const median = again.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  const { query, filters = {} } = ask;
  const row = {
    query: query === '' ? `(all) ${Object.keys(filters).join(' ')}` : `\`${query}\``,
    found: first.value.total,
    'first (ms)': Math.round(first.ms),
    'again (ms)': Math.round(median),
  };
  return { row, again };
}

let queryId = 0;

async function answer(client: SearchClient, { query, filters }: Ask): Promise<SearchAnswer> {
  queryId += 1;
  return await client.search({
    queryId,
    query,
    filters: { ...noFilters, ...filters },
    sort: 'relevance',
    offset: 0,
    limit: 20,
  });
}

async function withClient<T>(
  packageDir: string,
  indexDir: string,
  use: (client: SearchClient) => Promise<T>,
): Promise<T> {
  const client = SearchClient.start(defaultWorker());
  try {
    await client.open({ packages: [{ dir: packageDir, indexDir }] });
    return await use(client);
  } finally {
    await client.close();
  }
}

async function timed<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const started = performance.now();
  const value = await run();
  return { value, ms: performance.now() - started };
}

/** Memory of the process in MiB. */
function rss(): number {
  return Math.round(process.memoryUsage.rss() / 2 ** 20);
}

if (realData === null)
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
// A package built before may be named, to spare the building of another.
else await main(join(realData, 'g0v.tar.gz'), process.argv[2]);
