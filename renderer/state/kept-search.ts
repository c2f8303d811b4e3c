import type { KeptSearch } from '../../main/contract/index.ts';
import { countFilters, sortInForce } from './search-state.ts';
import type { SearchState } from './search-state.ts';

/** A search as it can be kept and run again, in the archive that it was made in. */
export function keptSearch(state: SearchState, archive: string): KeptSearch {
  const { query, filters, wider, without } = state;
  return { query, filters, sort: sortInForce(state), wider, without, archive };
}

/** Whether anything is asked for at all. */
export function isAsked({ query, filters }: Pick<KeptSearch, 'query' | 'filters'>): boolean {
  return query.trim() !== '' || countFilters(filters) > 0;
}
