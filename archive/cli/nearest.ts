/**
 * How many letters must be changed, put in, taken out or swapped with their neighbour to make `a` into `b`
 * (optimal string alignment; Damerau 1964). UTF-16 units.
 */
export function editDistance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Of `words`, those nearest to `word`, at most `limit`; none that differ in more than two letters of five. */
export function nearest(word: string, words: readonly string[], limit = 1): readonly string[] {
  const folded = word.toLowerCase();
  return [...new Set(words)]
    .map((other) => ({ other, distance: editDistance(folded, other.toLowerCase()) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(word.length * 0.4)))
    .toSorted((a, b) => a.distance - b.distance || (a.other < b.other ? -1 : 1))
    .slice(0, limit)
    .map(({ other }) => other);
}
