import type { FacetName, FacetValue } from '../../../model/search.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import { isTimeFacet, makeRow, namedValue, orderOf } from '../catalogue/facet-rows.ts';
import type { FacetRow, Named } from '../catalogue/facet-rows.ts';
import type { Names } from '../catalogue/names.ts';
import type { ValueCounter } from './counter.ts';

const NONE: ReadonlySet<number> = new Set();

/** Lists what a counter has counted, each value with its name. Names and their order are worked out once. */
export class FacetList {
  readonly #facet: FacetName;
  readonly #counter: ValueCounter;
  readonly #names: Names;
  readonly #isTime: boolean;
  readonly #rowOf: (facet: FacetName) => FacetRow;
  #row: FacetRow | null = null;

  /** @param rowOf gives the names in order where they were worked out beforehand. */
  constructor(
    facet: FacetName,
    counter: ValueCounter,
    { names, rowOf }: { readonly names: Names; readonly rowOf: Catalogue['rowOf'] },
  ) {
    this.#facet = facet;
    this.#counter = counter;
    this.#names = names;
    this.#isTime = isTimeFacet(facet);
    this.#rowOf = rowOf ?? (() => makeRow(facet, counter.ids, names));
  }

  /** Every value that some release has, and those that are chosen even when none has them. */
  values(chosen: readonly string[]): readonly FacetValue[] {
    const { ids } = this.#counter;
    if (chosen.length === 0) return this.#counted(NONE);
    const counted = this.#counted(new Set(chosen.map((id) => ids.indexOf(id))));
    const absent = [...new Set(chosen)].filter((id) => !ids.includes(id));
    if (absent.length === 0) return counted;
    const unknown = absent.map((id) => ({
      ...namedValue(this.#facet, id, this.#names),
      count: 0,
      uncertain: 0,
    }));
    const compare = orderOf(this.#facet);
    return [...counted, ...unknown].toSorted(
      this.#isTime ? compare : (a, b) => b.count - a.count || compare(a, b),
    );
  }

  /** @param chosen numbers of values. */
  #counted(chosen: ReadonlySet<number>): readonly FacetValue[] {
    this.#row ??= this.#rowOf(this.#facet);
    const { values, places, named } = this.#row;
    const { counts } = this.#counter;
    // What comes first has the least key: most releases, then place. Numbers sort faster than objects.
    const keys = new Float64Array(values.length);
    let length = 0;
    for (let value = 0; value < values.length; value += 1) {
      const count = (counts[value * 2] ?? 0) + (counts[value * 2 + 1] ?? 0);
      if (count === 0 && (chosen.size === 0 || !chosen.has(value))) continue;
      keys[length] = (places[value] ?? 0) - (this.#isTime ? 0 : count * values.length);
      length += 1;
    }
    const listed: FacetValue[] = [];
    for (const key of sorted(keys.subarray(0, length))) {
      const place = ((key % values.length) + values.length) % values.length;
      const value = values[place] ?? 0;
      const uncertain = counts[value * 2] ?? 0;
      const name = named[place];
      if (name !== undefined)
        listed.push(withCounts(name, uncertain + (counts[value * 2 + 1] ?? 0), uncertain));
    }
    return listed;
  }
}

/** So few keys are put in order sooner than a sort is called. */
const FEW = 12;

/** A few are put in order in place, by insertion. */
function sorted(keys: Float64Array): Float64Array {
  if (keys.length > FEW) return keys.toSorted();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    let to = at;
    for (; to > 0 && (keys[to - 1] ?? 0) > key; to -= 1) keys[to] = keys[to - 1] ?? 0;
    keys[to] = key;
  }
  return keys;
}

/** Written out, for there may be hundreds in an answer: spreading takes ten times as long. */
function withCounts(
  { id, label, roles, from, to, formerly }: Named,
  count: number,
  uncertain: number,
): FacetValue {
  if (roles !== undefined) return { id, label, count, uncertain, roles };
  if (from === undefined || to === undefined) return { id, label, count, uncertain };
  if (formerly === undefined) return { id, label, count, uncertain, from, to };
  return { id, label, count, uncertain, from, to, formerly };
}
