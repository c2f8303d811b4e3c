import type { Occurrences } from '../index-port.ts';

/** Releases in which something stands, and how many times. */
export interface Counted {
  readonly documents: Uint32Array;
  readonly counts: Uint32Array;
}

export const nowhere: Occurrences = {
  documents: new Uint32Array(0),
  starts: new Uint32Array(1),
  positions: new Uint32Array(0),
};

/** Places moved towards the beginning, as where something begins of which this is a later word. */
export function movedBack(places: Occurrences, by: number): Occurrences {
  if (by === 0) return places;
  const gathered = new GatheredPlaces(places.documents.length, places.positions.length);
  for (let n = 0; n < places.documents.length; n += 1) {
    const end = places.starts[n + 1] ?? 0;
    for (let at = places.starts[n] ?? 0; at < end; at += 1) {
      const position = places.positions[at] ?? 0;
      if (position >= by) gathered.push(places.documents[n] ?? 0, position - by);
    }
  }
  return gathered.done();
}

/** The places that are in both. */
export function commonPlaces(a: Occurrences, b: Occurrences): Occurrences {
  const gathered = new GatheredPlaces(
    Math.min(a.documents.length, b.documents.length),
    Math.min(a.positions.length, b.positions.length),
  );
  for (const pair = new Pair(a, b); pair.next();) {
    let { atA, atB } = pair;
    while (atA < pair.endA && atB < pair.endB) {
      const [x, y] = [a.positions[atA] ?? 0, b.positions[atB] ?? 0];
      if (x === y) gathered.push(pair.document, x);
      if (x <= y) atA += 1;
      if (y <= x) atB += 1;
    }
  }
  return gathered.done();
}

/** Places of several words as those of one, each place once. */
export function allPlaces(lists: readonly Occurrences[]): Occurrences {
  const present = lists.filter(({ documents }) => documents.length > 0);
  // The short ones first: most words have one form that stands far more often than the others.
  const shortFirst = present.toSorted((a, b) => a.positions.length - b.positions.length);
  return shortFirst.length === 0 ? nowhere : shortFirst.reduce(mergedPlaces);
}

/** How many places of the first have one of the second, other than themselves, at most `distance` away. */
export function countNear(a: Occurrences, b: Occurrences, distance: number): Counted {
  const most = Math.min(a.documents.length, b.documents.length);
  const [documents, counts] = [new Uint32Array(most), new Uint32Array(most)];
  let found = 0;
  for (const pair = new Pair(a, b); pair.next();) {
    let [count, from] = [0, pair.atB];
    for (let at = pair.atA; at < pair.endA; at += 1) {
      const position = a.positions[at] ?? 0;
      while (from < pair.endB && (b.positions[from] ?? 0) < position - distance) from += 1;
      // The nearest may be the place itself, when both sides ask for one word: then the next one counts.
      const nearest = b.positions[from] === position ? from + 1 : from;
      if (nearest < pair.endB && (b.positions[nearest] ?? 0) <= position + distance) count += 1;
    }
    if (count === 0) continue;
    documents[found] = pair.document;
    counts[found] = count;
    found += 1;
  }
  return { documents: documents.subarray(0, found), counts: counts.subarray(0, found) };
}

/** How many places there are in each release. */
export function countPlaces({ documents, starts }: Occurrences): Counted {
  return { documents, counts: documents.map((_, n) => (starts[n + 1] ?? 0) - (starts[n] ?? 0)) };
}

/** Goes through the releases that two lists have in common: where the places of each begin and end. */
class Pair {
  readonly #a: Occurrences;
  readonly #b: Occurrences;
  #nextA = 0;
  #nextB = 0;
  document = 0;
  atA = 0;
  endA = 0;
  atB = 0;
  endB = 0;

  constructor(a: Occurrences, b: Occurrences) {
    this.#a = a;
    this.#b = b;
  }

  /** Goes to the next release; false when there is none. */
  next(): boolean {
    const [a, b] = [this.#a, this.#b];
    while (this.#nextA < a.documents.length && this.#nextB < b.documents.length) {
      const [x, y] = [a.documents[this.#nextA] ?? 0, b.documents[this.#nextB] ?? 0];
      if (x === y) {
        this.#stopAt(x);
        return true;
      }
      if (x < y) this.#nextA += 1;
      else this.#nextB += 1;
    }
    return false;
  }

  #stopAt(document: number): void {
    this.document = document;
    this.atA = this.#a.starts[this.#nextA] ?? 0;
    this.atB = this.#b.starts[this.#nextB] ?? 0;
    this.#nextA += 1;
    this.#nextB += 1;
    this.endA = this.#a.starts[this.#nextA] ?? 0;
    this.endB = this.#b.starts[this.#nextB] ?? 0;
  }
}

/** Past the end of a list. */
const NO_DOCUMENT = 0xffffffff;

function mergedPlaces(a: Occurrences, b: Occurrences): Occurrences {
  const gathered = new GatheredPlaces(
    a.documents.length + b.documents.length,
    a.positions.length + b.positions.length,
  );
  let [n, m] = [0, 0];
  while (n < a.documents.length || m < b.documents.length) {
    const [x, y] = [a.documents[n] ?? NO_DOCUMENT, b.documents[m] ?? NO_DOCUMENT];
    let [atA, atB] = [a.starts[n] ?? 0, b.starts[m] ?? 0];
    const endA = x <= y ? (a.starts[n + 1] ?? 0) : atA;
    const endB = y <= x ? (b.starts[m + 1] ?? 0) : atB;
    while (atA < endA || atB < endB) {
      const p = atA < endA ? (a.positions[atA] ?? 0) : NO_DOCUMENT;
      const q = atB < endB ? (b.positions[atB] ?? 0) : NO_DOCUMENT;
      gathered.push(Math.min(x, y), Math.min(p, q));
      if (p <= q) atA += 1;
      if (q <= p) atB += 1;
    }
    if (x <= y) n += 1;
    if (y <= x) m += 1;
  }
  return gathered.done();
}

/** Takes in places, release by release and ascending in each. */
class GatheredPlaces {
  readonly #documents: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #positions: Uint32Array;
  #last = -1;
  #found = 0;
  #length = 0;

  /** @param documents how many releases there are at most. */
  constructor(documents: number, places: number) {
    this.#documents = new Uint32Array(documents);
    this.#starts = new Uint32Array(documents + 1);
    this.#positions = new Uint32Array(places);
  }

  push(document: number, position: number): void {
    if (document !== this.#last) {
      this.#last = document;
      this.#documents[this.#found] = document;
      this.#starts[this.#found] = this.#length;
      this.#found += 1;
    }
    this.#positions[this.#length] = position;
    this.#length += 1;
  }

  done(): Occurrences {
    this.#starts[this.#found] = this.#length;
    return {
      documents: this.#documents.subarray(0, this.#found),
      starts: this.#starts.subarray(0, this.#found + 1),
      positions: this.#positions.subarray(0, this.#length),
    };
  }
}
