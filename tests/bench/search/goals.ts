import type { Row } from '../table.ts';
import { leastAhead, timesSlower } from './derived.ts';
import type { CorpusFigures } from './figures.ts';
import type { RelevanceFigures } from './relevance/measure.ts';

/** What the search is held to, against stock Lunr in the same run, and what was reached. */
export function searchGoals(corpus: CorpusFigures): readonly Row[] {
  const { ours, 'stock-lunr': lunr } = corpus.engines;
  if (ours === undefined || lunr === undefined) return [];
  const [slowest, ahead] = leastAhead(corpus, 'fts5');
  const over = `${corpus.documents.toLocaleString('en')} ${corpus.name}`;
  return [
    row(over, 'open, times as fast as Lunr', { goal: 100, value: lunr.open / ours.open }),
    ...(ours.openAgain === null || lunr.openAgain === null
      ? []
      : [
          row(over, 'open again, code warm, times as fast as Lunr', {
            goal: 100,
            value: lunr.openAgain / ours.openAgain,
          }),
        ]),
    row(over, 'p95, times as fast as Lunr', { goal: 30, value: timesSlower(corpus, 'stock-lunr') }),
    row(over, `p95, times as fast as FTS5 (least: ${slowest})`, { goal: 1, value: ahead }),
    row(over, 'memory, parts of Lunr’s', {
      goal: 0.1,
      value: ours.memoryAfter / lunr.memoryAfter,
      isMost: true,
    }),
    row(over, 'index of words with positions, parts of the text', {
      goal: 0.6,
      value: ours.textFile / corpus.textBytes,
      isMost: true,
    }),
    row(over, 'the same with what is known of each release', {
      goal: 0.6,
      value: ours.file / corpus.textBytes,
      isMost: true,
    }),
    row(over, 'build, times as fast as Lunr', { goal: 1, value: lunr.build / ours.build }),
    row(over, 'peak memory of the build, GB', { goal: 1, value: ours.buildPeak / 1e9, isMost: true }),
  ];
}

export function relevanceGoals({ rows }: RelevanceFigures): readonly Row[] {
  const find = (name: string): RelevanceFigures['rows'][number] | undefined =>
    rows.find(({ searcher }) => searcher === name);
  const [lunr, any, wider] = [
    rows[0]?.held,
    find('Läsesal, any word')?.held,
    find('Läsesal, any word, wider')?.held,
  ];
  if (lunr === undefined || any === undefined || wider === undefined) return [];
  const over = 'subjects by name';
  return [
    row(over, 'P@20, any word, times Lunr’s', { goal: 1.13, value: any.precision20 / lunr.precision20 }),
    row(over, 'R@200, any word, times Lunr’s', { goal: 1.1, value: any.recall200 / lunr.recall200 }),
    row(over, 'R@200, wider, times Lunr’s', { goal: 1.3, value: wider.recall200 / lunr.recall200 }),
  ];
}

interface Goal {
  readonly goal: number;
  readonly value: number;
  /** True where the goal is not to be exceeded. */
  readonly isMost?: boolean;
}

function row(over: string, what: string, { goal, value, isMost = false }: Goal): Row {
  const isReached = isMost ? value <= goal : value >= goal;
  return {
    over,
    what,
    goal: `${isMost ? '≤' : '≥'} ${goal}`,
    measured: value >= 100 ? Math.round(value) : Number(value.toPrecision(3)),
    reached: isReached ? 'yes' : '**no**',
  };
}
