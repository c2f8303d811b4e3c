import type { SortedIds, StoredCatalogue } from '../catalogue/catalogue-file.ts';

/**
 * Which releases of the packages of a series count: those that no later one holds anew.
 *
 * @param catalogues the oldest first.
 * @returns for each catalogue 1 for each of its releases that counts; null when all do.
 */
export function liveMasks(
  catalogues: readonly Pick<StoredCatalogue, 'size' | 'sortedIds'>[],
): readonly (Uint8Array | null)[] {
  return catalogues.map(({ size, sortedIds }, n) => {
    let live: Uint8Array | null = null;
    for (const later of catalogues.slice(n + 1))
      for (const ref of refsInBoth(sortedIds, later.sortedIds)) {
        live ??= new Uint8Array(size).fill(1);
        live[ref] = 0;
      }
    return live;
  });
}

/** The releases of the first whose ids the second has too. Passes over long stretches without reading them. */
function* refsInBoth(a: SortedIds, b: SortedIds): Generator<number> {
  let [atA, atB] = [0, 0];
  while (atA < a.length && atB < b.length) {
    const [x, y] = [a.at(atA), b.at(atB)];
    if (x === y) {
      yield a.refAt(atA);
      atA += 1;
      atB += 1;
    } else if (x < y) {
      atA = firstFrom(a.length, atA + 1, (place) => a.at(place) >= y);
    } else {
      atB = firstFrom(b.length, atB + 1, (place) => b.at(place) >= x);
    }
  }
}

/**
 * The first place from `from` on that stands a test, where all behind it do; `length` when none does. Places are
 * tried at growing distances first: near ones are found soon.
 */
export function firstFrom(length: number, from: number, stands: (place: number) => boolean): number {
  let [low, step] = [from, 1];
  while (low + step <= length && !stands(low + step - 1)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(length, low + step - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stands(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
