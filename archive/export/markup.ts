import { addressParts, isSpoken, numericColumns } from '../model/block-look.ts';
import { escaped } from '../model/escaped.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { ReadingLeaf, ReadingPlace, ReadingRun } from '../model/reading-text.ts';
import type { Block } from '../model/block.ts';
import type { Said } from '../model/said.ts';

/** An address as it may stand in HTML, where a line may end behind each of its parts rather than within a word. */
export function addressMarkup(address: string): string {
  return addressParts(address).map(escaped).join('<wbr>');
}

/** An address that words of the text led to. */
export interface NumberedAddress {
  readonly number: number;
  readonly label: string;
  readonly address: string;
}

/** What a page says, as HTML of plain elements. Links are numbers that lead to their address in `addresses`. */
export interface SaidMarkup {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly contacts: readonly string[];
  readonly addresses: readonly NumberedAddress[];
}

/** Writes out what a page says. */
export function saidMarkup(said: Said): SaidMarkup {
  const layout = layoutReading(said);
  const links = new LinkNumbers();
  const leavesAt = (place: ReadingPlace, index: number): readonly ReadingLeaf[] =>
    layout.parts.find((part) => part.place === place && part.index === index)?.leaves ?? [];
  const blocks = (place: 'lead' | 'body', of: readonly Block[]): string =>
    of.map((block, index) => blockMarkup(block, leavesAt(place, index), links)).join('\n');
  const [title = ''] = leavesAt('title', 0).map((leaf) => plainOf(leaf));
  return {
    title,
    lead: blocks('lead', said.lead),
    body: blocks('body', said.body),
    contacts: said.contacts.map((_, index) =>
      leavesAt('contact', index)
        .map((leaf) => escaped(plainOf(leaf)))
        .join('<br>\n'),
    ),
    addresses: links.all,
  };
}

/** Numbers addresses in the order in which they are met; one that stands in the text as it is needs no number. */
class LinkNumbers {
  readonly #byAddress = new Map<string, NumberedAddress>();

  get all(): readonly NumberedAddress[] {
    return [...this.#byAddress.values()];
  }

  markup({ text, href }: ReadingRun): string {
    if (href === undefined || isSaid(text, href)) return escaped(text);
    const known = this.#byAddress.get(href);
    const number = known?.number ?? this.#byAddress.size + 1;
    if (known === undefined) this.#byAddress.set(href, { number, label: text.trim(), address: href });
    return `${escaped(text)}<sup>${number}</sup>`;
  }
}

function isSaid(text: string, href: string): boolean {
  return text.trim() === '' || href.replace(/^mailto:|^tel:/u, '') === text.trim();
}

function plainOf(leaf: ReadingLeaf | undefined): string {
  return (leaf?.runs ?? []).map(({ text }) => text).join('');
}

function blockMarkup(block: Block, leaves: readonly ReadingLeaf[], links: LinkNumbers): string {
  const text = (n: number): string => (leaves[n]?.runs ?? []).map((run) => links.markup(run)).join('');
  switch (block.type) {
    case 'paragraph':
      return `<p>${text(0)}</p>`;
    case 'quote':
      return isSpoken(plainOf(leaves[0]))
        ? `<p class="spoken">${text(0)}</p>`
        : `<blockquote><p>${text(0)}</p></blockquote>`;
    case 'heading':
      return `<h${block.level}>${text(0)}</h${block.level}>`;
    case 'list':
      return listMarkup(
        block.items.map(({ depth }, n) => ({ depth, text: text(n) })),
        block.ordered ? 'ol' : 'ul',
      );
    case 'table':
      return tableMarkup(block, { leaves, text });
  }
}

/** Items that stand deeper are a list within the item before them. */
function listMarkup(
  items: readonly { readonly depth: number; readonly text: string }[],
  tag: string,
): string {
  const first = items[0]?.depth ?? 0;
  const pieces = [`<${tag}>`];
  const open: number[] = [];
  for (const { depth, text } of items) {
    const level = Math.max(0, depth - first);
    while (open.length > level + 1) {
      pieces.push(`</li></${tag}>`);
      open.pop();
    }
    if (open.length === level + 1) pieces.push('</li>');
    else if (open.length > 0) pieces.push(`<${tag}>`);
    if (open.length < level + 1) open.push(level);
    pieces.push(`<li>${text}`);
  }
  return `${pieces.join('')}${open.map(() => `</li></${tag}>`).join('')}${open.length === 0 ? `</${tag}>` : ''}`;
}

function tableMarkup(
  { rows, headerRows }: Extract<Block, { readonly type: 'table' }>,
  { leaves, text }: { readonly leaves: readonly ReadingLeaf[]; readonly text: (leaf: number) => string },
): string {
  let next = 0;
  const numbered = rows.map((row) => row.map(() => next++));
  const numeric = numericColumns(
    numbered.slice(headerRows).map((row) => row.map((leaf) => plainOf(leaves[leaf]))),
  );
  const written = numbered.map((row, n) => {
    const cells = row.map((leaf, column) => {
      const look = numeric.has(column) ? ' class="numeric"' : '';
      return n < headerRows ? `<th scope="col"${look}>${text(leaf)}</th>` : `<td${look}>${text(leaf)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const [heads, bodies] = [written.slice(0, headerRows), written.slice(headerRows)];
  const head = heads.length === 0 ? '' : `<thead>${heads.join('\n')}</thead>`;
  return `<table>${head}<tbody>${bodies.join('\n')}</tbody></table>`;
}
