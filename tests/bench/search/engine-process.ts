import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Answering } from './answer.ts';
import { facetNamesOf, readColumns } from './documents.ts';
import type { AnsweringEngine, Ask, BenchEngine, BenchPlaces } from './engine.ts';
import { loadEngine } from './engines/index.ts';
import type { Order, Report, Timed } from './process-messages.ts';

/** A process that holds one engine and measures what it is told to. Started by `EngineProcess`. */

let loaded: { readonly engine: BenchEngine; readonly places: BenchPlaces } | null = null;
let opened: AnsweringEngine | null = null;

process.on('message', (order: Order) => {
  void carryOut(order)
    .catch((error: unknown): Report => ({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }))
    .then((report) => process.send?.(report));
});

async function carryOut(order: Order): Promise<Report> {
  switch (order.type) {
    case 'load':
      loaded = { engine: await loadEngine(order.engine), places: order.places };
      return { type: 'load' };
    case 'build':
      return await build();
    case 'warm':
      return await warm(order.small, order.ask);
    case 'open':
      return await open(order.first);
    case 'round':
      return { type: 'round', times: order.asks.map(time) };
    case 'memory':
      return { type: 'memory', rss: await settledMemory() };
  }
}

async function build(): Promise<Report> {
  if (loaded === null) throw new RangeError('no engine is loaded');
  const started = performance.now();
  await loaded.engine.build(loaded.places);
  const ms = performance.now() - started;
  const [cpu, peak] = [processorTime(), process.resourceUsage().maxRSS * 1024];
  return { type: 'build', ms, cpu, peak, textBytes: loaded.engine.textBytes?.(loaded.places) ?? null };
}

const WARM_ROUNDS = 12;

async function warm(small: BenchPlaces, ask: Ask): Promise<Report> {
  if (loaded === null) throw new RangeError('no engine is loaded');
  const { engine } = loaded;
  if (engine.warmUp !== undefined) engine.warmUp();
  else for (let round = 0; round < WARM_ROUNDS; round += 1) (await openAt(engine, small)).answer(ask);
  return { type: 'warm' };
}

async function openAt(engine: BenchEngine, places: BenchPlaces): Promise<AnsweringEngine> {
  const open = await engine.open(places);
  return 'answer' in open ? open : new Answering(open, readColumns(places), facetNamesOf());
}

async function open(first: Ask): Promise<Report> {
  if (loaded === null) throw new RangeError('no engine is loaded');
  const [started, used] = [performance.now(), processorTime()];
  opened = await openAt(loaded.engine, loaded.places);
  opened.answer(first);
  return { type: 'open', ms: performance.now() - started, cpu: processorTime() - used };
}

/**
 * Times an ask: by the clock or by the processor time of the process, whichever is less. On a machine that does
 * nothing else they are the same but for collecting garbage beside; on a busy one the clock counts the others' time.
 */
function time(ask: Ask): Timed {
  const [started, used] = [performance.now(), processorTime()];
  const answer = opened?.answer(ask) ?? null;
  const [wall, cpu] = [performance.now() - started, processorTime() - used];
  if (answer === null) return { ms: null, total: null, facetSum: null };
  return { ms: Math.min(wall, cpu), total: answer.total, facetSum: answer.facetSum };
}

/** Processor time of the process since it started, all threads together, in ms. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How often memory is looked at, and how much it may still change when it counts as settled. */
const MOST_LOOKS = 20;
const SETTLED_BYTES = 200_000;

/** Collects garbage until no more pages go back to the system. */
async function settledMemory(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let last = Infinity;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = ownMemory();
    if (Math.abs(last - now) < SETTLED_BYTES) break;
    last = now;
  }
  return ownMemory();
}

/** Resident memory without what is mapped from files, which is the runtime itself; all of it where that is not told. */
function ownMemory(): number {
  try {
    const kib = /^RssAnon:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (kib !== undefined) return Number(kib) * 1024;
  } catch {
    // Not Linux.
  }
  return process.memoryUsage.rss();
}
