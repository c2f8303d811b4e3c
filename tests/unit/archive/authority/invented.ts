import { layoutReading } from '../../../../archive/model/reading-text.ts';
import type { Block } from '../../../../archive/model/block.ts';
import type { Links } from '../../../../archive/model/links.ts';
import type { RegisterData, Role } from '../../../../archive/model/register.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { createLinker } from '../../../../archive/authority/linker.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { saidOf as bareSaid } from '../package/said.ts';

const sources = ['gazette'];

function role(person: string, office: string, from: string | null, to: string | null): Role {
  const id = `${person}.${office}.${from?.slice(0, 4) ?? 'unknown'}`;
  return { id, person, office, department: null, party: null, from, to, sources };
}

function person(id: string, name: string, codes: readonly string[] = []): RegisterData['persons'][number] {
  return { id, name, aliases: [], codes, sources };
}

/** A small register of an invented state: two governments, a reshuffle, namesakes, a renamed department. */
export const inventedData: RegisterData = {
  format: 1,
  id: 'fjall',
  title: 'Fjällrikets ämbeten',
  version: '2020-01-01',
  language: 'sv',
  hosts: ['fjallriket.example'],
  sources: [{ id: 'gazette', title: 'Fjällrikets tidning' }],
  governments: [
    { id: 'alvhult', name: 'Regeringen Alvhult', from: '2010-10-05', to: '2014-10-04', sources },
    { id: 'brannmo', name: 'Regeringen Brännmo', from: '2014-10-04', to: '2018-01-21', sources },
    { id: 'vinterek', name: 'Regeringen Vinterek', from: '2018-01-21', to: null, sources },
  ],
  mandatePeriods: [
    { id: '2010-2014', name: '2010–2014', from: '2010-10-01', to: '2014-09-28', sources },
    { id: '2014-2018', name: '2014–2018', from: '2014-09-29', to: '2018-09-23', sources },
    { id: '2018-2022', name: '2018–2022', from: '2018-09-24', to: null, sources },
  ],
  departments: [
    {
      id: 'finans',
      name: 'Finansdepartementet',
      aliases: ['Fi', 'Ministry of Finance'],
      from: null,
      to: null,
      successors: [],
      codes: ['11'],
      sources,
    },
    {
      id: 'fjall',
      name: 'Fjälldepartementet',
      aliases: [],
      from: '2000-01-01',
      to: '2015-12-31',
      successors: ['fjall-energi'],
      codes: ['10'],
      sources,
    },
    {
      id: 'fjall-energi',
      name: 'Fjäll- och energidepartementet',
      aliases: [],
      from: '2016-01-01',
      to: null,
      successors: [],
      codes: ['10'],
      sources,
    },
  ],
  offices: [
    { id: 'statsminister', title: 'statsminister', aliases: ['Prime Minister'] },
    { id: 'finansminister', title: 'finansminister', aliases: ['Minister for Finance'] },
    { id: 'energi-och-fjallminister', title: 'energi- och fjällminister', aliases: [] },
    { id: 'fjallminister', title: 'fjällminister', aliases: [] },
    { id: 'skogsminister', title: 'minister för skog och vatten', aliases: ['skogsminister'] },
    { id: 'naringsminister', title: 'näringsminister', aliases: [] },
    { id: 'vice-statsminister', title: 'vice statsminister', aliases: [] },
  ],
  persons: [
    person('torgny-alvhult', 'Torgny Alvhult', ['21']),
    person('signe-brannmo', 'Signe Brännmo', ['22']),
    person('disa-karlvik', 'Disa Karlvik', ['23']),
    person('yrsa-malm-odgren', 'Yrsa Malm Ödgren', ['24']),
    person('lo-marie-vinterek', 'Lo-Marie Vinterek', ['25']),
    person('nils-granvret-elder', 'Nils Granvret'),
    person('nils-granvret-younger', 'Nils Granvret', ['26']),
    person('sten-karlvik', 'Sten Karlvik'),
  ],
  roles: [
    role('torgny-alvhult', 'statsminister', '2010-10-05', '2014-10-04'),
    role('signe-brannmo', 'statsminister', '2014-10-04', null),
    role('disa-karlvik', 'fjallminister', '2014-10-04', '2016-05-25'),
    role('disa-karlvik', 'energi-och-fjallminister', '2016-05-25', '2018-01-21'),
    role('disa-karlvik', 'naringsminister', '2018-01-21', '2019-11-30'),
    role('yrsa-malm-odgren', 'finansminister', '2014-10-04', '2019-03-01'),
    role('yrsa-malm-odgren', 'vice-statsminister', '2014-10-04', '2019-03-01'),
    role('lo-marie-vinterek', 'skogsminister', '2014-10-04', null),
    role('nils-granvret-elder', 'naringsminister', '2010-10-05', '2014-10-04'),
    role('nils-granvret-younger', 'naringsminister', '2014-10-04', '2018-01-21'),
    role('sten-karlvik', 'finansminister', '2019-03-01', null),
    { ...role('lo-marie-vinterek', 'naringsminister', '2019-12-01', '2019-12-31'), acting: true },
  ],
  kinds: [
    {
      id: 'pressmeddelande',
      label: { sv: 'Pressmeddelande', en: 'Press release' },
      aliases: ['pressmeddelanden'],
      codes: ['31'],
    },
    { id: 'tal', label: { sv: 'Tal', en: 'Speech' }, aliases: [], codes: ['32'] },
  ],
  subjects: [{ id: 'skogsbruk', label: { sv: 'Skogsbruk', en: 'Forestry' }, codes: ['41'] }],
};

export const inventedRegister = openRegister(inventedData, 'register.json');

/** A said record with the invented page's words; everything not named is empty or unknown. */
export function saidOf(words: Partial<Said> = {}, address: string | null = null): Said {
  return bareSaid({ title: '', ...words, source: { address, file: 'page.txt', parser: 'hand/1' } });
}

/** Paragraphs as blocks. */
export function paragraphs(...texts: readonly string[]): readonly Block[] {
  return texts.map((text) => ({ type: 'paragraph', inlines: [{ text }] }));
}

/** A date in the page's metadata. */
export function published(text: string): Said['dates'] {
  return [{ role: 'published', where: 'meta', text }];
}

const linker = createLinker(inventedRegister);

/** Links of a page of the invented state. */
export function linkPage(words: Partial<Said>, address: string | null = null): Links {
  const said = saidOf(words, address);
  return linker.link({ id: 'x'.repeat(16), version: 'v', said, layout: layoutReading(said) });
}

/** Links of a page that says one thing on one day. */
export function linkSentence(day: string, text: string): Links {
  return linkPage({ dates: published(day), body: paragraphs(text) });
}

/** The ministers of links in short: "person as office: relation strength", "?" behind when uncertain. */
export function ministersOf(links: Links): readonly string[] {
  return links.ministers.map(({ person, role, relation, strength, certain }) => {
    const office = inventedRegister.role(role)?.office ?? '';
    return `${person} as ${office}: ${relation} ${strength}${certain ? '' : '?'}`;
  });
}
