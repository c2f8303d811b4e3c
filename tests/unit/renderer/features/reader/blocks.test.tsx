import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Blocks } from '../../../../../renderer/features/reader/blocks.tsx';
import { Layout } from './view.ts';

/** How the cells of each row are set: `n` as numbers, `-` as text. */
function cellsOf(rows: readonly (readonly string[])[], headerRows: number): readonly string[] {
  const layout = new Layout();
  const table = {
    type: 'table' as const,
    headerRows,
    rows: rows.map((row) => row.map((cell) => layout.runs(cell))),
  };
  const html = renderToStaticMarkup(<Blocks blocks={[table]} />);
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>/gu)].map(([cell]) => (cell.includes('numeric') ? 'n' : '-')).join(''),
  );
}

describe('tables', () => {
  it('set columns of numbers by their last digit, their headings too, though some cells are empty', () => {
    const rows = [
      ['Åtgärd', '2025', '2026'],
      ['Lägre avgifter', '', '6 050'],
      ['Enklare regler', '−10,5', '14,7'],
    ];
    expect(cellsOf(rows, 1)).toEqual(['-nn', '-nn', '-nn']);
  });

  it('leave columns with other words in them, and empty ones, as text', () => {
    const rows = [
      ['a', '5 mnkr', ''],
      ['b', '7', ''],
    ];
    expect(cellsOf(rows, 0)).toEqual(['---', '---']);
  });
});
