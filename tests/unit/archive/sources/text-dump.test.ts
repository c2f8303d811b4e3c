import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saidSchema } from '../../../../archive/model/said.ts';
import type { PageWords } from '../../../../archive/sources/source.ts';
import { textDump } from '../../../../archive/sources/text-dump.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';
import { fixture } from '../../../fixtures/sources/fixture.ts';

function read(content: string): PageWords | undefined {
  return textDump.read({ content, file: 'sida.txt', address: null })?.words;
}

/** A dump of these paragraphs under a head. */
function body(...paragraphs: string[]): readonly string[] {
  const words = read(
    ['Pressmeddelande från Kustdepartementet', 'Rubrik', 'Publicerad', ...paragraphs].join('\n\n'),
  );
  return notation([...(words?.lead ?? []), ...(words?.body ?? [])]);
}

describe('a press release saved as text', () => {
  const words = read(fixture('text-dump/hamnkommission.txt'));

  test('head: kind, senders, title, a date that is lost, language', () => {
    expect(words).toMatchObject({
      title: 'Ny kommission ska se över de mindre hamnarna',
      kind: 'Pressmeddelande',
      senders: ['Pressmeddelande från Kustdepartementet, Finansdepartementet'],
      dates: [{ role: 'published', where: 'text', text: '' }],
      language: 'sv',
      tags: [],
      designations: [],
    });
  });

  test('each different banner line once, in page order', () => {
    expect(words?.banners).toEqual([
      'Innehållet publicerades under perioden 4 oktober 2010 till den 17 mars 2014',
      'Statsråd på denna sida som har entledigats',
      'Under perioden 12 januari 2012 till den 17 mars 2014 var hon hamn- och sjöfartsminister.',
    ]);
  });

  test('lead and body with headings, quotes, lists, a table and links', () => {
    expect(notation(words?.lead ?? [])).toEqual([
      'p Regeringen tillsätter i dag en kommission för landets mindre hamnar. Den ska lämna sitt förslag inom två år.',
    ]);
    expect(notation(words?.body ?? [])).toEqual([
      'q – Hamnarna är kustens hjärta. Utan dem stannar både fisket och postbåtarna, säger Ylva Strandvik, hamn- och sjöfartsminister.',
      'q - Vi i skärgården har väntat länge på det här beskedet, säger Arvid Holmgren, ordförande i Öarnas förbund.',
      'p Kommissionen ska bland annat:',
      '* räkna hamnarna och bedöma deras skick,',
      '* föreslå vem som ska betala för muddring, och',
      '* lyssna på dem som bor på öarna.',
      'h2 Varför just nu?',
      'p Fyra av tio kajer är äldre än sextio år. Det visar en kartläggning som finns på [https://hamnar.nordland.example/kajer](https://hamnar.nordland.example/kajer).',
      'h2 Pengar till kajerna',
      'p I budgeten finns följande belopp i miljoner kronor:',
      '| År | Muddring | Kajer',
      '| 2012 | 14 | 32',
      '| 2013 | 15 | 41',
      'p Så går arbetet till:',
      '# Kommissionen besöker varje hamn.',
      '# Förslagen går ut på remiss.',
    ]);
  });

  test('contacts and files apart from the body', () => {
    expect(words?.contacts).toEqual([
      [
        'Presskontakt',
        'Siv Ekblad',
        'Pressekreterare hos hamn- och sjöfartsminister Ylva Strandvik',
        'Telefon (växel) 010-555 01 00',
      ],
      ['Rolf Tingvall', 'Kommunikatör', 'rolf.tingvall@kust.nordland.example'],
    ]);
    expect(words?.attachments).toEqual([
      { label: 'Direktiv till kommissionen (pdf 120 kB)', href: '' },
      { label: 'Karta över hamnarna (pdf 2 MB)', href: '' },
    ]);
  });
});

test('CRLF, a period whose dates are lost, dates on one line, lines broken at a width or by the page', () => {
  const words = read(fixture('text-dump/fyrvaktare-crlf.txt'));
  expect(words).toMatchObject({
    title: 'Fyrvaktarnas dag',
    kind: 'Artikel',
    banners: ['Innehållet publicerades under perioden -'],
    dates: [
      { role: 'published', where: 'text', text: '8 december 2017' },
      { role: 'updated', where: 'text', text: '3 januari 2018' },
    ],
  });
  expect(notation([...(words?.lead ?? []), ...(words?.body ?? [])])).toEqual([
    'p Fyrarna lyste över hela kusten i / natt.',
    'h2 Tid och plats',
    'p Kajen, klockan nio.',
    '|= Fyr | Höjd',
    '| Norra grund | 21 m',
  ]);
});

