import type { Inline } from '../model/block.ts';
import { htmlInlines } from './html-inlines.ts';
import type { HtmlReading } from './html-inlines.ts';
import { attributeOf, childrenOf, isElement, outermost } from './html-dom.ts';
import type { HtmlElement } from './html-dom.ts';

type Cell = readonly Inline[];

/** A table's words, every cell in its column. */
export interface HtmlTable {
  readonly caption: readonly Inline[];
  readonly headerRows: number;
  readonly rows: readonly (readonly Cell[])[];
}

const WIDEST_SPAN = 100;

/** Reads a table; null for one of a single column, which holds layout, not a table. Spanned places stay empty. */
export function tableOf(table: HtmlElement, reading: HtmlReading): HtmlTable | null {
  const trs = outermost(table, (element) => element.tagName === 'tr' || element.tagName === 'table').filter(
    (element) => element.tagName === 'tr',
  );
  if (trs.every((tr) => cellElements(tr).length < 2)) return null;
  const caption = childrenOf(table).find((child) => isElement(child) && child.tagName === 'caption');
  const headed = trs.findIndex((tr) => !isHeaderRow(tr));
  return {
    caption: caption === undefined ? [] : htmlInlines(caption, reading),
    headerRows: headed === -1 ? Math.min(1, trs.length) : headed,
    rows: layOut(trs, reading),
  };
}

function layOut(trs: readonly HtmlElement[], reading: HtmlReading): readonly (readonly Cell[])[] {
  /** Rows still to come that each column is taken in by a cell from above. */
  const taken: number[] = [];
  return trs.map((tr) => {
    const row: Cell[] = [];
    const skipTaken = (): void => {
      while ((taken[row.length] ?? 0) > 0) {
        taken[row.length] = (taken[row.length] ?? 0) - 1;
        row.push([]);
      }
    };
    for (const cell of cellElements(tr)) {
      skipTaken();
      const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      for (let column = 0; column < columns; column += 1) {
        taken[row.length] = rows - 1;
        row.push(column === 0 ? htmlInlines(cell, reading) : []);
      }
    }
    skipTaken();
    return row;
  });
}

function cellElements(tr: HtmlElement): readonly HtmlElement[] {
  return childrenOf(tr)
    .filter(isElement)
    .filter((child) => child.tagName === 'td' || child.tagName === 'th');
}

function isHeaderRow(tr: HtmlElement): boolean {
  const parent = tr.parentNode;
  if (parent !== null && isElement(parent) && parent.tagName === 'thead') return true;
  const cells = cellElements(tr);
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'th');
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attributeOf(cell, name) ?? '', 10);
  return Number.isSafeInteger(span) ? Math.min(Math.max(span, 1), WIDEST_SPAN) : 1;
}
