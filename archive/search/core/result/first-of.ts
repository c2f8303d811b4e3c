/** Negative when `a` goes before `b`, positive when after. */
export type Compare = (a: number, b: number) => number;

/**
 * The first few of many numbers, in an order. They are kept in a heap with the last of them at its top, so that most
 * of the many cost one comparison, with that one. (J. W. J. Williams's heap, 1964.)
 *
 *             top: the last of the first few
 *            /   \
 *          ...   ...      each goes after those below it
 */
export class FirstOf {
  readonly #heap: Uint32Array;
  readonly #compare: Compare;
  #size = 0;

  /** @param most how many are kept. */
  constructor(most: number, compare: Compare) {
    this.#heap = new Uint32Array(most);
    this.#compare = compare;
  }

  offer(number: number): void {
    if (this.#size < this.#heap.length) {
      this.#size += 1;
      this.#rise(this.#size - 1, number);
    } else if (this.#size > 0 && this.#compare(number, this.#at(0)) < 0) {
      this.#sink(number);
    }
  }

  /** Those kept, in order. */
  sorted(): Uint32Array {
    return this.#heap.subarray(0, this.#size).toSorted(this.#compare);
  }

  /** Puts a number in a slot at the bottom, or further up, as far as it goes after what is above. */
  #rise(slot: number, number: number): void {
    let at = slot;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#compare(number, this.#at(above)) <= 0) break;
      this.#heap[at] = this.#at(above);
      at = above;
    }
    this.#heap[at] = number;
  }

  /** Puts a number in place of the top, or further down, as far as something below goes after it. */
  #sink(number: number): void {
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && this.#compare(this.#at(below + 1), this.#at(below)) > 0) below += 1;
      if (this.#compare(this.#at(below), number) <= 0) break;
      this.#heap[at] = this.#at(below);
      at = below;
    }
    this.#heap[at] = number;
  }

  #at(slot: number): number {
    return this.#heap[slot] ?? 0;
  }
}
