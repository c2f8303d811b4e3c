import { memo, useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { isSpoken, numericColumns } from '../../../main/contract/index.ts';
import type { Run, ViewBlock } from '../../../main/contract/index.ts';
import { useWords } from '../../i18n/words.tsx';
import { listTree } from './list-tree.ts';
import type { ListNode } from './list-tree.ts';
import { plainRuns } from './plain-text.ts';
import { RunText } from './run-text.tsx';

/** Blocks of structured text, as they stood on the page. */
export const Blocks = memo(function Blocks(props: { readonly blocks: readonly ViewBlock[] }): ReactNode {
  return props.blocks.map((block, index) => <BlockView key={index} block={block} />);
});

function BlockView({ block }: { readonly block: ViewBlock }): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p className={isSpoken(firstOf(block.runs)) ? 'spoken' : undefined}>
          <RunText runs={block.runs} />
        </p>
      );
    case 'heading':
      return <BlockHeading level={block.level} runs={block.runs} />;
    case 'quote':
      return isSpoken(firstOf(block.runs)) ? (
        <p className="spoken">
          <RunText runs={block.runs} />
        </p>
      ) : (
        <blockquote>
          <p>
            <RunText runs={block.runs} />
          </p>
        </blockquote>
      );
    case 'list':
      return <ListView nodes={listTree(block.items)} ordered={block.ordered} />;
    case 'table':
      return <TableView rows={block.rows} headerRows={block.headerRows} />;
  }
}

function BlockHeading(props: { readonly level: number; readonly runs: readonly Run[] }): ReactNode {
  const text = <RunText runs={props.runs} />;
  if (props.level <= 2) return <h2>{text}</h2>;
  return props.level === 3 ? <h3>{text}</h3> : <h4>{text}</h4>;
}

function ListView(props: { readonly nodes: readonly ListNode[]; readonly ordered: boolean }): ReactNode {
  const items = props.nodes.map((node, index) => (
    <li key={index}>
      <RunText runs={node.runs} />
      {node.children.length === 0 ? null : <ListView nodes={node.children} ordered={props.ordered} />}
    </li>
  ));
  return props.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

interface TableViewProps {
  readonly rows: readonly (readonly (readonly Run[])[])[];
  readonly headerRows: number;
}

function TableView({ rows, headerRows }: TableViewProps): ReactNode {
  const { t } = useWords();
  const scroller = useReachedByKeys();
  const numeric = numericColumns(rows.slice(headerRows).map((row) => row.map((runs) => plainRuns(runs))));
  const cells = (row: TableViewProps['rows'][number], isHead: boolean): ReactNode =>
    row.map((runs, index) =>
      isHead ? (
        <th key={index} scope="col" className={numeric.has(index) ? 'numeric' : undefined}>
          <RunText runs={runs} />
        </th>
      ) : (
        <td key={index} className={numeric.has(index) ? 'numeric' : undefined}>
          <RunText runs={runs} />
        </td>
      ),
    );
  return (
    <section ref={scroller} className="table-scroll" aria-label={t('reader.table')}>
      <table>
        {headerRows > 0 ? (
          <thead>
            {rows.slice(0, headerRows).map((row, index) => (
              <tr key={index}>{cells(row, true)}</tr>
            ))}
          </thead>
        ) : null}
        <tbody>
          {rows.slice(headerRows).map((row, index) => (
            <tr key={index}>{cells(row, false)}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A box that the keyboard reaches while there is something in it to scroll to. */
function useReachedByKeys(): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return box;
}

function firstOf(runs: readonly Run[]): string {
  return runs[0]?.text ?? '';
}
