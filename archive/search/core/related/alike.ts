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

/** The terms that tell a release from others, the most telling first: often in it, seldom in the rest, never in it alone. */
export function wordsThatTell({ record }: StoredVersion, index: TermIndex): readonly Weighted[] {
  const { title, lead, body } = record.said;
  const counts = tellingTerms([readable(title), ...lead.map(blockText), ...body.map(blockText)]);
  const most = Math.max(2, index.documentCount * LARGEST_PART);
  return [...counts]
    .map(([term, count]) => ({ term, count, releases: index.frequency(term) }))
    .filter(({ releases }) => releases >= 2 && releases <= most)
    .map(({ term, count, releases }) => ({
      term,
      weight: (1 + Math.log(count)) * Math.log(index.documentCount / releases),
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_WORDS);
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
