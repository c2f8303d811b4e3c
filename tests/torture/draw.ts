import { seeded } from '../unit/archive/package/container/small-container.ts';

/** Draws, the same for the same seed. */
export class Draw {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seeded(seed);
  }

  /** A whole number from 0 up to, and not with, `n`. */
  upTo(n: number): number {
    return Math.floor(this.#next() * n);
  }

  /** Throws RangeError when there is nothing to draw from. */
  oneOf<T>(all: readonly T[]): T {
    const index = this.upTo(all.length);
    const drawn = all[index];
    if (drawn === undefined && index >= all.length) throw new RangeError('nothing to draw from');
    return drawn as T;
  }

  /** A place in bytes and how many follow it, within them; short stretches more often than long ones. */
  stretch(bytes: number): { readonly from: number; readonly to: number } {
    const from = this.upTo(bytes);
    const length = 1 + this.upTo(this.oneOf([4, 64, 1024]));
    return { from, to: Math.min(bytes, from + length) };
  }
}
