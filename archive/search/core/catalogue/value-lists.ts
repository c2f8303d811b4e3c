/** Values of all releases, in a row: those of release n stand at `starts[n]` to `starts[n + 1] - 1`. */
export interface ValueRow {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
  /** How many of the lowest bits of a value say something else than which it is. */
  readonly markBits: number;
}

/** For each value the releases that have it, ascending: a column turned round. */
export class ValueLists {
  /** Where the list of each value starts. */
  readonly #starts: Uint32Array;
  readonly #refs: Uint32Array;

  /** @param count of values that there are. */
  constructor(count: number, { starts, values, markBits }: ValueRow) {
    this.#starts = listStarts(count, { starts, values, markBits });
    this.#refs = new Uint32Array(values.length);
    const next = this.#starts.slice();
    for (let ref = 0; ref + 1 < starts.length; ref += 1) {
      const end = starts[ref + 1] ?? 0;
      for (let at = starts[ref] ?? 0; at < end; at += 1) {
        const value = (values[at] ?? 0) >> markBits;
        const place = next[value] ?? 0;
        this.#refs[place] = ref;
        next[value] = place + 1;
      }
    }
  }

  /** A release that has the value several times is there as often. */
  refs(value: number): Uint32Array {
    return this.#refs.subarray(this.#starts[value] ?? 0, this.#starts[value + 1] ?? 0);
  }
}

function listStarts(count: number, { values, markBits }: ValueRow): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < values.length; at += 1) {
    const after = ((values[at] ?? 0) >> markBits) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let value = 0; value < count; value += 1)
    starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  return starts;
}
