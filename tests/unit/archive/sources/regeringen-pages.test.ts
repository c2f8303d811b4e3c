import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../archive/sources/html-dom.ts';
import { regeringen2014 } from '../../../../archive/sources/regeringen-2014.ts';
import { regeringen2026 } from '../../../../archive/sources/regeringen-2026.ts';
import type { PageReading } from '../../../../archive/sources/source.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';
import { fixture } from '../../../fixtures/sources/fixture.ts';

function read2026(html: string, address: string | null = null): PageReading | null {
  return regeringen2026.read({ content: parseHtml(html, 'a.html'), file: 'a.html', address });
}

function read2014(html: string): PageReading | null {
  return regeringen2014.read({ content: parseHtml(html, 'a.html'), file: 'a.html', address: null });
}

const page = (main: string): string => `<html><body><main><h1 id=h1id>Titel</h1>${main}</main></body></html>`;

describe('a page of the 2026 template', () => {
  const reading = read2026(fixture('regeringen/pressmeddelande-2026.html'));
  const words = reading?.words;

  test('address (its capitals kept), title without its vignette, kind, language', () => {
    expect(reading?.address).toBe(
      'https://www.regering.nordland.example/pressmeddelanden/2026/03/Farjan-till-Ytteron',
    );
    expect(words).toMatchObject({
      title: 'Färjan till Ytterön får nya\u00A0turer',
      kind: 'Pressmeddelande',
      language: 'sv',
      designations: ['Diarienummer: KU2026/00123'],
    });
  });

  test('sender line, and tags with code, label and what they are', () => {
    expect(words?.senders).toEqual(['Pressmeddelande från Olle Tunberg, Kustdepartementet']);
    expect(words?.tags).toEqual([
      { role: 'sender', code: '7001', label: 'Olle Tunberg' },
      { role: 'sender', code: '1500', label: 'Kustdepartementet' },
      { role: 'type', code: '1334', label: 'Pressmeddelande' },
      { role: 'category', code: '1600', label: 'Färjetrafik' },
    ]);
  });

  test('dates as printed, each with where it stood', () => {
    expect(words?.dates).toEqual([
      { role: 'published', where: 'meta', text: '2026-03-05 09:12:00' },
      { role: 'published', where: 'text', text: '05 mars 2026' },
      { role: 'updated', where: 'text', text: '06 mars 2026' },
      { role: 'created', where: 'meta', text: '2026-03-05' },
    ]);
  });

  test('the lead from its own container, the body with all its structure', () => {
    expect(notation(words?.lead ?? [])).toEqual([
      'p Från och med maj går färjan till Ytterön fyra gånger om dagen.',
    ]);
    expect(notation(words?.body ?? [])).toEqual([
      'q – Ön ska kunna leva året om, säger postminister Olle Tunberg.',
      'h3 Läs mer',
      'p Se [beslutet om vinterturer](https://www.regering.nordland.example/pressmeddelanden/2026/02/vinterturer/) eller skriv till [ed@e](mailto:ed@e). Klicka inte.',
      '* Vardagar',
      '  * 07.00',
      '  * 16.30',
      '* Helger',
      '|= Dag | Turer',
      '| Lördag | 2',
      '|  | 3',
      'q Färjan är vår väg.',
    ]);
  });

  test('banner, contact, shortcut and file boxes, each in its place', () => {
    expect(words?.banners).toEqual([
      'Statsråd på denna sida som har bytt ansvarsområde',
      'Mellan den 2 maj 2022 och den 1 juni 2026 var han postminister.',
    ]);
    expect(words?.contacts).toEqual([
      [
        'Presskontakt',
        'Siv Ekblad',
        'Pressekreterare',
        'Telefon 010-555 01 00',
        'e-post till Siv Ekblad siv.ekblad@kust.nordland.example',
      ],
    ]);
    expect(words?.attachments).toEqual([
      {
        label: 'Tidtabell (pdf 44 kB)',
        href: 'https://www.regering.nordland.example/contentassets/abc/tidtabell.pdf',
      },
    ]);
    expect(words?.shortcuts).toEqual([
      { label: 'Alla färjor', href: 'https://www.regering.nordland.example/farjor/' },
    ]);
  });

  test('nothing of the site around it, no markup, no script', () => {
    expect(JSON.stringify(words)).not.toMatch(
      /Meny|Dela|Relaterat|E-post|uppmärkt|skript|javascript|protected|</u,
    );
  });
});

describe('a page of the 2014–18 template', () => {
  const reading = read2014(fixture('regeringen/kommittedirektiv-2014.html'));
  const words = reading?.words;

  test('attributes without quotes: address, title, number, sender, kind by its type tag', () => {
    expect(reading?.address).toBe(
      'https://www.regering.nordland.example/rattsdokument/kommittedirektiv/2014/12/dir.-2014158',
    );
    expect(words).toMatchObject({
      title: 'Översyn av fyrarna',
      designations: ['ID-nummer: Dir. 2014:158'],
      senders: ['Ansvarig: Kustdepartementet'],
      kind: 'Kommittédirektiv',
      language: 'sv',
      tags: [
        { role: 'sender', code: '1500', label: 'Kustdepartementet' },
        { role: 'type', code: '1327', label: 'Kommittédirektiv' },
        { role: 'type', code: '1324', label: 'Rättsdokument' },
        { role: 'category', code: '1700', label: 'Sjöfart' },
      ],
    });
  });

  test('the day the site was moved is a day of creation, never of publication', () => {
    expect(words?.dates).toEqual([
      { role: 'published', where: 'meta', text: '2014-12-18 00:00:00' },
      { role: 'published', where: 'text', text: '18 december 2014' },
      { role: 'updated', where: 'text', text: '02 april 2015' },
      { role: 'created', where: 'meta', text: '2015-04-02' },
    ]);
  });

  test('lead, body with soft hyphens and NBSP as they are, files', () => {
    expect(notation(words?.lead ?? [])).toEqual(['p En utredare ska se över landets fyrar.']);
    expect(notation(words?.body ?? [])).toEqual([
      'p Utredaren ska först\u00ADs räkna fyrarna.',
      'p Uppdraget ska redovisas senast den 31\u00A0december 2015.',
    ]);
    expect(words?.attachments).toEqual([
      {
        label: 'Översyn av fyrarna, dir. 2014:158 (pdf 75 kB)',
        href: 'http://www.regering.nordland.example/contentassets/def/oversyn-av-fyrarna',
      },
    ]);
  });
});

