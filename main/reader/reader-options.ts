import type { ShippedPlaces } from './about-desk.ts';
import type { Dialogs } from './dialogs.ts';
import type { Paper } from './paper.ts';
import type { WorkerEntries } from './worker-entry.ts';

/** What a host gives the reader. */
export interface ReaderOptions {
  readonly appVersion: string;
  readonly runtime: string;
  /** Folder of everything this reader keeps: `personal/`, `index/` and, unless the policy names another, the library. */
  readonly userData: string;
  readonly workers: WorkerEntries;
  /** Folder of ready-built indexes of packages that come with the app; null when there is none. */
  readonly readyIndexRoot: string | null;
  /** The package that comes with the app; null when there is none. */
  readonly bundled: string | null;
  /** The machine's policy file; null where none is looked for. */
  readonly policyFile: string | null;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  /** Where the licences of what is shipped lie. */
  readonly shipped: ShippedPlaces;
}
