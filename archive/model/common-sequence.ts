/** Positions of an item that two sequences have in common. */
export type Match = readonly [number, number];

/** Cells of the largest table that is filled: some megabytes, some hundredths of a second. */
const MOST_CELLS = 4_000_000;

/**
 * A longest common subsequence. Where the two differ over stretches so long that their table would be too large, only
 * what they begin and end with in common is matched.
 */
export function commonSequence(a: readonly string[], b: readonly string[]): readonly Match[] {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [from, to] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return [
    ...Array.from({ length: start }, (_, n): Match => [n, n]),
    ...matchesWithin(from, to).map(([x, y]): Match => [x + start, y + start]),
    ...Array.from({ length: end }, (_, n): Match => [a.length - end + n, b.length - end + n]),
  ];
}

function matchesWithin(a: readonly string[], b: readonly string[]): readonly Match[] {
  const width = b.length + 1;
  if (a.length === 0 || b.length === 0 || (a.length + 1) * width > MOST_CELLS) return [];
  // Cell x, y: the length of a longest common subsequence of what follows x in a and y in b.
  const table = new Uint32Array((a.length + 1) * width);
  const at = (x: number, y: number): number => table[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x -= 1)
    for (let y = b.length - 1; y >= 0; y -= 1)
      table[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  const matches: Match[] = [];
  for (let [x, y] = [0, 0]; x < a.length && y < b.length;) {
    if (a[x] === b[y]) {
      matches.push([x, y]);
      [x, y] = [x + 1, y + 1];
    } else if (at(x + 1, y) >= at(x, y + 1)) x += 1;
    else y += 1;
  }
  return matches;
}
