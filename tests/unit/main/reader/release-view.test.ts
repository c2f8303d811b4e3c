import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../../archive/authority/linker.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { layoutReading, releaseViewSchema } from '../../../../main/contract/index.ts';
import type { Block, Said, Withdrawal } from '../../../../main/contract/index.ts';
import { releaseView } from '../../../../main/reader/release-view.ts';
import type { HeldVersion, ViewInput } from '../../../../main/reader/release-view.ts';

const registerFile = resolve(import.meta.dirname, '../../../../archive/example/register.json');
const register = openRegister(JSON.parse(readFileSync(registerFile, 'utf8')));
const linker = createLinker(register);

const paragraph = (text: string): Block => ({ type: 'paragraph', inlines: [{ text }] });

function said(over: Partial<Said> = {}): Said {
  return {
    title: 'Kust\u00ADbanan får nya spår',
    lead: [paragraph('Arbetet börjar i vår.')],
    body: [
      paragraph('– Det är hög tid, säger bostadsminister Tore Lindvall.'),
      {
        type: 'table',
        headerRows: 1,
        rows: [
          [[{ text: 'År' }], [{ text: 'Spår' }]],
          [[{ text: '2018' }], [{ text: '2' }]],
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [{ depth: 0, inlines: [{ text: 'Se ' }, { text: 'planen', href: 'https://example.org/' }] }],
      },
    ],
    senders: ['Pressmeddelande från Bostadsdepartementet'],
    tags: [],
    dates: [{ role: 'published', where: 'text', text: '8 december 2017' }],
    banners: [],
    contacts: [['Presstjänsten', '010-100 10 00']],
    attachments: [],
    shortcuts: [],
    designations: [],
    kind: 'Pressmeddelande',
    language: null,
    source: {
      address: null,
      file: 'a.txt',
      fetched: null,
      sha256: 'a'.repeat(64),
      bytes: 1,
      mediaType: 'text/plain',
      parser: 'text-dump/1',
    },
    ...over,
  };
}

const inPackage: HeldVersion['package'] = {
  identity: 'c'.repeat(64),
  title: 'Exempelarkivet',
  organisation: null,
  rights: null,
  series: 'nordmark',
  sequence: 1,
  date: '2024-11-30',
  trust: null,
  isTrusted: false,
  signer: null,
};

function held(page: Said, version: string): HeldVersion {
  const [id, layout] = ['0'.repeat(16), layoutReading(page)];
  const links = linker.link({ id, version, said: page, layout });
  return {
    links,
    package: inPackage,
    record: { id, version, aliases: [], current: true, said: page, reading: layout.text },
  };
}

function viewOf(page: Said, over: Partial<ViewInput> = {}): ReturnType<typeof releaseView> {
  const shown = over.shown ?? held(page, 'b'.repeat(64));
  const input = {
    shown,
    versions: [shown],
    withdrawal: null,
    marks: [],
    originalKept: true,
    idOf: (id: string) => id,
    language: 'sv' as const,
  };
  return releaseView({ ...input, ...over }, register);
}

describe('the view of a release', () => {
  it('has the shape of the contract', () => {
    expect(() => releaseViewSchema.parse(viewOf(said()))).not.toThrow();
  });

  it('gives every run the offset it has in the reading text', () => {
    const page = said();
    const view = viewOf(page);
    const { text } = layoutReading(page);
    const runs = [...view.title, ...view.contacts.flat(2)];
    for (const block of [...view.lead, ...view.body]) {
      if (block.type === 'table') runs.push(...block.rows.flat(2));
      else if (block.type === 'list') runs.push(...block.items.flatMap((item) => item.runs));
      else runs.push(...block.runs);
    }
    expect(runs.map((run) => run.text)).toEqual([
      'Kustbanan får nya spår',
      'Presstjänsten',
      '010-100 10 00',
      'Arbetet börjar i vår.',
      '– Det är hög tid, säger bostadsminister Tore Lindvall.',
      'År',
      'Spår',
      '2018',
      '2',
      'Se ',
      'planen',
    ]);
    for (const run of runs) expect(text.slice(run.start, run.start + run.text.length)).toBe(run.text);
    expect(runs.at(-1)?.href).toBe('https://example.org/');
  });

  it('tells who held which office on the day and what became of it', () => {
    const [holder] = viewOf(said()).officeHolders;
    expect(holder).toMatchObject({
      name: 'Tore Lindvall',
      strength: 'strong',
      inOfficeStill: false,
      held: { title: 'bostadsminister', from: '2015-01-01', to: '2017-12-20' },
    });
    expect(holder?.held.sources.length).toBeGreaterThan(0);
    expect(holder?.evidence.some((evidence) => evidence.quote.includes('Tore Lindvall'))).toBe(true);
  });

  it('lists offices held later, oldest first, and none held before', () => {
    const page = said({
      body: [paragraph('– Bra, säger byggminister Tore Lindvall.')],
      dates: [{ role: 'published', where: 'text', text: '1 juni 2014' }],
    });
    const [holder] = viewOf(page).officeHolders;
    expect(holder?.held.title).toBe('byggminister');
    expect(holder?.later.map((role) => role.title)).toEqual(['bostadsminister']);
  });

  it('says live, former or withdrawn', () => {
    const [newer, older] = [held(said(), 'b'.repeat(64)), held(said({ title: 'Äldre' }), 'c'.repeat(64))];
    const withdrawal: Withdrawal = {
      id: newer.record.id,
      action: 'withdrawn',
      day: '2018-01-01',
      reason: 'Fel siffra.',
      replacedBy: null,
    };
    const versions = [newer, older];
    expect(viewOf(said(), { shown: newer, versions }).state).toBe('live');
    expect(viewOf(said(), { shown: older, versions }).state).toBe('former');
    expect(viewOf(said(), { shown: newer, versions, withdrawal }).state).toBe('withdrawn');
    expect(viewOf(said(), { shown: older, versions }).versions).toHaveLength(2);
  });

  it('names kinds in the language of the interface', () => {
    expect(viewOf(said()).kind).toBe('Pressmeddelande');
    expect(viewOf(said(), { language: 'en' }).kind).toBe('Press release');
  });
});
