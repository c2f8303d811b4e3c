import type { Problem } from '../../model/problem.ts';
import type { RelatedRelease } from '../../model/related.ts';
import type { ReleaseName } from '../../model/release-link.ts';
import type { Completion, Marks, SearchAnswer, SearchRequest } from '../../model/search.ts';
import type { Timeline, TimelineRequest } from '../../model/timeline.ts';
import type { VersionDiff } from '../../model/version-diff.ts';
import type { MarksAsked } from '../core/engine.ts';
import type { BriefRelease, Listed } from './briefs.ts';
import type { PackagePlace } from './index-part.ts';
import type { IndexSource } from './index-source.ts';
import type { HeldVersion, NamedVersion, Opened } from './open-index.ts';
import type { Unbuilt } from './usable.ts';

/** What a worker can be asked to do. */
export interface WorkerCalls {
  /** How large a package that is to be indexed is. */
  plan: {
    args: { readonly source: IndexSource };
    result: { readonly versions: number; readonly shards: number };
  };
  /** Indexes a share of a package; gives the names of the files in `staging` that hold it. */
  segments: {
    args: {
      readonly source: IndexSource;
      readonly staging: string;
      readonly share: number;
      readonly shares: number;
    };
    result: readonly string[];
  };
  /** Makes one index of such files and puts it in place. */
  assemble: {
    args: {
      readonly source: IndexSource;
      readonly indexDir: string;
      readonly staging: string;
      readonly segments: readonly string[];
    };
    result: null;
  };
  /** Opens packages with their indexes; tells which indexes are to be built first. */
  load: {
    args: { readonly packages: readonly PackagePlace[] };
    result: { readonly opened: Opened } | { readonly unbuilt: readonly Unbuilt[] };
  };
  /** Takes indexes that are not what was written out of the way; all when none shows it. */
  discard: { args: { readonly packages: readonly PackagePlace[] }; result: null };
  /** `turn` is this search's number; it is dropped when `Turns.latest` is another. */
  search: { args: { readonly request: SearchRequest; readonly turn: number }; result: SearchAnswer };
  /** A search that no other makes moot. */
  listing: { args: { readonly request: SearchRequest }; result: SearchAnswer };
  /** Counts a result by time; dropped when `Turns.latest` is no longer `turn`, so that no search waits for it. */
  timeline: { args: { readonly request: TimelineRequest; readonly turn: number }; result: Timeline };
  /** What differs between two versions of a release. */
  difference: {
    args: { readonly id: string; readonly older: string; readonly newer: string };
    result: VersionDiff;
  };
  /** The releases that go with one, by its id. */
  related: { args: { readonly id: string }; result: readonly RelatedRelease[] };
  marks: { args: { readonly asked: MarksAsked; readonly reading: string }; result: Marks };
  complete: {
    args: { readonly query: string; readonly caret: number };
    result: readonly Completion[];
  };
  versions: { args: { readonly id: string }; result: readonly HeldVersion[] };
  /** Releases in short, by an id or a former one; those that are not held are left out. */
  briefs: { args: { readonly ids: readonly string[] }; result: readonly BriefRelease[] };
  /** The ids that releases have today; null for those not held. */
  todaysIds: { args: { readonly ids: readonly string[] }; result: readonly (string | null)[] };
  /** Everything that a search finds. */
  listed: { args: { readonly request: SearchRequest }; result: Listed };
  /** Release versions by name; what is not held is left out. A few at a time: their texts come whole. */
  named: { args: { readonly names: readonly ReleaseName[] }; result: readonly NamedVersion[] };
}

export type WorkerCallName = keyof WorkerCalls;
export type WorkerArgs<N extends WorkerCallName> = WorkerCalls[N]['args'];
export type WorkerResult<N extends WorkerCallName> = WorkerCalls[N]['result'];

export type ToWorker = {
  [N in WorkerCallName]: { readonly id: number; readonly name: N; readonly args: WorkerArgs<N> };
}[WorkerCallName];

/** How far a long call has come. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
  readonly what: 'indexing' | 'loading';
}

export type FromWorker =
  | { readonly type: 'started'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly progress: SearchProgress }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'problem'; readonly id: number; readonly problem: Problem };

/** What a worker is started with. */
export interface WorkerData {
  /** One number shared by both sides: the search that is wanted now. */
  readonly turns: SharedArrayBuffer;
  /** Whether it is started before there is anything to do, and may use the time to warm up. */
  readonly isAhead: boolean;
}

/** The search that is wanted now, seen by the worker even while it is busy. */
export class Turns {
  readonly #latest: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.#latest = new Int32Array(shared);
  }

  static shared(): SharedArrayBuffer {
    return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  }

  get latest(): number {
    return Atomics.load(this.#latest, 0);
  }

  set latest(turn: number) {
    Atomics.store(this.#latest, 0, turn);
  }
}
