import { blockText, readable } from '../../../model/reading-text.ts';
import type { LinkNames } from '../catalogue/names.ts';
import type { TermIndex, Relations } from '../index-port.ts';
import { usualForm } from '../relations/usual-form.ts';
import type { StoredVersion } from '../result/hit.ts';
import { tellingTerms } from '../text/telling-terms.ts';
import type { Association, Associations } from './associations.ts';

/** Words taken. */
const MOST_ASSOCIATIONS = 12;
/** A word must stand in this many of the releases looked at, unless there are fewer. */
const LEAST_RELEASES = 2;

export interface ContextHoldings {
  readonly terms: TermIndex;
  readonly forms: TermIndex;
  readonly relations: Relations;
  readonly namesOf: (ref: number) => LinkNames;
  readonly readVersion: (ref: number) => StoredVersion;
}

/**
 * Words that go with those asked for: those that the releases which meet the query best have far more often than
 * others do. A word's weight is its part of the divergence of Kullback and Leibler between the share of the best
 * releases that have it and the share of all (C. Carpineto, R. de Mori, G. Romano and B. Bigi, "An
 * information-theoretic approach to automatic query expansion", ACM TOIS 19, 2001). What stands in their texts
 * counts, and the names of their departments.
 */
export class LocalContext implements Associations {
  readonly #holdings: ContextHoldings;

  constructor(holdings: ContextHoldings) {
    this.#holdings = holdings;
  }

  of(terms: readonly string[], best: readonly number[]): readonly Association[] {
    const asked = new Set(terms);
    const releases = new Map<string, number>();
    for (const ref of best)
      for (const term of this.#termsIn(ref))
        if (!asked.has(term)) releases.set(term, (releases.get(term) ?? 0) + 1);
    const least = Math.min(LEAST_RELEASES, best.length);
    const weighted = [...releases]
      .filter(([, count]) => count >= least)
      .map(([term, count]) => ({ term, weight: this.#divergence(term, count / best.length) }))
      .filter(({ weight }) => weight > 0)
      .toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, MOST_ASSOCIATIONS);
    const most = weighted[0]?.weight ?? 1;
    return weighted.map(({ term, weight }) => ({
      term,
      form: usualForm(term, this.#holdings),
      weight: weight / most,
    }));
  }

  #termsIn(ref: number): readonly string[] {
    const { record, links } = this.#holdings.readVersion(ref);
    const { title, lead, body } = record.said;
    const names = this.#holdings.namesOf(ref);
    const departments = links.departments.flatMap(({ id }) => names.names('department', id).slice(0, 1));
    const texts = [readable(title), ...lead.map(blockText), ...body.map(blockText), ...departments];
    return [...tellingTerms(texts).keys()];
  }

  /** @param share of the best releases that have the term. */
  #divergence(term: string, share: number): number {
    const { terms } = this.#holdings;
    return share * Math.log((share * terms.documentCount) / Math.max(1, terms.frequency(term)));
  }
}
