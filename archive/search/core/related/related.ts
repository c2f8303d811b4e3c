import type { Designation } from '../../../model/links.ts';
import { readable } from '../../../model/reading-text.ts';
import type { RelatedGround, RelatedRelease } from '../../../model/related.ts';
import type { FacetName } from '../../../model/search.ts';
import { NO_EARLIEST, NO_LATEST, STRONG, refsWithValue } from '../catalogue/columns.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import type { LinkNames, Names } from '../catalogue/names.ts';
import type { TextIndexes } from '../index-port.ts';
import { usualForm } from '../relations/usual-form.ts';
import type { StoredVersion } from '../result/hit.ts';
import { alikeBy, wordsThatTell } from './alike.ts';
import type { Likeness } from './alike.ts';

/** Releases told. */
const MOST_RELATED = 6;
/** What more releases than this name is no matter of its own: a law, or the budget. */
const MOST_SHARING = 40;
/** Days within which the same minister and subject make one matter. */
export const NEAR_DAYS = 31;
/** How much of its telling words a release must share: with a subject in common, and without. */
const LEAST_SHARE = { sameSubject: 0.25, otherwise: 0.4 } as const;
const MOST_WORDS_TOLD = 4;
/** A release so many times as long as another may share its words by chance, the more so the longer it is. */
const LONGER_BY = 3;
/** Sums differ far behind the comma by the order in which they are made; what is equal must be so. */
const PRECISION = 1e6;

export interface RelatedHoldings {
  readonly catalogue: Catalogue;
  readonly indexes: TextIndexes;
  readonly names: Names;
  readonly namesOf: (ref: number) => LinkNames;
  readonly readVersion: (ref: number) => StoredVersion;
  /** How long a release is, in whatever unit, told without reading it. */
  readonly sizeOf: (ref: number) => number;
}

/** Everything that holds one release together with another. */
interface Ties {
  readonly designations: readonly Omit<Designation, 'evidence'>[];
  /** Numbers of persons and subjects in the catalogue. */
  readonly persons: readonly number[];
  readonly subjects: readonly number[];
  /** Within how many days both must lie; infinite where a date is open. */
  readonly days: number;
  readonly likeness: Likeness | null;
}

/**
 * Finds the releases that go with one, and says on what ground. A ground gives points:
 *
 *     the same designation             3, and 1 for each further one
 *     minister and subject, near time  2 - days / 32
 *     telling words                    2 × the share of them, less in a release that is much longer
 *
 * Those with most points come first, the newer first among equals. Withdrawn releases are never told.
 */
export class RelatedFinder {
  readonly #holdings: RelatedHoldings;

  constructor(holdings: RelatedHoldings) {
    this.#holdings = holdings;
  }

  of(ref: number): readonly RelatedRelease[] {
    const { catalogue, indexes } = this.#holdings;
    const own = this.#holdings.readVersion(ref);
    const naming = this.#naming(own);
    const likenesses = alikeBy(wordsThatTell(own, indexes.terms), indexes.terms);
    const candidates = new Set([...naming.keys(), ...this.#sameSubject(ref), ...likenesses.keys()]);
    candidates.delete(ref);
    return [...candidates]
      .filter((other) => catalogue.withdrawn[other] !== 1 && catalogue.live?.[other] !== 0)
      .map((other) => {
        const ties = this.#ties(ref, other, { naming, likenesses });
        return { other, ties, points: pointsOf(ties) };
      })
      .filter(({ points }) => points > 0)
      .toSorted(
        (a, b) => b.points - a.points || (catalogue.newest[a.other] ?? 0) - (catalogue.newest[b.other] ?? 0),
      )
      .slice(0, MOST_RELATED)
      .map(({ other, ties }) => this.#told(other, ties));
  }

  /** The releases that name what a release names, by ref, with what that is. */
  #naming({ links }: StoredVersion): ReadonlyMap<number, readonly Omit<Designation, 'evidence'>[]> {
    const { designations } = this.#holdings.catalogue;
    const naming = new Map<number, Omit<Designation, 'evidence'>[]>();
    const values = new Map(links.designations.map(({ kind, value }) => [readable(value), kind]));
    for (const [value, kind] of values) {
      const refs = refsWithValue(
        designations,
        wanted(designations.ids.length, [designations.ids.indexOf(value)]),
      );
      if (refs.length > MOST_SHARING) continue;
      for (const other of refs) naming.set(other, [...(naming.get(other) ?? []), { kind, value }]);
    }
    return naming;
  }

  #sameSubject(ref: number): Uint32Array {
    const { subject } = this.#holdings.catalogue.facets;
    return refsWithValue(subject, wanted(subject.ids.length, this.#subjects(ref)));
  }

  #ties(
    ref: number,
    other: number,
    found: {
      readonly naming: ReadonlyMap<number, Ties['designations']>;
      readonly likenesses: ReadonlyMap<number, Likeness>;
    },
  ): Ties {
    return {
      designations: found.naming.get(other) ?? [],
      persons: common(this.#persons(ref), this.#persons(other)),
      subjects: common(this.#subjects(ref), this.#subjects(other)),
      days: this.#daysBetween(ref, other),
      likeness: this.#likeness(ref, other, found.likenesses),
    };
  }

  /** How alike two releases are, less where the other is so long that it has a little of everything. */
  #likeness(ref: number, other: number, likenesses: ReadonlyMap<number, Likeness>): Likeness | null {
    const found = likenesses.get(other);
    if (found === undefined) return null;
    const { sizeOf } = this.#holdings;
    return { ...found, share: found.share * Math.min(1, (LONGER_BY * sizeOf(ref)) / sizeOf(other)) };
  }

  #subjects(ref: number): readonly number[] {
    const { starts, values } = this.#holdings.catalogue.facets.subject;
    return Array.from(values.subarray(starts[ref], starts[ref + 1]), (value) => value >> 1);
  }

  /** Those who act in a release. */
  #persons(ref: number): readonly number[] {
    const { starts, persons, marks } = this.#holdings.catalogue.ministers;
    const found = new Set<number>();
    for (let at = starts[ref] ?? 0; at < (starts[ref + 1] ?? 0); at += 1)
      if (((marks[at] ?? 0) & STRONG) !== 0) found.add(persons[at] ?? 0);
    return [...found];
  }

  /** The most days that can lie between two releases. */
  #daysBetween(ref: number, other: number): number {
    const { earliest, latest } = this.#holdings.catalogue;
    const first = Math.min(earliest[ref] ?? NO_EARLIEST, earliest[other] ?? NO_EARLIEST);
    const last = Math.max(latest[ref] ?? NO_LATEST, latest[other] ?? NO_LATEST);
    return first === NO_EARLIEST || last === NO_LATEST ? Number.POSITIVE_INFINITY : last - first;
  }

