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
  const gathered = new GatheredPlaces(places.positions.length);
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
  const gathered = new GatheredPlaces(Math.min(a.positions.length, b.positions.length));
  eachCommon(a, b, (document, [atA, endA], [atB, endB]) => {
    while (atA < endA && atB < endB) {
      const [x, y] = [a.positions[atA] ?? 0, b.positions[atB] ?? 0];
      if (x === y) gathered.push(document, x);
      if (x <= y) atA += 1;
      if (y <= x) atB += 1;
    }
  });
  return gathered.done();
}

/** Places of several words as those of one, each place once. */
export function allPlaces(lists: readonly Occurrences[]): Occurrences {
  const present = lists.filter(({ documents }) => documents.length > 0);
  if (present.length < 2) return present[0] ?? nowhere;
  // By halves: each place is moved as often as there are halvings, not as there are words.
  const middle = Math.ceil(present.length / 2);
  return mergedPlaces(allPlaces(present.slice(0, middle)), allPlaces(present.slice(middle)));
}

/** How many places of the first have one of the second, other than themselves, at most `distance` away. */
export function countNear(a: Occurrences, b: Occurrences, distance: number): Counted {
  const documents: number[] = [];
  const counts: number[] = [];
  eachCommon(a, b, (document, [atA, endA], [startB, endB]) => {
    let [count, from] = [0, startB];
    for (let at = atA; at < endA; at += 1) {
      const position = a.positions[at] ?? 0;
      while (from < endB && (b.positions[from] ?? 0) < position - distance) from += 1;
      // The nearest may be the place itself, when both sides ask for one word: then the next one counts.
      const isItself = b.positions[from] === position;
      const nearest = from + (isItself ? 1 : 0);
      if (nearest < endB && (b.positions[nearest] ?? 0) <= position + distance) count += 1;
    }
    if (count === 0) return;
    documents.push(document);
    counts.push(count);
  });
  return { documents: Uint32Array.from(documents), counts: Uint32Array.from(counts) };
}

/** How many places there are in each release. */
export function countPlaces({ documents, starts }: Occurrences): Counted {
  return { documents, counts: documents.map((_, n) => (starts[n + 1] ?? 0) - (starts[n] ?? 0)) };
}

type Stretch = readonly [start: number, end: number];

/** Visits the releases that both have, with the stretches of their places. */
function eachCommon(
  a: Occurrences,
  b: Occurrences,
  visit: (document: number, inA: [number, number], inB: [number, number]) => void,
): void {
  let [atA, atB] = [0, 0];
  while (atA < a.documents.length && atB < b.documents.length) {
    const [x, y] = [a.documents[atA] ?? 0, b.documents[atB] ?? 0];
    if (x === y) visit(x, [...stretchOf(a, atA)], [...stretchOf(b, atB)]);
    if (x <= y) atA += 1;
    if (y <= x) atB += 1;
  }
}

function stretchOf({ starts }: Occurrences, n: number): Stretch {
  return [starts[n] ?? 0, starts[n + 1] ?? 0];
}

function mergedPlaces(a: Occurrences, b: Occurrences): Occurrences {
  const gathered = new GatheredPlaces(a.positions.length + b.positions.length);
  const [x, y] = [new PlaceCursor(a), new PlaceCursor(b)];
  while (!x.isOver || !y.isOver) {
    const order = x.document - y.document || x.position - y.position;
    const { document, position } = order <= 0 ? x : y;
    gathered.push(document, position);
    if (order <= 0) x.next();
    if (order >= 0) y.next();
  }
  return gathered.done();
}

/** Goes through places one by one. Past the end it stands behind every release. */
class PlaceCursor {
  readonly #places: Occurrences;
  #at = 0;
  #next = 0;
  document = 0;
  position = 0;

  constructor(places: Occurrences) {
    this.#places = places;
    this.#settle();
  }

  get isOver(): boolean {
    return this.#next >= this.#places.positions.length;
  }

  next(): void {
    this.#next += 1;
    this.#settle();
  }

  #settle(): void {
    const { documents, starts, positions } = this.#places;
    while (this.#at < documents.length && (starts[this.#at + 1] ?? 0) <= this.#next) this.#at += 1;
    this.document = this.isOver ? Number.MAX_SAFE_INTEGER : (documents[this.#at] ?? 0);
    this.position = positions[this.#next] ?? 0;
  }
}

/** Takes in places, release by release and ascending in each. */
class GatheredPlaces {
  readonly #documents: number[] = [];
  readonly #starts: number[] = [];
  readonly #positions: Uint32Array;
  #length = 0;

  constructor(atMost: number) {
    this.#positions = new Uint32Array(atMost);
  }

  push(document: number, position: number): void {
    if (this.#documents.at(-1) !== document) {
      this.#documents.push(document);
      this.#starts.push(this.#length);
    }
    this.#positions[this.#length] = position;
    this.#length += 1;
  }

  done(): Occurrences {
    return {
      documents: Uint32Array.from(this.#documents),
      starts: Uint32Array.from([...this.#starts, this.#length]),
      positions: this.#positions.subarray(0, this.#length),
    };
  }
}