test('a page in English is one', () => {
  const words = read(fixture('text-dump/in-english.txt'));
  expect(words).toMatchObject({
    title: 'Nordland opens its northern harbours',
    kind: 'Press release',
    language: 'en',
    dates: [{ role: 'published', text: '14 May 2013' }],
    contacts: [['Contact', 'Siv Ekblad', 'Press Secretary', 'Phone +00 10 555 01 00']],
  });
  expect(notation(words?.body ?? [])).toEqual([
    'q – This is good news for trade, says Ylva Strandvik, Minister for Ports and Shipping.',
  ]);
});

describe('the head, in its other forms', () => {
  test.each([
    ['Publicerad 8 december 2017', [['published', '8 december 2017']]],
    [
      'Publicerad: 2017-12-08 Uppdaterad 2018-01-03',
      [
        ['published', '2017-12-08'],
        ['updated', '2018-01-03'],
      ],
    ],
    ['Publicerad\n8 december 2017', [['published', '8 december 2017']]],
    ['Publicerad\n\n8 december 2017', [['published', '8 december 2017']]],
    ['Publicerad 8 decembr 2017', [['published', '8 decembr 2017']]],
    [
      'Publicerad\n\nSenast uppdaterad 3 januari 2018',
      [
        ['published', ''],
        ['updated', '3 januari 2018'],
      ],
    ],
  ])('%j', (line, dates) => {
    const words = read(`Tal från Kustdepartementet\n\nRubrik\n\n${line}\n\nEtt stycke text.`);
    expect(words?.dates.map(({ role, text }) => [role, text])).toEqual(dates);
    expect([words?.title, notation(words?.lead ?? [])]).toEqual(['Rubrik', ['p Ett stycke text.']]);
  });

  test('a sentence that begins with the label is no date', () => {
    const words = read('Debattartikel från Kustdepartementet\n\nRubrik\n\nPublicerad i Kustbladet.\n\nText.');
    expect([words?.dates, notation(words?.lead ?? [])]).toEqual([[], ['p Publicerad i Kustbladet.']]);
  });

  test('without a sender line, without a date, with its sort alone, with a number', () => {
    expect(read('Rubriken\n\nPublicerad 8 maj 2017\n\nText.')).toMatchObject({
      title: 'Rubriken',
      kind: null,
      senders: [],
    });
    expect(read('Tal från Kustdepartementet\n\nRubriken\n\nText.')).toMatchObject({
      title: 'Rubriken',
      kind: 'Tal',
      dates: [],
    });
    expect(read('Pressmeddelande\n\nNya fyrar byggs i norr\n\nPublicerad\n\nText.')).toMatchObject({
      title: 'Nya fyrar byggs i norr',
      kind: 'Pressmeddelande',
    });
    expect(
      read('Remiss från Kustdepartementet\n\nRubriken\n\nDiarienummer: KU2017/00012\n\nPublicerad\n\nText.'),
    ).toMatchObject({ title: 'Rubriken', designations: ['Diarienummer: KU2017/00012'] });
  });

  test('a title that reads like a sender line is a title', () => {
    expect(read('Hälsning från Norra grund\n\nPublicerad\n\nText.')).toMatchObject({
      title: 'Hälsning från Norra grund',
      senders: [],
      kind: null,
    });
  });

  test('a title over two lines is one', () => {
    expect(read('Tal från Kustdepartementet\n\nEn lång\nrubrik\n\nPublicerad')?.title).toBe('En lång rubrik');
  });

  test('words above the date that are none of this come first in the text', () => {
    const words = read('Tal från Kustdepartementet\n\nRubrik\n\nEn rad till.\n\nPublicerad\n\nText.');
    expect(notation([...(words?.lead ?? []), ...(words?.body ?? [])])).toEqual(['p En rad till.', 'p Text.']);
  });
});

