import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { swedishRegister } from '../../archive/authority/se/index.ts';
import { noFilters } from '../../archive/model/search.ts';
import type { Filters } from '../../archive/model/search.ts';
import { buildPackage } from '../../archive/package/build.ts';
import { openPackage } from '../../archive/package/read.ts';
import { CatalogueBuilder } from '../../archive/search/core/catalogue/catalogue-builder.ts';
import type { Catalogue } from '../../archive/search/core/catalogue/columns.ts';
import { RegisterNames } from '../../archive/search/core/catalogue/register-names.ts';
import { Completer } from '../../archive/search/core/complete/completer.ts';
import { searchDocument } from '../../archive/search/core/document.ts';
import type { Matches } from '../../archive/search/core/match/matches.ts';
import { Narrower } from '../../archive/search/core/result/narrow.ts';
import { pageOf } from '../../archive/search/core/result/order.ts';
import { realData } from '../fixtures/real-data.ts';
import { table } from './table.ts';

/**
 * What stands between the releases that a query finds and the answer: narrowing by filters, counts of all facets,
 * the first twenty in order. And completion of names.
 */

const sizes = [10, 1000, 20_000];
const typed = ['sv', 'in', 'magdalena and', 'minister:and', 'skatt och klimat och', 'utbildningsdep'];

async function main(source: string, given: string | undefined): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  try {
    const out = join(home, 'package');
    if (given === undefined)
      await buildPackage({ sources: [source], out, defaultRegister: swedishRegister, originals: false });
    const { catalogue, names } = await readCatalogue(given ?? out);
    measureNarrowing(catalogue, names);
    measureCompletion(catalogue, names);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Held {
  readonly catalogue: Catalogue;
  readonly names: RegisterNames;
}

async function readCatalogue(packageDir: string): Promise<Held> {
  const pkg = await openPackage(packageDir);
  const names = new RegisterNames(pkg.register.data);
  const builder = new CatalogueBuilder();
  for await (const { record, links } of pkg.records()) {
    if (!record.current) continue;
    const packed = { record, links, withdrawn: false, versions: [] };
    builder.add(searchDocument(packed, names).entry);
  }
  pkg.close();
  return { catalogue: builder.build(), names };
}

function measureNarrowing(catalogue: Catalogue, names: RegisterNames): void {
  const narrower = new Narrower(catalogue, names);
  const rows = sizes.flatMap((size) => {
    const matches = someOf(catalogue, Math.min(size, catalogue.size));
    return Object.entries(filtersOn(catalogue)).map(([name, filters]) => {
      const asked = { filters, period: { from: null, to: null } };
      const page = { sort: 'relevance', offset: 0, limit: 20 } as const;
      const narrowed = narrower.narrow(matches.refs, asked);
      return {
        releases: matches.refs.length,
        filters: name,
        left: narrowed.total,
        ...timesOf('narrow and count', () => narrower.narrow(matches.refs, asked)),
        ...timesOf('first twenty', () => pageOf(matches, narrowed, page, catalogue)),
      };
    });
  });
  console.log(table(rows));
}

/** Releases spread evenly over the catalogue, with scores as if by chance. */
function someOf({ size }: Catalogue, count: number): Matches {
  const refs = Uint32Array.from({ length: count }, (_, n) => Math.floor((n * size) / count));
  return { refs, scores: Float64Array.from(refs, (_, n) => ((n * 7919) % 1000) / 1000), partly: null };
}

function filtersOn({ facets, ministers }: Catalogue): Readonly<Record<string, Filters>> {
  return {
    none: noFilters,
    'a kind': { ...noFilters, kind: facets.kind.ids.slice(0, 1) },
    'a minister': { ...noFilters, minister: ministers.personIds.slice(0, 1) },
    'certain days': { ...noFilters, from: '2015-01-01', to: '2018-01-01', certain: true },
  };
}

function measureCompletion(catalogue: Catalogue, names: RegisterNames): void {
  const completer = new Completer(catalogue, names);
  const started = performance.now();
  completer.complete('xy', 2);
  console.log(`\nNames ready for completion: ${(performance.now() - started).toFixed(0)} ms, once.\n`);
  console.log(
    table(
      typed.map((query) => ({
        typed: `\`${query}\``,
        names: completer.complete(query, query.length).length,
        ...timesOf('completion', () => completer.complete(query, query.length)),
      })),
    ),
  );
}

const WARM_UPS = 200;
const ROUNDS = 500;

/** Median and 95th percentile of one call, warm, in µs. */
function timesOf(name: string, call: () => unknown): Readonly<Record<string, number>> {
  for (let n = 0; n < WARM_UPS; n += 1) call();
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    call();
    return (performance.now() - started) * 1000;
  }).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(ROUNDS * share)] ?? 0) * 10) / 10;
  return { [`${name}: p50 (µs)`]: at(0.5), [`${name}: p95 (µs)`]: at(0.95) };
}

if (realData === null)
  console.log('The folder of real pages is not beside the checkout: nothing to measure.');
// A package built before may be named, to spare the building of another.
else await main(join(realData, 'g0v.tar.gz'), process.argv[2]);
