import type { Filters } from '../../../model/search.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { ValueCounter } from './counter.ts';
import type { Narrowed } from './narrow.ts';
import type { RefSet } from './ref-set.ts';
import { isPeriod } from './selection.ts';
import type { Asked } from './sift.ts';
import type { Tally } from './tally.ts';
import { WholeSifter } from './whole-sifter.ts';
import type { SiftedWhole } from './whole-sifter.ts';

/** Releases that are counted: or, where they are most of those that may be found, the others. */
interface Share {
  readonly refs: Uint32Array;
  readonly isRest: boolean;
}

/**
 * Narrows all releases that count. What each facet has over all of them is counted once and kept: of a choice that
 * leaves most of them only what it takes away is counted.
 */
export class WholeNarrower {
  readonly #catalogue: Catalogue;
  readonly #tally: Tally;
  readonly #sifter: WholeSifter;
  /** Counts over all that may be found, by facet and by what counts there. */
  readonly #wholes = new Map<string, Uint32Array>();
  /** The place of each release among those that count; null where all do. */
  readonly #places: Uint32Array | null;
  readonly #size: number;

  /** @param withdrawn 1 by release that is withdrawn; null when none is. */
  constructor(catalogue: Catalogue, withdrawn: Uint8Array | null, tally: Tally) {
    this.#catalogue = catalogue;
    this.#tally = tally;
    this.#sifter = new WholeSifter(catalogue, withdrawn);
    this.#places = catalogue.live === null ? null : placesOf(catalogue.live);
    this.#size = catalogue.live === null ? catalogue.size : catalogue.live.reduce((sum, one) => sum + one, 0);
  }

  /** Leaves the counts in the tally. */
  narrow(asked: Asked): Omit<Narrowed, 'facets'> {
    const sifted = this.#sifter.sift(asked);
    this.#countLinks(sifted, asked.filters);
    this.#countValues(sifted, asked.filters);
    const { kept, possible } = sifted;
    return {
      total: kept.count,
      kept: kept.count === this.#size ? null : this.#placesIn(kept.refs()),
      possible: possible === null || possible.count === 0 ? null : this.#marksOf(possible),
      possibleTotal: possible?.count ?? 0,
    };
  }

  #countValues({ scope, kept, but }: SiftedWhole, filters: Filters): void {
    const share = shareOf(kept, scope);
    for (const [facet, counter] of this.#tally.values) {
      const column = this.#catalogue.facets[facet];
      const isStrict = filters.certain && isPeriod(facet);
      const own = but.get(facet);
      this.#count(counter, own === undefined ? share : shareOf(own, scope), {
        key: `${facet} ${isStrict} ${filters.withdrawn}`,
        scope,
        count: (refs) => {
          counter.clear();
          counter.addColumn(column, refs, isStrict);
        },
      });
    }
  }

  /** Persons are narrowed by the offices chosen, offices by the persons. */
  #countLinks({ scope, meeting, ministers, withPerson, withOffice }: SiftedWhole, filters: Filters): void {
    const { links } = this.#tally;
    const share = shareOf(meeting, scope);
    const among = (set: RefSet | null): Share =>
      set === null ? share : { refs: meeting.and(set).refs(), isRest: false };
    const key = `${filters.strong} ${filters.withdrawn}`;
    this.#count(links.persons, among(withOffice), {
      key: `minister ${key}`,
      scope,
      count: (refs) => links.countPersons(refs, ministers),
    });
    this.#count(links.offices, among(withPerson), {
      key: `role ${key}`,
      scope,
      count: (refs) => links.countOffices(refs, ministers),
    });
  }

  /** @param count sets the counter to the counts of some releases. */
  #count(
    counter: ValueCounter,
    { refs, isRest }: Share,
    { key, scope, count }: { key: string; scope: RefSet; count: (refs: Uint32Array) => void },
  ): void {
    if (!isRest) {
      count(refs);
      return;
    }
    let whole = this.#wholes.get(key);
    if (whole === undefined) {
      count(scope.refs());
      whole = counter.counts.slice();
      this.#wholes.set(key, whole);
    }
    count(refs);
    counter.leaveOf(whole);
  }

  #placesIn(refs: Uint32Array): Uint32Array {
    const places = this.#places;
    return places === null ? refs : refs.map((ref) => places[ref] ?? 0);
  }

  #marksOf(set: RefSet): Uint8Array {
    const marks = new Uint8Array(this.#size);
    for (const place of this.#placesIn(set.refs())) marks[place] = 1;
    return marks;
  }
}

function shareOf(set: RefSet, scope: RefSet): Share {
  const isRest = set.count * 2 > scope.count;
  return { refs: (isRest ? scope.without(set) : set).refs(), isRest };
}

/** The place of each that counts among those that do. */
function placesOf(live: Uint8Array): Uint32Array {
  let place = 0;
  return Uint32Array.from(live, (counts) => (counts === 1 ? place++ : 0));
}
