import type { Problem } from './problem.ts';
import type { Said } from './said.ts';

/** A page as a source reader hands it on: what it says, and its bytes. */
export interface SourcePage {
  readonly said: Said;
  /** The original file, byte for byte. */
  readonly original: Uint8Array;
  /** Canonical JSON of the metadata entry that came beside the page, where one did. */
  readonly metadata?: Uint8Array;
}

/** What a source reader yields: pages, and what it could not read or found odd, in the order of the files. */
export type SourceItem =
  | { readonly type: 'page'; readonly page: SourcePage }
  | { readonly type: 'problem'; readonly problem: Problem };
