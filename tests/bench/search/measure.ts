import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AskSource } from './asks.ts';
import { readColumns, readDocuments, writeDocuments } from './documents.ts';
import type { Ask, BenchPlaces } from './engine.ts';
import { EngineProcess, forgetFiles } from './engine-process-handle.ts';
import { engineTitles } from './engines/index.ts';
import type { EngineName } from './engines/index.ts';
import type { AskFigures, CorpusFigures, EngineFigures } from './figures.ts';
import type { Timed } from './process-messages.ts';
import { median } from './statistics.ts';
import { writeSyntheticPackage } from './synthetic/package.ts';

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

type Built = Pick<EngineFigures, 'build' | 'buildCpu' | 'buildPeak' | 'file' | 'textFile'>;
type Opened = Pick<EngineFigures, 'open' | 'openCpu' | 'memoryOpen'> & { readonly openAgain: number };
type Asked = Pick<EngineFigures, 'memoryAfter' | 'asks'>;

/**
 * Measures engines over one set of documents. Engines take turns, and each ask counts as its fastest of all rounds, so
 * that what else the machine does is left out as far as may be.
 */
export async function measureCorpus(input: CorpusInput): Promise<CorpusFigures> {
  mkdirSync(input.workDir, { recursive: true });
  const size = await writeDocuments(placesOf(input, 'ours'));
  const source = await AskSource.of(
    readDocuments(placesOf(input, 'ours')),
    readColumns(placesOf(input, 'ours')),
  );
  const asks = source.asks();
  input.say(`${input.name}: ${size.documents} documents, ${Math.round(size.textBytes / 1e6)} MB of text`);
  const built = await buildAll(input);
  const warming = await prepareSmall(input);
  const opened = await openAll(input, asks, warming);
  const asked = await askAll(input, asks, warming);
  const engines = Object.fromEntries(
    input.engines.map((name) => [name, { ...built.get(name), ...opened.get(name), ...asked.get(name) }]),
  ) as CorpusFigures['engines'];
  const { name, rounds } = input;
  return { name, ...size, cold: forgetFiles(), rounds, classes: asks.map((ask) => ask.class), engines };
}

function placesOf({ packageDir, workDir }: CorpusInput, engine: EngineName): BenchPlaces {
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
    const engine = await EngineProcess.start(name, places, 'build');
    const { ms, cpu, peak, textBytes } = await engine.order({ type: 'build' });
    await engine.end();
    const file = bytesIn(places.indexDir);
    built.set(name, { build: ms, buildCpu: cpu, buildPeak: peak, file, textFile: textBytes ?? file });
    input.say(`  ${engineTitles[name]}: built in ${Math.round(ms / 100) / 10} s`);
  }
  return built;
}

/** What an engine runs over before it is measured: a small index of its own, and an ask. */
interface Warming {
  readonly small: BenchPlaces;
  readonly ask: Ask;
}

const SMALL = 1500;

/** Gives each engine a small index of made-up releases. */
async function prepareSmall(input: CorpusInput): Promise<ReadonlyMap<EngineName, Warming>> {
  const workDir = join(input.workDir, 'small');
  const small: CorpusInput = { ...input, workDir, packageDir: join(workDir, 'package') };
  mkdirSync(workDir, { recursive: true });
  writeSyntheticPackage(small.packageDir, SMALL);
  await writeDocuments(placesOf(small, 'ours'));
  const source = await AskSource.of(
    readDocuments(placesOf(small, 'ours')),
    readColumns(placesOf(small, 'ours')),
  );
  const ask = firstAsk(source.asks());
  const warming = new Map<EngineName, Warming>();
  for (const name of input.engines) {
    const places = placesOf(small, name);
    const engine = await EngineProcess.start(name, places, 'build');
    await engine.order({ type: 'build' });
    await engine.end();
    warming.set(name, { small: places, ask });
  }
  return warming;
}

