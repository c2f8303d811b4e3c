import { blockText } from '../../model/reading-text.ts';
import { readable } from '../../model/reading-text.ts';
import type { Links } from '../../model/links.ts';
import type { ReleaseRecord, Said } from '../../model/said.ts';
import type { CatalogueEntry, VersionPlace } from './catalogue/catalogue-builder.ts';
import type { RegisterNames } from './catalogue/register-names.ts';
import type { FormField } from './index-port.ts';
import type { FieldTexts } from './text-indexes-builder.ts';

/** A release as it comes out of a package: its leading version, and where all versions lie. */
export interface PackedRelease {
  readonly record: ReleaseRecord;
  readonly links: Links;
  readonly withdrawn: boolean;
  /** The leading version first. */
  readonly versions: readonly VersionPlace[];
}

/** A release as the index takes it in. */
export interface SearchDocument {
  readonly entry: CatalogueEntry;
  /** The text of each field, block by block. */
  readonly texts: FieldTexts;
}

/** A date that could be more years than this says nothing about the year. */
const MOST_YEARS = 100;

/** What the index keeps of a release. Former versions are found by their release, not searched. */
export function searchDocument(release: PackedRelease, names: RegisterNames): SearchDocument {
  const { record, links } = release;
  const texts: FieldTexts = {
    ...textsOf(record.said, links),
    minister: ministerNames(links, names),
    department: departmentNames(record.said, links, names),
    subject: links.subjects.flatMap(({ id }) => names.names('subject', id)),
  };
  return { entry: entryOf(release, names), texts };
}

/** Years that a date could fall in; none when it is open at an end. */
export function yearsOf({ earliest, latest }: CatalogueEntry['date']): readonly string[] {
  if (earliest === null || latest === null) return [];
  const [first, last] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  if (last - first >= MOST_YEARS) return [];
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n).padStart(4, '0'));
}

function entryOf(
  { record, links, withdrawn, versions }: PackedRelease,
  names: RegisterNames,
): CatalogueEntry {
  const years = yearsOf(links.date);
  return {
    id: record.id,
    aliases: record.aliases,
    title: readable(record.said.title),
    withdrawn,
    date: { earliest: links.date.earliest, latest: links.date.latest },
    values: {
      department: links.departments,
      government: links.governments,
      mandatePeriod: links.mandatePeriods,
      year: years.map((id) => ({ id, certain: years.length === 1 })),
      kind: links.kind === null ? [] : [links.kind],
      subject: links.subjects,
      language: links.language === null ? [] : [{ id: links.language, certain: true }],
    },
    ministers: links.ministers.map(({ person, role, strength, certain }) => ({
      person,
      office: names.officeOf(role),
      strong: strength === 'strong',
      certain,
    })),
    designations: [...new Set(links.designations.map(({ value }) => readable(value)))],
    versions,
  };
}

/** The texts that words are looked for in. Banners are the site's own and say the same on thousands of pages. */
function textsOf(said: Said, links: Links): Pick<FieldTexts, FormField> {
  const designations = [...said.designations, ...links.designations.map(({ value }) => value)].map(readable);
  const body = said.body.map(blockText);
  const contacts = said.contacts.map((lines) => lines.map(readable).join('\n'));
  const text = body.join('\n');
  const missing = new Set(designations.filter((designation) => !text.includes(designation)));
  return {
    title: [readable(said.title)],
    lead: said.lead.map(blockText),
    body: [...body, ...contacts, ...missing],
  };
}

function ministerNames(links: Links, names: RegisterNames): readonly string[] {
  const ofLinks = links.ministers.flatMap(({ person, role }) => [
    names.label('minister', person),
    names.label('role', names.officeOf(role)),
  ]);
  return [...new Set(ofLinks)];
}

/** Senders that the register does not know stand as they are printed. */
function departmentNames(said: Said, links: Links, names: RegisterNames): readonly string[] {
  if (links.departments.length === 0) return said.senders.map(readable);
  return links.departments.map(({ id }) => names.label('department', id));
}
