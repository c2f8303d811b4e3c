import { citationOf } from '../../../../archive/cite/citation.ts';
import type { Citation, CitationInput } from '../../../../archive/cite/citation.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import type { LinkedValue, Links, MinisterLink } from '../../../../archive/model/links.ts';
import type { RegisterData } from '../../../../archive/model/register.ts';
import { edtfOf } from '../../../../archive/model/release-date.ts';
import { saidOf } from '../package/said.ts';
import { smallRegister } from '../package/small-archive.ts';

const sources = ['kalender'];
const department = { from: null, to: null, successors: [], sources };

const register: RegisterData = {
  ...smallRegister,
  departments: [
    { ...department, id: 'energi', name: 'Energidepartementet', aliases: ['Ministry of Energy'] },
    {
      ...department,
      id: 'jord',
      name: 'Jord-, havs- och landsbygdsdepartementet',
      aliases: ['Ministry of Land, Sea and Countryside'],
    },
  ],
  persons: [
    ...smallRegister.persons,
    { id: 'berit-ek-dahl', name: 'Berit Ek Dahl', aliases: [], sources },
    { id: 'carl-axel-ryd', name: 'Carl-Axel Ryd', aliases: [], sources },
  ],
};

const ADDRESS = 'https://regeringen.nordmark.example/pressmeddelanden/2017/12/el';

export const value = (id: string, certain = true, quote = ''): LinkedValue => ({
  id,
  certain,
  evidence: [{ kind: 'tag', block: 0, start: 0, end: quote.length, quote }],
});

export const sender = (person: string, relation: MinisterLink['relation'] = 'sender'): MinisterLink => ({
  person,
  role: 'karim-nordh.energiminister',
  relation,
  strength: 'strong',
  certain: true,
  evidence: [],
});

/** What a citation under test differs in from the plain one. */
export interface Sample {
  readonly title?: string;
  readonly address?: string | null;
  readonly earliest?: string | null;
  readonly latest?: string | null;
  readonly links?: Partial<Links>;
  readonly printedKind?: string | null;
  readonly author?: CitationInput['author'];
  readonly accessed?: string | null;
}

/** "Vattnet räcker", press release of 8 December 2017 from Energidepartementet, visited on 30 August 2018. */
export function citationLike(sample: Sample = {}): Citation {
  const { earliest = '2017-12-08', latest = sample.earliest ?? '2017-12-08', address = ADDRESS } = sample;
  const said = { ...page, title: sample.title ?? page.title, kind: sample.printedKind ?? null };
  const links: Links = {
    ...linked,
    date: { edtf: edtfOf(earliest, latest), earliest, latest, basis: 'meta', evidence: [] },
    ...sample.links,
  };
  return citationOf({
    record: {
      id: links.id,
      version: links.version,
      aliases: [],
      current: true,
      said: { ...said, source: { ...said.source, address } },
      reading: '',
    },
    links,
    register: openRegister(register),
    archive: { title: 'Exempelarkivet', organisation: 'Statskansliet', identity: 'c'.repeat(64) },
    author: sample.author ?? 'department',
    accessed: sample.accessed === undefined ? '2018-08-30' : sample.accessed,
  });
}

const page = saidOf({
  title: 'Vattnet räcker',
  language: 'sv',
  source: { address: ADDRESS, fetched: '2018-08-30', sha256: 'b'.repeat(64) },
});

const linked: Omit<Links, 'date'> = {
  id: '0123456789abcdef',
  version: 'a'.repeat(64),
  kind: value('pressmeddelande'),
  language: 'sv',
  governments: [value('ahlgren-i')],
  mandatePeriods: [],
  departments: [value('energi')],
  ministers: [],
  subjects: [],
  designations: [],
  conflicts: [],
};
