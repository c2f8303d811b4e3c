import type { BenchEngine } from '../engine.ts';

/** Nothing: an empty process, to measure the others' memory from. */
export const none: BenchEngine = {
  build: async () => await Promise.resolve(),
  open: async () => await Promise.resolve({ find: () => null }),
};
