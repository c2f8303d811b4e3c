import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSchema, leavesOf, plainText } from '../../../../archive/model/block.ts';
import { isMarkdownPage, readMarkdown } from '../../../../archive/sources/markdown.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';

const BASE = 'https://nordland.example/tal/2018/03/fyrar/';

function blocks(text: string): readonly string[] {
  return notation(readMarkdown(`# Rubrik\n\n${text}`, BASE).blocks);
}

describe('inline Markdown', () => {
  test.each([
    ['escapes are resolved', '2 \\* 3 \\_a\\_ \\[b\\] 1\\. \\# \\\\', 'p 2 * 3 _a_ [b] 1. # \\'],
    ['a backslash before a letter is a backslash', 'C:\\fyrar', 'p C:\\fyrar'],
    [
      'emphasis leaves its words',
      '**Fyr** och *skär* och ***hav*** och __grund__',
      'p Fyr och skär och hav och grund',
    ],
    ['a star that stands alone is a star', '3 * 4 och 5* fyrar', 'p 3 * 4 och 5* fyrar'],
    ['underscores within a word are letters', 'filen ritning_av_fyr.pdf', 'p filen ritning_av_fyr.pdf'],
    ['code keeps its words', 'skriv `a * b` här', 'p skriv a * b här'],
    ['entities are characters', 'A &amp; B &#229; &#xe4; &nbsp;C &okänd;', 'p A & B å ä \u00A0C &okänd;'],
    ['an impossible entity is U+FFFD', '&#0; &#xD800;', 'p \uFFFD \uFFFD'],
    ['images are left out', 'före ![bild](/b.jpg) efter', 'p före efter'],
    ['HTML is text', 'a <b>fet</b> <script>', 'p a <b>fet</b> <script>'],
  ])('%s', (_, text, expected) => {
    expect(blocks(text)).toEqual([expected]);
  });
});

describe('links', () => {
  test.each([
    ['absolute', '[fyrar](https://x.example/a)', 'p [fyrar](https://x.example/a)'],
    ['relative to the site', '[fyrar](/b/c/)', 'p [fyrar](https://nordland.example/b/c/)'],
    ['relative to the page', '[fyrar](../hav/)', 'p [fyrar](https://nordland.example/tal/2018/03/hav/)'],
    ['with a title', '[fyrar](/b "Alla (fyrar)")', 'p [fyrar](https://nordland.example/b)'],
    ['with parentheses', '[fyrar](/b_(c))', 'p [fyrar](https://nordland.example/b_(c))'],
    [
      'with brackets in the words',
      '[fyrar \\[2\\] [3]](/b)',
      'p [fyrar [2] [3]](https://nordland.example/b)',
    ],
    ['with emphasis in the words', '[**fyr** i norr](/b)', 'p [fyr i norr](https://nordland.example/b)'],
    ['with spaces in the address', '[ring](tel:010-555 01 00)', 'p [ring](tel:010-555 01 00)'],
    [
      'between angle brackets',
      '<https://x.example/> <siv@x.example>',
      'p [https://x.example/](https://x.example/) [siv@x.example](mailto:siv@x.example)',
    ],
    [
      'with what is said to screen readers alone',
      '[fyrar - extern webbplats,](https://x.example/)',
      'p [fyrar](https://x.example/)',
    ],
    ['to a script', '[fyrar](javascript:alert(1))', 'p fyrar'],
    ['to a place in the page', '[fyrar](#noter)', 'p fyrar'],
    ['never closed', '[fyrar](/b och [skär', 'p [fyrar](/b och [skär'],
  ])('%s', (_, text, expected) => {
    expect(blocks(text)).toEqual([expected]);
  });
});

