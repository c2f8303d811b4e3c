import { NumberList } from './bytes.ts';

/** Documents found, and what each has scored so far. Used again and again: clearing it costs nothing. */
export class Scoreboard {
  readonly #size: number;
  /** Made when first used: an index has several boards, most of which a query leaves alone. */
  #scores = new Float64Array(0);
  /** The round in which each document was found last. */
  #rounds = new Uint32Array(0);
  readonly #found = new NumberList();
  #round = 0;
  #isAscending = true;
  #last = -1;

  /** @param size how many documents there are. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Forgets what was found; to be called before a first use too. */
  clear(): void {
    if (this.#rounds.length < this.#size) {
      this.#scores = new Float64Array(this.#size);
      this.#rounds = new Uint32Array(this.#size);
    }
    this.#round += 1;
    this.#found.clear();
    this.#isAscending = true;
    this.#last = -1;
  }

  /** A document is found, and scores so much more. */
  add(document: number, score: number): void {
    if (this.#rounds[document] === this.#round) {
      this.#scores[document] = (this.#scores[document] ?? 0) + score;
      return;
    }
    this.#rounds[document] = this.#round;
    this.#scores[document] = score;
    this.#found.push(document);
    if (document < this.#last) this.#isAscending = false;
    this.#last = document;
  }

  /** The documents found, ascending, in an array of the caller's own. */
  documents(): Uint32Array {
    const found = this.#found.view();
    if (this.#isAscending) return found.slice();
    // Where many were found it is quicker to look at every document than to sort.
    if (found.length * MANY < this.#rounds.length) return found.toSorted();
    const sorted = new Uint32Array(found.length);
    let length = 0;
    for (let document = 0; document < this.#rounds.length; document += 1)
      if (this.#rounds[document] === this.#round) sorted[length++] = document;
    return sorted;
  }

  /** What some documents that were found have scored. */
  scoresOf(documents: Uint32Array): Float64Array {
    const scores = new Float64Array(documents.length);
    for (let at = 0; at < documents.length; at += 1) scores[at] = this.#scores[documents[at] ?? 0] ?? 0;
    return scores;
  }

  has(document: number): boolean {
    return this.#rounds[document] === this.#round;
  }
}

/** Sorting n numbers takes about as long as looking at this many times n. */
const MANY = 16;
