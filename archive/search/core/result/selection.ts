import type { DayRange } from '../../../model/day.ts';
import type { Filters } from '../../../model/search.ts';
import { NO_EARLIEST, NO_LATEST, STRONG, dayNumber, valueFacets } from '../catalogue/columns.ts';
import type { Catalogue, MinisterColumn, ValueColumn, ValueFacet } from '../catalogue/columns.ts';
import { BITS } from '../packed/bytes.ts';
import { RefSet } from './ref-set.ts';

/*
 * Choices hold the columns that they look into themselves: a catalogue may read its columns when they are asked for,
 * and asking once for each release takes longer than the rest.
 */

/** How a release stands to a choice of values or days. */
const OUTSIDE = 0;
export const POSSIBLE = 1;
export const INSIDE = 2;
export type Stand = typeof OUTSIDE | typeof POSSIBLE | typeof INSIDE;

/** Facets whose values are stretches of time: an inexact date may fall in several of them. */
const periodFacets: ReadonlySet<ValueFacet> = new Set(['government', 'mandatePeriod', 'year']);

export function isPeriod(facet: ValueFacet): boolean {
  return periodFacets.has(facet);
}

/** One facet's chosen values. */
export class ValueChoice {
  readonly facet: ValueFacet;
  readonly #isPeriod: boolean;
  readonly #starts: Uint32Array;
  readonly #values: Uint32Array;
  readonly #chosen: Uint8Array;

  constructor(facet: ValueFacet, column: ValueColumn, ids: readonly string[]) {
    this.facet = facet;
    this.#isPeriod = isPeriod(facet);
    this.#starts = column.starts;
    this.#values = column.values;
    this.#chosen = chosenOf(column.ids, ids);
  }

