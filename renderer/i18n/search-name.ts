import { LONGEST_NAME } from '../../main/contract/index.ts';
import type { KeptSearch } from '../../main/contract/index.ts';
import { activeFilters } from '../state/active-filters.ts';
import type { LabelMemory } from '../state/active-filters.ts';
import { filterInWords } from './filter-words.ts';
import type { Words } from './words.tsx';

/** A name for a search, made of what it asks for: its words, then its filters as their chips say them. */
export function nameOfSearch(
  { query, filters }: Pick<KeptSearch, 'query' | 'filters'>,
  labels: LabelMemory,
  words: Words,
): string {
  const parts = [
    query.trim(),
    ...activeFilters(filters).map((active) => filterInWords(active, labels, words)),
  ].filter((part) => part !== '');
  const name = parts.length === 0 ? words.t('searches.everything') : parts.join(' · ');
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 2)} …`;
}
