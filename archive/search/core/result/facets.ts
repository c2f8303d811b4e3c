import { facetNames } from '../../../model/search.ts';
import type { FacetName, FacetValue, Filters } from '../../../model/search.ts';
import type { RegisterNames } from '../catalogue/register-names.ts';
import type { ValueCounter } from './counter.ts';

/** Facets that are read as a line of time: the newest first. */
const timeFacets: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
const labelOrder = new Intl.Collator('sv', { numeric: true });

/** Every facet's values, those that are chosen among them even when nothing has them. */
export function facetsOf(
  counters: ReadonlyMap<FacetName, ValueCounter>,
  filters: Filters,
  names: RegisterNames,
): Record<FacetName, readonly FacetValue[]> {
  const facets = facetNames.map((facet) => [facet, facetOf(facet, { counters, filters, names })] as const);
  return Object.fromEntries(facets) as Record<FacetName, readonly FacetValue[]>;
}

interface FacetInput {
  readonly counters: ReadonlyMap<FacetName, ValueCounter>;
  readonly filters: Filters;
  readonly names: RegisterNames;
}

function facetOf(facet: FacetName, { counters, filters, names }: FacetInput): readonly FacetValue[] {
  const counter = counters.get(facet);
  const counted = (counter?.ids ?? []).map((id, value) => ({
    id,
    count: counter?.total(value) ?? 0,
    uncertain: counter?.uncertain(value) ?? 0,
  }));
  const chosen = new Set(filters[facet]);
  const known = new Set(counted.map(({ id }) => id));
  const absent = [...chosen].filter((id) => !known.has(id)).map((id) => ({ id, count: 0, uncertain: 0 }));
  return [...counted, ...absent]
    .filter(({ id, count }) => count > 0 || chosen.has(id))
    .map((value) => ({ ...value, label: names.label(facet, value.id), ...names.details(facet, value.id) }))
    .toSorted(timeFacets.has(facet) ? newestFirst : mostFirst);
}

function mostFirst(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || labelOrder.compare(a.label, b.label);
}

/** Years have no days of their own: their label says when. */
function newestFirst(a: FacetValue, b: FacetValue): number {
  const [x, y] = [a.from ?? a.label, b.from ?? b.label];
  return x < y ? 1 : x > y ? -1 : 0;
}
