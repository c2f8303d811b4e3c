import type { FacetName, FacetValue, Filters } from '../../../model/search.ts';
import { valueFacets } from '../catalogue/columns.ts';
import type { Catalogue, ValueFacet } from '../catalogue/columns.ts';
import type { Names } from '../catalogue/names.ts';
import { LinkCounter, ValueCounter } from './counter.ts';
import { FacetList } from './facet-list.ts';

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** Counters of all facets. They are kept from one result to the next. */
export class Tally {
  readonly links: LinkCounter;
  readonly values: ReadonlyMap<ValueFacet, ValueCounter>;
  readonly #lists: readonly (readonly [FacetName, FacetList])[];

  constructor(catalogue: Catalogue, names: Names) {
    this.links = new LinkCounter(catalogue.ministers);
    this.values = new Map(valueFacets.map((facet) => [facet, new ValueCounter(catalogue.facets[facet].ids)]));
    const counters: readonly (readonly [FacetName, ValueCounter])[] = [
      ['minister', this.links.persons],
      ['role', this.links.offices],
      ...this.values,
    ];
    const { rowOf } = catalogue;
    this.#lists = counters.map(([facet, counter]) => [
      facet,
      new FacetList(facet, counter, { names, rowOf }),
    ]);
  }

  /** What was counted last, with names. */
  facets(filters: Filters): Facets {
    const lists = this.#lists.map(([facet, list]) => [facet, list.values(filters[facet])]);
    return Object.fromEntries(lists) as Facets;
  }
}
