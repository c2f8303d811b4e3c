import type { WorkChange } from '../../contract/index.ts';
import type { ItemChange } from './items.ts';
import type { Present } from './present.ts';
import type { WorkItems } from './work-items.ts';

/** What a change comes to, before it is written. */
export interface Draft {
  readonly changes: readonly ItemChange[];
  /** What was made; null when nothing was. */
  readonly id: string | null;
  /** How many of those named stay as they are. */
  readonly skipped: number;
}

/** What drafts are worked out from. */
export interface Desk {
  readonly items: WorkItems;
  readonly present: Present;
  /** The instant it is. */
  readonly now: () => string;
}

/** One of the things that can be done. */
export type Doing<D extends WorkChange['do']> = Extract<WorkChange, { readonly do: D }>;

export function draft(
  changes: readonly ItemChange[],
  { id = null, skipped = 0 }: Partial<Pick<Draft, 'id' | 'skipped'>> = {},
): Draft {
  return { changes, id, skipped };
}
