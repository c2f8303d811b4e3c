import { facetNames } from '../../../model/search.ts';
import type { FacetName, Filters } from '../../../model/search.ts';
import type { Details, LinkNames, Names } from '../catalogue/names.ts';
import type { RegisterNames } from '../catalogue/register-names.ts';

/** Neither in the name of a series nor, as it comes first, looked for in an id. */
const MARK = ':';

/** Facets whose values are no register's: a year is the same year in every series. */
const sharedFacets: ReadonlySet<FacetName> = new Set(['year', 'language']);

/** An id of a register as it is told from those of other series. */
export function idInSeries(series: string, id: string): string {
  return `${series}${MARK}${id}`;
}

/** The series and the register's own id; null when it is not told from others. */
export function seriesOfId(id: string): { readonly series: string; readonly id: string } | null {
  const at = id.indexOf(MARK);
  return at === -1 ? null : { series: id.slice(0, at), id: id.slice(at + 1) };
}

/** Filters of one series' register as they are told from those of other series. */
export function filtersInSeries(series: string, filters: Filters): Filters {
  const told = facetNames
    .filter((facet) => !sharedFacets.has(facet))
    .map((facet) => [facet, filters[facet].map((id) => idInSeries(series, id))]);
  return { ...filters, ...Object.fromEntries(told) };
}

/** The words of one series' register beside those of others: the same id means another thing there. */
export class SeriesNames implements LinkNames {
  readonly #series: string;
  readonly #title: string;
  readonly #names: RegisterNames;

  constructor({ series, title }: { readonly series: string; readonly title: string }, names: RegisterNames) {
    this.#series = series;
    this.#title = title;
    this.#names = names;
  }

  officeOf(roleId: string): string {
    return this.#names.officeOf(roleId);
  }

  idOf(facet: FacetName, id: string): string {
    return sharedFacets.has(facet) ? id : idInSeries(this.#series, id);
  }

  /** Names the series too, for the other may have somebody or something of the same name. */
  label(facet: FacetName, id: string): string {
    const label = this.#names.label(facet, id);
    return sharedFacets.has(facet) ? label : `${label} (${this.#title})`;
  }

  names(facet: FacetName, id: string): readonly string[] {
    return this.#names.names(facet, id);
  }

  details(facet: FacetName, id: string): Details {
    return this.#names.details(facet, id);
  }
}

/** The words of several series' registers. An id of none of them stands for itself. */
export class JoinedNames implements Names {
  readonly #series: ReadonlyMap<string, SeriesNames>;

  constructor(series: ReadonlyMap<string, SeriesNames>) {
    this.#series = series;
  }

  label(facet: FacetName, id: string): string {
    return this.#find(facet, id, (names, own) => names.label(facet, own)) ?? id;
  }

  names(facet: FacetName, id: string): readonly string[] {
    return this.#find(facet, id, (names, own) => names.names(facet, own)) ?? [id];
  }

  details(facet: FacetName, id: string): Details {
    return this.#find(facet, id, (names, own) => names.details(facet, own)) ?? {};
  }

  #find<T>(facet: FacetName, id: string, tell: (names: SeriesNames, id: string) => T): T | null {
    const [first] = this.#series.values();
    // The registers of all series call it the same.
    if (sharedFacets.has(facet)) return first === undefined ? null : tell(first, id);
    const told = seriesOfId(id);
    const names = told === null ? undefined : this.#series.get(told.series);
    return told === null || names === undefined ? null : tell(names, told.id);
  }
}
