import { plainText } from '../model/block.ts';
import type { Block } from '../model/block.ts';
import { readable } from '../model/reading-text.ts';
import { BlockWriter } from './block-writer.ts';
import { dropStart, tidyInlines } from './inlines.ts';

/** A page's lead and what follows it. */
export interface LeadAndBody {
  readonly lead: readonly Block[];
  readonly body: readonly Block[];
}

/**
 * Parts lead and body by the list's summary, which is the page's lead. Often the text begins with it; where it does
 * not, the summary is the only place where the lead is left. A page without a summary has no lead that we know of:
 * its first paragraph may well be the second.
 */
export function partLead(blocks: readonly Block[], summary: string | null | undefined): LeadAndBody {
  const wanted = comparable(summary ?? '');
  if (wanted === '') return { lead: [], body: blocks };
  const parted = startingWith(blocks, wanted);
  if (parted !== null) return parted;
  // Somewhere within the text: it is printed there, and once is enough.
  if (comparable(wordsOf(blocks)).includes(wanted)) return { lead: [], body: blocks };
  const writer = new BlockWriter();
  writer.paragraph([{ text: summary ?? '' }]);
  return { lead: writer.blocks, body: blocks };
}

/** Takes as many blocks from the start as the summary covers, the last of them perhaps in part. */
function startingWith(blocks: readonly Block[], wanted: string): LeadAndBody | null {
  let left = wanted;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'list' || block.type === 'table') return null;
    const words = comparable(plainText(block.inlines));
    if (left === words) return { lead: blocks.slice(0, index + 1), body: blocks.slice(index + 1) };
    if (left.startsWith(words)) left = left.slice(words.length).trimStart();
    else return partWithin(blocks, index, left);
  }
  return null;
}

/** The summary ends at a line break within a block. */
function partWithin(blocks: readonly Block[], index: number, left: string): LeadAndBody | null {
  const block = blocks[index];
  if (block === undefined || block.type === 'list' || block.type === 'table') return null;
  const text = plainText(block.inlines);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (comparable(text.slice(0, at)) !== left) continue;
    const before: Block = { ...block, inlines: tidyInlines(takeStart(block.inlines, at)) };
    const after: Block = { ...block, inlines: tidyInlines(dropStart(block.inlines, at)) };
    return { lead: [...blocks.slice(0, index), before], body: [after, ...blocks.slice(index + 1)] };
  }
  return null;
}

function takeStart(inlines: Extract<Block, { type: 'paragraph' }>['inlines'], count: number): typeof inlines {
  let left = count;
  return inlines.flatMap((inline) => {
    const text = inline.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...inline, text }];
  });
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.type === 'list' || block.type === 'table' ? [] : [plainText(block.inlines)]))
    .join(' ');
}

/** Words without what differs between the two: white space, invisible characters, letters composed or not. */
function comparable(text: string): string {
  return readable(text).replace(/\s+/gu, ' ').trim();
}
