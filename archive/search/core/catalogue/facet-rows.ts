import type { FacetName, FacetValue } from '../../../model/search.ts';
import { IndexFormatError } from '../packed/format-error.ts';
import type { SectionSink, SectionSource } from '../packed/sections.ts';
import { termBytes } from '../packed/term-bytes.ts';
import { valueFacets } from './columns.ts';
import type { Catalogue } from './columns.ts';
import type { Names } from './names.ts';

/** A value but for its counts. */
export type Named = Omit<FacetValue, 'count' | 'uncertain'>;

/** All values of a facet in the order in which equally frequent ones are listed. */
export interface FacetRow {
  /** The number of each value, by place. */
  readonly values: Uint32Array;
  /** The place of each value, by number. */
  readonly places: Uint32Array;
  readonly named: readonly Named[];
}

/** Facets that are read as a line of time: the newest first. */
const timeFacets: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
const labelOrder = new Intl.Collator('sv', { numeric: true });

export function isTimeFacet(facet: FacetName): boolean {
  return timeFacets.has(facet);
}

/** How equally frequent values of a facet are ordered. */
export function orderOf(facet: FacetName): (a: Named, b: Named) => number {
  return isTimeFacet(facet) ? newestFirst : byLabel;
}

/** A value with its name. */
export function namedValue(facet: FacetName, id: string, names: Names): Named {
  return { id, label: names.label(facet, id), ...names.details(facet, id) };
}

/** Names the values of a facet and puts them in order. */
export function makeRow(facet: FacetName, ids: readonly string[], names: Names): FacetRow {
  const compare = orderOf(facet);
  const all = ids.map((id, value) => ({ value, named: namedValue(facet, id, names) }));
  const inOrder = all.toSorted((a, b) => compare(a.named, b.named));
  return rowOf(
    inOrder.map(({ value }) => value),
    inOrder.map(({ named }) => named),
  );
}

/** Behind the prefix of the catalogue. */
const ROWS = 'rows/';

/**
 * Writes the row of each facet as JSON: names come from the register, which is read as a whole, and putting hundreds of
 * labels in order takes longer than to find and count a common word.
 */
export function storeRows(catalogue: Catalogue, names: Names, sink: SectionSink, prefix: string): void {
  const { facets, ministers } = catalogue;
  const lists: readonly (readonly [FacetName, readonly string[]])[] = [
    ['minister', ministers.personIds],
    ['role', ministers.officeIds],
    ...valueFacets.map((facet) => [facet, facets[facet].ids] as const),
  ];
  for (const [facet, ids] of lists) {
    const { values, named } = makeRow(facet, ids, names);
    sink.begin(prefix + ROWS + facet);
    sink.write(jsonBytes({ values: [...values], named }));
  }
}

/** Reads the rows that `storeRows` wrote. @throws IndexFormatError when there are none, or they are not whole. */
export function storedRows(source: SectionSource, prefix: string): (facet: FacetName) => FacetRow {
  return (facet) => {
    const range = source.section(prefix + ROWS + facet);
    if (range === null) throw new IndexFormatError(`${prefix}${ROWS}${facet} is missing`);
    const { values, named } = parsed(range.read(0, range.length));
    return rowOf(values, named);
  };
}

interface StoredRow {
  readonly values: readonly number[];
  readonly named: readonly Named[];
}

function parsed(bytes: Uint8Array): StoredRow {
  try {
    return JSON.parse(textOfAscii(bytes)) as StoredRow;
  } catch {
    throw new IndexFormatError('a row of values is no JSON');
  }
}

/** JSON with letters beyond ASCII written as their numbers: such bytes make a text without a look at each. */
function jsonBytes(row: StoredRow): Uint8Array {
  const escaped = JSON.stringify(row).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return termBytes(escaped);
}

/** More arguments than this a call cannot take. */
const LETTERS_AT_A_TIME = 8192;

function textOfAscii(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += LETTERS_AT_A_TIME)
    text += String.fromCharCode.apply(
      null,
      bytes.subarray(at, at + LETTERS_AT_A_TIME) as unknown as number[],
    );
  return text;
}

function rowOf(values: readonly number[], named: readonly Named[]): FacetRow {
  const places = new Uint32Array(values.length);
  values.forEach((value, place) => {
    places[value] = place;
  });
  return { values: Uint32Array.from(values), places, named };
}

function byLabel(a: Named, b: Named): number {
  return labelOrder.compare(a.label, b.label) || compareText(a.id, b.id);
}

/** Years have no days of their own: their label says when. */
function newestFirst(a: Named, b: Named): number {
  const [x, y] = [a.from ?? a.label, b.from ?? b.label];
  return compareText(y, x) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