  /** The numbers of the values chosen. */
  get values(): readonly number[] {
    return numbersOf(this.#chosen);
  }

  /**
   * How a release stands to it. Of a period it is certainly inside when a chosen value is certain, or when every
   * value that is possible is chosen.
   */
  stand(ref: number): Stand {
    const [start, end] = [this.#starts[ref] ?? 0, this.#starts[ref + 1] ?? 0];
    let count = 0;
    let isCertain = false;
    for (let at = start; at < end; at += 1) {
      const value = this.#values[at] ?? 0;
      if (this.#chosen[value >> 1] !== 1) continue;
      count += 1;
      isCertain ||= (value & 1) === 1;
    }
    if (count === 0) return OUTSIDE;
    return !this.#isPeriod || isCertain || count === end - start ? INSIDE : POSSIBLE;
  }
}

/** The chosen persons and offices: asked together they must meet in one link. */
export class MinisterChoice {
  readonly #starts: Uint32Array;
  readonly #personOf: Uint32Array;
  readonly #officeOf: Uint32Array;
  readonly #marks: Uint8Array;
  readonly #persons: Uint8Array | null;
  readonly #offices: Uint8Array | null;
  readonly #strong: boolean;

  constructor(links: MinisterColumn, filters: Pick<Filters, 'minister' | 'role' | 'strong'>) {
    this.#starts = links.starts;
    this.#personOf = links.persons;
    this.#officeOf = links.offices;
    this.#marks = links.marks;
    this.#persons = filters.minister.length === 0 ? null : chosenOf(links.personIds, filters.minister);
    this.#offices = filters.role.length === 0 ? null : chosenOf(links.officeIds, filters.role);
    this.#strong = filters.strong;
  }

  /** Whether nothing is asked of ministers: then releases without any are admitted too. */
  get isOpen(): boolean {
    return this.#persons === null && this.#offices === null;
  }

  /** The numbers of the persons chosen; null when none need be. */
  get persons(): readonly number[] | null {
    return this.#persons === null ? null : numbersOf(this.#persons);
  }

  /** The numbers of the offices chosen; null when none need be. */
  get offices(): readonly number[] | null {
    return this.#offices === null ? null : numbersOf(this.#offices);
  }

  /** Whether a release has a link that fits. */
  admits(ref: number): boolean {
    if (this.isOpen) return true;
    const end = this.#starts[ref + 1] ?? 0;
    for (let at = this.#starts[ref] ?? 0; at < end; at += 1) if (this.fits(at, null)) return true;
    return false;
  }

  /** Whether a link, by its place in the column, fits; `but` leaves out what was chosen of persons, or of offices. */
  fits(at: number, but: 'minister' | 'role' | null): boolean {
    if (this.#strong && ((this.#marks[at] ?? 0) & STRONG) === 0) return false;
    if (but !== 'minister' && this.#persons !== null && this.#persons[this.#personOf[at] ?? 0] !== 1)
      return false;
    return but === 'role' || this.#offices === null || this.#offices[this.#officeOf[at] ?? 0] === 1;
  }
}

/** Days asked for; matches by overlap. */
export class DayChoice {
  readonly #earliest: Int32Array;
  readonly #latest: Int32Array;
  readonly #from: number;
  readonly #to: number;

  constructor(catalogue: Pick<Catalogue, 'earliest' | 'latest'>, { from, to }: DayRange) {
    this.#earliest = catalogue.earliest;
    this.#latest = catalogue.latest;
    this.#from = from === null ? NO_EARLIEST : dayNumber(from);
    this.#to = to === null ? NO_LATEST : dayNumber(to);
  }

  stand(ref: number): Stand {
    const [earliest, latest] = [this.#earliest[ref] ?? 0, this.#latest[ref] ?? 0];
    if (earliest > this.#to || latest < this.#from) return OUTSIDE;
    return earliest >= this.#from && latest <= this.#to ? INSIDE : POSSIBLE;
  }

  /** The releases that do not stand outside, and those of them that stand inside: all are looked at, in one pass. */
  standing(): { readonly overlapping: RefSet; readonly inside: RefSet } {
    const [earliest, latest, from, to] = [this.#earliest, this.#latest, this.#from, this.#to];
    const words = Math.ceil(earliest.length / BITS);
    const [overlapping, inside] = [new Int32Array(words), new Int32Array(words)];
    for (let word = 0; word < words; word += 1) {
      const end = Math.min((word + 1) * BITS, earliest.length);
      let over = 0;
      let within = 0;
      for (let ref = word * BITS; ref < end; ref += 1) {
        const first = earliest[ref] ?? 0;
        const last = latest[ref] ?? 0;
        if (first > to || last < from) continue;
        over |= 1 << (ref & (BITS - 1));
        if (first >= from && last <= to) within |= 1 << (ref & (BITS - 1));
      }
      overlapping[word] = over;
      inside[word] = within;
    }
    return { overlapping: new RefSet(overlapping), inside: new RefSet(inside) };
  }
}

/** A choice for every value facet that something is chosen of. */
export function valueChoices(catalogue: Catalogue, filters: Filters): readonly ValueChoice[] {
  return valueFacets
    .filter((facet) => filters[facet].length > 0)
    .map((facet) => new ValueChoice(facet, catalogue.facets[facet], filters[facet]));
}

/** A choice for every stretch of days that is bounded at all. */
export function dayChoices(catalogue: Catalogue, ranges: readonly DayRange[]): readonly DayChoice[] {
  return ranges
    .filter(({ from, to }) => from !== null || to !== null)
    .map((range) => new DayChoice(catalogue, range));
}

function numbersOf(chosen: Uint8Array): readonly number[] {
  return [...chosen.keys()].filter((number) => chosen[number] === 1);
}

/** 1 for each id that is chosen. Ids that no release has match nothing. */
function chosenOf(ids: readonly string[], chosen: readonly string[]): Uint8Array {
  const wanted = new Set(chosen);
  return Uint8Array.from(ids, (id) => (wanted.has(id) ? 1 : 0));
}
