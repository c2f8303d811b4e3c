import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { listPage } from '../../../../archive/export/list-page.ts';
import { saidMarkup } from '../../../../archive/export/markup.ts';
import { escaped } from '../../../../archive/model/escaped.ts';
import { pageFile } from '../../../../archive/export/page.ts';
import { releasePage } from '../../../../archive/export/release-page.ts';
import { textFile } from '../../../../archive/export/text-file.ts';
import type { Block } from '../../../../archive/model/block.ts';
import { saidOf } from '../package/said.ts';
import { english, releaseLike, swedish } from './releases.ts';

const paragraph = (text: string, href?: string): Block => ({
  type: 'paragraph',
  inlines: [href === undefined ? { text } : { text, href }],
});
const list = (depths: readonly number[]): Block => ({
  type: 'list',
  ordered: false,
  items: depths.map((depth, n) => ({ depth, inlines: [{ text: `p${n}` }] })),
});

/** Elements of a fragment as a parser of the standard's own algorithm sees them. */
function elementsIn(html: string): readonly string[] {
  const names: string[] = [];
  const walk = (node: object): void => {
    if ('tagName' in node && typeof node.tagName === 'string') names.push(node.tagName);
    if ('childNodes' in node && Array.isArray(node.childNodes))
      for (const child of node.childNodes) walk(child as object);
  };
  walk(parseFragment(html));
  return names;
}

/** HTML as it is written anew after it was parsed: the same only where every element was closed in its place. */
function shapeOf(html: string): string {
  const walk = (node: object): string => {
    const inner =
      'childNodes' in node && Array.isArray(node.childNodes)
        ? node.childNodes.map((one) => walk(one as object)).join('')
        : '';
    if ('tagName' in node && typeof node.tagName === 'string')
      return `<${node.tagName}>${inner}</${node.tagName}>`;
    return 'value' in node && typeof node.value === 'string' ? node.value : inner;
  };
  return walk(parseFragment(html));
}

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)><style>@import "//x"</style>&amp;';

describe('a page', () => {
  it('shows what a release says as text, wherever it stands, never as markup', () => {
    const release = releaseLike({
      title: hostile,
      lead: [paragraph(hostile)],
      body: [
        { type: 'heading', level: 2, inlines: [{ text: hostile }] },
        paragraph(hostile, `javascript:alert(1)//${hostile}`),
        { type: 'table', headerRows: 1, rows: [[[{ text: hostile }]], [[{ text: hostile }]]] },
      ],
      senders: [hostile],
      contacts: [[hostile]],
      attachments: [{ label: hostile, href: hostile }],
      kind: hostile,
      language: 'sv"><script>',
    });
    const pages = [
      releasePage(release, swedish).body,
      listPage(
        {
          title: hostile,
          isSearch: true,
          narrowed: [hostile],
          releases: [release],
          total: 1,
          archive: hostile,
          day: '2026-11-30',
        },
        swedish,
      ).body,
      pageFile(releasePage(release, english)),
    ];
    for (const page of pages) {
      const elements = elementsIn(page);
      expect(elements).not.toContain('script');
      expect(elements).not.toContain('img');
      expect(elements).not.toContain('a');
      expect(page).toContain(escaped(hostile).slice(0, 40));
    }
  });

  it('has lists within lists as they stand, every element closed in its place', () => {
    expect(saidMarkup(saidOf({ body: [list([0, 1, 1, 0])] })).body).toBe(
      '<ul><li>p0<ul><li>p1</li><li>p2</li></ul></li><li>p3</li></ul>',
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }), (depths) => {
        const html = saidMarkup(saidOf({ body: [list(depths)] })).body;
        expect(shapeOf(html)).toBe(html);
        expect(elementsIn(html).filter((name) => name === 'li')).toHaveLength(depths.length);
      }),
    );
  });

  it('numbers addresses of links, each once, and leads from the number to the address', () => {
    const body = [
      paragraph('betänkandet', 'https://a.example/1'),
      paragraph('direktivet', 'https://a.example/2'),
      paragraph('https://a.example/3', 'https://a.example/3'),
      paragraph('det', 'https://a.example/1'),
    ];
    const page = releasePage(releaseLike({ body }), swedish).body;
    expect(page).toContain('betänkandet<sup>1</sup>');
    expect(page).toContain('det<sup>1</sup>');
    expect(page).toContain('<b>2</b><span>direktivet <span class="address">https://a.example/<wbr>2</span>');
    expect(page).not.toContain('<sup>3</sup>');
  });

  it('has the reference, the address and the hash at its end and at the foot of every sheet', () => {
    const address = 'https://regeringen.nordmark.example/a';
    const { source } = saidOf();
    const { body, foot } = releasePage(releaseLike({ source: { ...source, address } }), swedish);
    for (const what of [address, source.sha256]) {
      expect(body.replaceAll('<wbr>', '')).toContain(what);
      expect(foot.join('\n')).toContain(what);
    }
    expect(foot[0]).toContain('Vattnet räcker');
  });

  it('of a list says when it does not show all', () => {
    const input = {
      title: 'vatten',
      isSearch: true,
      narrowed: [],
      releases: [releaseLike()],
      archive: 'Exempelarkivet',
      day: '2026-11-30',
    };
    expect(listPage({ ...input, total: 26_608 }, swedish).body).toContain('de första 1 av 26\u00A0608');
    expect(listPage({ ...input, total: 1 }, swedish).body).not.toContain('class="note"');
  });
});

describe('a text', () => {
  it('has title, date, text, reference and hash, and says when it was withdrawn', () => {
    const text = textFile(
      releaseLike(
        { body: [paragraph('Första stycket.'), list([0, 1])] },
        {
          state: 'withdrawn',
          withdrawal: {
            id: '0123456789abcdef',
            action: 'withdrawn',
            day: '2018-01-02',
            reason: 'Fel siffra.',
            replacedBy: null,
          },
        },
      ),
      swedish,
    );
    expect(text.startsWith('Vattnet räcker\n\n')).toBe(true);
    expect(text).toContain('(2 januari 2018). Fel siffra.');
    expect(text).toContain('Första stycket.\n\n• p0\n  • p1');
    expect(text).toContain(`SHA-256: ${saidOf().source.sha256}`);
  });
});
