import type { Problem } from '../../../model/problem.ts';
import type { Clause, Understanding } from '../../../model/search.ts';
import { truncationOf } from './patterns.ts';
import { leavesOf } from './tree.ts';
import type { Leaf, QueryNode } from './tree.ts';

/** The forms that a leaf also stands for, as `Clause` has them. */
export type Additions = Pick<Clause, 'also' | 'alsoMore'>;

const noAdditions: Additions = { also: [], alsoMore: 0 };

/**
 * A query as it is told back: what was searched, and what was wrong with it, in the order of the query.
 *
 * @param additions the forms that a leaf also stands for: only who has an index knows them.
 */
export function understand(
  root: QueryNode | null,
  problems: readonly Problem[],
  additions: (leaf: Leaf) => Additions = () => noAdditions,
): Understanding {
  const leaves = root === null ? [] : leavesOf(root);
  return {
    clauses: leaves.map(({ leaf, presence }) => ({ presence, ...clauseOf(leaf), ...additions(leaf) })),
    problems: problems.toSorted((a, b) => Number(a.params['at']) - Number(b.params['at'])),
  };
}

function clauseOf(leaf: Leaf): Pick<Clause, 'field' | 'form' | 'text'> {
  switch (leaf.type) {
    case 'word':
    case 'exact':
    case 'phrase':
    case 'fuzzy':
    case 'near':
      return { field: leaf.field, form: leaf.type, text: leaf.text };
    case 'pattern':
      return { field: leaf.field, form: truncationOf(leaf.pieces), text: leaf.text.replace(/^\*|\*$/gu, '') };
    case 'dates':
      return { field: 'datum', form: 'word', text: leaf.text };
  }
}
