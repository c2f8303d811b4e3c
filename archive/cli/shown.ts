import type { Links } from '../model/links.ts';
import type { Said, Withdrawal } from '../model/said.ts';

/** A release version as it is shown. */
export interface Shown {
  readonly id: string;
  readonly version: string;
  /** live: leads, not withdrawn. former: an earlier version. withdrawn: taken back by its publisher. */
  readonly state: 'live' | 'former' | 'withdrawn';
  readonly withdrawal: Withdrawal | null;
  /** All versions held, the leading one first. */
  readonly versions: readonly string[];
  readonly ministers: readonly NamedMinister[];
  readonly said: Said;
  readonly reading: string;
  readonly links: Links;
}

/** A minister link in words, ids beside. */
export type NamedMinister = Omit<Links['ministers'][number], 'person' | 'role'> & {
  readonly person: string;
  readonly personId: string;
  readonly role: string;
  readonly roleId: string;
};
