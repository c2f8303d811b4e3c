import type { Filters } from '../../../model/search.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { Names } from '../catalogue/names.ts';
import { isPeriod } from './selection.ts';
import { Sifter } from './sift.ts';
import type { Asked, Sifted } from './sift.ts';
import { Tally } from './tally.ts';
import type { Facets } from './tally.ts';
import { WholeNarrower } from './whole.ts';

export type { Asked } from './sift.ts';
export type { Facets } from './tally.ts';

/** A result after narrowing. */
export interface Narrowed {
  /** How many releases it holds. */
  readonly total: number;
  /** Their places in the list that was narrowed, in its order; null when all are left. */
  readonly kept: Uint32Array | null;
  /** By place in that list, 1 for what is left and lies only possibly inside the period asked for; null: nothing. */
  readonly possible: Uint8Array | null;
  /** How many these are. */
  readonly possibleTotal: number;
  readonly facets: Facets;
}

/**
 * Narrows results by filters and counts every facet. A release that fails one facet only still counts there, for
 * a facet's own choices do not narrow its own counts.
 */
export class Narrower {
  readonly #catalogue: Catalogue;
  readonly #withdrawn: Uint8Array | null;
  readonly #tally: Tally;
  #whole: WholeNarrower | null = null;

  constructor(catalogue: Catalogue, names: Names) {
    this.#catalogue = catalogue;
    this.#withdrawn = catalogue.withdrawn.includes(1) ? catalogue.withdrawn : null;
    this.#tally = new Tally(catalogue, names);
  }

  /** @param refs each once. */
  narrow(refs: Uint32Array, asked: Asked): Narrowed {
    const sifter = new Sifter(this.#catalogue, this.#withdrawn, asked);
    const sifted = sifter.sift(refs);
    const { links } = this.#tally;
    links.countPersons(sifted.meeting, sifter.ministers);
    links.countOffices(sifted.meeting, sifter.ministers);
    this.#countValues(refs, sifted, asked.filters);
    const { kept, possible } = sifted;
    return {
      total: kept?.length ?? refs.length,
      kept,
      possible,
      possibleTotal: possible?.reduce((sum, isPossible) => sum + isPossible, 0) ?? 0,
      facets: this.#tally.facets(asked.filters),
    };
  }

  /** The same for all releases that count, in the order of `liveRefs`: none of them is looked at that need not be. */
  narrowAll(asked: Asked): Narrowed {
    this.#whole ??= new WholeNarrower(this.#catalogue, this.#withdrawn, this.#tally);
    const narrowed = this.#whole.narrow(asked);
    return { ...narrowed, facets: this.#tally.facets(asked.filters) };
  }

  /** How many of some releases, each given once, are left by narrowing. */
  total(refs: Uint32Array, asked: Asked): number {
    return this.left(refs, asked).length;
  }

  /** Those of some releases, each given once, that are left by narrowing. */
  left(refs: Uint32Array, asked: Asked): Uint32Array {
    const { kept } = new Sifter(this.#catalogue, this.#withdrawn, asked).sift(refs);
    return kept === null ? refs : kept.map((at) => refs[at] ?? 0);
  }

  #countValues(refs: Uint32Array, { kept, nearly }: Sifted, { certain }: Filters): void {
    const left = kept === null ? refs : kept.map((at) => refs[at] ?? 0);
    for (const [facet, counter] of this.#tally.values) {
      const column = this.#catalogue.facets[facet];
      const isStrict = certain && isPeriod(facet);
      counter.clear();
      counter.addColumn(column, left, isStrict);
      counter.addColumn(column, nearly.get(facet) ?? NONE, isStrict);
    }
  }
}

const NONE = new Uint32Array(0);
