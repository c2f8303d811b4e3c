import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { noFilters } from '../../archive/model/search.ts';
import type { SearchAnswer, SortOrder } from '../../archive/model/search.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { openPackage } from '../../archive/package/read.ts';
import { SearchClient, defaultWorker } from '../../archive/search/host/client.ts';
import type { PackagePlace } from '../../archive/search/host/client.ts';
import { OpenIndex } from '../../archive/search/host/open-index.ts';
import { realData } from '../fixtures/real-data.ts';
import { PackageWriter } from './search/package-writer.ts';
import type { WrittenRelease } from './search/package-writer.ts';
import { table } from './table.ts';

/**
 * The whole web tree as one package, and as a package with five that go on from it: what it costs to open them and to
 * search them.
 */

const DELTAS = 5;
const NEW_IN_EACH = 200;
const CHANGED_IN_EACH = 100;
const ROUNDS = 15;

interface Ask {
  readonly query: string;
  readonly sort?: SortOrder;
}

const asks: readonly Ask[] = [
  { query: 'segregation' },
  { query: '' },
  { query: '', sort: 'title' },
  { query: 'regeringen Sverige EU' },
  { query: 'skatt' },
  { query: '"vård och omsorg"' },
  { query: 'klimat*' },
  { query: '*politik' },
  { query: 'segregatoin~' },
  { query: 'minister:svantesson skatt' },
];

async function main(source: string, given: string | undefined): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  try {
    const whole = given ?? join(home, 'whole');
    if (given === undefined)
      await buildPackage({
        sources: [source],
        out: whole,
        defaultRegister: swedishRegister,
        originals: false,
      });
    const chain = await split(whole, home);
    const one = [place(whole, home)];
    const several = chain.map((dir) => place(dir, home));
    for (const packages of [one, several]) await build(packages);
    await compare(one, several);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function place(dir: string, home: string): PackagePlace {
  return { dir, indexDir: join(home, 'index', dir.replaceAll('/', '_')) };
}

/** A base that lacks some releases and has others as they were before, and deltas that make it the whole. */
async function split(whole: string, home: string): Promise<readonly string[]> {
  const pkg = await openPackage(whole);
  const dirs = Array.from({ length: DELTAS + 1 }, (_, n) => join(home, `chain-${n}`));
  const writers = dirs.map((dir) => new PackageWriter(dir, pkg.register.data));
  const moved = DELTAS * (NEW_IN_EACH + CHANGED_IN_EACH);
  const every = Math.floor(pkg.manifest.counts.releases / moved);
  let count = 0;
  for await (const release of pkg.records()) {
    if (!release.record.current) continue;
    const number = count % every === 0 ? count / every : moved;
    count += 1;
    const isMoved = number < moved;
    if (isMoved) writers[1 + (number % DELTAS)]?.add(release);
    if (!isMoved) writers[0]?.add(release);
    else if (Math.floor(number / DELTAS) % 3 === 0) writers[0]?.add(asItWas(release));
  }
  pkg.close();
  let previous: string | null = null;
  for (const [n, writer] of writers.entries())
    previous = writer.close('bench', { sequence: n + 1, previous });
  return dirs;
}

function asItWas({ record, links }: WrittenRelease): WrittenRelease {
  const version = record.version.replaceAll(/[0-9a-f]/gu, (digit) => (digit === 'f' ? '0' : 'f'));
  const said = { ...record.said, title: `${record.said.title} (första lydelsen)` };
  return { record: { ...record, version, said }, links: { ...links, version } };
}

async function build(packages: readonly PackagePlace[]): Promise<void> {
  const client = SearchClient.start(defaultWorker());
  try {
    await client.prepare({ packages });
  } finally {
    await client.close();
  }
}

async function compare(one: readonly PackagePlace[], several: readonly PackagePlace[]): Promise<void> {
  const names = ['one package', `a package and ${DELTAS} that go on from it`] as const;
  const rows = [];
  for (const [n, packages] of [one, several].entries()) {
    // Once to warm up, with everything else that is measured.
    await opening(packages);
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await opening(packages));
    rows.push({
      'searched as': names[n] ?? '',
      'open (ms)': median(times.map(({ open }) => open)),
      'open to first answer (ms)': median(times.map(({ first }) => first)),
      'first title order (ms)': median(times.map(({ titles }) => titles)),
      'first truncation (ms)': median(times.map(({ truncated }) => truncated)),
    });
  }
  console.log(`${table(rows)}\n`);
  const [a, b] = [await OpenIndex.open(one), await OpenIndex.open(several)];
  console.log(
    table(
      asks.map((ask) => {
        const [x, y] = [search(a, ask), search(b, ask)];
        if (x.total !== y.total) throw new Error(`${ask.query}: ${x.total} and ${y.total} found`);
        return {
          query: `\`${ask.query}\`${ask.sort === undefined ? '' : ` by ${ask.sort}`}`,
          found: x.total,
          'one (ms)': again(a, ask),
          'several (ms)': again(b, ask),
        };
      }),
    ),
  );
  a.close();
  b.close();
}

interface Opening {
  readonly open: number;
  readonly first: number;
  readonly titles: number;
  readonly truncated: number;
}

/** In ms. */
async function opening(packages: readonly PackagePlace[]): Promise<Opening> {
  const started = performance.now();
  const index = await OpenIndex.open(packages);
  const open = performance.now() - started;
  search(index, { query: 'segregation' });
  const first = performance.now() - started;
  const titles = timed(() => search(index, { query: '', sort: 'title' }));
  const truncated = timed(() => search(index, { query: 'klimat*' }));
  index.close();
  return { open, first, titles, truncated };
}

/** One letter more and less, so that nothing kept from the last answer answers. */
function again(index: OpenIndex, ask: Ask): number {
  const times = Array.from({ length: ROUNDS }, (_, n) =>
    timed(() => search(index, { ...ask, query: `${ask.query} -qx${n}q` })),
  );
  return median(times);
}

let queryId = 0;

function search(index: OpenIndex, { query, sort = 'relevance' }: Ask): SearchAnswer {
  queryId += 1;
  return index.engine.search({ queryId, query, filters: noFilters, sort, offset: 0, limit: 20 });
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round((sorted[sorted.length >> 1] ?? 0) * 10) / 10;
}

if (realData === null)
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
// A package built before may be named, to spare the building of another.
else await main(join(realData, 'g0v.tar.gz'), process.argv[2]);