describe('what pages declare, and what they leave out', () => {
  test('a page in English is one; its kind is the word it prints', () => {
    expect(read2026(fixture('regeringen/in-english-2026.html'))?.words).toMatchObject({
      language: 'en',
      kind: 'Press release',
      senders: ['Press release from Ministry of Coastal Affairs'],
      dates: [],
      tags: [{ role: 'sender', code: '1500', label: 'Ministry of Coastal Affairs' }],
    });
  });

  test('a page in the English part of the site is in English though it declares nothing', () => {
    const link = '<link rel=canonical href="https://x.example/in-english/2014/a/">';
    expect(read2026(`${link}${page('')}`)?.words.language).toBe('en');
    expect(read2026(page(''))?.words.language).toBeNull();
  });

  test('both lead containers are read, and neither is in the body as well', () => {
    for (const lead of [
      '<p class="ingress has-wordExplanation">Lead.</p>',
      '<div class=article__ingress><p>Lead.</p></div>',
    ]) {
      const words = read2026(
        page(`<div class=col-1>${lead}<div class=has-wordExplanation><p>Body.</p></div></div>`),
      )?.words;
      expect([notation(words?.lead ?? []), notation(words?.body ?? [])]).toEqual([['p Lead.'], ['p Body.']]);
    }
  });

  test('a body in no container of its own is what is left of the column', () => {
    const words = read2026(
      page(
        '<div class=col-1><div class=categories-text>Tal från X</div><p class=ingress>Lead.</p><h2>Ladda ner:</h2><ul class=list--icons><li><a href=/f>F</a></ul><p>Body.</p><h2>Presskontakt</h2><p>Siv 010-555 01 00</p></div><div class="island rs_skip"><p>Ruta.</p></div>',
      ),
    )?.words;
    expect(notation(words?.body ?? [])).toEqual(['p Body.']);
    expect(words?.contacts).toEqual([['Presskontakt', 'Siv 010-555 01 00']]);
  });

  test.each(['island', 'contentfooter', 'rs_skip', 'block--timeLinks'])(
    'a box of class %s is no part of the text',
    (name) => {
      const box = `<div class=${name}><p class=ingress>Ruta.</p><div class=has-wordExplanation>Ruta.</div><ul class=list--icons><li><a href=/r>Ruta</a></ul></div>`;
      const words = read2026(
        page(`${box}<p class=ingress>Lead.</p><div class=has-wordExplanation>Body.</div>`),
      )?.words;
      expect([notation(words?.lead ?? []), notation(words?.body ?? []), words?.attachments]).toEqual([
        ['p Lead.'],
        ['p Body.'],
        [],
      ]);
    },
  );

  test('an empty body is an empty body', () => {
    const words = read2026(page('<div class=has-wordExplanation>\n</div>'))?.words;
    expect([words?.lead, words?.body, words?.title]).toEqual([[], [], 'Titel']);
  });

  test('a vignette without a figure is a sender line', () => {
    const html =
      '<main><h1 id=h1id>Titel <span class=h1-vignette>Pressmeddelande från Kustdepartementet</span></h1></main>';
    expect(read2026(html)?.words).toMatchObject({
      title: 'Titel',
      senders: ['Pressmeddelande från Kustdepartementet'],
      kind: 'Pressmeddelande',
      designations: [],
    });
  });

  test('a given address makes relative links whole', () => {
    const words = read2026(
      page('<div class=has-wordExplanation><p><a href="/b">b</a></p></div>'),
      'https://y.example/a/',
    )?.words;
    expect(notation(words?.body ?? [])).toEqual(['p [b](https://y.example/b)']);
  });

  test('without a printed kind, the type tag that the address has a folder for, singular or plural, or the folder', () => {
    const kindAt = (address: string): string | null | undefined => {
      const labels = [
        'Fyrar',
        'Artikel',
        'Pressmeddelande',
        'Statens offentliga utredningar',
        'Rättsliga dokument',
      ];
      const links = labels.map((label, index) => `<a href="/tx/${index}">${label}</a>`).join('');
      return read2026(page(`<div class=block--politikomrLinks>${links}</div>`), address)?.words.kind;
    };
    expect(kindAt('https://x.example/artiklar/2014/12/a/')).toBe('Artikel');
    expect(kindAt('https://x.example/pressmeddelanden/2014/12/a/')).toBe('Pressmeddelande');
    expect(kindAt('https://x.example/rattsliga-dokument/statens-offentliga-utredningar/2014/12/a/')).toBe(
      'Statens offentliga utredningar',
    );
    expect(kindAt('https://x.example/dagordningar/eu/2014/12/a/')).toBe('dagordningar/eu');
  });

  test('pages of other sites are of neither template', () => {
    const other = '<html><body><main><h1>Titel</h1><p>Text.</p></main></body></html>';
    expect([read2026(other), read2014(other), read2014('<p>Text</p>')]).toEqual([null, null, null]);
  });
});
