import type { Leaf, QueryNode } from '../query/tree.ts';

/** Why a leaf is read as something else than it says. */
export type ReadingKind = 'folded' | 'part';

/** What a leaf is read as instead, because nothing meets it as it stands. */
export interface Reading {
  readonly kind: ReadingKind;
  /** Without the forms that are switched off. */
  readonly node: QueryNode;
  /** The words that it is read as, those switched off among them. */
  readonly forms: readonly string[];
}

/** How a query is read and evaluated. */
export interface Manner {
  /** Whether only strong minister links count. */
  readonly strong: boolean;
  /** Forms that were switched off: no word, pattern or distance stands for them. */
  readonly without: ReadonlySet<string>;
  readonly readings: ReadonlyMap<Leaf, Reading>;
  /** Called every now and then; throws when the answer is no longer wanted. */
  readonly keepGoing: () => void;
}

/** A query read as it stands. */
export const plainManner: Manner = {
  strong: false,
  without: new Set(),
  readings: new Map(),
  keepGoing: () => undefined,
};
