import { randomOf } from '../random.ts';
import type { Searcher } from './searchers.ts';

/** A subject as a question: its name, and the releases that the archive itself has put under it. */
export interface SubjectQuestion {
  readonly name: string;
  readonly words: readonly string[];
  readonly relevant: ReadonlySet<number>;
}

export interface SubjectFigures {
  readonly precision20: number;
  readonly recall200: number;
  readonly recall1000: number;
}

/** Subjects with fewer releases say little. */
const LEAST_RELEASES = 20;
const SPLIT_SEED = 7;

/** Questions in two halves by lot: on one the weights are tuned, the other is reported. */
export function subjectQuestions(subjectsOf: readonly (readonly string[])[]): {
  readonly tuning: readonly SubjectQuestion[];
  readonly held: readonly SubjectQuestion[];
} {
  const releases = new Map<string, Set<number>>();
  subjectsOf.forEach((names, ref) => {
    for (const name of names) releases.set(name, (releases.get(name) ?? new Set()).add(ref));
  });
  const random = randomOf(SPLIT_SEED);
  const byLot = [...releases]
    .filter(([, refs]) => refs.size >= LEAST_RELEASES)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, relevant]) => ({ lot: random(), question: { name, words: wordsIn(name), relevant } }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ question }) => question);
  const half = Math.floor(byLot.length / 2);
  return { tuning: byLot.slice(0, half), held: byLot.slice(half) };
}

/** Means over questions. */
export function subjectFigures(searcher: Searcher, questions: readonly SubjectQuestion[]): SubjectFigures {
  const found = questions.map(({ words, relevant }) => {
    const results = searcher.search(words);
    const hits = (most: number): number => results.slice(0, most).filter((ref) => relevant.has(ref)).length;
    return [hits(20) / 20, hits(200) / relevant.size, hits(1000) / relevant.size] as const;
  });
  const mean = (at: 0 | 1 | 2): number => found.reduce((sum, row) => sum + row[at], 0) / found.length;
  return { precision20: mean(0), recall200: mean(1), recall1000: mean(2) };
}

/** Runs of letters and digits: every engine is asked for the same words. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
