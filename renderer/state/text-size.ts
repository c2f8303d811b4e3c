/** Text sizes to step through, in percent of the normal one. */
const sizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export const NORMAL_SIZE = 100;

/** The next size up or down from a size in percent; the same at either end. */
export function nextSize(size: number, step: 1 | -1): number {
  if (step === 1) return sizes.find((other) => other > size) ?? Math.max(size, sizes.at(-1) ?? size);
  return sizes.findLast((other) => other < size) ?? Math.min(size, sizes[0]);
}