  #told(ref: number, ties: Ties): RelatedRelease {
    const { record, links } = this.#holdings.readVersion(ref);
    const names = this.#holdings.namesOf(ref);
    const { edtf, earliest, latest, basis } = links.date;
    return {
      id: record.id,
      title: readable(record.said.title).replace(/\s+/gu, ' ').trim(),
      kind: links.kind === null ? record.said.kind : names.label('kind', links.kind.id),
      kindId: links.kind === null ? null : names.idOf('kind', links.kind.id),
      date: { edtf, earliest, latest, basis },
      grounds: this.#grounds(ties),
    };
  }

  #grounds(ties: Ties): readonly RelatedGround[] {
    const { catalogue, names, indexes } = this.#holdings;
    const labelled = (facet: FacetName, ids: readonly string[], numbers: readonly number[]) =>
      numbers.map((n) => ({ id: ids[n] ?? '', label: names.label(facet, ids[n] ?? '') }));
    const subjects = labelled('subject', catalogue.facets.subject.ids, ties.subjects);
    const grounds: RelatedGround[] = [];
    const { designations, days, likeness } = ties;
    if (designations.length > 0) grounds.push({ type: 'designation', designations });
    if (isOneMatter(ties)) {
      const persons = labelled('minister', catalogue.ministers.personIds, ties.persons);
      grounds.push({ type: 'minister', persons, subjects, days });
    }
    if (likeness !== null && isAlike(ties)) {
      const words = likeness.terms.slice(0, MOST_WORDS_TOLD).map((term) => usualForm(term, indexes));
      grounds.push({ type: 'words', words, subjects });
    }
    return grounds;
  }
}

function pointsOf(ties: Ties): number {
  const { designations, days, likeness } = ties;
  const matter = designations.length === 0 ? 0 : 2 + designations.length;
  const near = isOneMatter(ties) ? 2 - days / (NEAR_DAYS + 1) : 0;
  const words = isAlike(ties) ? 2 * (likeness?.share ?? 0) : 0;
  return Math.round((matter + near + words) * PRECISION) / PRECISION;
}

function isOneMatter({ persons, subjects, days }: Ties): boolean {
  return persons.length > 0 && subjects.length > 0 && days <= NEAR_DAYS;
}

function isAlike({ likeness, subjects }: Ties): boolean {
  if (likeness === null) return false;
  return likeness.share >= (subjects.length > 0 ? LEAST_SHARE.sameSubject : LEAST_SHARE.otherwise);
}

function common(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.filter((value) => other.includes(value));
}

/** 1 for each of some values, by number; one that is not there is left out. */
function wanted(size: number, values: readonly number[]): Uint8Array {
  const mask = new Uint8Array(size);
  for (const value of values) if (value >= 0) mask[value] = 1;
  return mask;
}
