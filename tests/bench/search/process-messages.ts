import type { Ask, BenchPlaces } from './engine.ts';
import type { EngineName } from './engines/index.ts';

/** What a measuring process is told. It does one thing at a time and answers each message once. */
export type Order =
  | { readonly type: 'load'; readonly engine: EngineName; readonly places: BenchPlaces }
  | { readonly type: 'build' }
  /** Runs its code over a small index of its own, so that it is compiled. */
  | { readonly type: 'warm'; readonly small: BenchPlaces; readonly ask: Ask }
  /** Opens what was built and answers a first ask. */
  | { readonly type: 'open'; readonly first: Ask }
  /** Answers all asks in the order given. */
  | { readonly type: 'round'; readonly asks: readonly Ask[] }
  | { readonly type: 'memory' };

export interface Timed {
  /** Null where the engine cannot say what was asked. */
  readonly ms: number | null;
  readonly total: number | null;
  readonly facetSum: number | null;
}

export type Report =
  | { readonly type: 'load' }
  | { readonly type: 'warm' }
  /** `cpu`: processor time in ms, threads together; `peak`: the most memory that the process has had, in bytes; `textBytes` as `BenchEngine` tells it. */
  | {
      readonly type: 'build';
      readonly ms: number;
      readonly cpu: number;
      readonly peak: number;
      readonly textBytes: number | null;
    }
  | { readonly type: 'open'; readonly ms: number; readonly cpu: number }
  | { readonly type: 'round'; readonly times: readonly Timed[] }
  /** Resident bytes of its own after garbage was collected. */
  | { readonly type: 'memory'; readonly rss: number }
  | { readonly type: 'failed'; readonly message: string };
