/** Where a worker's code lies: differs between a bundle and the source tree, so the host says. */
export interface WorkerEntry {
  readonly url: URL;
  /** Node's own arguments for it, e.g. a loader for TypeScript sources. */
  readonly execArgv?: readonly string[];
}

/** The workers that the reader starts. */
export interface WorkerEntries {
  readonly search: WorkerEntry;
  readonly verify: WorkerEntry;
  readonly library: WorkerEntry;
}
