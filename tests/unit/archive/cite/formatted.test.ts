import { describe, expect, it } from 'vitest';
import { plainReference, writeReference } from '../../../../archive/cite/cite.ts';
import { referenceStyles } from '../../../../archive/model/reference.ts';
import type { ReferenceStyle } from '../../../../archive/model/reference.ts';
import type { CiteLanguage } from '../../../../archive/cite/citation.ts';
import { heldWords } from '../../../../archive/cite/words.ts';
import { citationLike, sender, value } from './sample.ts';
import type { Sample } from './sample.ts';

const ADDRESS = 'https://regeringen.nordmark.example/pressmeddelanden/2017/12/el';
const plain = (style: ReferenceStyle, language: CiteLanguage, sample: Sample = {}): string =>
  plainReference(writeReference(citationLike(sample), style, language));

describe('a written reference', () => {
  it.each([
    [
      'harvard',
      'sv',
      `Energidepartementet (2017). Vattnet räcker [pressmeddelande], 8 december. Tillgänglig: ${ADDRESS} [2018-08-30].`,
    ],
    [
      'harvard',
      'en',
      `Energidepartementet (2017) Vattnet räcker [Press release]. 8 December. Available at: ${ADDRESS} (Accessed: 30 August 2018).`,
    ],
    ['apa', 'sv', `Energidepartementet. (2017, 8 december). Vattnet räcker [Pressmeddelande]. ${ADDRESS}`],
    ['apa', 'en', `Energidepartementet. (2017, December 8). Vattnet räcker [Press release]. ${ADDRESS}`],
    [
      'note',
      'sv',
      `Energidepartementet, ”Vattnet räcker”, pressmeddelande, 8 december 2017, ${ADDRESS}, hämtad 30 augusti 2018.`,
    ],
    [
      'note',
      'en',
      `Energidepartementet, ‘Vattnet räcker’, press release, 8 December 2017, ${ADDRESS} (accessed 30 August 2018).`,
    ],
  ] as const)('in %s, %s', (style, language, text) => {
    expect(plain(style, language)).toBe(text);
  });

  it('has its title in italics where the style says so, and no other text', () => {
    const italics = (style: ReferenceStyle) =>
      writeReference(citationLike(), style, 'sv').filter((run) => run.italic === true);
    expect(italics('harvard')).toEqual([{ text: 'Vattnet räcker', italic: true }]);
    expect(italics('apa')).toEqual([{ text: 'Vattnet räcker', italic: true }]);
    expect(italics('note')).toEqual([]);
  });
});

