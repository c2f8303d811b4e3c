import { noFilters } from '../../../archive/model/search.ts';
import type { FacetName, FacetValue, Filters } from '../../../archive/model/search.ts';
import type { Catalogue } from '../../../archive/search/core/catalogue/columns.ts';
import type { RegisterNames } from '../../../archive/search/core/catalogue/register-names.ts';
import { Narrower } from '../../../archive/search/core/result/narrow.ts';
import type { Answer, AnsweringEngine, Ask, OpenEngine, Ranked } from './engine.ts';

/** How many releases an answer names. */
export const TOP = 20;

const anyDay = { from: null, to: null };

/**
 * Makes whole answers of what a bare engine finds: filters, the exact total and every facet's counts, by the code
 * that the app itself counts with. Orders nothing: the engine's order stands.
 */
export class Answering implements AnsweringEngine {
  readonly #engine: OpenEngine;
  readonly #narrower: Narrower;
  readonly #everything: Ranked;

  constructor(engine: OpenEngine, catalogue: Catalogue, names: RegisterNames) {
    this.#engine = engine;
    this.#narrower = new Narrower(catalogue, names);
    this.#everything = Uint32Array.from({ length: catalogue.size }, (_, ref) => ref);
  }

  answer({ wanted, filters }: Ask): Answer | null {
    const refs = wanted.type === 'everything' ? this.#everything : this.#engine.find(wanted);
    if (refs === null) return null;
    const narrowed = this.#narrower.narrow(refs, { filters: { ...noFilters, ...filters }, period: anyDay });
    const top = narrowed.kept === null ? refs.subarray(0, TOP) : firstOf(narrowed.kept, refs);
    return { top: Array.from(top), total: narrowed.total, facetSum: facetSum(narrowed.facets) };
  }
}

/** The filters of an ask, complete. */
export function filtersOf(ask: Ask): Filters {
  return { ...noFilters, ...ask.filters };
}

export function facetSum(facets: Readonly<Record<FacetName, readonly FacetValue[]>>): number {
  return Object.values(facets)
    .flat()
    .reduce((sum, { count }) => sum + count, 0);
}

function firstOf(kept: Uint32Array, refs: Ranked): Ranked {
  return kept.subarray(0, TOP).map((at) => refs[at] ?? 0);
}
