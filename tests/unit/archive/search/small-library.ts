import type { CatalogueEntry } from '../../../../archive/search/core/catalogue/catalogue-builder.ts';
import { CatalogueBuilder } from '../../../../archive/search/core/catalogue/catalogue-builder.ts';
import type { PackageCatalogue } from '../../../../archive/search/core/catalogue/columns.ts';
import { RegisterNames } from '../../../../archive/search/core/catalogue/register-names.ts';
import { searchDocument } from '../../../../archive/search/core/document.ts';
import { SearchEngine } from '../../../../archive/search/core/engine.ts';
import type { EngineHoldings } from '../../../../archive/search/core/engine.ts';
import type { TextIndexes } from '../../../../archive/search/core/index-port.ts';
import type { TextIndexName } from '../../../../archive/search/core/index-settings.ts';
import { PackedIndex } from '../../../../archive/search/core/packed/packed-index.ts';
import { MemorySections } from '../../../../archive/search/core/packed/sections.ts';
import { PackedSegment } from '../../../../archive/search/core/packed/segment.ts';
import { openRelations, storeRelations } from '../../../../archive/search/core/relations/relations-file.ts';
import { partTermsOf } from '../../../../archive/search/core/part-terms.ts';
import type { StoredVersion } from '../../../../archive/search/core/result/hit.ts';
import { TextIndexesBuilder } from '../../../../archive/search/core/text-indexes-builder.ts';
import type { FieldTexts } from '../../../../archive/search/core/text-indexes-builder.ts';
import { termOf } from '../../../../archive/search/core/text/swedish.ts';
import {
  boundsOfEdtf,
  intersectRanges,
  layoutReading,
  noFilters,
  rangesOverlap,
} from '../../../../archive/model/index.ts';
import type {
  Block,
  DayRange,
  Filters,
  LinkedValue,
  MinisterLink,
  RegisterData,
  Said,
  SearchAnswer,
  SearchRequest,
} from '../../../../archive/model/index.ts';

/** A small invented state, and pages of it held in memory: search without a disk. */

const sources = ['kalender'];

export const register: RegisterData = {
  format: 1,
  id: 'nordmark',
  title: 'Nordmarks register',
  version: '2024-12-02',
  language: 'sv',
  hosts: ['regeringen.nordmark.example'],
  sources: [{ id: 'kalender', title: 'Nordmarks statskalender' }],
  governments: [
    { id: 'brandt', name: 'Regeringen Brandt', from: '2010-05-03', to: '2014-05-03', sources },
    { id: 'ahlgren-i', name: 'Regeringen Ahlgren I', from: '2014-05-03', to: '2017-12-20', sources },
    { id: 'ahlgren-ii', name: 'Regeringen Ahlgren II', from: '2017-12-20', to: null, sources },
  ],
  mandatePeriods: [
    { id: '2010-2014', name: '2010–2014', from: '2010-04-26', to: '2014-04-27', sources },
    { id: '2014-2018', name: '2014–2018', from: '2014-04-28', to: '2018-04-29', sources },
    { id: '2018-2022', name: '2018–2022', from: '2018-04-30', to: null, sources },
  ],
  departments: [
    {
      id: 'narings',
      name: 'Näringsdepartementet',
      aliases: ['Ministry of Trade'],
      from: null,
      to: '2016-12-31',
      successors: ['energi'],
      sources,
    },
    {
      id: 'energi',
      name: 'Energidepartementet',
      aliases: [],
      from: '2017-01-01',
      to: null,
      successors: [],
      sources,
    },
  ],
  offices: [
    { id: 'energiminister', title: 'energiminister', aliases: ['Minister for Energy'] },
    { id: 'bostadsminister', title: 'bostadsminister', aliases: [] },
    { id: 'statsminister', title: 'statsminister', aliases: [] },
  ],
  persons: [
    { id: 'karim-nordh', name: 'Karim Nordh', aliases: [], sources },
    { id: 'signe-ahlgren', name: 'Signe Ahlgren', aliases: [], sources },
    { id: 'maj-britt-ost', name: 'Maj-Britt Öst', aliases: ['Maj-Britt Öst-Lind'], sources },
  ],
  roles: [
    role('karim-nordh', 'energiminister', '2014-05-03', '2016-06-01'),
    role('karim-nordh', 'bostadsminister', '2016-06-01', '2017-12-20'),
    role('signe-ahlgren', 'statsminister', '2014-05-03', null),
    role('maj-britt-ost', 'energiminister', '2016-06-01', null),
  ],
  kinds: [
    { id: 'pressmeddelande', label: { sv: 'Pressmeddelande', en: 'Press release' }, aliases: [] },
    { id: 'tal', label: { sv: 'Tal', en: 'Speech' }, aliases: [] },
  ],
  subjects: [
    { id: 'energi', label: { sv: 'Energi', en: 'Energy' } },
    { id: 'bostader', label: { sv: 'Bostäder', en: 'Housing' } },
  ],
};

