import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSchema } from '../../../../archive/model/block.ts';
import { ProblemError } from '../../../../archive/model/problem.ts';
import { htmlBlocks } from '../../../../archive/sources/html-blocks.ts';
import { findElement, parseHtml } from '../../../../archive/sources/html-dom.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';

const BASE = 'https://nordland.example/a/b/';

function read(html: string): readonly string[] {
  const body = findElement(parseHtml(`<body>${html}</body>`, 'a.html'), ({ tagName }) => tagName === 'body');
  const blocks = htmlBlocks(body === null ? [] : [body], { base: BASE, skip: () => false });
  blocks.forEach((block) => blockSchema.parse(block));
  return notation(blocks);
}

describe('paragraphs', () => {
  test('white space collapses, NBSP and soft hyphens stay, entities are characters', () => {
    expect(read('<p> F&ouml;r  <b>hela</b>\n <i>kus&shy;ten</i>&nbsp;nu </p>')).toEqual([
      'p För hela kus\u00ADten\u00A0nu',
    ]);
  });

  test('a break is a line, two are a paragraph', () => {
    expect(read('<p>ett<br>två<br/><br />tre</p>')).toEqual(['p ett / två', 'p tre']);
  });

  test('words outside any block, in a div or around one, are paragraphs', () => {
    expect(read('ett <b>två</b><div>tre<p>fyra</p>fem</div>sex')).toEqual([
      'p ett två',
      'p tre',
      'p fyra',
      'p fem',
      'p sex',
    ]);
    expect(read('<span><p>ett</p></span><p></p><p>&nbsp;</p>')).toEqual(['p ett']);
  });

  test('links keep their words and where they lead', () => {
    expect(
      read('<p><a href="../c">C <b>och</b> D</a>, <a href="#x">här</a> <a href=javascript:x>då</a></p>'),
    ).toEqual(['p [C och D](https://nordland.example/a/c), här då']);
  });

  test('a hidden address is shown, and one that cannot be is left out', () => {
    expect(read('<p>till <a data-cfemail="00614062">[email protected]</a></p>')).toEqual([
      'p till [a@b](mailto:a@b)',
    ]);
    expect(read('<p>till <span data-cfemail="zz">[email protected]</span> slut</p>')).toEqual([
      'p till slut',
    ]);
  });
});

describe('what a reader does not see is left out', () => {
  test.each([
    '<script>alert("x")</script>',
    '<style>p { color: red }</style>',
    '<noscript>x</noscript>',
    '<template><p>x</p></template>',
    '<svg><text>x</text></svg>',
    '<iframe src="x">x</iframe>',
    '<button>x</button>',
    '<form><label>x</label></form>',
    '<p hidden>x</p>',
    '<span class="a sr-only">x</span>',
    '<img alt="x" src=x onerror=alert(1)>',
    '<!-- x -->',
  ])('%s', (html) => {
    expect(read(`${html}<p>ord</p>`)).toEqual(['p ord']);
  });
});

describe('structure', () => {
  test('headings, quotations, definitions, captions', () => {
    expect(
      read(
        '<h1>Ett</h1><h3>Tre<br>rader</h3><blockquote><p>q1</p>q2</blockquote><dl><dt>t</dt><dd>d</dd></dl><figure><figcaption>Bild</figcaption></figure>',
      ),
    ).toEqual(['h2 Ett', 'h3 Tre rader', 'q q1', 'q q2', 'p t', 'p d', 'p Bild']);
  });

  test('lists, nested and numbered', () => {
    expect(
      read(
        '<ul><li>ett<ul><li><p>två</p><ol><li>a</li><li>b</li></ol></li></ul></li><li></li><li>tre</li></ul>',
      ),
    ).toEqual(['* ett', '  * två', '    * 1. a', '    * 2. b', '* tre']);
    expect(read('<ol><li>ett<li>två</ol>')).toEqual(['# ett', '# två']);
    expect(read('<ol start=5><li>fem</li></ol>')).toEqual(['* 5. fem']);
  });

  test('tables, with heads, spans and captions', () => {
    expect(
      read(
        '<table><caption>Turer</caption><tr><th>Dag<th>Tid</tr><tr><td rowspan=2>lör<td>7</tr><tr><td>8</tr><tr><td colspan=2>sön</tr></table>',
      ),
    ).toEqual(['p Turer', '|= Dag | Tid', '| lör | 7', '|  | 8', '| sön | ']);
  });

  test('a table of one column is layout: its words are the page’s', () => {
    expect(read('<table><tr><td><h2>A</h2><p>b</p></td></tr></table>')).toEqual(['h2 A', 'p b']);
  });
});

describe('hostile pages', () => {
  test('elements nested beyond reason are refused, and quickly', () => {
    expect(() => parseHtml('<div>'.repeat(500_000), 'djup.html')).toThrow(ProblemError);
    expect(() => parseHtml('<font size=1><p>'.repeat(100_000), 'djup.html')).not.toThrow();
    const colours = Array.from({ length: 5000 }, (_, n) => `<font color=${n}><p>`).join('');
    expect(() => parseHtml(colours, 'djup.html')).toThrow(ProblemError);
  });

  test('no markup of theirs gives anything but lawful blocks without markup of ours', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td rowspan=3 colspan=2>',
      '<ul>',
      '<li>',
      '</ul>',
      '<ol start=x>',
      '<a href=x>',
      '<br>',
      '<h2>',
      '</h2>',
      '<blockquote>',
      '<svg>',
      '<script>',
      '</script>',
      'ord',
      ' ',
      '&nbsp;',
      '&#xD800;',
      '<!--',
      '-->',
      '<',
      '>',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        (html) => {
          expect(Array.isArray(read(html))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
