import { blockText, readable } from '../../../model/reading-text.ts';
import { formFields } from '../index-port.ts';
import type { TermIndex } from '../index-port.ts';
import type { StoredVersion } from '../result/hit.ts';
import { tellingTerms } from '../text/telling-terms.ts';

/** Words that stand for what a release is about. */
const MOST_WORDS = 20;
/** A word that more than this part of the releases have says little. */
const LARGEST_PART = 0.1;
/** Fewer words in common are chance. */
const LEAST_SHARED = 3;

/** How much of what tells a release from others another one has too. */
export interface Likeness {
  /** From 0 to 1. */
  readonly share: number;
  /** The terms in common, the most telling one first. */
  readonly terms: readonly string[];
}

interface Weighted {
  readonly term: string;
  readonly weight: number;
}

/**
 * The terms that tell a release from others, the most telling first: often in it, seldom in the rest, never in it alone.
 *
 * In how many releases a term is takes time to tell; in how many fields of releases, none. That bounds its weight, so the
 * terms are gone through by that bound, until none left can be among the first.
 */
export function wordsThatTell({ record }: StoredVersion, index: TermIndex): readonly Weighted[] {
  const { title, lead, body } = record.said;
  const counts = tellingTerms([readable(title), ...lead.map(blockText), ...body.map(blockText)]);
  const most = Math.max(2, index.documentCount * LARGEST_PART);
  const weightOf = (count: number, releases: number): number =>
    (1 + Math.log(count)) * Math.log(index.documentCount / releases);
  const bounded = [...counts]
    .map(([term, count]) => ({ term, count, fields: index.postings(term) }))
    .filter(({ fields }) => fields >= 2)
    .map((one) => ({ ...one, bound: weightOf(one.count, one.fields / index.settings.fields.length) }))
    .toSorted((a, b) => b.bound - a.bound);
  let best: readonly Weighted[] = [];
  for (const { term, count, bound } of bounded) {
    const last = best[MOST_WORDS - 1];
    if (last !== undefined && bound < last.weight) break;
    const releases = index.frequency(term);
    if (releases < 2 || releases > most) continue;
    best = [...best, { term, weight: weightOf(count, releases) }].toSorted(heaviest).slice(0, MOST_WORDS);
  }
  return best;
}

function heaviest(a: Weighted, b: Weighted): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : 1);
}

/** The releases that have several of some words in their texts, by ref. */
export function alikeBy(words: readonly Weighted[], index: TermIndex): ReadonlyMap<number, Likeness> {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const shared = new Map<number, { weight: number; terms: string[] }>();
  for (const { term, weight } of words)
    for (const ref of index.documents([term], formFields)) {
      const one = shared.get(ref) ?? { weight: 0, terms: [] };
      one.weight += weight;
      one.terms.push(term);
      shared.set(ref, one);
    }
  return new Map(
    [...shared]
      .filter(([, { terms }]) => terms.length >= LEAST_SHARED)
      .map(([ref, { weight, terms }]) => [ref, { share: weight / whole, terms }]),
  );
}
