import { blockText, readable } from '../../../model/reading-text.ts';
import type { LinkedValue, Links } from '../../../model/links.ts';
import type { ReleaseRecord } from '../../../model/said.ts';
import type { FacetName, Hit, HitMinister, HitValue } from '../../../model/search.ts';
import type { LinkNames } from '../catalogue/names.ts';
import type { Marker } from '../passage/marker.ts';
import { bestSnippet } from '../passage/snippet.ts';
import type { Snippet } from '../passage/snippet.ts';

/** One release version as it lies in a package. */
export interface StoredVersion {
  readonly record: ReleaseRecord;
  readonly links: Links;
}

export interface HitInput {
  readonly version: StoredVersion;
  readonly score: number;
  readonly possible: boolean;
  readonly withdrawn: boolean;
  readonly titleMarker: Marker;
  readonly textMarker: Marker;
}

/** A release as it stands in a list of results. */
export function hitOf(input: HitInput, names: LinkNames): Hit {
  const { record, links } = input.version;
  const { said } = record;
  const title = readable(said.title).replace(/\s+/gu, ' ').trim();
  const snippet = snippetOf(input);
  const { edtf, earliest, latest, basis } = links.date;
  return {
    id: record.id,
    version: record.version,
    url: said.source.address,
    title,
    kind: links.kind === null ? said.kind : names.label('kind', links.kind.id),
    kindId: links.kind === null ? null : names.idOf('kind', links.kind.id),
    language: links.language,
    date: { edtf, earliest, latest, basis },
    possible: input.possible,
    withdrawn: input.withdrawn,
    sender: said.senders.length === 0 ? null : said.senders.map(readable).join(', '),
    ministers: links.ministers.map((link) => ministerOf(link, names)),
    departments: valuesOf('department', links.departments, names),
    governments: valuesOf('government', links.governments, names),
    mandatePeriods: valuesOf('mandatePeriod', links.mandatePeriods, names),
    subjects: valuesOf('subject', links.subjects, names),
    score: input.score,
    snippet: snippet.text,
    marks: { title: input.titleMarker.marks(title), snippet: snippet.marks },
  };
}

/** The passage shown: of the running text; of what stands below it only where the match stands there alone. */
function snippetOf({ version, textMarker }: HitInput): Snippet {
  const { said } = version.record;
  const text = [...said.lead, ...said.body].map(blockText);
  const below = said.contacts.map((lines) => lines.map(readable).join(' '));
  return bestSnippet(text, textMarker, below);
}

function ministerOf(link: Links['ministers'][number], names: LinkNames): HitMinister {
  const officeId = names.officeOf(link.role);
  return {
    ...link,
    person: names.label('minister', link.person),
    personId: names.idOf('minister', link.person),
    role: names.label('role', officeId),
    roleId: names.idOf('role', link.role),
    officeId: names.idOf('role', officeId),
  };
}

function valuesOf(facet: FacetName, values: readonly LinkedValue[], names: LinkNames): readonly HitValue[] {
  return values.map(({ id, certain }) => ({
    id: names.idOf(facet, id),
    label: names.label(facet, id),
    certain,
  }));
}
