import { cpus, totalmem } from 'node:os';
import { table } from '../table.ts';
import type { Row } from '../table.ts';
import { enginesOf, firstSpreadOf, meanFound, spreadOf, timesSlower } from './derived.ts';
import { askClasses } from './engine.ts';
import { engineTitles } from './engines/index.ts';
import type { CorpusFigures } from './figures.ts';
import { findings } from './findings.ts';
import { searchGoals, relevanceGoals } from './goals.ts';
import { howMeasured } from './how-measured.ts';
import type { RelevanceFigures } from './relevance/measure.ts';

export interface BenchFigures {
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
  readonly corpora: readonly CorpusFigures[];
  readonly relevance: RelevanceFigures | null;
}

/** The page of figures. `chart`: the picture's address from the page, if there is one. `note`: what else to say of the run. */
export function report(
  { date, corpora, relevance }: BenchFigures,
  { chart, note }: { readonly chart: string | null; readonly note: string | null },
): string {
  const parts = [
    '# Benchmarks',
    'Made by `npm run bench:search`, which measures anew and writes this page.',
    [`Measured on ${date}: ${machine()}.`, ...(note === null ? [] : [note])].join(' '),
    '## What was to be reached',
    table([...corpora.flatMap(searchGoals), ...(relevance === null ? [] : relevanceGoals(relevance))]),
    ...(chart === null
      ? []
      : ['## Cost against size', `![Cost of each engine against the number of documents](${chart})`]),
    ...corpora.flatMap(corpusParts),
    ...(relevance === null ? [] : relevanceParts(relevance)),
    findings,
    howMeasured,
  ];
  return `${parts.join('\n\n')}\n`;
}

function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1e9);
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB of memory, Node ${process.version} on ${process.platform} ${process.arch}`;
}

function corpusParts(corpus: CorpusFigures): readonly string[] {
  const size = `${corpus.documents.toLocaleString('en')} ${corpus.name} releases`;
  const text = `${megabytes(corpus.textBytes)} MB of text; ${corpus.cold ? 'cold' : 'warm'} files; each ask at its fastest of ${corpus.rounds} rounds.`;
  return [
    `## ${size[0]?.toUpperCase() ?? ''}${size.slice(1)}`,
    text,
    table(costRows(corpus)),
    'Median and p95 in milliseconds, by what was asked. "× Lunr" and "× FTS5": how many times longer their p95 is than ours, over the asks that both can express.',
    table(classRows(corpus)),
    'Releases found by an ask, on the average: an engine that finds less has less to count.',
    table(foundRows(corpus)),
  ];
}

function costRows(corpus: CorpusFigures): readonly Row[] {
  const lunr = corpus.engines['stock-lunr'];
  return enginesOf(corpus).map(([name, figures]) => {
    const { median, p95, asks } = spreadOf(corpus, name);
    return {
      engine: engineTitles[name],
      'build (s)': rounded(figures.build / 1000),
      'build, processor (s)': rounded(figures.buildCpu / 1000),
      'peak (MB)': megabytes(figures.buildPeak),
      'file (MB)': rounded(figures.file / 1e6),
      'its words (MB)': rounded(figures.textFile / 1e6),
      'words / text': rounded(figures.textFile / corpus.textBytes),
      'open (ms)': rounded(figures.open),
      'open, processor (ms)': rounded(figures.openCpu),
      'open again (ms)': figures.openAgain === null ? '–' : rounded(figures.openAgain),
      'open, Lunr takes': lunr === undefined ? '' : ratio(lunr.open / figures.open),
      'memory, open (MB)': megabytes(figures.memoryOpen),
      'memory, after all (MB)': megabytes(figures.memoryAfter),
      asks,
      'median (ms)': rounded(median),
      'p95 (ms)': rounded(p95),
      'p95, first time (ms)': rounded(firstSpreadOf(corpus, name).p95),
    };
  });
}

function classRows(corpus: CorpusFigures): readonly Row[] {
  return [...askClasses, null].map((only) => ({
    'what was asked': only ?? 'all',
    ...Object.fromEntries(
      enginesOf(corpus).map(([name]) => {
        const { asks, median, p95 } = spreadOf(corpus, name, only);
        return [engineTitles[name], asks === 0 ? '–' : `${rounded(median)} / ${rounded(p95)}`];
      }),
    ),
    '× Lunr': ratio(timesSlower(corpus, 'stock-lunr', only)),
    '× FTS5': ratio(timesSlower(corpus, 'fts5', only)),
  }));
}

function foundRows(corpus: CorpusFigures): readonly Row[] {
  return askClasses.map((only) => ({
    'what was asked': only,
    ...Object.fromEntries(
      enginesOf(corpus).map(([name]) => {
        const found = meanFound(corpus, name, only);
        return [engineTitles[name], Number.isNaN(found) ? '–' : Math.round(found)];
      }),
    ),
  }));
}

function relevanceParts({ releases, subjects, knownItems, rows }: RelevanceFigures): readonly string[] {
  const [base] = rows;
  const cell = (value: number, of: number | undefined): string =>
    `${value.toFixed(3)} (${ratio(value / (of ?? NaN))})`;
  return [
    '## Relevance',
    `Over the ${releases.toLocaleString('en')} real releases that have text and subjects, subjects left out of every index. Each of ${subjects.tuning + subjects.held} subjects is asked for by its name; a release counts as relevant when the archive itself has it under that subject. The weights of Läsesal were chosen on ${subjects.tuning} of them; these figures are of the other ${subjects.held} (both halves by lot). In brackets: Lunr = 1. P@20: share of relevant ones among the first 20. R@200, R@1000: share of all relevant ones that is among the first 200, 1,000. Known item: ${knownItems} releases asked for by three to five words of their titles, each in another inflection; mean of one over the rank, and share among the first ten.`,
    table(
      rows.map(({ searcher, held, known }) => ({
        manner: searcher,
        'P@20': cell(held.precision20, base?.held.precision20),
        'R@200': cell(held.recall200, base?.held.recall200),
        'R@1000': cell(held.recall1000, base?.held.recall1000),
        'known item: 1/rank': known === null ? '–' : known.reciprocalRank.toFixed(3),
        'among ten': known === null ? '–' : known.inTop10.toFixed(3),
      })),
    ),
    'The same on the half that was tuned on:',
    table(
      rows.map(({ searcher, tuning }) => ({
        manner: searcher,
        'P@20': cell(tuning.precision20, base?.tuning.precision20),
        'R@200': cell(tuning.recall200, base?.tuning.recall200),
        'R@1000': cell(tuning.recall1000, base?.tuning.recall1000),
      })),
    ),
  ];
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toPrecision(2));
}

function ratio(value: number): string {
  return Number.isNaN(value) ? '–' : `${value >= 10 ? Math.round(value) : Number(value.toPrecision(3))}×`;
}
