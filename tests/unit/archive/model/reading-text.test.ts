import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../../../archive/model/block.ts';
import type { Block, Inline } from '../../../../archive/model/block.ts';
import { layoutReading, partAt, readable } from '../../../../archive/model/reading-text.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { saidOf } from '../package/said.ts';

/** Text as pages have it: decomposed letters, soft hyphens, zero-width characters, NBSP, marks at run ends. */
const quirky = fc
  .array(
    fc.constantFrom(
      'Re',
      'ge',
      'a\u030a',
      '\u0308',
      'ö',
      '\u00ad',
      '\u200b',
      '\ufeff',
      '\u00a0',
      ' ',
      '2019',
      '\u{1F600}',
      'e\u0301',
    ),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''));

const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    quirky.map((text): Inline => ({ text })),
    quirky.map((text): Inline => ({ text, href: 'https://a.example' })),
  ),
  { maxLength: 4 },
);

const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((of): Block => ({ type: 'paragraph', inlines: of })),
  inlines.map((of): Block => ({ type: 'heading', level: 2, inlines: of })),
  inlines.map((of): Block => ({ type: 'quote', inlines: of })),
  fc.array(inlines, { maxLength: 3 }).map((items): Block => ({
    type: 'list',
    ordered: false,
    items: items.map((of) => ({ depth: 0, inlines: of })),
  })),
  fc
    .array(fc.array(inlines, { maxLength: 3 }), { maxLength: 3 })
    .map((rows): Block => ({ type: 'table', headerRows: 0, rows })),
);

const said: fc.Arbitrary<Said> = fc
  .record({
    title: quirky,
    lead: fc.array(block, { maxLength: 2 }),
    body: fc.array(block, { maxLength: 3 }),
    contacts: fc.array(fc.array(quirky, { maxLength: 2 }), { maxLength: 2 }),
    banners: fc.array(quirky, { maxLength: 2 }),
    senders: fc.array(quirky, { maxLength: 2 }),
    tags: fc.array(
      fc.record({
        role: fc.constant('category' as const),
        code: fc.constant(null),
        label: fc.option(quirky),
      }),
      { maxLength: 2 },
    ),
  })
  .map((parts) => saidOf(parts));

describe('the reading text', () => {
  it('reads: NFC, without soft hyphens and zero-width characters, NBSP kept', () => {
    expect(readable('Re\u00adge\u00adringen\u200b fo\u0308resla\u030ar\u00a05')).toBe(
      'Regeringen föreslår\u00a05',
    );
  });

  it('has title, lead, body, contacts, banners, senders and tags, in that order, parted by blank lines', () => {
    const layout = layoutReading(
      saidOf({
        title: 'Rubrik',
        lead: [{ type: 'paragraph', inlines: [{ text: 'Ingress.' }] }],
        body: [
          {
            type: 'list',
            ordered: false,
            items: [
              { depth: 0, inlines: [{ text: 'ett' }] },
              { depth: 0, inlines: [{ text: 'två' }] },
            ],
          },
        ],
        contacts: [['Anna', '08-1']],
        banners: ['Innehållet publicerades under perioden -'],
        senders: ['Pressmeddelande från X'],
        tags: [
          { role: 'category', code: '1', label: null },
          { role: 'category', code: null, label: 'Energi' },
        ],
      }),
    );
    expect(layout.text).toBe(
      'Rubrik\n\nIngress.\n\nett\ntvå\n\nAnna\n08-1\n\nInnehållet publicerades under perioden -\n\nPressmeddelande från X\n\nEnergi',
    );
    expect(layout.parts.map(({ place, index }) => `${place} ${index}`)).toEqual([
      'title 0',
      'lead 0',
      'body 0',
      'contact 0',
      'banner 0',
      'sender 0',
      'tag 1',
    ]);
  });

  it('joins a combining mark to the letter before it across runs', () => {
    const layout = layoutReading(
      saidOf({
        title: '',
        body: [
          { type: 'paragraph', inlines: [{ text: 'o', href: 'https://a.example' }, { text: '\u0308ppna' }] },
        ],
      }),
    );
    expect(layout.text.trim()).toBe('öppna');
    expect(layout.parts[1]?.leaves[0]?.runs).toEqual([
      { text: 'ö', start: 2, href: 'https://a.example' },
      { text: 'ppna', start: 3 },
    ]);
  });

  it('gives offsets at which every run stands exactly, parts and leaves in order without overlap', () => {
    fc.assert(
      fc.property(said, (of) => {
        const { text, parts } = layoutReading(of);
        let at = 0;
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(at);
          let within = part.start;
          for (const leaf of part.leaves) {
            expect(leaf.start).toBeGreaterThanOrEqual(within);
            expect(leaf.runs.map((run) => run.text).join('')).toBe(text.slice(leaf.start, leaf.end));
            for (const run of leaf.runs)
              expect(text.slice(run.start, run.start + run.text.length)).toBe(run.text);
            within = leaf.end;
          }
          expect(part.end).toBe(within);
          at = part.end;
        }
        expect(text.length).toBe(at);
      }),
    );
  });

  it('is NFC within every leaf and holds the words of every leaf', () => {
    fc.assert(
      fc.property(said, (of) => {
        const { text, parts } = layoutReading(of);
        const leaves = parts.filter(({ place }) => place === 'body').flatMap((part) => part.leaves);
        const words = of.body
          .flatMap(leavesOf)
          .map((leaf) => readable(leaf.map((inline) => inline.text).join('')));
        expect(leaves.map(({ start, end }) => text.slice(start, end))).toEqual(words);
      }),
    );
  });

  it('finds the part of every offset, and none between parts', () => {
    fc.assert(
      fc.property(said, (of) => {
        const layout = layoutReading(of);
        for (let offset = 0; offset <= layout.text.length; offset += 1) {
          const naive = layout.parts.findIndex((part) => offset >= part.start && offset < part.end);
          expect(partAt(layout, offset)?.index ?? -1).toBe(naive);
        }
      }),
    );
  });
});
