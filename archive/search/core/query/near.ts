import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import type { NearToken } from './lexer.ts';
import { allOf, isText } from './tree.ts';
import type { NearLeaf, NearSide, QueryNode } from './tree.ts';

/** Words further apart than this are not near. */
export const MOST_NEAR = 50;

/** Something that stands beside NEAR; null when there is nothing left of it. */
export interface NearOperand {
  readonly node: QueryNode | null;
  /** Whether the query had room for it. */
  readonly isAdmitted: boolean;
}

/** What a chain of NEARs asks for, with `operands` one longer than `operators`. */
export interface NearChain {
  readonly operands: readonly NearOperand[];
  readonly operators: readonly NearToken[];
}

export interface JoinedChain {
  readonly node: QueryNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Joins neighbours two by two: `a NÄRA b NÄRA c` asks for a near b, and b near c. Where a side is not a word of
 * the texts, both sides are just required.
 */
export function joinNear({ operands, operators }: NearChain): JoinedChain {
  const problems: Problem[] = [];
  const pairs = operators.map((operator, at) => {
    const [left, right] = [operands[at], operands[at + 1]];
    const pair = pairOf(left?.node, operator, right?.node);
    if (pair === null && left?.isAdmitted === true && right?.isAdmitted === true)
      problems.push(problem('query-near-without-word', {}, { at: operator.at, operator: operator.text }));
    if (pair !== null && operator.distance > MOST_NEAR)
      problems.push(
        problem('query-near-too-far', {}, { at: operator.at, operator: operator.text, limit: MOST_NEAR }),
      );
    return pair;
  });
  const parts = operands.flatMap(({ node }, at) => {
    const [before, after] = [pairs[at - 1] ?? null, pairs[at] ?? null];
    if (after !== null) return [after];
    return before !== null || node === null ? [] : [node];
  });
  return { node: allOf(parts), problems };
}

type Maybe<T> = T | null | undefined;

function pairOf(left: Maybe<QueryNode>, operator: NearToken, right: Maybe<QueryNode>): NearLeaf | null {
  if (!isSide(left) || !isSide(right)) return null;
  const field = left.field ?? right.field;
  if (field !== (right.field ?? left.field)) return null;
  const distance = Math.max(1, Math.min(operator.distance, MOST_NEAR));
  const text = `${shown(left)} ${operator.name}/${distance} ${shown(right)}`;
  return { type: 'near', field, sides: [left, right], distance, text };
}

function isSide(node: Maybe<QueryNode>): node is NearSide {
  return (node?.type === 'word' || node?.type === 'exact') && isText(node.field);
}

function shown(side: NearSide): string {
  return side.type === 'exact' ? `=${side.text}` : side.text;
}
