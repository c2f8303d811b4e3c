import { describe, expect, it } from 'vitest';
import { numberedLinks } from '../../../../../renderer/features/reader/links.ts';
import { plainTextOf } from '../../../../../renderer/features/reader/plain-text.ts';
import { Layout, paragraph, viewOf } from './view.ts';

describe('the text as plain lines', () => {
  it('keeps lists, tables and the order of blocks', () => {
    const layout = new Layout();
    const view = viewOf({
      title: layout.runs('Rubrik'),
      lead: [paragraph(layout.runs('Ingress.'))],
      body: [
        {
          type: 'list',
          ordered: false,
          items: [
            { depth: 0, runs: layout.runs('ett') },
            { depth: 1, runs: layout.runs('under') },
          ],
        },
        { type: 'table', headerRows: 1, rows: [[layout.runs('Ort'), layout.runs('Antal')]] },
      ],
    });
    expect(plainTextOf(view)).toBe('Rubrik\n\nIngress.\n\n• ett\n  • under\n\nOrt\tAntal');
  });
});

describe('the links of a text', () => {
  it('are numbered in reading order, each address once, none that says itself', () => {
    const layout = new Layout();
    const view = viewOf({
      lead: [paragraph(layout.runs(['direktivet', 'https://a.example/1']))],
      body: [
        paragraph(
          layout.runs(['betänkandet', 'https://a.example/2'], ' och ', ['det', 'https://a.example/1']),
        ),
      ],
      contacts: [[layout.runs(['press@a.example', 'mailto:press@a.example'])]],
    });
    expect(numberedLinks(view)).toEqual([
      { number: 1, label: 'direktivet', href: 'https://a.example/1' },
      { number: 2, label: 'betänkandet', href: 'https://a.example/2' },
    ]);
  });
});
