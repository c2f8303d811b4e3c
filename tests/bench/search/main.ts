import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { swedishRegister } from '../../../archive/authority/se/index.ts';
import { buildPackage } from '../../../archive/package/build.ts';
import { realData } from '../../fixtures/real-data.ts';
import { chart } from './chart.ts';
import { engineNames } from './engines/index.ts';
import type { EngineName } from './engines/index.ts';
import type { CorpusFigures } from './figures.ts';
import { measureCorpus } from './measure.ts';
import { measureRelevance } from './relevance/measure.ts';
import type { RelevanceFigures } from './relevance/measure.ts';
import { report } from './report.ts';
import type { BenchFigures } from './report.ts';
import { writeSyntheticPackage } from './synthetic/package.ts';

/**
 * `npm run bench:search`: measures search engines over documents of several sizes, and how relevant what they find is.
 *
 *     --quick              one size, one round, nothing written
 *     --sizes A,B          numbers of made-up releases, or `real`; all of 10000,real,100000 when left out
 *     --engines A,B        some of the engines
 *     --rounds N           how often everything is asked; 4 when left out
 *     --real DIR           a package of the real pages, to spare the making of one
 *     --no-relevance       speed only
 *     --from FILE          nothing is measured: the page is made of the figures of former runs (may be given again)
 *     --figures FILE       writes the figures as JSON
 *     --note TEXT          a sentence about the run, for the page
 *
 * The page goes to docs/benchmarks.md, its picture beside it, unless the run is quick or of some engines only.
 */
const docs = resolve(import.meta.dirname, '../../../docs');

const { values: options } = parseArgs({
  allowNegative: true,
  options: {
    quick: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    engines: { type: 'string' },
    rounds: { type: 'string' },
    real: { type: 'string' },
    relevance: { type: 'boolean', default: true },
    from: { type: 'string', multiple: true },
    figures: { type: 'string' },
    note: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const figures = options.from === undefined ? await measureAll() : joined(options.from);
  if (options.figures !== undefined) writeFileSync(options.figures, JSON.stringify(figures));
  const note = options.note ?? null;
  if (options.quick || options.engines !== undefined) {
    console.log(report(figures, { chart: null, note }));
    return;
  }
  const picture = 'benchmarks/search.svg';
  mkdirSync(join(docs, 'benchmarks'), { recursive: true });
  writeFileSync(join(docs, picture), chart(figures.corpora));
  const page = join(docs, 'benchmarks.md');
  const style = await resolveConfig(page);
  writeFileSync(page, await format(report(figures, { chart: picture, note }), { ...style, filepath: page }));
  console.log('docs/benchmarks.md is written.');
}

async function measureAll(): Promise<BenchFigures> {
  const home = mkdtempSync(join(tmpdir(), 'lasesal-bench-'));
  try {
    const sizes = options.sizes?.split(',') ?? (options.quick ? ['10000'] : ['10000', 'real', '100000']);
    const corpora: CorpusFigures[] = [];
    let relevance: RelevanceFigures | null = null;
    for (const size of sizes) {
      const packageDir = await makePackage(size, join(home, `${size}-package`));
      if (packageDir === null) continue;
      const workDir = join(home, size);
      corpora.push(await measure(size, packageDir, workDir));
      if (size === 'real' && options.relevance)
        relevance = await measureRelevance(packageDir, join(home, 'relevance'));
      rmSync(workDir, { recursive: true, force: true });
    }
    return { date: new Date().toISOString().slice(0, 10), corpora, relevance };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(size: string, packageDir: string, workDir: string): Promise<CorpusFigures> {
  return await measureCorpus({
    name: size === 'real' ? 'real' : 'made-up',
    packageDir,
    workDir,
    engines: (options.engines?.split(',') ?? engineNames) as readonly EngineName[],
    rounds: Number(options.rounds ?? (options.quick ? 1 : 4)),
    say: (line) => console.log(line),
  });
}

async function makePackage(size: string, dir: string): Promise<string | null> {
  if (size !== 'real') {
    writeSyntheticPackage(dir, Number(size));
    return dir;
  }
  if (options.real !== undefined) return options.real;
  if (realData === null) {
    console.log('The folder of real pages is not beside the checkout: measured without.');
    return null;
  }
  const source = join(realData, 'g0v.tar.gz');
  await buildPackage({ sources: [source], out: dir, defaultRegister: swedishRegister, originals: false });
  return dir;
}

/** Figures of several runs as one; of one size the last counts. */
function joined(files: readonly string[]): BenchFigures {
  const runs = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as BenchFigures);
  const bySize = new Map(runs.flatMap(({ corpora }) => corpora).map((corpus) => [corpus.documents, corpus]));
  return {
    date:
      runs
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? '',
    corpora: [...bySize.values()].toSorted((a, b) => a.documents - b.documents),
    relevance: runs.findLast(({ relevance }) => relevance !== null)?.relevance ?? null,
  };
}

await main();
