import { describe, expect, it } from 'vitest';
import { numberedLinks } from '../../../../../renderer/features/reader/links.ts';
import { plainTextOf, referenceOf } from '../../../../../renderer/features/reader/reference.ts';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';
import { Layout, paragraph, viewOf } from './view.ts';

describe('a reference', () => {
  it('tells who, when, what, where, and how the same text is found and checked', () => {
    const view = viewOf({
      title: new Layout().runs('Nya bostäder i norr'),
      departments: [{ id: 'b', label: 'Bostadsdepartementet', certain: true }],
    });
    expect(referenceOf(view, wordsIn('sv')).split('\n')).toEqual([
      'Bostadsdepartementet (8 december 2017). Nya bostäder i norr [Pressmeddelande].',
      'https://regeringen.nordmark.example/a',
      'Hämtad 30 november 2024.',
      'Läst i Läsesal, Exempelarkivet: 0123456789abcdef@ffffffffffff.',
      `SHA-256 ${'a'.repeat(64)}`,
    ]);
  });

  it('leaves out what is not known, and never invents a day', () => {
    const view = viewOf({
      kind: null,
      date: { edtf: '2017-12', earliest: '2017-12-01', latest: '2017-12-31', basis: 'url', evidence: [] },
      source: { ...viewOf().source, address: null, fetched: null },
    });
    const reference = referenceOf(view, wordsIn('en'));
    expect(reference).toContain('Nordmarks regeringskansli (December 2017)');
    expect(reference).not.toContain('Fetched');
    expect(reference).not.toContain('null');
  });
});

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
