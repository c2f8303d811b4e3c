import type { ScoredRefs } from '../index-port.ts';

/** All releases, none better than another. */
export function allRefs(size: number): ScoredRefs {
  return { refs: Uint32Array.from({ length: size }, (_, ref) => ref), scores: new Float64Array(size) };
}

/** Some releases, each with the same score. */
export function scoredAlike(refs: Uint32Array, score: number): ScoredRefs {
  return { refs, scores: new Float64Array(refs.length).fill(score) };
}

/** Releases that are in both; scores add up. */
export function intersect(a: ScoredRefs, b: ScoredRefs): ScoredRefs {
  const merged = new Merged(Math.min(a.refs.length, b.refs.length));
  walk(a, b, (ref, inA, inB, score) => {
    if (inA && inB) merged.push(ref, score);
  });
  return merged.done();
}

/** Releases that are in either; scores add up. */
export function unite(a: ScoredRefs, b: ScoredRefs): ScoredRefs {
  const merged = new Merged(a.refs.length + b.refs.length);
  walk(a, b, (ref, _inA, _inB, score) => merged.push(ref, score));
  return merged.done();
}

/** Releases of the first that are not in the second, with the scores of the first. */
export function subtract(a: ScoredRefs, b: ScoredRefs): ScoredRefs {
  const merged = new Merged(a.refs.length);
  walk(a, b, (ref, inA, inB, score) => {
    if (inA && !inB) merged.push(ref, score);
  });
  return merged.done();
}

/** Releases that stand a test. */
export function filterRefs(from: ScoredRefs, test: (ref: number) => boolean): ScoredRefs {
  const merged = new Merged(from.refs.length);
  from.refs.forEach((ref, at) => {
    if (test(ref)) merged.push(ref, from.scores[at] ?? 0);
  });
  return merged.done();
}

/** Goes through two ascending lists side by side; `score` is the sum of what each gives a release. */
function walk(
  a: ScoredRefs,
  b: ScoredRefs,
  visit: (ref: number, inA: boolean, inB: boolean, score: number) => void,
): void {
  const END = Number.POSITIVE_INFINITY;
  let [atA, atB] = [0, 0];
  while (atA < a.refs.length || atB < b.refs.length) {
    const [refA, refB] = [a.refs[atA] ?? END, b.refs[atB] ?? END];
    const [inA, inB] = [refA <= refB, refB <= refA];
    const score = (inA ? (a.scores[atA] ?? 0) : 0) + (inB ? (b.scores[atB] ?? 0) : 0);
    visit(Math.min(refA, refB), inA, inB, score);
    if (inA) atA += 1;
    if (inB) atB += 1;
  }
}

class Merged {
  readonly #refs: Uint32Array;
  readonly #scores: Float64Array;
  #length = 0;

  constructor(atMost: number) {
    this.#refs = new Uint32Array(atMost);
    this.#scores = new Float64Array(atMost);
  }

  push(ref: number, score: number): void {
    this.#refs[this.#length] = ref;
    this.#scores[this.#length] = score;
    this.#length += 1;
  }

  done(): ScoredRefs {
    return { refs: this.#refs.slice(0, this.#length), scores: this.#scores.slice(0, this.#length) };
  }
}
