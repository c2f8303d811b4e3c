import type { Problem } from '../../../model/problem.ts';
import type { Clause, Understanding } from '../../../model/search.ts';
import { patternForm } from './leaves.ts';
import { leavesOf } from './tree.ts';
import type { Leaf, QueryNode } from './tree.ts';

/** A query as it is told back: what was searched, and what was wrong with it. */
export function understand(root: QueryNode | null, problems: readonly Problem[]): Understanding {
  const leaves = root === null ? [] : leavesOf(root);
  return {
    clauses: leaves.map(({ leaf, presence }) => ({ presence, ...clauseOf(leaf), also: [], alsoMore: 0 })),
    problems: problems.toSorted((a, b) => Number(a.params['at']) - Number(b.params['at'])),
  };
}

function clauseOf(leaf: Leaf): Pick<Clause, 'field' | 'form' | 'text'> {
  switch (leaf.type) {
    case 'word':
    case 'phrase':
      return { field: leaf.field, form: leaf.type, text: leaf.text };
    case 'pattern':
      return { field: leaf.field, form: patternForm(leaf.pieces), text: leaf.text.replace(/^\*|\*$/gu, '') };
    case 'dates':
      return { field: 'datum', form: 'word', text: leaf.text };
  }
}