function role(
  person: string,
  office: string,
  from: string,
  to: string | null,
): RegisterData['roles'][number] {
  return { id: `${person}.${office}`, person, office, department: null, party: null, from, to, sources };
}

/** A page in few words. Texts without a blank line are one block each. */
export interface Page {
  readonly title?: string;
  readonly lead?: string;
  readonly body?: readonly string[];
  readonly contacts?: readonly string[];
  readonly senders?: readonly string[];
  /** EDTF; governments, mandate periods and years follow from it. */
  readonly date?: string;
  readonly ministers?: readonly (readonly [role: string, strength: 'strong' | 'weak', certain?: boolean])[];
  readonly departments?: readonly string[];
  readonly subjects?: readonly string[];
  readonly designations?: readonly string[];
  readonly kind?: string;
  readonly language?: string;
  readonly withdrawn?: boolean;
}

export interface Library {
  readonly engine: SearchEngine;
  readonly holdings: EngineHoldings & { readonly catalogue: PackageCatalogue };
  readonly entries: readonly CatalogueEntry[];
  /** Reading texts by ref. */
  readonly readings: readonly string[];
  search(
    request?: Partial<Omit<SearchRequest, 'filters'>> & { readonly filters?: Partial<Filters> },
  ): SearchAnswer;
  /** Titles of what a query finds, in the order found. */
  titles(query: string, filters?: Partial<Filters>): readonly string[];
}

/** The id of the n-th page. */
export function pageId(n: number): string {
  return String(n).padStart(16, '0');
}

/** Indexes pages in memory; the n-th page has ref n and id `pageId(n)`. */
export function openLibrary(pages: readonly Page[]): Library {
  const names = new RegisterNames(register);
  const catalogue = new CatalogueBuilder();
  const versions = pages.map(versionOf);
  const documents = versions.map((version, n) =>
    searchDocument({ ...version, withdrawn: pages[n]?.withdrawn === true, versions: [placeOf(n)] }, names),
  );
  documents.forEach(({ entry }) => catalogue.add(entry));
  const holdings = {
    indexes: openTexts(documents.map(({ texts }) => texts)),
    catalogue: catalogue.build(),
    names,
    namesOf: () => names,
    readVersion: (ref: number) => versions[ref] ?? versionOf({}, ref),
  };
  const engine = new SearchEngine(holdings);
  const search: Library['search'] = ({ filters = {}, ...rest } = {}) =>
    engine.search({
      queryId: 1,
      query: '',
      sort: 'relevance',
      offset: 0,
      limit: 500,
      ...rest,
      filters: { ...noFilters, ...filters },
    });
  return {
    engine,
    holdings,
    entries: documents.map(({ entry }) => entry),
    readings: versions.map(({ record }) => record.reading),
    search,
    titles: (query, filters = {}) => search({ query, filters }).hits.map(({ title }) => title),
  };
}

