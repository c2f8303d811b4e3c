import type { DayRange } from '../../../model/day.ts';
import type { Filters } from '../../../model/search.ts';
import type { Catalogue, ValueFacet } from '../catalogue/columns.ts';
import { INSIDE, MinisterChoice, POSSIBLE, dayChoices, valueChoices } from './selection.ts';
import type { DayChoice, ValueChoice } from './selection.ts';

/** What a result is narrowed by. */
export interface Asked {
  readonly filters: Filters;
  /** Further days asked for, by the query. */
  readonly period: DayRange;
}

/** Releases told apart by how they stand to what is asked. */
export interface Sifted {
  /** Of the list that was sifted, the places of the releases that meet everything; null when all do. */
  readonly kept: Uint32Array | null;
  /** By place in the list, 1 for what is kept and lies only possibly inside the period asked for; null: nothing. */
  readonly possible: Uint8Array | null;
  /** The releases that meet everything but perhaps what is asked of ministers. */
  readonly meeting: Uint32Array;
  /** By value facet, the releases that fail the choice of its values and nothing else. */
  readonly nearly: ReadonlyMap<ValueFacet, Uint32Array>;
}

const OUT = -1;
const MET = 0;

/** Tells releases apart by filters. */
export class Sifter {
  readonly ministers: MinisterChoice;
  readonly #withdrawn: Uint8Array | null;
  readonly #days: readonly DayChoice[];
  readonly #choices: readonly ValueChoice[];
  /** The least that a release may stand to a choice. */
  readonly #least: number;

  /** @param withdrawn 1 by release that is withdrawn; null when none is. */
  constructor(catalogue: Catalogue, withdrawn: Uint8Array | null, { filters, period }: Asked) {
    this.ministers = new MinisterChoice(catalogue.ministers, filters);
    this.#withdrawn = filters.withdrawn ? null : withdrawn;
    this.#days = dayChoices(catalogue, [filters, period]);
    this.#choices = valueChoices(catalogue, filters);
    this.#least = filters.certain ? INSIDE : POSSIBLE;
  }

  /** @param refs each once. */
  sift(refs: Uint32Array): Sifted {
    if (this.#isOpen && this.ministers.isOpen)
      return { kept: null, possible: null, meeting: refs, nearly: new Map() };
    const kept = new List(refs.length);
    const meeting = new List(refs.length);
    const nearly = this.#choices.map(() => new List(refs.length));
    const possible = new Uint8Array(refs.length);
    for (let at = 0; at < refs.length; at += 1) {
      const ref = refs[at] ?? 0;
      const failed = this.#failure(ref);
      if (failed === OUT) continue;
      if (failed === MET) meeting.push(ref);
      if (!this.ministers.admits(ref)) continue;
      if (failed !== MET) {
        nearly[failed - 1]?.push(ref);
        continue;
      }
      possible[at] = this.#isPossible(ref) ? 1 : 0;
      kept.push(at);
    }
    return {
      kept: kept.done(),
      possible: possible.includes(1) ? possible : null,
      meeting: meeting.done(),
      nearly: new Map(this.#choices.map(({ facet }, n) => [facet, nearly[n]?.done() ?? refs])),
    };
  }

  /** Whether nothing is asked but perhaps of ministers. */
  get #isOpen(): boolean {
    return this.#withdrawn === null && this.#days.length === 0 && this.#choices.length === 0;
  }

  /** The number of the only choice of values that a release fails, counted from 1; `MET` or `OUT`. */
  #failure(ref: number): number {
    if (this.#withdrawn?.[ref] === 1) return OUT;
    for (const days of this.#days) if (days.stand(ref) < this.#least) return OUT;
    let failed = MET;
    for (let n = 0; n < this.#choices.length; n += 1) {
      const stand = this.#choices[n]?.stand(ref) ?? INSIDE;
      if (stand >= this.#least) continue;
      if (failed !== MET) return OUT;
      failed = n + 1;
    }
    return failed;
  }

  #isPossible(ref: number): boolean {
    for (const days of this.#days) if (days.stand(ref) === POSSIBLE) return true;
    for (const choice of this.#choices) if (choice.stand(ref) === POSSIBLE) return true;
    return false;
  }
}

/** Numbers put one after another into room that is there from the start. */
class List {
  readonly #numbers: Uint32Array;
  length = 0;

  constructor(atMost: number) {
    this.#numbers = new Uint32Array(atMost);
  }

  push(number: number): void {
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  done(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
