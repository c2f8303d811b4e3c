import { IndexFormatError } from '../packed/format-error.ts';
import type { ByteRange, SectionSink, SectionSource } from '../packed/sections.ts';
import { StringList, stringListBytes } from '../string-list.ts';
import { valueFacets } from './columns.ts';
import type { Catalogue, MinisterColumn, PlaceColumn, ValueColumn, ValueFacet } from './columns.ts';

/** A catalogue in an index file. Each column is read when it is first asked for. */
export interface StoredCatalogue extends Catalogue {
  /** The release of an id, or of a former id; null when there is none. */
  refOf(id: string): number | null;
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A section for each column of numbers and for each list of strings, named by where it stands in the catalogue. */
export function storeCatalogue(catalogue: Catalogue, sink: SectionSink, prefix: string): void {
  const numbers = (name: string, array: NumberArray): void => {
    sink.begin(prefix + name);
    sink.write(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  };
  const strings = (name: string, list: readonly string[]): void => {
    sink.begin(prefix + name);
    for (const piece of stringListBytes(list)) sink.write(piece);
  };
  const values = (name: string, column: ValueColumn): void => {
    strings(`${name}/ids`, column.ids);
    numbers(`${name}/starts`, column.starts);
    numbers(`${name}/values`, column.values);
  };
  for (const name of ['withdrawn', 'earliest', 'latest', 'newest', 'oldest', 'titles', 'versions'] as const)
    numbers(name, catalogue[name]);
  for (const facet of valueFacets) values(`facets/${facet}`, catalogue.facets[facet]);
  values('designations', catalogue.designations);
  const { personIds, officeIds, ...links } = catalogue.ministers;
  strings('ministers/personIds', personIds);
  strings('ministers/officeIds', officeIds);
  for (const name of ['starts', 'persons', 'offices', 'marks'] as const)
    numbers(`ministers/${name}`, links[name]);
  for (const name of ['records', 'links'] as const) {
    const { files, file, offset, length } = catalogue[name];
    strings(`${name}/files`, files);
    numbers(`${name}/file`, file);
    numbers(`${name}/offset`, offset);
    numbers(`${name}/length`, length);
  }
  storeIds(catalogue, numbers, strings);
}

/** Ids are looked up by halving: their order is stored where it is another than that of the releases. */
function storeIds(
  { ids, aliases }: Catalogue,
  numbers: (name: string, array: NumberArray) => void,
  strings: (name: string, list: readonly string[]) => void,
): void {
  strings('ids', ids);
  const order = Uint32Array.from(ids.keys()).sort((a, b) => compareText(ids[a] ?? '', ids[b] ?? ''));
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
  const size = sections.range('withdrawn').length;
  let finder: IdFinder | null = null;
  const columns = lazily<Omit<Catalogue, 'size'>>({
    ids: () => sections.strings('ids'),
    aliases: () => aliasesOf(sections),
    withdrawn: () => sections.uint8('withdrawn'),
    earliest: () => sections.int32('earliest'),
    latest: () => sections.int32('latest'),
    newest: () => sections.uint32('newest'),
    oldest: () => sections.uint32('oldest'),
    titles: () => sections.uint32('titles'),
    facets: () =>
      lazily<Record<ValueFacet, ValueColumn>>(
        Object.fromEntries(
          valueFacets.map((facet) => [facet, () => valueColumn(sections, `facets/${facet}`)]),
        ) as Record<ValueFacet, () => ValueColumn>,
      ),
    ministers: () => ministerColumn(sections),
    designations: () => valueColumn(sections, 'designations'),
    versions: () => sections.uint32('versions'),
    records: () => placeColumn(sections, 'records'),
    links: () => placeColumn(sections, 'links'),
  });
  const refOf = (id: string): number | null => {
    finder ??= new IdFinder(sections);
    return finder.find(id) ?? columns.aliases.get(id) ?? null;
  };
  return Object.defineProperties(columns, {
    size: { value: size, enumerable: true },
    refOf: { value: refOf },
  }) as StoredCatalogue;
}

function aliasesOf(sections: Sections): ReadonlyMap<string, number> {
  const refs = sections.uint32('aliases/refs');
  return new Map(sections.strings('aliases').map((alias, n) => [alias, refs[n] ?? 0]));
}

function valueColumn(sections: Sections, name: string): ValueColumn {
  return lazily<ValueColumn>({
    ids: () => sections.strings(`${name}/ids`),
    starts: () => sections.uint32(`${name}/starts`),
    values: () => sections.uint32(`${name}/values`),
  });
}

function ministerColumn(sections: Sections): MinisterColumn {
  return lazily<MinisterColumn>({
    personIds: () => sections.strings('ministers/personIds'),
    officeIds: () => sections.strings('ministers/officeIds'),
    starts: () => sections.uint32('ministers/starts'),
    persons: () => sections.uint32('ministers/persons'),
    offices: () => sections.uint32('ministers/offices'),
    marks: () => sections.uint8('ministers/marks'),
  });
}

function placeColumn(sections: Sections, name: 'records' | 'links'): PlaceColumn {
  return lazily<PlaceColumn>({
    files: () => sections.strings(`${name}/files`),
    file: () => sections.uint16(`${name}/file`),
    offset: () => sections.float64(`${name}/offset`),
    length: () => sections.uint32(`${name}/length`),
  });
}

/** Finds the release of an id without making strings of all of them. */
class IdFinder {
  readonly #ids: StringList;
  readonly #order: Uint32Array | null;

  constructor(sections: Sections) {
    this.#ids = new StringList(sections.range('ids'));
    this.#order = sections.has('ids/order') ? sections.uint32('ids/order') : null;
  }

  find(id: string): number | null {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const ref = this.#order?.[middle] ?? middle;
      const order = compareText(this.#ids.at(ref), id);
      if (order === 0) return ref;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  }
}

/** The sections under a prefix, as columns. Numbers are copied: their bytes may lie anywhere. */
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

  uint8(name: string): Uint8Array {
    return new Uint8Array(this.#buffer(name, 1));
  }

  uint16(name: string): Uint16Array {
    return new Uint16Array(this.#buffer(name, 2));
  }

  uint32(name: string): Uint32Array {
    return new Uint32Array(this.#buffer(name, 4));
  }

  int32(name: string): Int32Array {
    return new Int32Array(this.#buffer(name, 4));
  }

  float64(name: string): Float64Array {
    return new Float64Array(this.#buffer(name, 8));
  }

  #buffer(name: string, width: number): ArrayBuffer {
    const range = this.range(name);
    if (range.length % width !== 0) throw new IndexFormatError(`${this.#prefix}${name} is cut off`);
    return new Uint8Array(range.read(0, range.length)).buffer;
  }
}

/** An object whose properties are made when they are first asked for, once. */
function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const object = {} as T;
  for (const name of Object.keys(makers) as (keyof T)[])
    Object.defineProperty(object, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = makers[name]();
        Object.defineProperty(object, name, { value, enumerable: true });
        return value;
      },
    });
  return object;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