describe('blocks', () => {
  test('headings of every level; the first line alone is the title', () => {
    const page = readMarkdown('\n# En *titel* \\& mer #\n## Två\n#### Fyra ##\n#Taggen', null);
    expect(page.title).toBe('En titel & mer #');
    expect(notation(page.blocks)).toEqual(['h2 Två', 'h4 Fyra', 'p #Taggen']);
  });

  test('nested lists are flattened with their depth, numbers of an inner list kept', () => {
    expect(blocks('* ett\n  + två\n    - tre\n  + fyra\n* fem\n  1. sex\n  2. sju')).toEqual([
      '* ett',
      '  * två',
      '    * tre',
      '  * fyra',
      '* fem',
      '  * 1. sex',
      '  * 2. sju',
    ]);
  });

  test('an ordered list counts from one; any other number stays in the text', () => {
    expect(blocks('1. ett\n2. två\n   och mer\n3. tre')).toEqual(['# ett', '# två / och mer', '# tre']);
    expect(blocks('2015. Ett år.')).toEqual(['p 2015. Ett år.']);
    expect(blocks('2. två\n3. tre')).toEqual(['p 2. två / 3. tre']);
  });

  test('an item may have empty lines before more of it, and text after the list is not its own', () => {
    expect(blocks('* ett\n\n  mer om ett\n\n* två\n\nSedan.')).toEqual([
      '* ett / mer om ett',
      '* två',
      'p Sedan.',
    ]);
  });

  test('a hyphen at the margin stands before words that someone says', () => {
    expect(blocks('- Nu blir det ljusare, säger hon.')).toEqual(['q - Nu blir det ljusare, säger hon.']);
  });

  test('tables, with and without a header, with escaped bars and ragged rows', () => {
    expect(blocks('| a | b |\n| --- | :-: |\n| 1 \\| 2 | **3** |\n| 4 |')).toEqual([
      '|= a | b',
      '| 1 | 2 | 3',
      '| 4',
    ]);
    expect(blocks('|  |  |\n| --- | --- |\n| län | kronor |')).toEqual(['| län | kronor']);
    expect(blocks('| inte en tabell')).toEqual(['p | inte en tabell']);
  });

  test('a quotation is quotes, a fence is its lines, a rule is nothing', () => {
    expect(blocks('> Havet\n> är stort.\n>\n> Ja.')).toEqual(['q Havet / är stort.', 'q Ja.']);
    expect(blocks('```\na * b\n```\nslut')).toEqual(['p a * b', 'p slut']);
    expect(blocks('Ovan\n---\n* * *\nUnder')).toEqual(['p Ovan', 'p Under']);
  });

  test('a printed line break stays; one that a narrow column made is a space', () => {
    expect(blocks('Genève\nden 9 januari')).toEqual(['p Genève / den 9 januari']);
    expect(blocks('Havet är stort och vi som bor vid det vet att en fyr\nkan rädda liv.')).toEqual([
      'p Havet är stort och vi som bor vid det vet att en fyr kan rädda liv.',
    ]);
  });

  test('CRLF, byte-order mark and no text at all', () => {
    const page = readMarkdown('\uFEFF# Titel\r\n\r\nText\r\n', null);
    expect([page.title, ...notation(page.blocks)]).toEqual(['Titel', 'p Text']);
    expect(readMarkdown('# Bara titel\n\n\n', null).blocks).toEqual([]);
  });
});

test('a page is Markdown when its first words are a first-level heading', () => {
  expect(isMarkdownPage('\n\n# Titel')).toBe(true);
  expect(['## Titel', '#Titel', 'Text\n# Titel', ''].map(isMarkdownPage)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('words with their markup escaped come out as they are', () => {
  const word = fc.stringMatching(/^[a-zåäö0-9*_[\]()!#<>&`|\\.-]{1,8}$/u);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (list) => {
      const text = `x ${list.join(' ')} x`;
      const escaped = text.replace(/[!-/:-@[-`{-~]/gu, '\\$&');
      const [block] = readMarkdown(`# T\n\n${escaped}`, null).blocks;
      expect(block?.type === 'paragraph' ? plainText(block.inlines) : block).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('whatever the text, it gives lawful blocks and none of them is empty', () => {
  const piece = fc.constantFrom(
    '# ',
    '* ',
    '  + ',
    '- ',
    '1. ',
    '| a | b |',
    '| --- |',
    '> ',
    '```',
    '**',
    '[a](',
    ')',
    '\n',
    '\n\n',
    'ord ',
    '\\',
    '&#',
    '![',
    '–',
    '    ',
    '\u00A0',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        for (const block of readMarkdown(text, BASE).blocks) {
          expect(blockSchema.safeParse(block).success).toBe(true);
          expect(leavesOf(block).some((leaf) => plainText(leaf).trim() !== '')).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  '[',
  '(',
  '[a](',
  '*a ',
  '_a *b ',
  '`a',
  '\\',
  '&',
  '<',
  '![',
  '| ',
  '* ',
  '> ',
  '- ',
  ' \n',
  '\n',
  '#',
  '1. ',
])('two hundred thousand times %j ends', (piece) => {
  const text = `# Titel\n\nx${piece.repeat(200_000)}`;
  expect(readMarkdown(text, BASE).title).toBe('Titel');
});
