import type { FacetName, FacetValue } from '../../../model/search.ts';
import type { Names } from '../catalogue/names.ts';
import type { ValueCounter } from './counter.ts';

/** Facets that are read as a line of time: the newest first. */
const timeFacets: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
const labelOrder = new Intl.Collator('sv', { numeric: true });

/** A value but for its counts. */
type Named = Omit<FacetValue, 'count' | 'uncertain'>;

/** All values of a facet in the order in which equally frequent ones are listed. */
interface Row {
  /** The number of each value, by place. */
  readonly values: Uint32Array;
  /** The place of each value, by number. */
  readonly places: Uint32Array;
  readonly named: readonly Named[];
}

/** Lists what a counter has counted, each value with its name. Names and their order are worked out once. */
export class FacetList {
  readonly #facet: FacetName;
  readonly #counter: ValueCounter;
  readonly #names: Names;
  readonly #isTime: boolean;
  #row: Row | null = null;

  constructor(facet: FacetName, counter: ValueCounter, names: Names) {
    this.#facet = facet;
    this.#counter = counter;
    this.#names = names;
    this.#isTime = timeFacets.has(facet);
  }

  /** Every value that some release has, and those that are chosen even when none has them. */
  values(chosen: readonly string[]): readonly FacetValue[] {
    const { ids } = this.#counter;
    const counted = this.#counted(new Set(chosen.map((id) => ids.indexOf(id))));
    const absent = [...new Set(chosen)].filter((id) => !ids.includes(id));
    if (absent.length === 0) return counted;
    const unknown = absent.map((id) => ({ ...this.#named(id), count: 0, uncertain: 0 }));
    return [...counted, ...unknown].toSorted(
      this.#isTime ? newestFirst : (a, b) => b.count - a.count || byLabel(a, b),
    );
  }

  /** @param chosen numbers of values. */
  #counted(chosen: ReadonlySet<number>): readonly FacetValue[] {
    this.#row ??= this.#makeRow();
    const { values, places, named } = this.#row;
    const { counts } = this.#counter;
    // What comes first has the least key: most releases, then place. Numbers sort faster than objects.
    const keys = new Float64Array(values.length);
    let length = 0;
    for (let value = 0; value < values.length; value += 1) {
      const count = (counts[value * 2] ?? 0) + (counts[value * 2 + 1] ?? 0);
      if (count === 0 && !chosen.has(value)) continue;
      keys[length] = (places[value] ?? 0) - (this.#isTime ? 0 : count * values.length);
      length += 1;
    }
    const listed: FacetValue[] = [];
    for (const key of keys.subarray(0, length).toSorted()) {
      const place = ((key % values.length) + values.length) % values.length;
      const value = values[place] ?? 0;
      const uncertain = counts[value * 2] ?? 0;
      const name = named[place];
      if (name !== undefined)
        listed.push(withCounts(name, uncertain + (counts[value * 2 + 1] ?? 0), uncertain));
    }
    return listed;
  }

  #makeRow(): Row {
    const all = this.#counter.ids.map((id, value) => ({ value, named: this.#named(id) }));
    const compare = this.#isTime ? newestFirst : byLabel;
    const inOrder = all.toSorted((a, b) => compare(a.named, b.named));
    const places = new Uint32Array(all.length);
    inOrder.forEach(({ value }, place) => {
      places[value] = place;
    });
    return {
      values: Uint32Array.from(inOrder, ({ value }) => value),
      places,
      named: inOrder.map(({ named }) => named),
    };
  }

  #named(id: string): Named {
    return { id, label: this.#names.label(this.#facet, id), ...this.#names.details(this.#facet, id) };
  }
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

function byLabel(a: Named, b: Named): number {
  return labelOrder.compare(a.label, b.label) || compareText(a.id, b.id);
}

/** Years have no days of their own: their label says when. */
function newestFirst(a: Named, b: Named): number {
  const [x, y] = [a.from ?? a.label, b.from ?? b.label];
  return compareText(y, x) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
