import { compareNewest, compareOldest } from '../../../model/release-date.ts';
import type { Day } from '../../../model/day.ts';
import { CERTAIN, NO_EARLIEST, NO_LATEST, STRONG, dayNumber, titleOrder, valueFacets } from './columns.ts';
import type { MinisterColumn, PackageCatalogue, PlaceColumn, ValueColumn, ValueFacet } from './columns.ts';

/** Where a line lies. */
export interface Place {
  /** The package's position in its series, from 0. */
  readonly package: number;
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** Where a version of a release lies. */
export interface VersionPlace {
  readonly record: Place;
  readonly links: Place;
}

export interface EntryValue {
  readonly id: string;
  readonly certain: boolean;
}

/** What the catalogue keeps of one release. */
export interface CatalogueEntry {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly title: string;
  readonly withdrawn: boolean;
  readonly date: { readonly earliest: Day | null; readonly latest: Day | null };
  readonly values: Readonly<Record<ValueFacet, readonly EntryValue[]>>;
  readonly ministers: readonly {
    readonly person: string;
    readonly office: string;
    readonly strong: boolean;
    readonly certain: boolean;
  }[];
  readonly designations: readonly string[];
  /** The leading version first. */
  readonly versions: readonly VersionPlace[];
}

/** Gathers entries; the first added is release 0. */
export class CatalogueBuilder {
  readonly #entries: Pick<CatalogueEntry, 'id' | 'title' | 'date'>[] = [];
  readonly #aliases = new Map<string, number>();
  readonly #withdrawn: number[] = [];
  readonly #facets = Object.fromEntries(valueFacets.map((facet) => [facet, new ColumnBuilder()])) as Record<
    ValueFacet,
    ColumnBuilder
  >;
  readonly #designations = new ColumnBuilder();
  readonly #ministers = new MinisterColumnBuilder();
  readonly #versions: number[] = [0];
  readonly #records = new PlaceColumnBuilder();
  readonly #links = new PlaceColumnBuilder();

  /** How many there are so far: the ref of the next one. */
  get size(): number {
    return this.#entries.length;
  }

  add(entry: CatalogueEntry): void {
    const { id, title, date } = entry;
    for (const alias of entry.aliases) this.#aliases.set(alias, this.size);
    this.#entries.push({ id, title, date });
    this.#withdrawn.push(entry.withdrawn ? 1 : 0);
    for (const facet of valueFacets) this.#facets[facet].add(entry.values[facet]);
    this.#designations.add(entry.designations.map((designation) => ({ id: designation, certain: true })));
    this.#ministers.add(entry.ministers);
    for (const version of entry.versions) {
      this.#records.add(version.record);
      this.#links.add(version.links);
    }
    this.#versions.push((this.#versions.at(-1) ?? 0) + entry.versions.length);
  }

  build(): PackageCatalogue {
    const entries = this.#entries;
    return {
      size: entries.length,
      live: null,
      ids: entries.map(({ id }) => id),
      aliases: this.#aliases,
      withdrawn: Uint8Array.from(this.#withdrawn),
      earliest: Int32Array.from(entries, ({ date }) =>
        date.earliest === null ? NO_EARLIEST : dayNumber(date.earliest),
      ),
      latest: Int32Array.from(entries, ({ date }) =>
        date.latest === null ? NO_LATEST : dayNumber(date.latest),
      ),
      titleTexts: entries.map(({ title }) => title),
      newest: ranks(entries, compareNewest),
      oldest: ranks(entries, compareOldest),
      titles: ranks(entries, (a, b) => titleOrder.compare(a.title, b.title) || compareNewest(a, b)),
      facets: Object.fromEntries(valueFacets.map((facet) => [facet, this.#facets[facet].build()])) as Record<
        ValueFacet,
        ValueColumn
      >,
      ministers: this.#ministers.build(),
      designations: this.#designations.build(),
      versions: Uint32Array.from(this.#versions),
      records: this.#records.build(),
      links: this.#links.build(),
    };
  }
}

/** The place of each item in an order. */
function ranks<T>(items: readonly T[], compare: (a: T, b: T) => number): Uint32Array {
  const order = items.map((item, index) => ({ item, index })).toSorted((a, b) => compare(a.item, b.item));
  const places = new Uint32Array(items.length);
  order.forEach(({ index }, place) => {
    places[index] = place;
  });
  return places;
}

/** Numbers names in the order in which they come. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  names(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

class ColumnBuilder {
  readonly #numbering = new Numbering();
  readonly #starts: number[] = [0];
  readonly #values: number[] = [];

  /** Values of the next release. One that is given twice is certain if it is so once. */
  add(values: readonly EntryValue[]): void {
    const certain = new Map<string, boolean>();
    for (const value of values) certain.set(value.id, value.certain || certain.get(value.id) === true);
    for (const [id, isCertain] of certain)
      this.#values.push(this.#numbering.numberOf(id) * 2 + (isCertain ? 1 : 0));
    this.#starts.push(this.#values.length);
  }

  build(): ValueColumn {
    return {
      ids: this.#numbering.names(),
      starts: Uint32Array.from(this.#starts),
      values: Uint32Array.from(this.#values),
    };
  }
}

class MinisterColumnBuilder {
  readonly #persons = new Numbering();
  readonly #offices = new Numbering();
  readonly #starts: number[] = [0];
  readonly #links: { readonly person: number; readonly office: number; readonly marks: number }[] = [];

  add(links: CatalogueEntry['ministers']): void {
    for (const { person, office, strong, certain } of links) {
      this.#links.push({
        person: this.#persons.numberOf(person),
        office: this.#offices.numberOf(office),
        marks: (strong ? STRONG : 0) | (certain ? CERTAIN : 0),
      });
    }
    this.#starts.push(this.#links.length);
  }

  build(): MinisterColumn {
    return {
      personIds: this.#persons.names(),
      officeIds: this.#offices.names(),
      starts: Uint32Array.from(this.#starts),
      persons: Uint32Array.from(this.#links, (link) => link.person),
      offices: Uint32Array.from(this.#links, (link) => link.office),
      marks: Uint8Array.from(this.#links, (link) => link.marks),
    };
  }
}

class PlaceColumnBuilder {
  /** Numbers of files by package and name. */
  readonly #numbers = new Map<string, number>();
  readonly #files: string[] = [];
  readonly #packages: number[] = [];
  readonly #file: number[] = [];
  readonly #offset: number[] = [];
  readonly #length: number[] = [];

  add({ package: position, file, offset, length }: Place): void {
    this.#file.push(this.#numberOf(position, file));
    this.#offset.push(offset);
    this.#length.push(length);
  }

  build(): PlaceColumn {
    return {
      files: this.#files,
      packages: Uint16Array.from(this.#packages),
      file: Uint16Array.from(this.#file),
      offset: Float64Array.from(this.#offset),
      length: Uint32Array.from(this.#length),
    };
  }

  #numberOf(position: number, file: string): number {
    const key = `${position}/${file}`;
    const number = this.#numbers.get(key) ?? this.#files.length;
    if (number === this.#files.length) {
      this.#numbers.set(key, number);
      this.#files.push(file);
      this.#packages.push(position);
    }
    return number;
  }
}
