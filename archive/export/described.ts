import { readable } from '../model/reading-text.ts';
import type { LinkedValue } from '../model/links.ts';
import type { Label } from '../model/register.ts';
import type { ReferenceForm } from '../model/reference.ts';
import { releaseLink } from '../model/release-link.ts';
import { referenceFor } from './out-release.ts';
import type { OutRelease } from './out-release.ts';

/** A value of the register that a release has; `certain` is false where others are possible too. */
export interface DescribedValue {
  readonly id: string;
  readonly label: string;
  readonly certain: boolean;
}

/** What is told of a release in a table or a JSON file (docs/exports.md names each field). */
export interface Described {
  readonly id: string;
  readonly version: string;
  readonly link: string;
  readonly state: OutRelease['state'];
  readonly withdrawal: {
    readonly day: string;
    readonly reason: string;
    readonly replacedBy: string | null;
  } | null;
  readonly title: string;
  readonly kind: { readonly id: string | null; readonly label: string } | null;
  readonly language: string | null;
  readonly date: {
    readonly edtf: string;
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly basis: string | null;
  };
  readonly senders: readonly string[];
  readonly departments: readonly DescribedValue[];
  readonly ministers: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly relation: string;
    readonly strength: string;
    readonly certain: boolean;
  }[];
  readonly governments: readonly DescribedValue[];
  readonly mandatePeriods: readonly DescribedValue[];
  readonly subjects: readonly DescribedValue[];
  readonly designations: readonly { readonly kind: string; readonly value: string }[];
  readonly reference: string;
  readonly source: {
    readonly address: string | null;
    readonly fetched: string | null;
    readonly sha256: string;
    readonly file: string;
  };
  readonly package: {
    readonly identity: string;
    readonly title: string;
    readonly organisation: string | null;
  };
}

/** A release in words and ids, labels in the language of the reference. */
export function describe(release: OutRelease, form: ReferenceForm): Described {
  const { record, links, register, archive, state, withdrawal } = release;
  const { said, id, version } = record;
  const inWords = (label: Label): string => (form.language === 'en' ? (label.en ?? label.sv) : label.sv);
  const values = (of: readonly LinkedValue[], label: (id: string) => string | undefined): DescribedValue[] =>
    of.map((value) => ({ id: value.id, label: label(value.id) ?? value.id, certain: value.certain }));
  return {
    id,
    version,
    link: releaseLink(id, version),
    state,
    withdrawal:
      withdrawal === null
        ? null
        : { day: withdrawal.day, reason: withdrawal.reason, replacedBy: withdrawal.replacedBy },
    title: readable(said.title),
    kind: kindOf(release, inWords),
    language: links.language ?? said.language,
    date: {
      edtf: links.date.edtf,
      earliest: links.date.earliest,
      latest: links.date.latest,
      basis: links.date.basis,
    },
    senders: said.senders.map(readable),
    departments: values(links.departments, (of) => register.department(of)?.name),
    ministers: ministersOf(release),
    governments: values(links.governments, (of) => register.government(of)?.name),
    mandatePeriods: values(links.mandatePeriods, (of) => register.mandatePeriod(of)?.name),
    subjects: values(links.subjects, (of) => {
      const label = register.subject(of)?.label;
      return label === undefined ? undefined : inWords(label);
    }),
    designations: links.designations.map(({ kind, value }) => ({ kind, value })),
    reference: referenceFor(release, form),
    source: {
      address: said.source.address,
      fetched: said.source.fetched,
      sha256: said.source.sha256,
      file: said.source.file,
    },
    package: { identity: archive.identity, title: archive.title, organisation: archive.organisation },
  };
}

function kindOf({ record, links, register }: OutRelease, inWords: (of: Label) => string): Described['kind'] {
  const linked = links.kind === null ? undefined : register.kind(links.kind.id);
  if (linked !== undefined) return { id: linked.id, label: inWords(linked.label) };
  return record.said.kind === null ? null : { id: null, label: readable(record.said.kind) };
}

function ministersOf({ links, register }: OutRelease): Described['ministers'] {
  return links.ministers.map(({ person, role, relation, strength, certain }) => {
    const office = register.role(role)?.office ?? '';
    return {
      id: person,
      name: register.person(person)?.name ?? person,
      role: register.office(office)?.title ?? office,
      relation,
      strength,
      certain,
    };
  });
}
