import type { ScoredRefs } from '../index-port.ts';
import { nothingFound } from '../index-port.ts';
import { isText, lastWordAsBeginning, takeApart } from '../query/loosen.ts';
import { allOf, anyOf, leavesOf, requirementsOf } from '../query/tree.ts';
import type { QueryNode } from '../query/tree.ts';
import type { EvaluationManner, Evaluator } from './evaluator.ts';
import { filterRefs, intersect } from './scored-refs.ts';

/** A query, and its length in UTF-16 units. */
export interface Asked {
  readonly root: QueryNode;
  readonly queryLength: number;
}

/** What comes nearest to a query that nothing meets, and the query that it does meet. */
export interface Nearest {
  readonly found: ScoredRefs;
  readonly root: QueryNode;
}

/**
 * The releases that come nearest to a query that nothing meets in full.
 *
 * A last word that no text has, with the query ending in it, is taken for the beginning of a word. If that does not
 * help, what is required is taken apart: phrases and words with joints into their words. Those releases come nearest
 * that have most of them. What the query excludes, its dates, and what it asks of ministers and the like hold on.
 *
 * @param inScope whether a release counts at all.
 * @returns null when nothing comes near.
 */
export function findNearest(
  asked: Asked,
  evaluator: Evaluator,
  manner: EvaluationManner,
  inScope: (ref: number) => boolean,
): Nearest | null {
  const completed = completeLastWord(asked, evaluator, manner);
  if (completed !== asked.root) {
    const found = evaluator.find(completed, manner);
    if (found.refs.some(inScope)) return { found, root: completed };
  }
  const requirements = requirementsOf(completed);
  const wishes = requirements.filter((node) => !isFirm(node)).flatMap(takeApart);
  const firm = requirements.filter(isFirm);
  const wish = anyOf(wishes);
  if (wish === null) return null;
  const found = haveMost(wishes, firm, { evaluator, manner, inScope });
  return found.refs.length === 0 ? null : { found, root: allOf([wish, ...firm]) ?? wish };
}

/** Words may be missing; what narrows a search as a filter does may not. */
function isFirm(node: QueryNode): boolean {
  if (node.type === 'not') return true;
  return leavesOf(node).every(({ leaf }) => leaf.type === 'dates' || !isText(leaf.field));
}

function completeLastWord(asked: Asked, evaluator: Evaluator, manner: EvaluationManner): QueryNode {
  const last = requirementsOf(asked.root).at(-1);
  if (last?.type !== 'word' || evaluator.knows(last)) return asked.root;
  const completed = lastWordAsBeginning(asked.root, asked.queryLength);
  const beginning = completed === null ? undefined : requirementsOf(completed).at(-1);
  if (completed === null || beginning === undefined) return asked.root;
  return evaluator.find(beginning, manner).refs.length > 0 ? completed : asked.root;
}

interface Search {
  readonly evaluator: Evaluator;
  readonly manner: EvaluationManner;
  readonly inScope: (ref: number) => boolean;
}

/** The releases that meet most wishes and all of what is firm. */
function haveMost(
  wishes: readonly QueryNode[],
  firm: readonly QueryNode[],
  { evaluator, manner, inScope }: Search,
): ScoredRefs {
  const met = new Map<number, { count: number; score: number }>();
  for (const wish of wishes) {
    const { refs, scores } = evaluator.find(wish, manner);
    refs.forEach((ref, at) => {
      if (!inScope(ref)) return;
      const { count, score } = met.get(ref) ?? { count: 0, score: 0 };
      met.set(ref, { count: count + 1, score: score + (scores[at] ?? 0) });
    });
  }
  const narrowing = allOf(firm);
  const found =
    narrowing === null ? asScored(met) : intersect(asScored(met), evaluator.find(narrowing, manner));
  const most = found.refs.reduce((best, ref) => Math.max(best, met.get(ref)?.count ?? 0), 0);
  if (most === 0) return nothingFound;
  return filterRefs(found, (ref) => met.get(ref)?.count === most);
}

function asScored(met: ReadonlyMap<number, { readonly score: number }>): ScoredRefs {
  const refs = Uint32Array.from(met.keys()).toSorted();
  return { refs, scores: Float64Array.from(refs, (ref) => met.get(ref)?.score ?? 0) };
}