/** The ask that an opening ends with. */
function firstAsk(asks: readonly Ask[]): Ask {
  const first = asks.find((ask) => ask.class === 'one common word') ?? asks[0];
  if (first === undefined) throw new RangeError('nothing to ask');
  return first;
}

async function warm(engine: EngineProcess, warming: Warming | undefined): Promise<void> {
  if (warming !== undefined) await engine.order({ type: 'warm', ...warming });
}

async function openAll(
  input: CorpusInput,
  asks: readonly Ask[],
  warming: ReadonlyMap<EngineName, Warming>,
): Promise<ReadonlyMap<EngineName, Opened>> {
  const first = firstAsk(asks);
  const times = new Map<EngineName, Opened[]>(input.engines.map((name) => [name, []]));
  for (let round = 0; round < input.rounds; round += 1) {
    for (const [name, taken] of times) {
      const engine = await EngineProcess.start(name, placesOf(input, name), 'search');
      const before = await engine.order({ type: 'memory' });
      await warm(engine, warming.get(name));
      forgetFiles();
      const { ms, cpu } = await engine.order({ type: 'open', first });
      forgetFiles();
      // Before memory is looked at: to collect all garbage again and again takes compiled code away too.
      const again = await engine.order({ type: 'open', first });
      const { rss } = await engine.order({ type: 'memory' });
      await engine.end();
      taken.push({ open: ms, openCpu: cpu, openAgain: again.ms, memoryOpen: rss - before.rss });
      input.say(`  ${engineTitles[name]}: opened in ${Math.round(ms)} ms`);
    }
  }
  return new Map(
    [...times].map(([name, taken]) => [
      name,
      {
        open: least(taken.map(({ open }) => open)),
        openCpu: least(taken.map(({ openCpu }) => openCpu)),
        openAgain: least(taken.map(({ openAgain }) => openAgain)),
        memoryOpen: median(taken.map(({ memoryOpen }) => memoryOpen)),
      },
    ]),
  );
}

interface Running {
  readonly engine: EngineProcess;
  readonly rounds: (readonly Timed[])[];
  /** Its memory before it opened anything. */
  readonly before: number;
}

async function askAll(
  input: CorpusInput,
  asks: readonly Ask[],
  warming: ReadonlyMap<EngineName, Warming>,
): Promise<ReadonlyMap<EngineName, Asked>> {
  const running = new Map<EngineName, Running>();
  try {
    for (const name of input.engines) {
      const engine = await EngineProcess.start(name, placesOf(input, name), 'search');
      const { rss } = await engine.order({ type: 'memory' });
      running.set(name, { engine, rounds: [], before: rss });
      await warm(engine, warming.get(name));
      await engine.order({ type: 'open', first: asks[0] as Ask });
    }
    for (let round = 0; round < input.rounds; round += 1)
      for (const [name, { engine, rounds }] of running) {
        rounds.push((await engine.order({ type: 'round', asks })).times);
        input.say(`  ${engineTitles[name]}: round ${round + 1}`);
      }
    const asked = new Map<EngineName, Asked>();
    for (const [name, { engine, rounds, before }] of running) {
      const { rss } = await engine.order({ type: 'memory' });
      const memoryAfter = rss - before;
      asked.set(name, {
        memoryAfter,
        asks: asks.map((_, at) => askFigures(rounds.map((round) => round[at]))),
      });
    }
    return asked;
  } finally {
    for (const { engine } of running.values()) await engine.end();
  }
}

function least(numbers: readonly number[]): number {
  return Math.min(...numbers);
}

function askFigures(rounds: readonly (Timed | undefined)[]): AskFigures | null {
  const times = rounds.map((timed) => timed?.ms).filter((ms) => typeof ms === 'number');
  const [first] = times;
  if (first === undefined) return null;
  return { first, best: Math.min(...times), total: rounds[0]?.total ?? 0 };
}

function bytesIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
