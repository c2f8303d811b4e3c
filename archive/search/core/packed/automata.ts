/** The state from which nothing is taken any more. */
export const DEAD = -1;

/** Reads a term unit by unit and says whether it takes it. States are numbers; 0 and up are alive. */
export interface Automaton {
  readonly start: number;
  /** The state after one more UTF-16 unit. */
  step(state: number, unit: number): number;
  accepts(state: number): boolean;
}

/** Takes the terms that have, at each place, one of the units allowed there. */
export function variantsAutomaton(letters: readonly string[]): Automaton {
  return {
    start: 0,
    step: (state, unit) => (letters[state]?.includes(String.fromCharCode(unit)) === true ? state + 1 : DEAD),
    accepts: (state) => state === letters.length,
  };
}

/**
 * What is left to read of the term asked for: from `at` on, behind a unit `held` back by a swap (-1 for none), with
 * `edits` left.
 */
interface Rest {
  readonly at: number;
  readonly held: number;
  readonly edits: number;
}

/** Stands for any unit that the term asked for does not have. */
const OTHER = -1;
const WILDCARD = 0x2a;

/**
 * Takes the terms that `lunr.TokenSet.fromFuzzyString` takes: those that are made from a term by so many insertions,
 * deletions, substitutions and swaps of neighbours. As in Lunr a `*` in it stands for any one unit, and an empty
 * term does not take itself. Lunr builds the set of all that is taken as a graph; here its states are followed as far
 * as the terms of the index lead, each set of states made once (subset construction).
 */
export function fuzzyAutomaton(term: string, distance: number): Automaton {
  return new FuzzyAutomaton(term, distance);
}

class FuzzyAutomaton implements Automaton {
  readonly start = 0;
  readonly #units: readonly number[];
  readonly #alphabet: ReadonlySet<number>;
  readonly #numbers = new Map<string, number>();
  readonly #sets: (readonly Rest[])[] = [];
  readonly #accepting: boolean[] = [];
  readonly #steps: Map<number, number>[] = [];

  constructor(term: string, distance: number) {
    this.#units = Array.from({ length: term.length }, (_, at) => term.charCodeAt(at));
    this.#alphabet = new Set(this.#units);
    this.#stateOf([{ at: 0, held: -1, edits: distance }]);
    // Lunr never looks at whether its root is final.
    this.#accepting[0] = false;
  }

  step(state: number, unit: number): number {
    const known = this.#alphabet.has(unit) ? unit : OTHER;
    const steps = this.#steps[state];
    const next = steps?.get(known);
    if (next !== undefined) return next;
    const rests = (this.#sets[state] ?? []).flatMap((rest) => this.#after(rest, known));
    const found = rests.length === 0 ? DEAD : this.#stateOf(rests);
    steps?.set(known, found);
    return found;
  }

  accepts(state: number): boolean {
    return this.#accepting[state] === true;
  }

  #stateOf(rests: readonly Rest[]): number {
    const closed = this.#withDeletions(rests);
    const key = [...closed.keys()].toSorted().join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#sets.length;
    this.#numbers.set(key, number);
    const set = [...closed.values()];
    this.#sets.push(set);
    this.#accepting.push(set.some((rest) => this.#lengthOf(rest) === 0));
    this.#steps.push(new Map());
    return number;
  }

  /** Some rests with those that deletions make of them, each once. */
  #withDeletions(rests: readonly Rest[]): ReadonlyMap<string, Rest> {
    const closed = new Map<string, Rest>();
    const waiting = [...rests];
    for (let rest = waiting.pop(); rest !== undefined; rest = waiting.pop()) {
      const key = `${rest.at},${rest.held},${rest.edits}`;
      if (closed.has(key)) continue;
      closed.set(key, rest);
      if (rest.edits > 0 && this.#lengthOf(rest) > 0) waiting.push(passed(rest, rest.edits - 1));
    }
    return closed;
  }

  /** What a rest can become by reading a unit. */
  #after(rest: Rest, unit: number): readonly Rest[] {
    const next: Rest[] = [];
    const { at, held, edits } = rest;
    const length = this.#lengthOf(rest);
    const first = held === -1 ? this.#units[at] : held;
    if (length > 0 && (first === unit || first === WILDCARD)) next.push(passed(rest, edits));
    if (edits === 0) return next;
    next.push({ at, held, edits: edits - 1 });
    if (length > 0) next.push(passed(rest, edits - 1));
    if (length > 1 && first !== undefined) {
      const secondAt = held === -1 ? at + 1 : at;
      const second = this.#units[secondAt];
      if (second === unit || second === WILDCARD)
        next.push({ at: secondAt + 1, held: first, edits: edits - 1 });
    }
    return next;
  }

  #lengthOf({ at, held }: Rest): number {
    return this.#units.length - at + (held === -1 ? 0 : 1);
  }
}

/** A rest without its first unit. */
function passed({ at, held }: Rest, edits: number): Rest {
  return held === -1 ? { at: at + 1, held: -1, edits } : { at, held: -1, edits };
}
