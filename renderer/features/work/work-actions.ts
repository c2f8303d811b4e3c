import type { KeptSearch, Page } from '../../../main/contract/index.ts';

/** Opens a release to be read; a version of null is the leading one. */
export type OpenRelease = (id: string, version: string | null) => void;

/** What can be gone to from the reader's own work. */
export interface WorkActions {
  readonly open: OpenRelease;
  readonly run: (search: KeptSearch) => void;
  readonly go: (page: Page) => void;
}
