/** Counts in how many releases each value of a facet stands. Releases are to come one after another. */
export class ValueCounter {
  readonly ids: readonly string[];
  readonly #total: Uint32Array;
  readonly #uncertain: Uint32Array;
  /** The release that each value was counted for last, plus one; twice in one release counts once. */
  readonly #last: Uint32Array;
  readonly #lastWasCertain: Uint8Array;

  constructor(ids: readonly string[]) {
    this.ids = ids;
    this.#total = new Uint32Array(ids.length);
    this.#uncertain = new Uint32Array(ids.length);
    this.#last = new Uint32Array(ids.length);
    this.#lastWasCertain = new Uint8Array(ids.length);
  }

  /** A release has a value, by its number; one that is certain once is so for the release. */
  count(value: number, isCertain: boolean, ref: number): void {
    if (this.#last[value] !== ref + 1) {
      this.#last[value] = ref + 1;
      this.#lastWasCertain[value] = isCertain ? 1 : 0;
      this.#add(this.#total, value, 1);
      if (!isCertain) this.#add(this.#uncertain, value, 1);
    } else if (isCertain && this.#lastWasCertain[value] === 0) {
      this.#lastWasCertain[value] = 1;
      this.#add(this.#uncertain, value, -1);
    }
  }

  total(value: number): number {
    return this.#total[value] ?? 0;
  }

  uncertain(value: number): number {
    return this.#uncertain[value] ?? 0;
  }

  #add(to: Uint32Array, value: number, n: number): void {
    to[value] = (to[value] ?? 0) + n;
  }
}
