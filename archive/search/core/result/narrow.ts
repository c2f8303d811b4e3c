import type { DayRange } from '../../../model/day.ts';
import type { FacetName, Filters } from '../../../model/search.ts';
import { valueFacets } from '../catalogue/columns.ts';
import type { Catalogue, ValueFacet } from '../catalogue/columns.ts';
import { ValueCounter } from './counter.ts';
import {
  INSIDE,
  MinisterChoice,
  OUTSIDE,
  POSSIBLE,
  dayChoices,
  isPeriod,
  valueChoices,
} from './selection.ts';
import type { DayChoice, ValueChoice } from './selection.ts';

/** A result after narrowing. */
export interface Narrowed {
  /** In the order given. */
  readonly refs: Uint32Array;
  /** 1 for each release in `refs` that lies only possibly inside the period asked for. */
  readonly possible: Uint8Array;
  readonly counters: ReadonlyMap<FacetName, ValueCounter>;
}

/**
 * Narrows releases by filters and counts every facet, in one pass: a release that fails one facet only still
 * counts there, for a facet's own choices do not narrow its own counts.
 *
 * @param period further days asked for, by the query.
 */
export function narrow(
  catalogue: Catalogue,
  refs: Uint32Array,
  asked: { readonly filters: Filters; readonly period: DayRange },
): Narrowed {
  const pass = new Pass(catalogue, asked.filters, asked.period);
  refs.forEach((ref) => pass.take(ref));
  return pass.result();
}

class Pass {
  readonly #catalogue: Catalogue;
  readonly #filters: Filters;
  readonly #days: readonly DayChoice[];
  readonly #choices: readonly ValueChoice[];
  readonly #ministers: MinisterChoice;
  readonly #counters = new Map<FacetName, ValueCounter>();
  readonly #refs: number[] = [];
  readonly #possible: number[] = [];

  constructor(catalogue: Catalogue, filters: Filters, period: DayRange) {
    this.#catalogue = catalogue;
    this.#filters = filters;
    this.#days = dayChoices(catalogue, [filters, period]);
    this.#choices = valueChoices(catalogue, filters);
    this.#ministers = new MinisterChoice(catalogue.ministers, filters);
    this.#counters.set('minister', new ValueCounter(catalogue.ministers.personIds));
    this.#counters.set('role', new ValueCounter(catalogue.ministers.officeIds));
    for (const facet of valueFacets) this.#counters.set(facet, new ValueCounter(catalogue.facets[facet].ids));
  }

  take(ref: number): void {
    if (!this.#filters.withdrawn && this.#catalogue.withdrawn[ref] === 1) return;
    let isPossible = false;
    for (const days of this.#days) {
      const stand = days.stand(ref);
      if (this.#fails(stand)) return;
      isPossible ||= stand === POSSIBLE;
    }
    let failed: ValueChoice | null = null;
    for (const choice of this.#choices) {
      const stand = choice.stand(ref);
      if (!this.#fails(stand)) isPossible ||= stand === POSSIBLE;
      else if (failed === null) failed = choice;
      else return;
    }
    this.#count(ref, failed, isPossible);
  }

  result(): Narrowed {
    return {
      refs: Uint32Array.from(this.#refs),
      possible: Uint8Array.from(this.#possible),
      counters: this.#counters,
    };
  }

  #fails(stand: number): boolean {
    return stand === OUTSIDE || (stand !== INSIDE && this.#filters.certain);
  }

  #count(ref: number, failed: ValueChoice | null, isPossible: boolean): void {
    const hasMinister = this.#ministers.admits(ref, null);
    if (failed !== null) {
      if (hasMinister) this.#countValues(ref, failed.facet);
      return;
    }
    this.#countLinks(ref);
    if (!hasMinister) return;
    for (const facet of valueFacets) this.#countValues(ref, facet);
    this.#refs.push(ref);
    this.#possible.push(isPossible ? 1 : 0);
  }

  #countValues(ref: number, facet: ValueFacet): void {
    const { starts, values } = this.#catalogue.facets[facet];
    const counter = this.#counters.get(facet);
    const [start, end] = [starts[ref] ?? 0, starts[ref + 1] ?? 0];
    const countsPossible = !isPeriod(facet) || !this.#filters.certain || end - start === 1;
    for (let at = start; at < end; at += 1) {
      const value = values[at] ?? 0;
      const isCertain = (value & 1) === 1;
      if (isCertain || countsPossible) counter?.count(value >> 1, isCertain, ref);
    }
  }

  /** That a person acts in a release is certain even where the date leaves open in which office. */
  #countLinks(ref: number): void {
    const [persons, offices] = [this.#counters.get('minister'), this.#counters.get('role')];
    this.#ministers.eachLink(ref, 'minister', (person) => persons?.count(person, true, ref));
    this.#ministers.eachLink(ref, 'role', (_person, office, isCertain) =>
      offices?.count(office, isCertain, ref),
    );
  }
}
