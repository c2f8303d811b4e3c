import { BITS, lowestBit } from './bytes.ts';

/** Documents found, and what each has scored so far. Used again and again. */
export class Scoreboard {
  readonly #size: number;
  /** Made when first used: an index has several boards, most of which a query leaves alone. */
  #scores = new Float64Array(0);
  /** A bit for each document, set when it is found: they come out ascending without being sorted. */
  #found = new Int32Array(0);
  #count = 0;

  /** @param size how many documents there are. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Forgets what was found; to be called before a first use too. */
  clear(): void {
    this.#count = 0;
    if (this.#scores.length === this.#size) {
      this.#found.fill(0);
      return;
    }
    this.#scores = new Float64Array(this.#size);
    this.#found = new Int32Array(Math.ceil(this.#size / BITS));
  }

  /** A document is found, and scores so much more. */
  add(document: number, score: number): void {
    const word = this.#found[document >>> 5] ?? 0;
    const bit = 1 << (document & 31);
    if ((word & bit) !== 0) {
      this.#scores[document] = (this.#scores[document] ?? 0) + score;
      return;
    }
    this.#found[document >>> 5] = word | bit;
    this.#scores[document] = score;
    this.#count += 1;
  }

  /** The documents found, ascending, in an array of the caller's own. */
  documents(): Uint32Array {
    const documents = new Uint32Array(this.#count);
    let length = 0;
    for (let at = 0; at < this.#found.length; at += 1)
      for (let word = this.#found[at] ?? 0; word !== 0; word &= word - 1) {
        documents[length] = at * BITS + lowestBit(word);
        length += 1;
      }
    return documents;
  }

  /** What some documents that were found have scored. */
  scoresOf(documents: Uint32Array): Float64Array {
    const scores = new Float64Array(documents.length);
    for (let at = 0; at < documents.length; at += 1) scores[at] = this.#scores[documents[at] ?? 0] ?? 0;
    return scores;
  }

  has(document: number): boolean {
    return ((this.#found[document >>> 5] ?? 0) & (1 << (document & 31))) !== 0;
  }
}
