import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../../../../archive/model/reading-text.ts';
import type { BuildReport } from '../../../../archive/package/build-report.ts';
import { versionDiff } from '../../../../archive/model/version-diff.ts';
import { openHoldings } from '../../../../archive/package/holdings.ts';
import { buildPackage } from '../../../../archive/package/build.ts';
import { releaseIdOfAddress } from '../../../../archive/package/identity.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import type { Package, PackageEntry } from '../../../../archive/package/read.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../../../archive/example');
const SITE = 'https://regeringen.nordmark.example';

let dir = '';
let report: BuildReport;
let archive: Package;
let entries: readonly PackageEntry[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lasesal-example-'));
  report = await buildPackage({ sources: [EXAMPLE], out: join(dir, 'out'), defaultRegister: null });
  archive = await openPackage(join(dir, 'out'));
  const all: PackageEntry[] = [];
  for await (const entry of archive.records()) all.push(entry);
  entries = all;
});
afterAll(() => {
  archive.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The leading version of the one release whose source file's name holds these words. */
function release(file: string): PackageEntry {
  const found = entries.filter(({ record }) => record.current && record.said.source.file.includes(file));
  const [entry, ...others] = found;
  if (entry === undefined || others.length > 0) throw new Error(`${found.length} releases for ${file}`);
  return entry;
}

function current(): readonly PackageEntry[] {
  return entries.filter(({ record }) => record.current);
}

function ids(values: readonly { readonly id: string; readonly certain: boolean }[]): readonly string[] {
  return values.map(({ id, certain }) => (certain ? id : `${id}?`));
}

function rolesIn(entry: PackageEntry): readonly string[] {
  return entry.links.ministers.map(({ role }) => role);
}

function bodyOf({ record }: PackageEntry): readonly string[] {
  return [...record.said.lead, ...record.said.body].map(blockText);
}

describe('building the example archive', () => {
  it('reads the box of a saved page line by line, each line once', () => {
    expect(release('2017-12-08-vera-holmkvist').record.said.banners).toEqual([
      'Innehållet publicerades under perioden 3 maj 2014 till den 20 november 2018',
      'Statsråd på denna sida som har entledigats',
      'Under perioden 1 januari 2015 till den 20 december 2017 var han bostadsminister.',
    ]);
  });

  it('reads every source file', () => {
    const tree = join(EXAMPLE, 'sources');
    const files = readdirSync(tree, { recursive: true, encoding: 'utf8' });
    const pages = files.filter((file) => /\.(?:txt|html|md)$/u.test(file));
    expect(report.unreadable).toEqual([]);
    expect(report.notices).toEqual([]);
    expect(report.versions).toBe(pages.length);
    const parsers = new Set(entries.map(({ record }) => record.said.source.parser.split('/')[0]));
    expect(parsers).toEqual(new Set(['g0v', 'regeringen-2014', 'regeringen-2026', 'text-dump']));
  });

  it('gives the figures that are told of it', () => {
    expect(report.releases).toBe(74);
    expect(report.versions).toBe(75);
    expect(report.byKind).toEqual({
      pressmeddelande: 61,
      artikel: 7,
      debattartikel: 2,
      tal: 2,
      utredning: 1,
      uttalande: 1,
    });
    expect(report.byDatePrecision).toEqual({ day: 61, month: 9, year: 1, bounds: 2, unknown: 1 });
  });

  it('reaches every government and mandate period, and most departments and subjects', () => {
    const { data } = archive.register;
    const seen = (of: (entry: PackageEntry) => readonly string[]): number =>
      new Set(current().flatMap(of)).size;
    expect(seen(({ links }) => ids(links.governments.filter((row) => row.certain)))).toBe(6);
    expect(data.governments).toHaveLength(6);
    expect(seen(({ links }) => links.mandatePeriods.map((row) => row.id))).toBe(5);
    expect(seen(({ links }) => links.departments.map((row) => row.id))).toBeGreaterThanOrEqual(15);
    expect(seen(({ links }) => links.subjects.map((row) => row.id))).toBeGreaterThanOrEqual(15);
    expect(seen((entry) => entry.links.ministers.map(({ person }) => person))).toBe(data.persons.length);
  });

  it('disagrees with its register where that is meant and nowhere else', () => {
    const found = report.conflicts.map(({ code, file }) => `${code} ${file?.split('/').at(-1) ?? ''}`);
    expect(found.toSorted()).toEqual([
      'banner-period-lost sprakcentrum-for-skarmal.txt',
      'banner-role-dates-differ ny-chef-for-energiradet.txt',
      'banner-role-without-dates 2018-04-19-nya-ambassadorer-till-nordmark.txt',
      'duplicate-release 2022-12-01-hogkostnadsskydd-for-el.html',
    ]);
    const wrongYear = report.conflicts.find(({ code }) => code === 'banner-role-dates-differ');
    expect(wrongYear?.params).toMatchObject({ pageFrom: '2021-06-12', registerFrom: '2020-06-12' });
  });

  it('makes a package that verifies', async () => {
    const verified = await verifyPackage(join(dir, 'out'));
    expect(verified.problems).toEqual([]);
    expect(verified.ok).toBe(true);
  });
});

describe('what the example archive shows', () => {
  it('withdraws the page with the wrong table and names the one that replaces it', () => {
    const wrong = release('2016-12-08-fiskekvoter-2017.html');
    const right = release('2016-12-09-fiskekvoter-2017-ny-version.html');
    expect(archive.withdrawalOf(wrong.record.id)).toMatchObject({
      day: '2016-12-09',
      replacedBy: right.record.id,
    });
    expect(archive.withdrawalOf(right.record.id)).toBeNull();
    expect(archive.manifest.counts.withdrawn).toBe(1);
  });

  it('keeps two versions of one address, the updated one leading', () => {
    const id = releaseIdOfAddress(`${SITE}/artiklar/2022/12/sa-fungerar-hogkostnadsskyddet-for-el`);
    const versions = entries.filter(({ record }) => record.id === id);
    expect(versions.map(({ record }) => [record.current, record.said.source.fetched])).toEqual([
      [true, '2024-11-13'],
      [false, '2022-12-03'],
    ]);
  });

  it('bounds the release without a date by its banner and the office held', () => {
    const { links } = release('ny-chef-for-energiradet');
    expect(links.date.edtf).toBe('[2016-09-07..2018-11-20]');
    expect(ids(links.governments)).toEqual(['ahlgren-1']);
    expect(ids(links.mandatePeriods)).toEqual(['2014-2018?', '2018-2022?']);
    expect(links.ministers).toMatchObject([
      { role: 'maj-britt-ost.samordnings-och-energiminister.2016', strength: 'strong' },
    ]);
  });

  it('leaves both possibilities where a month or a day of change does not decide', () => {
    expect(ids(release('tillfalligt-stod-till-varvet').links.governments)).toEqual(['brandt?', 'ahlgren-1?']);
    expect(ids(release('2018-11-21-').links.governments)).toEqual(['ahlgren-1?', 'ahlgren-2?']);
    const { ministers } = release('karim-nordh-besoker').links;
    expect(ministers.map(({ role, certain }) => [role, certain])).toEqual([
      ['karim-nordh.arbetsminister.2014', false],
      ['karim-nordh.finansminister.2016', false],
    ]);
  });

  it('keeps the union leader apart from the minister of the same name', () => {
    const named = current().filter(({ record }) => record.reading.includes('Rolf Edvall'));
    const linked = named.filter((entry) => rolesIn(entry).includes('rolf-edvall.naringsminister.2014'));
    const apart = named.filter((entry) => !linked.includes(entry));
    expect(apart.map(({ links }) => links.date.edtf).toSorted()).toEqual(['2011-06-09', '2021-04-15']);
    expect(linked.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['gunvor-hellman-generaldirektor', 'gunvor-hellman'],
    ['covid-19', 'gunvor-hellman'],
    ['tore-lindvall-landshovding', 'tore-lindvall'],
    ['torskfisket-oppnas', 'tore-lindvall'],
    ['karim-nordh-ambassador', 'karim-nordh'],
    ['kabeln-till-oarna', 'tuva-rimfors'],
    ['rannbanan-invigd', 'lena-quist'],
    ['tal-pa-forsvarsdagarna', 'malte-gronfors'],
  ])('does not link in %s the former minister %s, who is named', (file, person) => {
    const { links, record } = release(file);
    expect(record.reading).toContain(archive.register.person(person)?.name);
    expect(links.ministers.map((link) => link.person)).not.toContain(person);
  });

  it('names departments as they were on the day', () => {
    expect(ids(release('byggdepartementet-byter-namn').links.departments)).toEqual(['byggdepartementet']);
    expect(ids(release('startbidrag').links.departments)).toEqual(['bostadsdepartementet']);
    expect(ids(release('samrad-om-vindkraft').links.departments)).toEqual(['naringsdepartementet']);
    expect(ids(release('kabeln-till-oarna').links.departments)).toEqual(['energi-och-klimatdepartementet']);
  });

  it('holds what a reader must show: lists of both sorts, tables, quotes, files, links, contacts', () => {
    const blocks = current().flatMap(({ record }) => record.said.body);
    const count = (test: (entry: PackageEntry) => boolean): number => current().filter(test).length;
    expect(blocks.filter((block) => block.type === 'table').length).toBeGreaterThanOrEqual(10);
    expect(blocks.filter((block) => block.type === 'list' && block.ordered).length).toBeGreaterThanOrEqual(
      12,
    );
    expect(blocks.filter((block) => block.type === 'list' && !block.ordered).length).toBeGreaterThanOrEqual(
      25,
    );
    expect(blocks.filter((block) => block.type === 'quote').length).toBeGreaterThanOrEqual(100);
    expect(count(({ record }) => record.said.attachments.length > 0)).toBeGreaterThanOrEqual(10);
    expect(count(({ record }) => record.said.shortcuts.length > 0)).toBeGreaterThanOrEqual(7);
    expect(count(({ record }) => record.said.contacts.length > 0)).toBeGreaterThanOrEqual(45);
    expect(count(({ links }) => links.designations.length > 0)).toBeGreaterThanOrEqual(10);
    expect(count(({ links }) => links.language === 'en')).toBe(2);
    expect(count(({ record }) => record.said.title === 'Nya ambassadörer till Nordmark')).toBe(4);
  });

  it('holds the invisible trouble of real pages, kept in what was said and gone from the reading text', () => {
    const said = entries.map(({ record }) => JSON.stringify(record.said)).join('\n');
    const reading = entries.map(({ record }) => record.reading).join('\n');
    for (const invisible of ['\u00AD', '\u200B', 'a\u030A']) {
      expect(said).toContain(invisible);
      expect(reading).not.toContain(invisible);
    }
    expect(reading).toContain('2\u00A0300 människor');
  });

  it.each(['Rannbanan', 'Skarvbanken', 'Östra hamnen', 'torsk', 'Rannfors', 'Ejdern'])(
    'tells of %s under three governments or more',
    (word) => {
      const told = current().filter(({ record }) => record.reading.includes(word));
      const governments = new Set(told.flatMap(({ links }) => links.governments.map(({ id }) => id)));
      expect(governments.size).toBeGreaterThanOrEqual(3);
    },
  );

  it('repeats no paragraph from one release to another', () => {
    const first = new Map<string, string>();
    const repeated = current()
      .filter(({ record }) => archive.withdrawalOf(record.id) === null)
      .flatMap((entry) =>
        bodyOf(entry).flatMap((text) => {
          const known = first.get(text);
          first.set(text, entry.record.id);
          return text.length >= 60 && known !== undefined && known !== entry.record.id ? [text] : [];
        }),
      );
    expect(repeated).toEqual([]);
  });

  it('speaks of no real place on the net', () => {
    const tree = join(EXAMPLE, 'sources');
    const files = readdirSync(tree, { recursive: true, encoding: 'utf8' }).map((file) => join(tree, file));
    const texts = files.filter((file) => /\.\w+$/u.test(file)).map((file) => readFileSync(file, 'utf8'));
    const hosts = texts.join('\n').matchAll(/https?:\/\/([^/\s"')]+)|[\w.]+@([\w.-]+)/gu);
    const real = [...hosts].map((match) => match[1] ?? match[2] ?? '').filter((host) => !isReserved(host));
    expect(real).toEqual([]);
    const addresses = current().flatMap(({ record }) => record.said.source.address ?? []);
    expect(addresses.filter((address) => !address.startsWith(`${SITE}/`))).toEqual([]);
    expect(addresses).toHaveLength(69);
  });
});

/** Names under `.example` are set aside for examples (RFC 2606). */
function isReserved(host: string): boolean {
  return host.endsWith('.example');
}

describe('the delta to the example archive', () => {
  it('brings a new release, a changed page and a withdrawal', async () => {
    const [base, out] = [join(dir, 'out'), join(dir, 'delta')];
    const sources = [`${EXAMPLE}-delta`];
    const made = await buildPackage({ sources, out, defaultRegister: null, previous: [base] });
    expect(made.succession).toMatchObject({ new: 1, changed: 1, links: 0, withdrawn: 1, revoked: 0 });
    expect([made.unreadable, made.conflicts]).toEqual([[], []]);
    expect((await verifyPackage(out, { previous: [base] })).problems).toEqual([]);
    const holdings = await openHoldings([base, out]);
    const cable = `${SITE}/pressmeddelanden/2024/10/kabeln-till-oarna-laggs-nasta-sommar`;
    const [now, then] = (await holdings.release(releaseIdOfAddress(cable) ?? ''))?.versions ?? [];
    const { paragraphs } = versionDiff(then?.record.reading ?? '', now?.record.reading ?? '');
    expect(paragraphs.filter(({ change }) => change !== 'same').map(({ change }) => change)).toEqual([
      'changed',
      'changed',
      'added',
    ]);
    holdings.close();
  });
});
