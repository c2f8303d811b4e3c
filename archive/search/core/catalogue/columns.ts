import type { FacetName } from '../../../model/search.ts';
import type { FacetRow } from './facet-rows.ts';

/** Facets whose values a release carries as plain lists; the minister and role facets share the minister links. */
export const valueFacets = [
  'department',
  'government',
  'mandatePeriod',
  'year',
  'kind',
  'subject',
  'language',
] as const;

export type ValueFacet = (typeof valueFacets)[number];

/**
 * Values of all releases, in a row: those of release n stand at `starts[n]` to `starts[n + 1] - 1`. A value is
 * twice its index in `ids`, plus one when it is certain.
 *
 *     ids      ["2016", "2017"]
 *     starts   0     1           3
 *     values   3   | 0    2          release 0: 2017; release 1: possibly 2016, possibly 2017
 */
export interface ValueColumn {
  readonly ids: readonly string[];
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

export const STRONG = 1;
export const CERTAIN = 2;

/** Minister links of all releases, laid out like a `ValueColumn`. `marks` holds `STRONG` and `CERTAIN`. */
export interface MinisterColumn {
  readonly personIds: readonly string[];
  readonly officeIds: readonly string[];
  readonly starts: Uint32Array;
  readonly persons: Uint32Array;
  readonly offices: Uint32Array;
  readonly marks: Uint8Array;
}

/**
 * Where lines lie: the place n is `length[n]` bytes from `offset[n]` in the file `files[file[n]]` of the package
 * `packages[file[n]]`, counted from 0 along the series.
 */
export interface PlaceColumn {
  readonly files: readonly string[];
  readonly packages: Uint16Array;
  readonly file: Uint16Array;
  readonly offset: Float64Array;
  readonly length: Uint32Array;
}

/** Open ends of a date, as day numbers. */
export const NO_EARLIEST = -0x80000000;
export const NO_LATEST = 0x7fffffff;

/** Titles as Swedish sorts them: å ä ö last, numbers by size. */
export const titleOrder = new Intl.Collator('sv', { numeric: true });

const MS_PER_DAY = 86_400_000;

/** A day as a number that compares: days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** The day of a number; the inverse of `dayNumber`. */
export function dayOfNumber(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** What is known of every release without its text. Release n is the one with ref n in the text index. */
export interface Catalogue {
  readonly size: number;
  /**
   * 1 for each release that counts; null when all do. One that does not is held anew by a later package; it has no
   * values, and stands in no order.
   */
  readonly live: Uint8Array | null;
  /** 1 where the release is withdrawn. */
  readonly withdrawn: Uint8Array;
  /** Day numbers; `NO_EARLIEST` and `NO_LATEST` where open. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** The place of each release in these orders, from 0. */
  readonly newest: Uint32Array;
  readonly oldest: Uint32Array;
  readonly titles: Uint32Array;
  readonly facets: Readonly<Record<ValueFacet, ValueColumn>>;
  readonly ministers: MinisterColumn;
  readonly designations: ValueColumn;
  /** The values of a facet, named and in order, where that was worked out beforehand. */
  readonly rowOf?: ((facet: FacetName) => FacetRow) | undefined;
}

/** The catalogue of one package. All of its releases count there. */
export interface PackageCatalogue extends Catalogue {
  readonly live: null;
  readonly ids: readonly string[];
  /** Former ids, and the ref of the release that has each. */
  readonly aliases: ReadonlyMap<string, number>;
  /** What `titles` is the order of. */
  readonly titleTexts: readonly string[];
  /** Versions of release n: places `versions[n]` to `versions[n + 1] - 1`, the leading one first. */
  readonly versions: Uint32Array;
  readonly records: PlaceColumn;
  readonly links: PlaceColumn;
}

/** The refs of all releases that count, ascending. */
export function liveRefs({ size, live }: Pick<Catalogue, 'size' | 'live'>): Uint32Array {
  const refs = new Uint32Array(size);
  let length = 0;
  for (let ref = 0; ref < size; ref += 1) if (live === null || live[ref] === 1) refs[length++] = ref;
  return refs.subarray(0, length);
}

/** The refs, ascending, for which a column has one of some values. @param wanted 1 for each of these, by its index. */
export function refsWithValue({ starts, values }: ValueColumn, wanted: Uint8Array): Uint32Array {
  const refs = new Uint32Array(Math.max(0, starts.length - 1));
  if (!wanted.includes(1)) return refs.subarray(0, 0);
  let length = 0;
  for (let ref = 0; ref < refs.length; ref += 1) {
    const end = starts[ref + 1] ?? 0;
    for (let at = starts[ref] ?? 0; at < end; at += 1) {
      if (wanted[(values[at] ?? 0) >> 1] !== 1) continue;
      refs[length] = ref;
      length += 1;
      break;
    }
  }
  return refs.slice(0, length);
}
