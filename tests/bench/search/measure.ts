import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AskSource } from './asks.ts';
import { readColumns, readDocuments, writeDocuments } from './documents.ts';
import { askClasses } from './engine.ts';
import type { Ask, BenchPlaces } from './engine.ts';
import { EngineProcess, forgetFiles } from './engine-process-handle.ts';
import { engineTitles } from './engines/index.ts';
import type { EngineName } from './engines/index.ts';
import type { CorpusFigures, EngineFigures, Spread } from './figures.ts';
import type { Timed } from './process-messages.ts';
import { median, percentile } from './statistics.ts';

export interface CorpusInput {
  readonly name: string;
  readonly packageDir: string;
  /** A folder for documents and indexes. */
  readonly workDir: string;
  readonly engines: readonly EngineName[];
  /** How often each engine is opened, and how often all asks are made. */
  readonly rounds: number;
  readonly say: (line: string) => void;
}

type Built = Pick<EngineFigures, 'build' | 'buildPeak' | 'file'>;
type Opened = Pick<EngineFigures, 'open' | 'memoryOpen'>;
type Asked = Omit<EngineFigures, keyof Built | keyof Opened>;

/** Measures engines over one set of documents. Engines take turns, so that a slow minute is slow for all. */
export async function measureCorpus(input: CorpusInput): Promise<CorpusFigures> {
  mkdirSync(input.workDir, { recursive: true });
  const size = await writeDocuments(placesOf(input, 'none'));
  const source = await AskSource.of(
    readDocuments(placesOf(input, 'none')),
    readColumns(placesOf(input, 'none')),
  );
  const asks = source.asks();
  input.say(`${input.name}: ${size.documents} documents, ${Math.round(size.textBytes / 1e6)} MB of text`);
  const built = await buildAll(input);
  const empty = await emptyMemory(input);
  const opened = await openAll(input, asks, empty);
  const asked = await askAll(input, asks, empty);
  const engines = Object.fromEntries(
    input.engines.map((name) => [name, { ...built.get(name), ...opened.get(name), ...asked.get(name) }]),
  ) as CorpusFigures['engines'];
  return { name: input.name, ...size, cold: forgetFiles(), engines };
}

function placesOf({ packageDir, workDir }: CorpusInput, engine: EngineName | 'none'): BenchPlaces {
  return {
    packageDir,
    documentsFile: join(workDir, 'documents.jsonl'),
    facetsFile: join(workDir, 'facets.bin'),
    indexDir: join(workDir, engine),
  };
}

async function buildAll(input: CorpusInput): Promise<ReadonlyMap<EngineName, Built>> {
  const built = new Map<EngineName, Built>();
  for (const name of input.engines) {
    const places = placesOf(input, name);
    rmSync(places.indexDir, { recursive: true, force: true });
    const engine = await EngineProcess.start(name, places);
    const { ms, peak } = await engine.order({ type: 'build' });
    await engine.end();
    built.set(name, { build: ms, buildPeak: peak, file: bytesIn(places.indexDir) });
    input.say(`  ${engineTitles[name]}: built in ${Math.round(ms / 100) / 10} s`);
  }
  return built;
}

async function emptyMemory(input: CorpusInput): Promise<number> {
  const empty = await EngineProcess.start('none', placesOf(input, 'none'));
  const { rss } = await empty.order({ type: 'memory' });
  await empty.end();
  return rss;
}

async function openAll(
  input: CorpusInput,
  asks: readonly Ask[],
  empty: number,
): Promise<ReadonlyMap<EngineName, Opened>> {
  const first = asks.find((ask) => ask.class === 'one common word') ?? asks[0];
  if (first === undefined) throw new RangeError('nothing to ask');
  const times = new Map<EngineName, Opened[]>(input.engines.map((name) => [name, []]));
  for (let round = 0; round < input.rounds; round += 1) {
    for (const [name, taken] of times) {
      const engine = await EngineProcess.start(name, placesOf(input, name));
      forgetFiles();
      const { ms } = await engine.order({ type: 'open', first });
      const { rss } = await engine.order({ type: 'memory' });
      await engine.end();
      taken.push({ open: ms, memoryOpen: rss - empty });
    }
  }
  return new Map(
    [...times].map(([name, taken]) => [
      name,
      {
        open: median(taken.map(({ open }) => open)),
        memoryOpen: median(taken.map(({ memoryOpen }) => memoryOpen)),
      },
    ]),
  );
}

async function askAll(
  input: CorpusInput,
  asks: readonly Ask[],
  empty: number,
): Promise<ReadonlyMap<EngineName, Asked>> {
  const running = new Map<
    EngineName,
    { readonly engine: EngineProcess; readonly rounds: (readonly Timed[])[] }
  >();
  try {
    for (const name of input.engines) {
      const engine = await EngineProcess.start(name, placesOf(input, name));
      running.set(name, { engine, rounds: [] });
      await engine.order({ type: 'open', first: asks[0] as Ask });
    }
    for (let round = 0; round < input.rounds; round += 1)
      for (const [name, { engine, rounds }] of running) {
        rounds.push((await engine.order({ type: 'round', asks })).times);
        input.say(`  ${engineTitles[name]}: round ${round + 1}`);
      }
    const lunr = running.get('stock-lunr')?.rounds[0] ?? null;
    const figures = new Map<EngineName, Asked>();
    for (const [name, { engine, rounds }] of running) {
      const { rss } = await engine.order({ type: 'memory' });
      figures.set(name, { memoryAfter: rss - empty, ...askedFigures(asks, rounds, lunr) });
    }
    return figures;
  } finally {
    for (const { engine } of running.values()) await engine.end();
  }
}

function askedFigures(
  asks: readonly Ask[],
  rounds: readonly (readonly Timed[])[],
  lunr: readonly Timed[] | null,
): Omit<Asked, 'memoryAfter'> {
  const timed = asks.map((ask, at) => ({ ask, ms: median(known(rounds.map((round) => round[at]?.ms))) }));
  const answered = timed.filter(({ ms }) => !Number.isNaN(ms));
  const classes = askClasses.map((name) => {
    const ofClass = answered.filter(({ ask }) => ask.class === name).map(({ ms }) => ms);
    return [name, spread(ofClass)] as const;
  });
  const [first = []] = rounds;
  const both = first.filter((time, at) => time.total !== null && typeof lunr?.[at]?.total === 'number');
  return {
    classes: Object.fromEntries(classes.filter(([, { asks: count }]) => count > 0)),
    all: spread(answered.map(({ ms }) => ms)),
    firstTime: spread(known(first.map(({ ms }) => ms))),
    agreeing: {
      same: first.filter((time, at) => time.total !== null && time.total === lunr?.[at]?.total).length,
      of: both.length,
    },
  };
}

function spread(times: readonly number[]): Spread {
  return { asks: times.length, median: median(times), p95: percentile(times, 0.95) };
}

function known(times: readonly (number | null | undefined)[]): readonly number[] {
  return times.filter((ms) => typeof ms === 'number');
}

function bytesIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
