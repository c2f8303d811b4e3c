import { blockText, readable } from '../../../model/reading-text.ts';
import type { TermIndex, Relations } from '../index-port.ts';
import type { StoredVersion } from '../result/hit.ts';
import { termOf } from '../text/swedish.ts';
import { formsOf, wordsOf } from '../text/words.ts';
import type { Association, Associations } from './associations.ts';

/** Words taken. */
const MOST_ASSOCIATIONS = 12;
/** A word must stand in this many of the releases looked at, unless there are fewer. */
const LEAST_RELEASES = 2;
/** What a word in a title counts beside one in a lead. */
const TITLE_WEIGHT = 2;
/** Shorter words and numbers say nothing about a subject. */
const LEAST_LETTERS = 3;
const HAS_DIGIT = /\p{N}/u;

export interface ContextHoldings {
  readonly terms: TermIndex;
  readonly forms: TermIndex;
  readonly relations: Relations;
  readonly readVersion: (ref: number) => StoredVersion;
}

/**
 * Words that go with those asked for, from the titles and leads of the releases that meet the query best: feedback
 * from what is taken for relevant, weighted by how rare a word is (after J. Xu and W. B. Croft, "Query expansion
 * using local and global document analysis", SIGIR 1996, and the relevance model RM3 of N. Abdul-Jaleel and others,
 * TREC 2004, with releases counting less the farther down they stand).
 */
export class LocalContext implements Associations {
  readonly #holdings: ContextHoldings;

  constructor(holdings: ContextHoldings) {
    this.#holdings = holdings;
  }

  of(terms: readonly string[], best: readonly number[]): readonly Association[] {
    const asked = new Set(terms);
    const found = new Map<string, { weight: number; releases: number }>();
    best.forEach((ref, place) => {
      for (const [term, share] of this.#sharesIn(ref)) {
        if (asked.has(term)) continue;
        const { weight, releases } = found.get(term) ?? { weight: 0, releases: 0 };
        found.set(term, { weight: weight + share / (place + 2), releases: releases + 1 });
      }
    });
    const least = Math.min(LEAST_RELEASES, best.length);
    const weighted = [...found]
      .filter(([, { releases }]) => releases >= least)
      .map(([term, { weight }]) => ({ term, weight: weight * this.#rarity(term) }))
      .toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, MOST_ASSOCIATIONS);
    const most = weighted[0]?.weight ?? 1;
    return weighted.map(({ term, weight }) => ({ term, form: this.#usualForm(term), weight: weight / most }));
  }

  /** How much of a release's title and lead each term makes up. */
  #sharesIn(ref: number): ReadonlyMap<string, number> {
    const { said } = this.#holdings.readVersion(ref).record;
    const counts = new Map<string, number>();
    const take = (text: string, weight: number): void => {
      for (const form of wordsOf(text).flatMap(formsOf)) {
        const term = form.length < LEAST_LETTERS || HAS_DIGIT.test(form) ? null : termOf(form);
        if (term !== null) counts.set(term, (counts.get(term) ?? 0) + weight);
      }
    };
    take(readable(said.title), TITLE_WEIGHT);
    for (const block of said.lead) take(blockText(block), 1);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return new Map([...counts].map(([term, count]) => [term, count / all]));
  }

  #rarity(term: string): number {
    const { terms } = this.#holdings;
    return Math.log(1 + terms.documentCount / (1 + terms.frequency(term)));
  }

  #usualForm(term: string): string {
    const { forms, relations } = this.#holdings;
    const counted = relations.formsOf(term).map((form) => ({ form, releases: forms.frequency(form) }));
    return counted.toSorted((a, b) => b.releases - a.releases)[0]?.form ?? term;
  }
}
