import {
  layoutReading,
  type Block,
  type Government,
  type HeldPackage,
  type HeldRole,
  type Links,
  type MandatePeriod,
  type Marks,
  type MinisterLink,
  type OfficeHolder,
  type ReadingLayout,
  type ReadingPart,
  type ReadingPlace,
  type ReleaseRecord,
  type ReleaseView,
  type Role,
  type Run,
  type ViewBlock,
  type Withdrawal,
} from '../contract/index.ts';
import type { Register } from '../../archive/index.ts';
import { inLanguage } from './localise.ts';

/** One version of a release as a package holds it. */
export interface HeldVersion {
  readonly record: ReleaseRecord;
  readonly links: Links;
  /** The package that holds it. */
  readonly package: HeldPackage;
}

/** What a view is made of. */
export interface ViewInput {
  readonly shown: HeldVersion;
  /** All versions held of this id, the leading one first. */
  readonly versions: readonly HeldVersion[];
  readonly withdrawal: Withdrawal | null;
  readonly marks: Marks;
  readonly originalKept: boolean;
  /** What a value of the register is called in filters and on pages, where several registers are open. */
  readonly idOf: (id: string) => string;
  readonly language: 'sv' | 'en';
}

/** Everything the reader shows of one release version, its words resolved by the register. */
export function releaseView(input: ViewInput, register: Register): ReleaseView {
  const { record, links } = input.shown;
  const { said } = record;
  const layout = layoutReading(said);
  const part = partFinder(layout);
  return {
    id: record.id,
    version: record.version,
    state: stateOf(input),
    withdrawal: input.withdrawal,
    versions: input.versions.map((held) => ({
      version: held.record.version,
      date: held.links.date,
      package: heldIn(held.package),
    })),
    package: input.shown.package,
    title: runsOf(part('title', 0)),
    kind: links.kind === null ? said.kind : kindLabel(links.kind.id, register, input.language),
    language: links.language,
    date: links.date,
    updated: said.dates.find((date) => date.role === 'updated')?.text ?? null,
    senders: said.senders,
    lead: said.lead.map((block, index) => viewBlock(block, part('lead', index))),
    body: said.body.map((block, index) => viewBlock(block, part('body', index))),
    contacts: said.contacts.map((_, index) => part('contact', index)?.leaves.map((leaf) => leaf.runs) ?? []),
    attachments: said.attachments,
    shortcuts: said.shortcuts,
    ...periodsOf(links, register, input.idOf),
    departments: labelled(links.departments, input.idOf, (id) => register.department(id)?.name),
    subjects: labelled(links.subjects, input.idOf, (id) =>
      inLanguage(register.subject(id)?.label, input.language),
    ),
    designations: links.designations.map(({ kind, value }) => ({ kind, value })),
    officeHolders: officeHolders(links, register, input.idOf),
    banners: said.banners,
    conflicts: links.conflicts,
    marks: input.marks,
    readingLength: layout.text.length,
    source: {
      address: said.source.address,
      file: said.source.file,
      fetched: said.source.fetched,
      sha256: said.source.sha256,
      parser: said.source.parser,
      originalKept: input.originalKept,
    },
  };
}

function heldIn({ identity, sequence, date }: HeldPackage): ReleaseView['versions'][number]['package'] {
  return { identity, sequence, date };
}

function stateOf(input: ViewInput): ReleaseView['state'] {
  if (input.withdrawal !== null) return 'withdrawn';
  return input.versions[0]?.record.version === input.shown.record.version ? 'live' : 'former';
}

function partFinder(layout: ReadingLayout): (place: ReadingPlace, index: number) => ReadingPart | undefined {
  const byPlace = new Map(layout.parts.map((part) => [`${part.place} ${part.index}`, part]));
  return (place, index) => byPlace.get(`${place} ${index}`);
}

function runsOf(part: ReadingPart | undefined): readonly Run[] {
  return part?.leaves.flatMap((leaf) => leaf.runs) ?? [];
}

function viewBlock(block: Block, part: ReadingPart | undefined): ViewBlock {
  const leaves = part?.leaves ?? [];
  const runsAt = (n: number): readonly Run[] => leaves[n]?.runs ?? [];
  switch (block.type) {
    case 'paragraph':
    case 'quote':
      return { type: block.type, runs: runsAt(0) };
    case 'heading':
      return { type: 'heading', level: block.level, runs: runsAt(0) };
    case 'list':
      return {
        type: 'list',
        ordered: block.ordered,
        items: block.items.map((item, n) => ({ depth: item.depth, runs: runsAt(n) })),
      };
    case 'table': {
      let next = 0;
      const rows = block.rows.map((row) => row.map(() => runsAt(next++)));
      return { type: 'table', headerRows: block.headerRows, rows };
    }
  }
}

function periodsOf(
  links: Links,
  register: Register,
  idOf: ViewInput['idOf'],
): Pick<ReleaseView, 'governments' | 'mandatePeriods'> {
  const resolve = (
    values: Links['governments'],
    find: (id: string) => Government | MandatePeriod | undefined,
  ): ReleaseView['governments'] =>
    values.flatMap(({ id, certain }) => {
      const period = find(id);
      return period === undefined
        ? []
        : [{ id: idOf(id), certain, label: period.name, from: period.from, to: period.to }];
    });
  return {
    governments: resolve(links.governments, (id) => register.government(id)),
    mandatePeriods: resolve(links.mandatePeriods, (id) => register.mandatePeriod(id)),
  };
}

function labelled(
  values: Links['departments'],
  idOf: ViewInput['idOf'],
  label: (id: string) => string | undefined,
): ReleaseView['departments'] {
  return values.map(({ id, certain }) => ({ id: idOf(id), certain, label: label(id) ?? id }));
}

function officeHolders(links: Links, register: Register, idOf: ViewInput['idOf']): readonly OfficeHolder[] {
  return links.ministers.flatMap((link) => {
    const role = register.role(link.role);
    return role === undefined ? [] : [{ ...officeHolder(link, role, register), personId: idOf(link.person) }];
  });
}

function officeHolder(link: MinisterLink, role: Role, register: Register): Omit<OfficeHolder, 'personId'> {
  const person = register.person(link.person);
  const later = register
    .rolesOf(link.person)
    .filter(
      (other) => other.id !== role.id && role.to !== null && other.from !== null && other.from >= role.to,
    );
  return {
    name: person?.name ?? link.person,
    held: heldRole(role, register),
    relation: link.relation,
    strength: link.strength,
    certain: link.certain,
    later: later.map((other) => heldRole(other, register)),
    inOfficeStill: role.to === null && role.toUnknown !== true,
    afterwards: person?.afterwards ?? null,
    evidence: link.evidence,
  };
}

function heldRole(role: Role, register: Register): HeldRole {
  return {
    roleId: role.id,
    title: register.office(role.office)?.title ?? role.office,
    from: role.from,
    to: role.to,
    toUnknown: role.toUnknown === true,
    sources: role.sources.map((id) => register.data.sources.find((row) => row.id === id)?.title ?? id),
    note: role.note ?? null,
  };
}

function kindLabel(id: string, register: Register, language: 'sv' | 'en'): string {
  return inLanguage(register.kind(id)?.label, language) ?? id;
}