/** The indexes of some texts, built and read in memory. */
export function openTexts(texts: readonly FieldTexts[]): TextIndexes {
  const sections = new MemorySections();
  const builder = new TextIndexesBuilder(partTermsOf);
  for (const one of texts) builder.add(one);
  builder.finish(sections);
  const segment = (name: TextIndexName): PackedSegment => PackedSegment.open(sections, `${name}/`);
  const segments = { terms: segment('terms'), forms: segment('forms'), parts: segment('parts') };
  const terms = PackedIndex.of(segments.terms);
  const forms = PackedIndex.of(segments.forms);
  const parts = PackedIndex.of(segments.parts);
  const words = { terms: terms.terms(), forms: forms.terms(), parts: parts.terms() };
  storeRelations(words, { termOf, partTermsOf }, sections, 'relations/');
  return { terms, forms, parts, relations: openRelations(sections, 'relations/', segments) };
}

export function versionOf(page: Page, n: number): StoredVersion {
  const said = saidOf(page, n);
  const version = String(n).padStart(64, '0');
  const range = boundsOfEdtf(page.date ?? 'XXXX') ?? { from: null, to: null };
  const linked = (ids: readonly string[] = []): readonly LinkedValue[] =>
    ids.map((id) => ({ id, certain: true, evidence: [] }));
  return {
    record: {
      id: pageId(n),
      version,
      aliases: [],
      current: true,
      said,
      reading: layoutReading(said).text,
    },
    links: {
      id: pageId(n),
      version,
      date: {
        edtf: page.date ?? 'XXXX',
        earliest: range.from,
        latest: range.to,
        basis: page.date === undefined ? null : 'text',
        evidence: [],
      },
      kind: page.kind === undefined ? null : { id: page.kind, certain: true, evidence: [] },
      language: page.language ?? null,
      governments: periodsOn(register.governments, range),
      mandatePeriods: periodsOn(register.mandatePeriods, range),
      departments: linked(page.departments),
      ministers: (page.ministers ?? []).map(ministerLink),
      subjects: linked(page.subjects),
      designations: (page.designations ?? []).map((value) => ({ kind: 'other', value, evidence: [] })),
      conflicts: [],
    },
  };
}

function ministerLink([roleId, strength, certain = true]: NonNullable<
  Page['ministers']
>[number]): MinisterLink {
  const person = roleId.split('.')[0] ?? '';
  return { person, role: roleId, relation: 'named', strength, certain, evidence: [] };
}

function periodsOn(
  periods: readonly { readonly id: string; readonly from: string; readonly to: string | null }[],
  range: DayRange,
): readonly LinkedValue[] {
  if (range.from === null && range.to === null) return [];
  const possible = periods.filter(
    (period) => rangesOverlap(period, range) && intersectRanges(period, range) !== null,
  );
  return possible.map(({ id }) => ({ id, certain: possible.length === 1, evidence: [] }));
}

function saidOf(page: Page, n: number): Said {
  const block = (text: string): Block => ({ type: 'paragraph', inlines: [{ text }] });
  return {
    title: page.title ?? `Sida ${n}`,
    lead: page.lead === undefined ? [] : [block(page.lead)],
    body: (page.body ?? []).map(block),
    senders: page.senders ?? [],
    tags: [],
    dates: [],
    banners: [],
    contacts: page.contacts === undefined ? [] : [page.contacts],
    attachments: [],
    shortcuts: [],
    designations: [],
    kind: null,
    language: null,
    source: {
      address: `https://regeringen.nordmark.example/${n}`,
      file: `${n}.txt`,
      fetched: null,
      sha256: '0'.repeat(64),
      bytes: 0,
      mediaType: 'text/plain',
      parser: 'text-dump/1',
    },
  };
}

function placeOf(n: number): CatalogueEntry['versions'][number] {
  return {
    record: { package: 0, file: 'a', offset: n, length: 1 },
    links: { package: 0, file: 'b', offset: n, length: 1 },
  };
}
