import { CERTAIN } from '../catalogue/columns.ts';
import type { MinisterColumn, ValueColumn } from '../catalogue/columns.ts';
import type { MinisterChoice } from './selection.ts';

/**
 * Counts of one facet's values. They are kept in one array that is used again for every result: what stands there
 * of the value n is, at 2n, how many releases have it only possibly, and at 2n + 1, how many have it certainly.
 */
export class ValueCounter {
  readonly ids: readonly string[];
  readonly counts: Uint32Array;

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.counts = new Uint32Array(ids.length * 2);
  }

  clear(): void {
    this.counts.fill(0);
  }

  /**
   * Counts the values of some releases. A column has a value once a release, and writes it as its place here.
   *
   * @param isStrict true counts a value that is one of several possible ones for none of them.
   */
  addColumn({ starts, values }: ValueColumn, refs: Uint32Array, isStrict: boolean): void {
    const { counts } = this;
    for (let n = 0; n < refs.length; n += 1) {
      const ref = refs[n] ?? 0;
      const start = starts[ref] ?? 0;
      const end = starts[ref + 1] ?? 0;
      const least = isStrict && end - start > 1 ? 1 : 0;
      for (let at = start; at < end; at += 1) {
        const value = values[at] ?? 0;
        if ((value & 1) >= least) counts[value] = (counts[value] ?? 0) + 1;
      }
    }
  }

  /** Where what was counted is what is missing of a whole: makes it what is left of it. */
  leaveOf(whole: Uint32Array): void {
    const { counts } = this;
    for (let at = 0; at < counts.length; at += 1) counts[at] = (whole[at] ?? 0) - (counts[at] ?? 0);
  }
}

/** Counts persons and offices. A release may link one of them several times; it counts once. */
export class LinkCounter {
  readonly persons: ValueCounter;
  readonly offices: ValueCounter;
  readonly #starts: Uint32Array;
  readonly #personOf: Uint32Array;
  readonly #officeOf: Uint32Array;
  readonly #marks: Uint8Array;
  /** The release that each person was counted for last, plus one. */
  readonly #lastOfPerson: Uint32Array;
  /** Twice the release that each office was counted for last plus one, and one more where it was certain. */
  readonly #lastOfOffice: Uint32Array;

  constructor(links: MinisterColumn) {
    this.#starts = links.starts;
    this.#personOf = links.persons;
    this.#officeOf = links.offices;
    this.#marks = links.marks;
    this.persons = new ValueCounter(links.personIds);
    this.offices = new ValueCounter(links.officeIds);
    this.#lastOfPerson = new Uint32Array(links.personIds.length);
    this.#lastOfOffice = new Uint32Array(links.officeIds.length);
  }

  /**
   * Counts the persons of the links of some releases, each given once, that fit a choice. Which persons are chosen
   * does not matter.
   */
  countPersons(refs: Uint32Array, choice: MinisterChoice): void {
    const starts = this.#starts;
    this.persons.clear();
    this.#lastOfPerson.fill(0);
    for (let n = 0; n < refs.length; n += 1) {
      const ref = refs[n] ?? 0;
      const end = starts[ref + 1] ?? 0;
      for (let at = starts[ref] ?? 0; at < end; at += 1)
        if (choice.fits(at, 'minister')) this.#countPerson(at, ref);
    }
  }

  /** The same of offices: which offices are chosen does not matter. */
  countOffices(refs: Uint32Array, choice: MinisterChoice): void {
    const starts = this.#starts;
    this.offices.clear();
    this.#lastOfOffice.fill(0);
    for (let n = 0; n < refs.length; n += 1) {
      const ref = refs[n] ?? 0;
      const end = starts[ref + 1] ?? 0;
      for (let at = starts[ref] ?? 0; at < end; at += 1)
        if (choice.fits(at, 'role')) this.#countOffice(at, ref);
    }
  }

  /** That a person acts in a release is certain even where the date leaves open in which office. */
  #countPerson(at: number, ref: number): void {
    const person = this.#personOf[at] ?? 0;
    if (this.#lastOfPerson[person] === ref + 1) return;
    this.#lastOfPerson[person] = ref + 1;
    increase(this.persons.counts, person * 2 + 1, 1);
  }

  /** An office that is certain in one link is so for the release. */
  #countOffice(at: number, ref: number): void {
    const office = this.#officeOf[at] ?? 0;
    const certain = ((this.#marks[at] ?? 0) & CERTAIN) === 0 ? 0 : 1;
    const { counts } = this.offices;
    const last = this.#lastOfOffice[office] ?? 0;
    const wasCounted = last >> 1 === ref + 1;
    if (wasCounted && (last & 1) >= certain) return;
    if (wasCounted) increase(counts, office * 2, -1);
    this.#lastOfOffice[office] = (ref + 1) * 2 + certain;
    increase(counts, office * 2 + certain, 1);
  }
}

function increase(counts: Uint32Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}
