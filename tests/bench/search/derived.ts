import type { AskClass } from './engine.ts';
import { askClasses } from './engine.ts';
import type { EngineName } from './engines/index.ts';
import type { CorpusFigures, EngineFigures } from './figures.ts';
import { median, percentile } from './statistics.ts';

/** Milliseconds over a number of asks. */
export interface Spread {
  readonly asks: number;
  readonly median: number;
  readonly p95: number;
}

/** An engine's times over the asks that it can express; of one class, or all. */
export function spreadOf(corpus: CorpusFigures, engine: EngineName, only: AskClass | null = null): Spread {
  return spread(timesOf(corpus, engine, { only, with: engine }).map(([time]) => time));
}

/** The same, each ask at its first time. */
export function firstSpreadOf(corpus: CorpusFigures, engine: EngineName): Spread {
  const asks = corpus.engines[engine]?.asks ?? [];
  return spread(asks.filter((ask) => ask !== null).map(({ first }) => first));
}

/** How many times longer another engine's p95 is than ours, over the asks that both can express; NaN for none. */
export function timesSlower(corpus: CorpusFigures, other: EngineName, only: AskClass | null = null): number {
  const pairs = timesOf(corpus, 'ours', { only, with: other });
  const [ours, theirs] = [pairs.map(([time]) => time), pairs.map(([, time]) => time)];
  return percentile(theirs, 0.95) / percentile(ours, 0.95);
}

/** Classes that both ours and another engine can express. Facets alone ask nothing of an engine: all count them alike. */
export function sharedClasses(corpus: CorpusFigures, other: EngineName): readonly AskClass[] {
  const asking = askClasses.filter((name) => name !== 'facets only');
  return asking.filter((name) => timesOf(corpus, 'ours', { only: name, with: other }).length > 0);
}

/** Releases found by an ask of a class, on the average; NaN where it cannot be asked. */
export function meanFound(corpus: CorpusFigures, engine: EngineName, only: AskClass): number {
  const asks = corpus.engines[engine]?.asks ?? [];
  const totals = asks
    .filter((ask, at) => ask !== null && corpus.classes[at] === only)
    .map((ask) => ask?.total ?? 0);
  return totals.length === 0 ? NaN : totals.reduce((sum, total) => sum + total, 0) / totals.length;
}

/** The engines measured, with their figures. */
export function enginesOf(corpus: CorpusFigures): readonly (readonly [EngineName, EngineFigures])[] {
  return Object.entries(corpus.engines) as (readonly [EngineName, EngineFigures])[];
}

/** Times of an engine and of another, for asks that both can express. */
function timesOf(
  { engines, classes }: CorpusFigures,
  engine: EngineName,
  { only, with: other }: { readonly only: AskClass | null; readonly with: EngineName },
): readonly (readonly [number, number])[] {
  return classes.flatMap((name, at) => {
    const [one, two] = [engines[engine]?.asks[at], engines[other]?.asks[at]];
    if ((only !== null && name !== only) || !one || !two) return [];
    return [[one.best, two.best] as const];
  });
}

function spread(times: readonly number[]): Spread {
  return { asks: times.length, median: median(times), p95: percentile(times, 0.95) };
}

/** The slowest class of ours beside another engine, with how many times longer the other takes. */
export function leastAhead(corpus: CorpusFigures, other: 'fts5' | 'stock-lunr'): readonly [string, number] {
  const classes = sharedClasses(corpus, other).map(
    (name) => [name, timesSlower(corpus, other, name)] as const,
  );
  return classes.toSorted(([, a], [, b]) => a - b)[0] ?? ['none', NaN];
}