describe('the author of a reference', () => {
  it('is a minister who sent it, the department then being its publisher', () => {
    const sample: Sample = { author: 'minister', links: { ministers: [sender('carl-axel-ryd')] } };
    expect(plain('apa', 'sv', sample)).toBe(
      `Ryd, C.-A. (2017, 8 december). Vattnet räcker [Pressmeddelande]. Energidepartementet. ${ADDRESS}`,
    );
    expect(plain('note', 'sv', sample)).toMatch(/^Carl-Axel Ryd, ”Vattnet räcker”/);
  });

  it('is no minister who is only quoted or named: the department stands', () => {
    const links = { ministers: [sender('carl-axel-ryd', 'quoted'), sender('karim-nordh', 'titled')] };
    expect(plain('harvard', 'sv', { author: 'minister', links })).toMatch(/^Energidepartementet \(2017\)/);
  });

  it('is the government of the day, and the department where several are possible', () => {
    expect(plain('harvard', 'sv', { author: 'government' })).toMatch(
      /^Regeringen Ahlgren I \(2017\)\. .* Energidepartementet\. Tillgänglig/,
    );
    const links = { governments: [value('ahlgren-i', false), value('ahlgren-ii', false)] };
    expect(plain('harvard', 'sv', { author: 'government', links })).toMatch(/^Energidepartementet \(2017\)/);
  });

  it('is the keeper of the archive where no department is known, or several are merely possible', () => {
    expect(plain('apa', 'sv', { links: { departments: [] } })).toMatch(/^Statskansliet\. \(2017/);
    const possible = [value('energi', false), value('jord', false)];
    expect(plain('apa', 'sv', { links: { departments: possible } })).toMatch(/^Statskansliet\. \(2017/);
    expect(plain('apa', 'sv', { links: { departments: [value('energi', false)] } })).toMatch(/^Energi/);
  });

  it('is called as the page in another language called it', () => {
    const departments = [value('energi', true, 'Ministry of Energy')];
    expect(plain('apa', 'en', { links: { language: 'en', departments } })).toMatch(/^Ministry of Energy\./);
    expect(plain('apa', 'en', { links: { language: 'sv', departments } })).toMatch(/^Energidepartementet\./);
  });

  it('can be several, joined as the style joins them', () => {
    const links = { departments: [value('energi'), value('jord')] };
    const second = 'Jord-, havs- och landsbygdsdepartementet';
    expect(plain('apa', 'sv', { links })).toContain(`Energidepartementet & ${second}. (`);
    expect(plain('harvard', 'en', { links })).toContain(`Energidepartementet and ${second} (`);
    expect(plain('note', 'sv', { links })).toContain(`Energidepartementet och ${second}, `);
  });
});

describe('a date in a reference', () => {
  it.each([
    ['sv', { earliest: '2017-12-01', latest: '2017-12-31' }, '(2017, december)', ', december 2017, '],
    ['en', { earliest: '2017-01-01', latest: '2017-12-31' }, '(2017)', ', 2017, '],
    [
      'sv',
      { earliest: '2016-05-25', latest: '2019-01-20' },
      '(mellan 2016 och 2019)',
      ', mellan 25 maj 2016 och 20 januari 2019, ',
    ],
    [
      'en',
      { earliest: null, latest: '2019-01-20' },
      '(no later than 2019)',
      ', no later than 20 January 2019, ',
    ],
    ['sv', { earliest: '2016-05-25', latest: null }, '(tidigast 2016)', ', tidigast 25 maj 2016, '],
    ['sv', { earliest: null, latest: null }, '(u.å.)', ', u.å., '],
    ['en', { earliest: null, latest: null }, '(n.d.)', ', n.d., '],
  ] as const)('in %s, %j', (language, bounds, apa, note) => {
    expect(plain('apa', language, bounds)).toContain(`Energidepartementet. ${apa}. `);
    expect(plain('note', language, bounds)).toContain(note);
  });

  it('that is not known makes APA name the day of the visit', () => {
    const sample = { earliest: null, latest: null };
    expect(plain('apa', 'sv', sample)).toContain(`Hämtad 30 augusti 2018, från ${ADDRESS}`);
    expect(plain('apa', 'en', sample)).toContain(`Retrieved August 30, 2018, from ${ADDRESS}`);
    expect(plain('apa', 'en', { ...sample, accessed: null })).toMatch(/\[Press release\]\. https:/);
  });

  it('of a visit is left out where the caller gives none, and refused where it does not exist', () => {
    for (const style of referenceStyles) expect(plain(style, 'sv', { accessed: null })).not.toContain('2018');
    expect(plain('harvard', 'sv', { accessed: null }).endsWith(ADDRESS)).toBe(true);
    expect(() => citationLike({ accessed: '2018-02-30' })).toThrow(RangeError);
  });
});

describe('a title in a reference', () => {
  it.each([
    ['sv', 'Mer "el" – ”nu” och «sen»', '”Mer ’el’ – ’nu’ och ’sen’”'],
    ['en', 'More "power" – “now” and ("soon")', '‘More “power” – “now” and (“soon”)’'],
    ['en', '"Now" is Nordmark’s word', '‘“Now” is Nordmark’s word’'],
  ] as const)('has other quotation marks within those of a note in %s: %s', (language, title, text) => {
    expect(plain('note', language, { title })).toContain(text);
  });

  it('keeps its own marks where the style sets no marks around it', () => {
    expect(plain('apa', 'sv', { title: 'Mer "el"' })).toContain('Mer "el" [Pressmeddelande]');
  });

  it('stands on one line, without spaces around it', () => {
    expect(plain('apa', 'sv', { title: ' Vattnet\r\n\u00A0räck\u00ADer\t' })).toContain('. Vattnet räcker [');
  });

  it('ends with one sign only where nothing says what sort of text it is', () => {
    const sample = { title: 'Räcker vattnet?', links: { kind: null } };
    expect(plain('apa', 'sv', sample)).toBe(
      `Energidepartementet. (2017, 8 december). Räcker vattnet? ${ADDRESS}`,
    );
    expect(plain('apa', 'sv', { links: { kind: null } })).toContain(`Vattnet räcker. ${ADDRESS}`);
    expect(plain('note', 'sv', { ...sample, printedKind: 'SOU' })).toContain('”Räcker vattnet?”, SOU, 8 dec');
  });
});

describe('where a cited text is held', () => {
  it('is named in the reference itself where there is no address', () => {
    const held = 'Exempelarkivet, 0123456789abcdef@aaaaaaaaaaaa';
    expect(plain('harvard', 'sv', { address: null })).toMatch(new RegExp(`Finns i: ${held}\\.$`));
    expect(plain('harvard', 'en', { address: null })).toMatch(new RegExp(`Held in: ${held}\\.$`));
    expect(plain('apa', 'sv', { address: null })).toMatch(new RegExp(`\\. ${held}\\.$`));
    expect(plain('note', 'en', { address: null })).toMatch(new RegExp(`, ${held}\\.$`));
  });

  it('is archive, release, version, package and hash, with the bounds of a date that the style cannot tell', () => {
    expect(heldWords(citationLike(), 'sv')).toBe(
      `Exempelarkivet, 0123456789abcdef@${'a'.repeat(64)}; arkivpaket ${'c'.repeat(64)}; källsidans SHA-256 ${'b'.repeat(64)}`,
    );
    expect(heldWords(citationLike({ earliest: '2017-02-03', latest: '2017-12-09' }), 'en')).toMatch(
      /; dated between 3 February 2017 and 9 December 2017$/,
    );
  });
});
