import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCitations } from '../../../../archive/cite/cite.ts';
import { citationFormats } from '../../../../archive/model/reference.ts';
import { cslItem } from '../../../../archive/cite/csl.ts';
import { onlyCsl, readBack } from './read-back.ts';
import { citationLike, sender, value } from './sample.ts';
import type { Sample } from './sample.ts';

const BOUNDS = { earliest: '2016-05-25', latest: '2019-01-20' };
/** What a title may hold that a format could take for its own. */
const nasty = fc.constantFrom(
  ..."{ } \\ $ & % # _ ^ ~ ` ' \" “ ” ’ « » @ < > | [ ] , ; : = - -- --- '' ,, `` \\{ {{ }} ER -".split(' '),
  '\n',
  '\r\n',
  '\t',
  '  ',
  '\u00A0',
  '  - ',
  '\nER  - \nTY  - BOOK\n',
  '\\textbf{x}',
  '\\"a',
  '\\&',
  ' and ',
  '%',
  '}, year = {1999',
  'Å',
  'å',
  'ä',
  'ö',
  'é',
  'ï',
  'ñ',
  'ž',
  'ç',
  'ø',
  'ß',
  'a\u0308',
  '–',
  '…',
  '☃',
  '👩‍👧',
  '🇸🇪',
  'Ж',
  '漢字',
  'TY  - ',
);
const titles = fc
  .array(
    fc.oneof(nasty, fc.constantFrom('Vård', 'för', 'alla', ' '), fc.string({ unit: 'binary', maxLength: 6 })),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((parts) => parts.join('').toWellFormed())
  .filter((title) => citationLike({ title }).title !== '');

describe.each(citationFormats)('a file of %s', (format) => {
  const read = (sample: Sample = {}, language: 'sv' | 'en' = 'sv') => {
    const [item, ...more] = readBack(exportCitations([citationLike(sample)], format, language));
    expect(more).toEqual([]);
    return item;
  };

  it('is read back with the title, author, day and address it was written from', () => {
    expect(read()).toMatchObject({
      type: format === 'bibtex' ? 'document' : 'webpage',
      title: 'Vattnet räcker',
      authors: ['Energidepartementet'],
      issued: [2017, 12, 8],
      url: 'https://regeringen.nordmark.example/pressmeddelanden/2017/12/el',
    });
  });

  it('is read back with the same title, author, day and address whatever the title', () => {
    fc.assert(
      fc.property(titles, (title) => {
        expect(read({ title })).toMatchObject({
          title: citationLike({ title }).title,
          authors: ['Energidepartementet'],
          issued: [2017, 12, 8],
          url: 'https://regeringen.nordmark.example/pressmeddelanden/2017/12/el',
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is one entry for each release, in their order', () => {
    const all = ['Ett', 'Två', 'Tre'].map((title) => citationLike({ title }));
    expect(readBack(exportCitations(all, format, 'sv')).map(({ title }) => title)).toEqual([
      'Ett',
      'Två',
      'Tre',
    ]);
    const none = exportCitations([], format, 'sv').trim();
    expect(none.replace(/\s/gu, '')).toBe(format === 'csl' ? '[]' : '');
  });

  it('keeps a department whose name has commas and "och" one author', () => {
    const name = 'Jord-, havs- och landsbygdsdepartementet';
    expect(read({ links: { departments: [value('jord')] } })?.authors).toEqual([name]);
    const english = 'Ministry of Land, Sea and Countryside';
    const links = { language: 'en', departments: [value('jord', true, english)] };
    expect(read({ links })?.authors).toEqual([english]);
  });

  it('keeps several departments several authors', () => {
    const links = { departments: [value('energi'), value('jord')] };
    expect(read({ links })?.authors).toEqual([
      'Energidepartementet',
      'Jord-, havs- och landsbygdsdepartementet',
    ]);
  });

  it('parts the name of a minister where two words leave no doubt, and no other', () => {
    const links = { ministers: [sender('carl-axel-ryd'), sender('berit-ek-dahl')] };
    expect(read({ author: 'minister', links })?.authors).toEqual(['Ryd, Carl-Axel', 'Berit Ek Dahl']);
  });

  it.each([
    ['a month', { earliest: '2017-12-01', latest: '2017-12-31' }, [2017, 12]],
    ['a year', { earliest: '2017-01-01', latest: '2017-12-31' }, [2017]],
    ['a day within a month', { earliest: '2017-12-03', latest: '2017-12-09' }, [2017, 12]],
    ['a day within a year', { earliest: '2017-02-03', latest: '2017-12-09' }, [2017]],
  ])('tells %s as exactly as it is known', (_, bounds, issued) => {
    expect(read(bounds)?.issued).toEqual(issued);
  });

  it('claims no year for a day within bounds of several years, and names the bounds', () => {
    const text = exportCitations([citationLike(BOUNDS)], format, 'sv');
    expect(Array.isArray(read(BOUNDS)?.issued)).toBe(false);
    expect(text.replaceAll('{\\r a}', 'å')).toContain('mellan 25 maj 2016 och 20 januari 2019');
  });

  it('has no year for a release without a date', () => {
    const issued = read({ earliest: null, latest: null })?.issued;
    expect(issued).toBe(format === 'bibtex' ? 'u.å.' : null);
  });

  it('has no address, and no day of a visit, for a release without one', () => {
    const text = exportCitations([citationLike({ address: null })], format, 'sv');
    expect(readBack(text)[0]).toMatchObject({ type: 'document', url: null, accessed: null });
    expect(text).not.toContain('2018');
  });

  it('lets no address end its field or begin another', () => {
    const address = 'https://nordmark.example/a}b{c\\d"e f\ng%20h_i#j';
    const url = read({ address })?.url;
    expect(url).toBe('https://nordmark.example/a%7Db%7Bc%5Cd%22e%20f%0Ag%20h_i#j');
  });

  it('says which version of which package holds the text, and the hash of the page', () => {
    const text = exportCitations([citationLike()], format, 'en');
    for (const part of ['0123456789abcdef@aaaaaaaaaaaa', 'a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)])
      expect(text).toContain(part);
  });
});

describe('CSL-JSON', () => {
  const samples: readonly Sample[] = [
    {},
    BOUNDS,
    { earliest: null, latest: null },
    { address: null, links: { kind: null, language: null } },
    { author: 'minister', links: { ministers: [sender('karim-nordh'), sender('berit-ek-dahl')] } },
    { author: 'government', accessed: null },
  ];

  it.each(samples.map((sample) => [sample]))('has only what CSL 1.0.2 has, in its form: %j', (sample) => {
    const item = { ...cslItem(citationLike(sample), 'sv') };
    expect(onlyCsl([item])).toEqual([item]);
  });

  it('is judged by a check that does find fault', () => {
    const item = { ...cslItem(citationLike(), 'sv'), type: 'press-release', when: 'now' };
    expect(onlyCsl([item])[0]).not.toHaveProperty('type');
    expect(onlyCsl([item])[0]).not.toHaveProperty('when');
  });

  it('names what sort of text it is, in the language asked for, and the day of the visit', () => {
    expect(cslItem(citationLike(), 'sv')).toMatchObject({
      genre: 'Pressmeddelande',
      accessed: { 'date-parts': [[2018, 8, 30]] },
    });
    expect(cslItem(citationLike(), 'en')).toMatchObject({ genre: 'Press release' });
    expect(cslItem(citationLike({ accessed: null }), 'en')).not.toHaveProperty('accessed');
  });
});

describe('RIS', () => {
  it('ends its lines and its record as the specification says', () => {
    const text = exportCitations([citationLike()], 'ris', 'sv');
    expect(text.endsWith('\r\nER  - \r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.trimEnd().split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-(?: |$)/);
  });

  it('gives the bounds of a date in the place for other information', () => {
    const text = exportCitations(
      [citationLike({ earliest: '2017-02-03', latest: '2017-12-09' })],
      'ris',
      'sv',
    );
    expect(text).toContain('PY  - 2017\r\n');
    expect(text).toContain('DA  - 2017///mellan 3 februari 2017 och 9 december 2017\r\n');
    expect(text).toContain('Y2  - 2018/08/30/\r\n');
  });

  it('marks a name that is not to be parted with a comma, and doubles one within it', () => {
    const links = { departments: [value('energi'), value('jord')] };
    const text = exportCitations([citationLike({ links })], 'ris', 'sv');
    expect(text).toContain('AU  - Energidepartementet,\r\n');
    expect(text).toContain('AU  - Jord-,, havs- och landsbygdsdepartementet\r\n');
  });
});

describe('BibTeX and BibLaTeX', () => {
  const title = 'Årets ”bästa” 100 % & "Överst" på {EU}_listan';

  it('BibTeX is ASCII where it can be, its title kept from lower case', () => {
    const text = exportCitations([citationLike({ title })], 'bibtex', 'sv');
    expect(text).toContain(
      'title = {{{\\r A}rets ”b{\\"a}sta” 100 \\% \\& "{}{\\"O}verst"{} p{\\r a} \\textbraceleft{}EU\\textbraceright{}\\_listan}}',
    );
    expect(text).toContain('month = dec,');
    expect(text).toContain('H{\\"a}mtad 30 augusti 2018');
  });

  it('BibLaTeX has letters as they are, the day of the visit and the language', () => {
    const text = exportCitations([citationLike({ title })], 'biblatex', 'sv');
    expect(text).toContain('title = {{Årets ”bästa” 100 \\% \\& "{}Överst"{} på ');
    for (const line of ['date = {2017-12-08},', 'urldate = {2018-08-30},', 'langid = {swedish},', '@online{'])
      expect(text).toContain(line);
  });

  it('keep signs apart that LaTeX would join into a dash or a quotation mark', () => {
    for (const format of ['bibtex', 'biblatex'] as const)
      expect(exportCitations([citationLike({ title: "a --- b '' c ,, d" })], format, 'sv')).toContain(
        "title = {{a -{}-{}- b '{}' c ,{}, d}}",
      );
  });

  it('braces balance whatever the title', () => {
    fc.assert(
      fc.property(titles, (wild) => {
        for (const format of ['bibtex', 'biblatex'] as const) {
          const text = exportCitations([citationLike({ title: wild })], format, 'sv');
          expect(text.split('{').length).toBe(text.split('}').length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
