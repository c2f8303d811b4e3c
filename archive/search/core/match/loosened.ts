import type { Fallback } from '../../../model/search.ts';
import { isText, lastWordAsBeginning, takeApart } from '../query/loosen.ts';
import { allOf, anyOf, leavesOf, requirementsOf } from '../query/tree.ts';
import type { Leaf, QueryNode } from '../query/tree.ts';
import type { Evaluator } from './evaluator.ts';
import type { Manner, Reading } from './manner.ts';
import type { Matches } from './matches.ts';
import { foldedReading, partsReading } from './readings.ts';
import { filterRefs, intersect } from './set-operations.ts';

/** A query, and its length in UTF-16 units. */
export interface Asked {
  readonly root: QueryNode;
  readonly queryLength: number;
}

/** A query that was loosened, and what meets it. */
export interface Loosened {
  readonly fallback: Fallback;
  readonly matches: Matches;
  readonly root: QueryNode;
  readonly readings: ReadonlyMap<Leaf, Reading>;
}

export interface Search {
  readonly evaluator: Evaluator;
  readonly manner: Manner;
  /** Whether a release counts at all. */
  readonly inScope: (ref: number) => boolean;
}

/**
 * A query that nothing meets, loosened until something does: its last word, when the query ends in it, is taken for
 * the beginning of one; letters are compared without their marks (a for å); compounds are taken apart; and at last
 * words may be missing. What the query excludes, its dates, and what it asks of ministers and the like hold on.
 *
 * @returns null when nothing comes near.
 */
export function loosen(asked: Asked, search: Search): Loosened | null {
  return (
    withBeginning(asked, search) ??
    withReadings(asked, search, 'folded', (leaf) => foldedReading(leaf, search)) ??
    withReadings(asked, search, 'parts', (leaf) => partsReading(leaf, search)) ??
    nearest(asked, search)
  );
}

function withBeginning(asked: Asked, { evaluator, manner, inScope }: Search): Loosened | null {
  const root = completeLastWord(asked, evaluator, manner);
  if (root === asked.root) return null;
  const matches = evaluator.find(root, manner);
  if (!matches.refs.some(inScope)) return null;
  return { fallback: 'beginning', matches, root, readings: manner.readings };
}

/** The query with some of its words read as something else; null when none is, or nothing meets it so either. */
function withReadings(
  { root }: Asked,
  { evaluator, manner, inScope }: Search,
  fallback: 'folded' | 'parts',
  read: (leaf: Leaf) => Reading | null,
): Loosened | null {
  const readings = new Map(manner.readings);
  for (const { leaf, presence } of leavesOf(root)) {
    const reading = presence === 'prohibited' ? null : read(leaf);
    if (reading !== null) readings.set(leaf, reading);
  }
  if (readings.size === manner.readings.size) return null;
  const matches = evaluator.find(root, { ...manner, readings });
  return matches.refs.some(inScope) ? { fallback, matches, root, readings } : null;
}

/** The releases that have most of what is asked; phrases and words with joints count word by word. */
function nearest(asked: Asked, search: Search): Loosened | null {
  const { evaluator, manner } = search;
  const requirements = requirementsOf(completeLastWord(asked, evaluator, manner));
  const wishes = requirements.filter((node) => !isFirm(node)).flatMap(takeApart);
  const firm = requirements.filter(isFirm);
  const wish = anyOf(wishes);
  if (wish === null) return null;
  const matches = haveMost(wishes, allOf(firm), search);
  if (matches.refs.length === 0) return null;
  return { fallback: 'nearest', matches, root: allOf([wish, ...firm]) ?? wish, readings: manner.readings };
}

/** Words may be missing; what narrows a search as a filter does may not. */
export function isFirm(node: QueryNode): boolean {
  if (node.type === 'not') return true;
  return leavesOf(node).every(({ leaf }) => leaf.type === 'dates' || !isText(leaf.field));
}

function completeLastWord({ root, queryLength }: Asked, evaluator: Evaluator, manner: Manner): QueryNode {
  const last = requirementsOf(root).at(-1);
  if (last?.type !== 'word' || evaluator.knows(last)) return root;
  const completed = lastWordAsBeginning(root, queryLength);
  const beginning = completed === null ? undefined : requirementsOf(completed).at(-1);
  if (completed === null || beginning === undefined) return root;
  return evaluator.find(beginning, manner).refs.length > 0 ? completed : root;
}

/** The releases that meet most wishes and all of what is firm. */
function haveMost(
  wishes: readonly QueryNode[],
  firm: QueryNode | null,
  { evaluator, manner, inScope }: Search,
): Matches {
  const { refs } = evaluator.everything;
  const met = new Uint16Array((refs.at(-1) ?? -1) + 1);
  const sums = new Float64Array(met.length);
  for (const wish of wishes) {
    const found = evaluator.find(wish, manner);
    found.refs.forEach((ref, at) => {
      met[ref] = (met[ref] ?? 0) + 1;
      sums[ref] = (sums[ref] ?? 0) + (found.scores[at] ?? 0);
    });
  }
  const scores = new Float64Array(refs.length);
  for (let at = 0; at < refs.length; at += 1) scores[at] = sums[refs[at] ?? 0] ?? 0;
  const scored: Matches = { refs, scores, partly: null };
  const held = firm === null ? scored : intersect(scored, evaluator.find(firm, manner));
  const near = filterRefs(held, (ref) => (met[ref] ?? 0) > 0 && inScope(ref));
  const most = near.refs.reduce((best, ref) => Math.max(best, met[ref] ?? 0), 0);
  return filterRefs(near, (ref) => met[ref] === most);
}
