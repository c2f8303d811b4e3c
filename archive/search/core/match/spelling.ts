/**
 * Whether two words are at most so many edits apart: a letter more, a letter less, another letter, or two
 * neighbours changed over. (Damerau's distance as optimal string alignment: no stretch is edited twice.)
 *
 *             h  a  m  n         each cell: the fewest edits between the beginnings up to here;
 *         0  1  2  3  4         the last cell answers
 *      h  1  0  1  2  3
 *      a  2  1  0  1  2
 *      n  3  2  1  1  1
 *      m  4  3  2  1  1   <- "nm" for "mn": one edit
 */
export function isWithinDistance(a: string, b: string, distance: number): boolean {
  const [x, y] = [[...a], [...b]];
  if (Math.abs(x.length - y.length) > distance) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, n) => n);
  for (let i = 1; i <= x.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= y.length; j += 1) {
      const isSame = x[i - 1] === y[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)];
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        edits.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    if (Math.min(...row) > distance) return false;
    [beforeLast, last] = [last, row];
  }
  return (last[y.length] ?? 0) <= distance;
}
