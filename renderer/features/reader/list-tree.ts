import type { Run } from '../../../main/contract/index.ts';

interface FlatItem {
  readonly depth: number;
  readonly runs: readonly Run[];
}

/** An item with the items nested under it. */
export interface ListNode {
  readonly runs: readonly Run[];
  readonly children: readonly ListNode[];
}

/** A flattened list as a tree again: an item belongs to the nearest one before it that lies less deep. */
export function listTree(items: readonly FlatItem[]): readonly ListNode[] {
  return nodesFrom(items);
}

function nodesFrom(items: readonly FlatItem[]): readonly ListNode[] {
  const nodes: ListNode[] = [];
  let at = 0;
  while (at < items.length) {
    const item = items[at];
    if (item === undefined) break;
    let end = at + 1;
    while ((items[end]?.depth ?? Number.NEGATIVE_INFINITY) > item.depth) end += 1;
    nodes.push({ runs: item.runs, children: nodesFrom(items.slice(at + 1, end)) });
    at = end;
  }
  return nodes;
}
