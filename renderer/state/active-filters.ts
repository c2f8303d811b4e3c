import { facetNames } from '../../main/contract/index.ts';
import type { Day, FacetName, Filters, SearchAnswer } from '../../main/contract/index.ts';

/** Filters that are either on or off. */
export type SwitchName = 'certain' | 'strong' | 'withdrawn';

/** One narrowing in force: what a chip stands for. */
export type ActiveFilter =
  | { readonly type: 'value'; readonly key: string; readonly facet: FacetName; readonly id: string }
  | { readonly type: 'period'; readonly key: string; readonly from: Day | null; readonly to: Day | null }
  | { readonly type: 'switch'; readonly key: string; readonly name: SwitchName };

const switchNames = ['certain', 'strong', 'withdrawn'] as const;

/** The narrowings in force, in the order the facets stand. */
export function activeFilters(filters: Filters): readonly ActiveFilter[] {
  const { from, to } = filters;
  const period: readonly ActiveFilter[] =
    from === null && to === null ? [] : [{ type: 'period', key: 'period', from, to }];
  const values = facetNames.flatMap((facet) =>
    filters[facet].map((id): ActiveFilter => ({ type: 'value', key: `${facet}:${id}`, facet, id })),
  );
  const switches = switchNames
    .filter((name) => filters[name])
    .map((name): ActiveFilter => ({ type: 'switch', key: name, name }));
  return [...period, ...values, ...switches];
}

/** The filters with one narrowing taken away. */
export function without(filters: Filters, active: ActiveFilter): Filters {
  switch (active.type) {
    case 'value':
      return { ...filters, [active.facet]: filters[active.facet].filter((id) => id !== active.id) };
    case 'period':
      return { ...filters, from: null, to: null };
    case 'switch':
      return { ...filters, [active.name]: false };
  }
}

/** Labels of chosen values, by `facet:id`: one keeps its name when no answer lists it any more. */
export type LabelMemory = ReadonlyMap<string, string>;

/** The memory with the labels that an answer gives of what is chosen; the same one when it has them already. */
export function rememberLabels(
  memory: LabelMemory,
  filters: Filters,
  facets: SearchAnswer['facets'],
): LabelMemory {
  const seen = facetNames.flatMap((facet) =>
    filters[facet].flatMap((id) => {
      const label = facets[facet].find((value) => value.id === id)?.label;
      return label === undefined ? [] : [[`${facet}:${id}`, label] as const];
    }),
  );
  const isKnown = seen.every(([key, label]) => memory.get(key) === label);
  return isKnown ? memory : new Map([...memory, ...seen]);
}
