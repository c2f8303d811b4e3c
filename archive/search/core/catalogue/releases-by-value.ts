import type { Catalogue, ValueFacet } from './columns.ts';
import { ValueLists } from './value-lists.ts';

type Facet = ValueFacet | 'minister' | 'role';

/** Finds the releases of a value. The lists of a facet are made when one of its values is first asked for. */
export class ReleasesByValue {
  readonly #catalogue: Catalogue;
  readonly #lists = new Map<Facet, ValueLists>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** Ascending. One that links a person, or an office, several times is there as often. */
  refs(facet: Facet, value: number): Uint32Array {
    const lists = this.#lists.get(facet) ?? this.#listsOf(facet);
    this.#lists.set(facet, lists);
    return lists.refs(value);
  }

  #listsOf(facet: Facet): ValueLists {
    const { facets, ministers } = this.#catalogue;
    if (facet !== 'minister' && facet !== 'role') {
      const { ids, starts, values } = facets[facet];
      return new ValueLists(ids.length, { starts, values, markBits: 1 });
    }
    const { starts, persons, offices, personIds, officeIds } = ministers;
    return facet === 'minister'
      ? new ValueLists(personIds.length, { starts, values: persons, markBits: 0 })
      : new ValueLists(officeIds.length, { starts, values: offices, markBits: 0 });
  }
}
