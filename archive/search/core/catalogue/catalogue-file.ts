import { IndexFormatError } from '../packed/format-error.ts';
import type { ByteRange, SectionSink, SectionSource } from '../packed/sections.ts';
import { StringList, stringListBytes } from '../string-list.ts';
import { columnBytes, columnLength, readColumn } from './column-bytes.ts';
import type { NumberArray } from './column-bytes.ts';
import { valueFacets } from './columns.ts';
import { storedRows } from './facet-rows.ts';
import { lazily } from './lazily.ts';
import type { MinisterColumn, PackageCatalogue, PlaceColumn, ValueColumn, ValueFacet } from './columns.ts';

/** A catalogue in an index file. Each column is read when it is first asked for. */
export interface StoredCatalogue extends PackageCatalogue {
  /** The release of an id, or of a former id; null when there is none. */
  refOf(id: string): number | null;
  /** The ids in order, and the release that has each, read in place. */
  readonly sortedIds: SortedIds;
  /** Of one release, read in place. */
  idOf(ref: number): string;
  titleOf(ref: number): string;
}

/** Ids in order. */
export interface SortedIds {
  readonly length: number;
  at(place: number): string;
  refAt(place: number): number;
}

/** A section for each column of numbers and for each list of strings, named by where it stands in the catalogue. */
export function storeCatalogue(catalogue: PackageCatalogue, sink: SectionSink, prefix: string): void {
  const numbers = (name: string, array: NumberArray): void => {
    sink.begin(prefix + name);
    sink.write(columnBytes(array));
  };
  const strings = (name: string, list: readonly string[]): void => {
    sink.begin(prefix + name);
    for (const piece of stringListBytes(list)) sink.write(piece);
  };
  const values = (name: string, column: ValueColumn): void => {
    strings(`${name}/ids`, column.ids);
    numbers(`${name}/starts`, countsOf(column.starts));
    numbers(`${name}/values`, column.values);
  };
  for (const name of ['withdrawn', 'earliest', 'latest', 'newest', 'oldest', 'titles'] as const)
    numbers(name, catalogue[name]);
  numbers('versions', countsOf(catalogue.versions));
  for (const facet of valueFacets) values(`facets/${facet}`, catalogue.facets[facet]);
  values('designations', catalogue.designations);
  const { personIds, officeIds, ...links } = catalogue.ministers;
  strings('ministers/personIds', personIds);
  strings('ministers/officeIds', officeIds);
  numbers('ministers/starts', countsOf(links.starts));
  for (const name of ['persons', 'offices', 'marks'] as const) numbers(`ministers/${name}`, links[name]);
  for (const name of ['records', 'links'] as const) {
    const { files, packages, file, offset, length } = catalogue[name];
    strings(`${name}/files`, files);
    numbers(`${name}/packages`, packages);
    numbers(`${name}/file`, file);
    numbers(`${name}/offset`, offset);
    numbers(`${name}/length`, length);
  }
  strings('titles/texts', catalogue.titleTexts);
  storeIds(catalogue, numbers, strings);
}

/** How many values each release has: takes less room than where they start. */
function countsOf(starts: Uint32Array): Uint32Array {
  return starts.subarray(1).map((end, ref) => end - (starts[ref] ?? 0));
}

/** Ids are looked up by halving: their order is stored where it is another than that of the releases. */
function storeIds(
  { ids, aliases }: PackageCatalogue,
  numbers: (name: string, array: NumberArray) => void,
  strings: (name: string, list: readonly string[]) => void,
): void {
  strings('ids', ids);
  const order = Uint32Array.from(ids.keys()).toSorted((a, b) => compareText(ids[a] ?? '', ids[b] ?? ''));
  if (order.some((ref, place) => ref !== place)) numbers('ids/order', order);
  strings('aliases', [...aliases.keys()]);
  numbers('aliases/refs', Uint32Array.from(aliases.values()));
}

/**
 * Opens what `storeCatalogue` wrote. Columns that are not whole throw IndexFormatError when they are read.
 *
 * @throws IndexFormatError when there is no catalogue under that prefix.
 */
export function openCatalogue(source: SectionSource, prefix: string): StoredCatalogue {
  const sections = new Sections(source, prefix);
  const size = columnLength(sections.range('withdrawn'));
  const places = lazily<{ ids: IdFinder; titles: StringList }>({
    ids: () => new IdFinder(sections),
    titles: () => new StringList(sections.range('titles/texts')),
  });
  const columns: Columns = lazily<Columns>({
    ids: () => sections.strings('ids'),
    aliases: () => aliasesOf(sections),
    withdrawn: () => sections.uint8('withdrawn', size),
    earliest: () => sections.int32('earliest', size),
    latest: () => sections.int32('latest', size),
    newest: () => sections.uint32('newest', size),
    oldest: () => sections.uint32('oldest', size),
    titles: () => sections.uint32('titles', size),
    titleTexts: () => sections.strings('titles/texts'),
    facets: () =>
      lazily<Record<ValueFacet, ValueColumn>>(
        Object.fromEntries(
          valueFacets.map((facet) => [facet, () => valueColumn(sections, `facets/${facet}`, size)]),
        ) as Record<ValueFacet, () => ValueColumn>,
      ),
    ministers: () => ministerColumn(sections, size),
    designations: () => valueColumn(sections, 'designations', size),
    versions: () => sections.starts('versions', size),
    records: () => placeColumn(sections, 'records', lastOf(columns.versions)),
    links: () => placeColumn(sections, 'links', lastOf(columns.versions)),
  });
  return Object.defineProperties(columns, {
    size: { value: size, enumerable: true },
    live: { value: null, enumerable: true },
    refOf: { value: (id: string) => places.ids.find(id) ?? columns.aliases.get(id) ?? null },
    sortedIds: { get: () => places.ids },
    idOf: { value: (ref: number) => places.ids.idOf(ref) },
    titleOf: { value: (ref: number) => places.titles.at(ref) },
    rowOf: { value: storedRows(source, prefix) },
  }) as StoredCatalogue;
}

