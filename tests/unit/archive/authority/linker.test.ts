import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../../archive/authority/linker.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { linksSchema } from '../../../../archive/model/links.ts';
import type { Evidence } from '../../../../archive/model/evidence.ts';
import type { Links } from '../../../../archive/model/links.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import type { ReadingLayout } from '../../../../archive/model/reading-text.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { inventedRegister, linkPage, ministersOf, paragraphs, saidOf } from './invented.ts';

/** A page as the site shows it after its minister has left: banners, no date, a wrong year in one of them. */
const oldPage: Partial<Said> = {
  title: 'Berit Skogvall leder Fjällnämnden',
  lead: paragraphs('Regeringen har i dag utsett Berit Skogvall till chef för Fjällnämnden.'),
  body: paragraphs(
    '– Nu tar vi vara på fjällen, säger Disa Karlvik, energi- och fjällminister.',
    '– Berit Skogvall kan fjällen, säger Disa Karlvik.',
    '– Jag ser fram emot uppdraget, säger Berit Skogvall.',
  ),
  senders: ['Pressmeddelande från Finansdepartementet'],
  contacts: [['Presskontakt', 'Ove Kvarnlid', 'Pressekreterare hos energi- och fjällminister Disa Karlvik']],
  banners: [
    'Innehållet publicerades under perioden 4 oktober 2014 till den 20 januari 2018',
    'Statsråd på denna sida som har entledigats',
    'Under perioden 21 januari 2019 och den 30 november 2019 var hon näringsminister.',
    'Under perioden 25 maj 2016 till den 21 januari 2018 var hon energi- och fjällminister.',
  ],
};

describe('an old page with banners and no date', () => {
  const links = linkPage(oldPage);

  it('is dated by banner, role and register, and no day is made up', () => {
    expect(links.date).toMatchObject({
      edtf: '[2016-05-25..2018-01-20]',
      earliest: '2016-05-25',
      latest: '2018-01-20',
      basis: 'role',
    });
    const kinds = links.date.evidence.map(({ kind, quote }) => `${kind}: ${quote}`);
    expect(kinds).toEqual([
      'text: Disa Karlvik, energi- och fjällminister',
      `banner: ${oldPage.banners?.[0]}`,
      `banner: ${oldPage.banners?.[3]}`,
    ]);
  });

  it('belongs to the one government and the one mandate period that this leaves', () => {
    expect(links.governments).toMatchObject([{ id: 'brannmo', certain: true }]);
    expect(links.mandatePeriods).toMatchObject([{ id: '2014-2018', certain: true }]);
  });

  it('has its minister by two passages and a banner, not by the contact block, and nobody else', () => {
    expect(ministersOf(links)).toEqual(['disa-karlvik as energi-och-fjallminister: quoted strong']);
    expect(links.ministers[0]?.evidence.map(({ kind, quote }) => `${kind}: ${quote}`)).toEqual([
      'text: Disa Karlvik, energi- och fjällminister',
      'text: Disa Karlvik',
      `banner: ${oldPage.banners?.[3]}`,
    ]);
  });

  it('reports the site’s wrong day beside the register’s, and nothing else', () => {
    expect(links.conflicts).toMatchObject([
      { code: 'banner-role-dates-differ', params: { pageFrom: '2019-01-21', registerFrom: '2018-01-21' } },
    ]);
  });

  it('keeps kind and sender with the words they rest on', () => {
    expect(links.kind).toMatchObject({ id: 'pressmeddelande', evidence: [{ quote: 'Pressmeddelande' }] });
    expect(links.departments).toMatchObject([{ id: 'finans', evidence: [{ quote: 'Finansdepartementet' }] }]);
  });
});

describe('a page whose month alone is known, in a month of change', () => {
  it('gets both governments, said so', () => {
    const links = linkPage({ title: 'Besked' }, 'https://fjallriket.example/pressmeddelanden/2014/10/besked');
    expect(links.date.edtf).toBe('2014-10');
    expect(links.governments.map(({ id, certain }) => `${id} ${certain}`)).toEqual([
      'alvhult false',
      'brannmo false',
    ]);
  });
});

