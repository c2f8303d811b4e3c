import { leavesOf } from '../model/block.ts';
import type { Block } from '../model/block.ts';
import { dateWords } from '../model/date-words.ts';
import { readable } from '../model/reading-text.ts';
import type { ReferenceForm } from '../model/reference.ts';
import { heldWords } from '../cite/words.ts';
import { describe } from './described.ts';
import { citationFor } from './out-release.ts';
import type { OutRelease } from './out-release.ts';
import { kickerOf } from './release-page.ts';
import { exportWords } from './words.ts';

/** A release as plain text: title, what it is and when, the text, and last its reference and where it is held. */
export function textFile(release: OutRelease, form: ReferenceForm): string {
  const words = exportWords[form.language];
  const { said } = release.record;
  const { reference, source, withdrawal } = describe(release, form);
  const title = readable(said.title).trim();
  const note =
    withdrawal !== null
      ? `${words.withdrawn(dateWords({ earliest: withdrawal.day, latest: withdrawal.day }, form.language))} ${withdrawal.reason}`
      : release.state === 'former'
        ? words.former
        : '';
  const parts = [
    title === '' ? words.untitled : title,
    kickerOf(release, form).join(' · '),
    note,
    ...said.lead.map(plainBlock),
    ...said.body.map(plainBlock),
    ...said.contacts.map((lines) => lines.map(readable).join('\n')),
    ...[...said.attachments, ...said.shortcuts].map(({ label, href }) => `${readable(label)}: ${href}`),
    '—',
    reference,
    `${words.sha256}: ${source.sha256}`,
    heldWords(citationFor(release, form.author), form.language),
  ];
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
}

function plainBlock(block: Block): string {
  const leaves = leavesOf(block).map((inlines) => readable(inlines.map(({ text }) => text).join('')));
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return leaves.join('\n');
    case 'list':
      return block.items
        .map(({ depth }, n) => `${'  '.repeat(depth)}${block.ordered ? `${n + 1}.` : '•'} ${leaves[n] ?? ''}`)
        .join('\n');
    case 'table': {
      let next = 0;
      return block.rows.map((row) => row.map(() => leaves[next++] ?? '').join('\t')).join('\n');
    }
  }
}
