import { BITS, lowestBit } from '../packed/bytes.ts';

/** Some of the releases 0 to `size - 1`, a bit each: sets of them are cut and joined 32 releases at a time. */
export class RefSet {
  readonly #words: Int32Array;
  #count: number | null = null;

  /** @param words bit r of word w stands for the release 32 w + r. */
  constructor(words: Int32Array) {
    this.#words = words;
  }

  /** Of so many releases none. */
  static none(size: number): RefSet {
    return new RefSet(new Int32Array(Math.ceil(size / BITS)));
  }

  static of(refs: Uint32Array, size: number): RefSet {
    const set = RefSet.none(size);
    for (let n = 0; n < refs.length; n += 1) set.add(refs[n] ?? 0);
    return set;
  }

  /** Only while the set is being made. */
  add(ref: number): void {
    const at = ref >>> 5;
    this.#words[at] = (this.#words[at] ?? 0) | (1 << (ref & 31));
  }

  /** How many they are. */
  get count(): number {
    if (this.#count !== null) return this.#count;
    let count = 0;
    for (let at = 0; at < this.#words.length; at += 1) count += bitsIn(this.#words[at] ?? 0);
    this.#count = count;
    return count;
  }

  /** Those that are in the other too. */
  and(other: RefSet): RefSet {
    const set = this.#likewise();
    for (let at = 0; at < set.#words.length; at += 1)
      set.#words[at] = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
    return set;
  }

  /** Those that are in either. */
  or(other: RefSet): RefSet {
    const set = this.#likewise();
    for (let at = 0; at < set.#words.length; at += 1)
      set.#words[at] = (this.#words[at] ?? 0) | (other.#words[at] ?? 0);
    return set;
  }

  /** Those that are not in the other. */
  without(other: RefSet): RefSet {
    const set = this.#likewise();
    for (let at = 0; at < set.#words.length; at += 1)
      set.#words[at] = (this.#words[at] ?? 0) & ~(other.#words[at] ?? 0);
    return set;
  }

  /** The releases themselves, ascending. */
  refs(): Uint32Array {
    const refs = new Uint32Array(this.count);
    let length = 0;
    for (let at = 0; at < this.#words.length; at += 1)
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) {
        refs[length] = at * BITS + lowestBit(word);
        length += 1;
      }
    return refs;
  }

  #likewise(): RefSet {
    return new RefSet(new Int32Array(this.#words.length));
  }
}

/** How many bits of a word are set: counted in pairs, then fours, then bytes. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