/** Pages put together of pieces that the rules look for, and of noise. */
function anyPage(): fc.Arbitrary<Said> {
  const names = [
    'Signe Brännmo',
    'Disa Karlvik',
    'Nils Granvret',
    'Yrsa Malm Ödgren',
    'Karlvik',
    'Torgny Alvhult',
  ];
  const titles = [
    'statsminister',
    'energi- och fjällminister',
    'statsråden',
    'tidigare',
    'Norges',
    'landshövding',
  ];
  const joints = [
    'säger',
    'och',
    ', ',
    ' ',
    ' (',
    '\n',
    '– ',
    '\u00AD',
    '\u00A0',
    'ö',
    'o\u0308',
    '😀',
    '2014–2019',
  ];
  const numbers = ['SOU 2019:12', 'prop. 2017/18:1', 'Fi2019/01234'];
  const piece = fc.constantFrom(...names, ...titles, ...joints, ...numbers);
  const text = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 14 })
    .map((p) => p.join(' '));
  const banner = fc.constantFrom(...(oldPage.banners ?? []), 'Innehållet publicerades under perioden -');
  const tag = fc.record({
    role: fc.constantFrom('sender' as const, 'type' as const, 'category' as const),
    code: fc.option(fc.constantFrom('10', '11', '21', '23', '31', '41', '999')),
    label: fc.option(fc.oneof(text, fc.constant('Fjälldepartementet'))),
  });
  const address = fc.option(
    fc.constantFrom('https://fjallriket.example/x/2016/05/y', 'https://fjallriket.example/x'),
  );
  const date = fc.record({
    role: fc.constantFrom('published' as const, 'updated' as const, 'created' as const),
    where: fc.constantFrom('meta' as const, 'text' as const),
    text: fc.constantFrom('2016-05-25', '8 december 2017', '2017', '31 juni 2018', ''),
  });
  return fc
    .record({
      title: text,
      body: fc.array(text, { maxLength: 4 }).map((texts) => paragraphs(...texts)),
      senders: fc.array(fc.oneof(text, fc.constant('Tal från Finansdepartementet')), { maxLength: 2 }),
      contacts: fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 2 }),
      banners: fc.uniqueArray(banner, { maxLength: 3 }),
      tags: fc.array(tag, { maxLength: 3 }),
      dates: fc.array(date, { maxLength: 2 }),
      designations: fc.array(text, { maxLength: 1 }),
    })
    .chain((words) => address.map((from) => saidOf(words, from)));
}

function everyEvidence(links: Links): Links['date']['evidence'] {
  const values = [
    links.governments,
    links.mandatePeriods,
    links.departments,
    links.ministers,
    links.subjects,
    links.designations,
  ];
  return [
    ...links.date.evidence,
    ...(links.kind?.evidence ?? []),
    ...values.flat().flatMap(({ evidence }) => evidence),
  ];
}

/** Whether evidence is what its place in the reading text says, within the part it names. */
function isTrue({ block, start, end, quote }: Evidence, { text, parts }: ReadingLayout): boolean {
  if (block === -1) return start === -1 && end === -1;
  const part = parts[block];
  const within = part !== undefined && part.start <= start && end <= part.end;
  return within && start < end && text.slice(start, end) === quote;
}

describe('whatever the page', () => {
  const linker = createLinker(inventedRegister);
  const again = createLinker(inventedRegister);

  it('every conclusion can be traced to the words it came from', () => {
    fc.assert(
      fc.property(anyPage(), (said) => {
        const layout = layoutReading(said);
        const links = linker.link({ id: 'x', version: 'v', said, layout });
        for (const piece of everyEvidence(links)) expect(isTrue(piece, layout)).toBe(true);
        for (const { evidence } of [...links.ministers, ...links.departments, ...links.designations]) {
          expect(evidence.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('the links have the promised shape, one for each person and role, and are the same again', () => {
    fc.assert(
      fc.property(anyPage(), (said) => {
        const input = { id: 'x', version: 'v', said, layout: layoutReading(said) };
        const links = linker.link(input);
        expect(linksSchema.parse(links)).toEqual(links);
        const pairs = links.ministers.map(({ person, role }) => `${person} ${role}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(again.link(input)).toEqual(links);
      }),
      { numRuns: 400 },
    );
  });

  it('nobody is linked who held no such role on any day it can be of', () => {
    fc.assert(
      fc.property(anyPage(), (said) => {
        const links = linker.link({ id: 'x', version: 'v', said, layout: layoutReading(said) });
        const { earliest, latest } = links.date;
        for (const link of links.ministers) {
          const role = inventedRegister.role(link.role);
          expect(role?.person).toBe(link.person);
          expect(role?.from === null || latest === null || (role?.from ?? '') <= latest).toBe(true);
          expect(role?.to === null || earliest === null || (role?.to ?? '') >= earliest).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a linker', () => {
  it('names its rules, and opens with Sweden’s register', () => {
    const linker = createLinker(openRegister(swedishRegister));
    expect(linker.rulesVersion).toMatch(/^linking\/\d+$/u);
    const said = saidOf({
      dates: [{ role: 'published', where: 'meta', text: '2023-05-04' }],
      body: paragraphs('Ulf Kristersson kom.'),
    });
    const { ministers } = linker.link({ id: 'x', version: 'v', said, layout: layoutReading(said) });
    expect(ministers).toMatchObject([{ person: 'ulf-kristersson', strength: 'weak' }]);
  });
});
