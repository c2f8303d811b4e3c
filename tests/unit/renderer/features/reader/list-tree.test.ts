import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../../main/contract/index.ts';
import { listTree } from '../../../../../renderer/features/reader/list-tree.ts';
import type { ListNode } from '../../../../../renderer/features/reader/list-tree.ts';

const item = (depth: number, text: string): { depth: number; runs: readonly Run[] } => ({
  depth,
  runs: [{ text, start: 0 }],
});
const text = (node: { readonly runs: readonly Run[] }): string => node.runs.map((run) => run.text).join('');
const flat = (nodes: readonly ListNode[]): readonly string[] =>
  nodes.flatMap((node) => [text(node), ...flat(node.children)]);

describe('a flattened list', () => {
  it('becomes the tree it was', () => {
    const tree = listTree([item(0, 'a'), item(1, 'a1'), item(2, 'a1x'), item(1, 'a2'), item(0, 'b')]);
    expect(tree.map(text)).toEqual(['a', 'b']);
    expect(tree[0]?.children.map(text)).toEqual(['a1', 'a2']);
    expect(tree[0]?.children[0]?.children.map(text)).toEqual(['a1x']);
  });

  it('loses no item and keeps their order, whatever the depths', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(8), { maxLength: 30 }), (depths) => {
        const items = depths.map((depth, index) => item(depth, String(index)));
        expect(flat(listTree(items))).toEqual(items.map(text));
      }),
    );
  });
});
