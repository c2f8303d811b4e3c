import { facetNames, rangeWithin, rangesOverlap } from '../../../../../archive/model/index.ts';
import type { DayRange, FacetName, Filters } from '../../../../../archive/model/index.ts';
import type { CatalogueEntry } from '../../../../../archive/search/core/catalogue/catalogue-builder.ts';

/** What filters and facets mean, release by release and value by value: what the quick way must come to. */

export type Stand = 'outside' | 'possible' | 'inside';

const periods: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
const valueNames = facetNames.filter((facet) => facet !== 'minister' && facet !== 'role');

export interface Asked {
  readonly filters: Filters;
  readonly period: DayRange;
}

function standTo(
  entry: CatalogueEntry,
  facet: (typeof valueNames)[number],
  chosen: readonly string[],
): Stand {
  if (chosen.length === 0) return 'inside';
  const values = entry.values[facet];
  const met = values.filter(({ id }) => chosen.includes(id));
  if (met.length === 0) return 'outside';
  const isInside = !periods.has(facet) || met.some(({ certain }) => certain) || met.length === values.length;
  return isInside ? 'inside' : 'possible';
}

function standToDays({ date }: CatalogueEntry, asked: DayRange): Stand {
  const range = { from: date.earliest, to: date.latest };
  if (!rangesOverlap(range, asked)) return 'outside';
  return rangeWithin(range, asked) ? 'inside' : 'possible';
}

function linksThatFit(entry: CatalogueEntry, asked: Filters): CatalogueEntry['ministers'] {
  return entry.ministers.filter(
    ({ person, office, strong }) =>
      (strong || !asked.strong) &&
      (asked.minister.length === 0 || asked.minister.includes(person)) &&
      (asked.role.length === 0 || asked.role.includes(office)),
  );
}

/** How a release stands to everything that is asked. */
export function standToAll(entry: CatalogueEntry, { filters, period }: Asked): Stand {
  if (entry.withdrawn && !filters.withdrawn) return 'outside';
  const asksMinister = filters.minister.length + filters.role.length > 0;
  if (asksMinister && linksThatFit(entry, filters).length === 0) return 'outside';
  const stands = [
    standToDays(entry, filters),
    standToDays(entry, period),
    ...valueNames.map((facet) => standTo(entry, facet, filters[facet])),
  ];
  if (stands.includes('outside')) return 'outside';
  if (!stands.includes('possible')) return 'inside';
  return filters.certain ? 'outside' : 'possible';
}

/** Whether a release has a value beyond doubt, as far as the facet counts it. */
function isCertain(entry: CatalogueEntry, facet: FacetName, id: string, filters: Filters): boolean {
  if (facet === 'minister') return true;
  if (facet === 'role') return linksThatFit(entry, { ...filters, role: [id] }).some(({ certain }) => certain);
  return entry.values[facet].some((value) => value.id === id && value.certain);
}

function idsOf(entry: CatalogueEntry, facet: FacetName): readonly string[] {
  if (facet === 'minister') return entry.ministers.map(({ person }) => person);
  if (facet === 'role') return entry.ministers.map(({ office }) => office);
  return entry.values[facet].map(({ id }) => id);
}

export type Counts = ReadonlyMap<string, { readonly count: number; readonly uncertain: number }>;

/** A facet's counts, by asking for each of its values alone. */
export function countsOf(entries: readonly CatalogueEntry[], facet: FacetName, asked: Asked): Counts {
  const ids = new Set([...entries.flatMap((entry) => idsOf(entry, facet)), ...asked.filters[facet]]);
  const counts = [...ids].map((id) => {
    const filters = { ...asked.filters, [facet]: [id] };
    const found = entries.filter((entry) => standToAll(entry, { ...asked, filters }) !== 'outside');
    const uncertain = found.filter((entry) => !isCertain(entry, facet, id, filters)).length;
    return [id, { count: found.length, uncertain }] as const;
  });
  return new Map(counts.filter(([id, { count }]) => count > 0 || asked.filters[facet].includes(id)));
}
