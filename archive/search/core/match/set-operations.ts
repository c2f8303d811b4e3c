import type { ScoredRefs } from '../index-port.ts';
import type { Matches } from './matches.ts';

/** Where one list is this many times as long as the other, it is searched instead of walked. */
const MUCH_LONGER = 24;
/** Ranks below whole words are bytes. */
const LOWEST = 255;

export const noMatches: Matches = {
  refs: new Uint32Array(0),
  scores: new Float64Array(0),
  partly: null,
};

/** Some releases (ascending), each with the same score. */
export function scoredAlike(refs: Uint32Array, score: number): Matches {
  return { refs, scores: new Float64Array(refs.length).fill(score), partly: null };
}

/** What an index found, as whole words. */
export function wholly({ refs, scores }: ScoredRefs): Matches {
  return { refs, scores, partly: null };
}

/** Releases that are in both; scores and ranks add up. */
export function intersect(a: Matches, b: Matches): Matches {
  if (a.refs.length > b.refs.length) return intersect(b, a);
  const gathered = new Gathered(a.refs.length, a.partly !== null || b.partly !== null);
  const isSearched = b.refs.length > a.refs.length * MUCH_LONGER;
  const { refs: refsA } = a;
  const { refs: refsB } = b;
  let atB = 0;
  for (let atA = 0; atA < refsA.length; atA += 1) {
    const ref = refsA[atA] ?? 0;
    if (isSearched) atB = lowerBound(refsB, ref, atB);
    else while (atB < refsB.length && (refsB[atB] ?? 0) < ref) atB += 1;
    if (atB === refsB.length) break;
    if (refsB[atB] === ref)
      gathered.push(ref, scoreAt(a, atA) + scoreAt(b, atB), partlyAt(a, atA) + partlyAt(b, atB));
  }
  return gathered.done();
}

/**
 * Releases that are in any; scores add up. Those in all lists go first, by what they have inside compounds only;
 * each list that one is missing from sets it back by `setback` ranks.
 */
export function uniteAll(lists: readonly Matches[], setback: number): Matches {
  const [first = noMatches, ...others] = lists;
  if (others.length === 0) return first;
  return others.reduce(
    (united, list, n) => uniteTwo(united, list, { missingA: setback * (n + 1), missingB: setback }),
    first,
  );
}

/** Releases that are in either; one that the first lacks takes `factor` of its score and the rank `rank`. */
export function fillUp(a: Matches, b: Matches, { factor, rank }: { factor: number; rank: number }): Matches {
  if (b.refs.length === 0) return a;
  const gathered = new Gathered(a.refs.length + b.refs.length, true);
  walk(a, b, (ref, atA, atB) => {
    const added = atB === -1 ? 0 : scoreAt(b, atB) * factor;
    if (atA === -1) gathered.push(ref, added, rank);
    else gathered.push(ref, scoreAt(a, atA) + added, partlyAt(a, atA));
  });
  return gathered.done();
}

/** Releases of the first that are not in the second. */
export function subtract(a: Matches, b: Matches): Matches {
  if (b.refs.length === 0) return a;
  const gathered = new Gathered(a.refs.length, a.partly !== null);
  const isSearched = b.refs.length > a.refs.length * MUCH_LONGER;
  let atB = 0;
  for (let atA = 0; atA < a.refs.length; atA += 1) {
    const ref = a.refs[atA] ?? 0;
    if (isSearched) atB = lowerBound(b.refs, ref, atB);
    else while (atB < b.refs.length && (b.refs[atB] ?? 0) < ref) atB += 1;
    if (atB === b.refs.length || b.refs[atB] !== ref) gathered.push(ref, scoreAt(a, atA), partlyAt(a, atA));
  }
  return gathered.done();
}

/** Releases that stand a test. */
export function filterRefs(from: Matches, test: (ref: number, at: number) => boolean): Matches {
  const gathered = new Gathered(from.refs.length, from.partly !== null);
  for (let at = 0; at < from.refs.length; at += 1) {
    const ref = from.refs[at] ?? 0;
    if (test(ref, at)) gathered.push(ref, scoreAt(from, at), partlyAt(from, at));
  }
  return gathered.done();
}

/** Numbers (ascending) that are in both lists. */
export function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  return intersect(scoredAlike(a, 0), scoredAlike(b, 0)).refs;
}

/** The first place from `from` on whose number is not less than `wanted`; the length when there is none. */
export function lowerBound(numbers: Uint32Array, wanted: number, from = 0): number {
  let [low, high] = [from, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function uniteTwo(
  a: Matches,
  b: Matches,
  { missingA, missingB }: { readonly missingA: number; readonly missingB: number },
): Matches {
  const gathered = new Gathered(a.refs.length + b.refs.length, true);
  walk(a, b, (ref, atA, atB) => {
    const [scoreA, partlyA] = atA === -1 ? [0, missingA] : [scoreAt(a, atA), partlyAt(a, atA)];
    const [scoreB, partlyB] = atB === -1 ? [0, missingB] : [scoreAt(b, atB), partlyAt(b, atB)];
    gathered.push(ref, scoreA + scoreB, partlyA + partlyB);
  });
  return gathered.done();
}

/** Goes through two lists side by side: each release with its place in either, -1 where it is not. */
function walk(a: Matches, b: Matches, visit: (ref: number, atA: number, atB: number) => void): void {
  const END = 0xffffffff;
  let [atA, atB] = [0, 0];
  while (atA < a.refs.length || atB < b.refs.length) {
    const [refA, refB] = [a.refs[atA] ?? END, b.refs[atB] ?? END];
    const [inA, inB] = [refA <= refB, refB <= refA];
    visit(inA ? refA : refB, inA ? atA : -1, inB ? atB : -1);
    if (inA) atA += 1;
    if (inB) atB += 1;
  }
}

function scoreAt({ scores }: Matches, at: number): number {
  return scores[at] ?? 0;
}

function partlyAt({ partly }: Matches, at: number): number {
  return partly === null ? 0 : (partly[at] ?? 0);
}

/** Takes in releases in ascending order. */
class Gathered {
  readonly #refs: Uint32Array;
  readonly #scores: Float64Array;
  readonly #partly: Uint8Array | null;
  #length = 0;
  #anyPartly = false;

  constructor(atMost: number, mayBePartly: boolean) {
    this.#refs = new Uint32Array(atMost);
    this.#scores = new Float64Array(atMost);
    this.#partly = mayBePartly ? new Uint8Array(atMost) : null;
  }

  push(ref: number, score: number, partly: number): void {
    const at = this.#length;
    this.#refs[at] = ref;
    this.#scores[at] = score;
    if (partly !== 0 && this.#partly !== null) {
      this.#partly[at] = Math.min(partly, LOWEST);
      this.#anyPartly = true;
    }
    this.#length = at + 1;
  }

  done(): Matches {
    const length = this.#length;
    const partly = this.#anyPartly && this.#partly !== null ? cut(this.#partly, length) : null;
    return { refs: cut(this.#refs, length), scores: cut(this.#scores, length), partly };
  }
}

/** What is kept for later is not to hold on to room for many more. */
function cut<T extends Uint32Array | Float64Array | Uint8Array>(list: T, length: number): T {
  return (length * 2 < list.length ? list.slice(0, length) : list.subarray(0, length)) as T;
}
