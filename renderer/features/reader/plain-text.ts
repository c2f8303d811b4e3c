import type { ReleaseView, Run, ViewBlock } from '../../../main/contract/index.ts';

/** The text of a release as plain lines: title, lead, body. Blocks are parted by blank lines. */
export function plainTextOf(view: ReleaseView): string {
  const blocks = [...view.lead, ...view.body].map(plainBlock);
  return [plainRuns(view.title), ...blocks].filter((block) => block !== '').join('\n\n');
}

function plainBlock(block: ViewBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return plainRuns(block.runs);
    case 'list':
      return block.items
        .map((item, index) => {
          const sign = block.ordered ? `${index + 1}.` : '•';
          return `${'  '.repeat(item.depth)}${sign} ${plainRuns(item.runs)}`;
        })
        .join('\n');
    case 'table':
      return block.rows.map((row) => row.map(plainRuns).join('\t')).join('\n');
  }
}

export function plainRuns(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
