import type { ReleaseView, Run, ViewBlock } from '../../../main/contract/index.ts';
import type { Words } from '../../i18n/words.tsx';

/**
 * A plain reference: who published, when, what, where it stood, and how the same text can be found and checked.
 * The day is written as it is known; what is not known is left out.
 */
export function referenceOf(view: ReleaseView, words: Words): string {
  const { t } = words;
  const { organisation, title } = view.package;
  const author = view.departments[0]?.label ?? view.senders[0] ?? organisation ?? title;
  const kind = view.kind === null ? '' : ` [${view.kind}]`;
  const { address, fetched, sha256 } = view.source;
  return [
    `${author} (${words.date(view.date)}). ${plainRuns(view.title)}${kind}.`,
    address,
    fetched === null ? null : t('reference.fetched', { day: words.instant(fetched) }),
    t('reference.held', { archive: title, id: view.id, version: view.version.slice(0, 12) }),
    `SHA-256 ${sha256}`,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

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

function plainRuns(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}
