/** Scores that differ by less than this share are taken for equal: sums of the same weights differ in their last digits. */
const ALIKE = 1e-6;
/** What boosts below nothing leave of sums that cancel out; weights themselves are a thousandth at least. */
const NOISE = 1e-12;

/** The places of scores, the highest first; those alike in the order in which they stand. */
export function byScore(scores: Float64Array): Uint32Array {
  const places = Uint32Array.from(scores, (_, place) => place);
  places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let start = 0;
  for (let end = 1; end <= places.length; end += 1) {
    const [best, next] = [scoreAt(scores, places, start), scoreAt(scores, places, end)];
    const apart = ALIKE * Math.max(Math.abs(best), Math.abs(next)) + NOISE;
    if (end < places.length && best - next < apart) continue;
    if (end - start > 1) places.subarray(start, end).sort();
    start = end;
  }
  return places;
}

function scoreAt(scores: Float64Array, places: Uint32Array, n: number): number {
  return scores[places[n] ?? 0] ?? 0;
}