type Columns = Omit<PackageCatalogue, 'size' | 'live'>;

function aliasesOf(sections: Sections): ReadonlyMap<string, number> {
  const aliases = sections.strings('aliases');
  const refs = sections.uint32('aliases/refs', aliases.length);
  return new Map(aliases.map((alias, n) => [alias, refs[n] ?? 0]));
}

function valueColumn(sections: Sections, name: string, size: number): ValueColumn {
  const column: ValueColumn = lazily<ValueColumn>({
    ids: () => sections.strings(`${name}/ids`),
    starts: () => sections.starts(`${name}/starts`, size),
    values: () => sections.uint32(`${name}/values`, lastOf(column.starts)),
  });
  return column;
}

function ministerColumn(sections: Sections, size: number): MinisterColumn {
  const column: MinisterColumn = lazily<MinisterColumn>({
    personIds: () => sections.strings('ministers/personIds'),
    officeIds: () => sections.strings('ministers/officeIds'),
    starts: () => sections.starts('ministers/starts', size),
    persons: () => sections.uint32('ministers/persons', lastOf(column.starts)),
    offices: () => sections.uint32('ministers/offices', lastOf(column.starts)),
    marks: () => sections.uint8('ministers/marks', lastOf(column.starts)),
  });
  return column;
}

function placeColumn(sections: Sections, name: 'records' | 'links', size: number): PlaceColumn {
  const column: PlaceColumn = lazily<PlaceColumn>({
    files: () => sections.strings(`${name}/files`),
    packages: () => sections.uint16(`${name}/packages`, column.files.length),
    file: () => sections.uint16(`${name}/file`, size),
    offset: () => sections.float64(`${name}/offset`, size),
    length: () => sections.uint32(`${name}/length`, size),
  });
  return column;
}

/** Where the values of the last release end: how many there are. */
function lastOf(starts: Uint32Array): number {
  return starts.at(-1) ?? 0;
}

/** Finds the release of an id without making strings of all of them. */
class IdFinder implements SortedIds {
  readonly #ids: StringList;
  readonly #order: Uint32Array | null;

  constructor(sections: Sections) {
    this.#ids = new StringList(sections.range('ids'));
    this.#order = sections.has('ids/order') ? sections.uint32('ids/order', this.#ids.length) : null;
  }

  get length(): number {
    return this.#ids.length;
  }

  at(place: number): string {
    return this.idOf(this.refAt(place));
  }

  idOf(ref: number): string {
    return this.#ids.at(ref);
  }

  refAt(place: number): number {
    return this.#order?.[place] ?? place;
  }

  find(id: string): number | null {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareText(this.at(middle), id);
      if (order === 0) return this.refAt(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  }
}

/** The sections under a prefix, as columns. */
class Sections {
  readonly #source: SectionSource;
  readonly #prefix: string;

  constructor(source: SectionSource, prefix: string) {
    this.#source = source;
    this.#prefix = prefix;
  }

  has(name: string): boolean {
    return this.#source.section(this.#prefix + name) !== null;
  }

  range(name: string): ByteRange {
    const range = this.#source.section(this.#prefix + name);
    if (range === null) throw new IndexFormatError(`${this.#prefix}${name} is missing`);
    return range;
  }

  strings(name: string): readonly string[] {
    return new StringList(this.range(name)).all();
  }

  uint8(name: string, length: number): Uint8Array {
    return readColumn(this.range(name), new Uint8Array(length));
  }

  uint16(name: string, length: number): Uint16Array {
    return readColumn(this.range(name), new Uint16Array(length));
  }

  uint32(name: string, length: number): Uint32Array {
    return readColumn(this.range(name), new Uint32Array(length));
  }

  int32(name: string, length: number): Int32Array {
    return readColumn(this.range(name), new Int32Array(length));
  }

  float64(name: string, length: number): Float64Array {
    return readColumn(this.range(name), new Float64Array(length));
  }

  /** Where the values of each release start, and at last where those of the last one end. */
  starts(name: string, size: number): Uint32Array {
    const counts = this.uint32(name, size);
    const starts = new Uint32Array(size + 1);
    for (let ref = 0; ref < size; ref += 1) starts[ref + 1] = (starts[ref] ?? 0) + (counts[ref] ?? 0);
    return starts;
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