describe('headings are told from other short lines', () => {
  const text = 'Det här är ett stycke.';
  test.each([
    'Bakgrund',
    'Varför just nu?',
    'Urval ur budgeten – pengarna till kusten',
    '2018 års satsning',
    '”Ljus åt alla”',
  ])('%j above running text is one', (line) => {
    expect(body('Ingress.', line, text)).toEqual(['p Ingress.', `h2 ${line}`, `p ${text}`]);
  });

  test.each([
    'Regeringen har beslutat.',
    'Kommissionen ska:',
    'med liten bokstav',
    `Lång ${'rad '.repeat(30)}`.trim(),
    'Stopp!',
  ])('%j is none', (line) => {
    expect(body('Ingress.', line, text)).toEqual(['p Ingress.', `p ${line}`, `p ${text}`]);
  });

  test('nor are lines of a programme, a signature, or the last line', () => {
    expect(body('Ingress.', 'Tid', 'Klockan nio', 'Plats', 'Stora kajen')).toEqual([
      'p Ingress.',
      'p Tid',
      'p Klockan nio',
      'p Plats',
      'p Stora kajen',
    ]);
  });
});

describe('lists', () => {
  test('text and list without an empty line between, depth by indent, wrapped items', () => {
    expect(
      body('Ingress.', 'Vi ska:\n • räkna\n   ◦ fyrar\n   ◦ skär som\n     ligger ute\n • bygga'),
    ).toEqual(['p Ingress.', 'p Vi ska:', '* räkna', '  * fyrar', '  * skär som ligger ute', '* bygga']);
  });

  test('numbers that do not count from one stay in the text', () => {
    expect(body('Ingress.', '3. Tredje punkten.\n4. Fjärde.')).toEqual([
      'p Ingress.',
      'p 3. Tredje punkten. / 4. Fjärde.',
    ]);
  });
});

test('a dump without any empty line has a paragraph on each', () => {
  const words = read(
    'Tal från Kustdepartementet\nRubrik\nPublicerad\nFörsta stycket.\n • ett\n • två\nSista.',
  );
  expect([words?.title, ...notation([...(words?.lead ?? []), ...(words?.body ?? [])])]).toEqual([
    'Rubrik',
    'p Första stycket.',
    '* ett',
    '* två',
    'p Sista.',
  ]);
});

test('soft hyphens, NBSP and decomposed letters are kept as printed, and understood', () => {
  const words = read(
    'Inneha\u030Allet publi\u00ADcerades under perioden 1 maj 2010 till den 2 maj 2011\n\nTal fra\u030An Kustdepartementet\n\nSka\u0308r\u00ADgård\n\nPublicerad\n\n5\u00A0000 fyrar.',
  );
  expect(words).toMatchObject({
    title: 'Ska\u0308r\u00ADgård',
    kind: 'Tal',
    banners: ['Inneha\u030Allet publi\u00ADcerades under perioden 1 maj 2010 till den 2 maj 2011'],
  });
  expect(notation(words?.lead ?? [])).toEqual(['p 5\u00A0000 fyrar.']);
});

test('banner sentences in the middle of the text are text', () => {
  const line = 'Under perioden 1 maj 2010 till den 2 maj 2011 var hon fiskeminister.';
  expect(body('Ingress.', line, 'Sedan seglade hon.')).toContain(`p ${line}`);
});

test('any other text is not a dump of such a page', () => {
  expect(read('En lista:\n\n • ägg\n • mjölk')).toBeUndefined();
  expect(read('')).toBeUndefined();
});

test('whatever stands under the head comes out lawful, and no word of it is lost', () => {
  const piece = fc.constantFrom(
    'fyr',
    'Rubrik',
    ' • ',
    '– ',
    '1. ',
    '\n',
    '\n\n',
    ' ',
    '|',
    '\t',
    'Presskontakt',
    'Ladda ner:',
    'säger hon.',
    'x@y.example',
    '\u00A0',
    '.',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
      (text) => {
        const words = read(`Tal från Kustdepartementet\n\nRubrik\n\nPublicerad\n\n${text}`);
        const parsed = saidSchema.omit({ source: true }).parse(words);
        const kept = JSON.stringify(parsed);
        const count = (of: string, word: RegExp): number => of.match(word)?.length ?? 0;
        expect(count(kept, /fyr/gu)).toBe(count(text, /fyr/gu));
        expect(count(kept, /säger hon/gu)).toBe(count(text, /säger hon/gu));
      },
    ),
    { numRuns: 1000 },
  );
});
