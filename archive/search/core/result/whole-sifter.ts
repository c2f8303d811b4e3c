import { liveRefs } from '../catalogue/columns.ts';
import type { Catalogue, ValueFacet } from '../catalogue/columns.ts';
import { ReleasesByValue } from '../catalogue/releases-by-value.ts';
import { RefSet } from './ref-set.ts';
import { INSIDE, MinisterChoice, POSSIBLE, dayChoices, valueChoices } from './selection.ts';
import type { DayChoice, Stand, ValueChoice } from './selection.ts';
import type { Asked } from './sift.ts';

/** All releases, told apart by how they stand to what is asked. */
export interface SiftedWhole {
  /** What may be found whatever is chosen: with the withdrawn only where they are asked for. */
  readonly scope: RefSet;
  /** What meets everything. */
  readonly kept: RefSet;
  /** What of it lies only possibly inside the period asked for; null: nothing. */
  readonly possible: RefSet | null;
  /** What meets everything but perhaps what is asked of ministers. */
  readonly meeting: RefSet;
  /** By facet with values chosen, what meets everything but perhaps that choice. */
  readonly but: ReadonlyMap<ValueFacet, RefSet>;
  readonly ministers: MinisterChoice;
  /** What links a person, or an office, that is chosen; null where none is. */
  readonly withPerson: RefSet | null;
  readonly withOffice: RefSet | null;
}

/** What meets one choice, and what of it does so only possibly. */
interface Met {
  readonly met: RefSet;
  readonly possible: RefSet;
}

/**
 * Tells all releases apart by filters as `Sifter` does some of them: each choice is a set made from the lists of the
 * values chosen, so that what has none of them is not looked at.
 */
export class WholeSifter {
  readonly #catalogue: Catalogue;
  readonly #byValue: ReleasesByValue;
  readonly #live: RefSet;
  readonly #current: RefSet;

  /** @param withdrawn 1 by release that is withdrawn; null when none is. */
  constructor(catalogue: Catalogue, withdrawn: Uint8Array | null) {
    const live = liveRefs(catalogue);
    this.#catalogue = catalogue;
    this.#byValue = new ReleasesByValue(catalogue);
    this.#live = RefSet.of(live, catalogue.size);
    this.#current = withdrawn === null ? this.#live : this.#setOf(live.filter((ref) => withdrawn[ref] !== 1));
  }

  sift({ filters, period }: Asked): SiftedWhole {
    const least = filters.certain ? INSIDE : POSSIBLE;
    const scope = filters.withdrawn ? this.#live : this.#current;
    const days = dayChoices(this.#catalogue, [filters, period]).map((choice) => onDays(choice, least));
    const choices = valueChoices(this.#catalogue, filters);
    const valued = choices.map((choice) => this.#valued(choice, least));
    const ministers = new MinisterChoice(this.#catalogue.ministers, filters);
    const withPerson = this.#linking('minister', ministers.persons);
    const withOffice = this.#linking('role', ministers.offices);
    const fitting = this.#fitting(ministers, withPerson, withOffice);
    const meeting = meetingAll(scope, [...days, ...valued]);
    const kept = among(meeting, fitting);
    const but = choices.map(({ facet }, n) => {
      const others = [...days, ...valued.toSpliced(n, 1)];
      return [facet, among(meetingAll(scope, others), fitting)] as const;
    });
    const possible = [...days, ...valued].map((one) => one.possible).filter(({ count }) => count > 0);
    return {
      scope,
      kept,
      possible: possible.length === 0 ? null : possible.reduce((a, b) => a.or(b)).and(kept),
      meeting,
      but: new Map(but),
      ministers,
      withPerson,
      withOffice,
    };
  }

  #valued(choice: ValueChoice, least: Stand): Met {
    const [met, possible] = [this.#none(), this.#none()];
    for (const value of choice.values) {
      const refs = this.#byValue.refs(choice.facet, value);
      for (let n = 0; n < refs.length; n += 1) {
        const ref = refs[n] ?? 0;
        const stand = choice.stand(ref);
        if (stand < least) continue;
        met.add(ref);
        if (stand === POSSIBLE) possible.add(ref);
      }
    }
    return { met, possible };
  }

  #linking(facet: 'minister' | 'role', chosen: readonly number[] | null): RefSet | null {
    if (chosen === null) return null;
    const lists = chosen.map((value) => this.#setOf(this.#byValue.refs(facet, value)));
    return lists.reduce((a, b) => a.or(b), this.#none());
  }

  /** What has a link that fits; null: everything, for nothing is asked of ministers. */
  #fitting(choice: MinisterChoice, withPerson: RefSet | null, withOffice: RefSet | null): RefSet | null {
    const linking = withPerson ?? withOffice;
    if (linking === null) return null;
    return this.#setOf(
      among(linking, withOffice)
        .refs()
        .filter((ref) => choice.admits(ref)),
    );
  }

  #setOf(refs: Uint32Array): RefSet {
    return RefSet.of(refs, this.#catalogue.size);
  }

  #none(): RefSet {
    return RefSet.none(this.#catalogue.size);
  }
}

function onDays(choice: DayChoice, least: Stand): Met {
  const { overlapping, inside } = choice.standing();
  return { met: least === INSIDE ? inside : overlapping, possible: overlapping.without(inside) };
}

function meetingAll(scope: RefSet, choices: readonly Met[]): RefSet {
  return choices.reduce((left, { met }) => left.and(met), scope);
}

function among(set: RefSet, other: RefSet | null): RefSet {
  return other === null ? set : set.and(other);
}
