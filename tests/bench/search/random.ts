/** Numbers from 0 up to 1, the same for the same seed. */
export type Random = () => number;

/** A small generator of good spread: mulberry32, a public-domain mixing function by Tommy Ettinger. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to `below`, exclusive. */
export function whole(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** One of some items. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[whole(random, items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** The items in another order (Fisher and Yates). */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  const mixed = [...items];
  for (let end = mixed.length - 1; end > 0; end -= 1) {
    const at = whole(random, end + 1);
    [mixed[end], mixed[at]] = [mixed[at] as T, mixed[end] as T];
  }
  return mixed;
}

/** A number drawn from a normal distribution (Box and Muller). */
export function normal(random: Random, mean: number, deviation: number): number {
  const [radius, angle] = [Math.sqrt(-2 * Math.log(1 - random())), 2 * Math.PI * random()];
  return mean + deviation * radius * Math.cos(angle);
}
