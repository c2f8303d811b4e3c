import type { ReactNode } from 'react';
import type { Marks } from '../../main/contract/index.ts';

/** A text with ranges of it marked. Marks are half-open UTF-16 ranges, ascending and disjoint. */
export function MarkedText(props: { readonly text: string; readonly marks: Marks }): ReactNode {
  const parts: ReactNode[] = [];
  let last = 0;
  for (const [start, end] of props.marks) {
    if (start > last) parts.push(props.text.slice(last, start));
    parts.push(<mark key={start}>{props.text.slice(start, end)}</mark>);
    last = end;
  }
  parts.push(props.text.slice(last));
  return parts;
}
