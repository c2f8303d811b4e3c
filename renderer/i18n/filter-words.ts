import type { FacetName, Filters, SortOrder } from '../../main/contract/index.ts';
import type { ActiveFilter, LabelMemory, SwitchName } from '../state/active-filters.ts';
import type { WordKey, Words } from './words.tsx';

/** What each facet is called. */
export const facetTitles = {
  minister: 'facet.minister',
  role: 'facet.role',
  department: 'facet.department',
  government: 'facet.government',
  mandatePeriod: 'facet.mandate-period',
  year: 'facet.year',
  kind: 'facet.kind',
  subject: 'facet.subject',
  language: 'facet.language',
} as const satisfies Readonly<Record<FacetName, WordKey>>;

/** What each order is called. */
export const sortTitles = {
  relevance: 'sort.relevance',
  newest: 'sort.newest',
  oldest: 'sort.oldest',
  title: 'sort.title',
} as const satisfies Readonly<Record<SortOrder, WordKey>>;

const switchChips = {
  certain: 'chip.certain',
  strong: 'chip.strong',
  withdrawn: 'chip.withdrawn',
} as const satisfies Readonly<Record<SwitchName, WordKey>>;

/** A language's own name in the interface's language; its code where that is not known. */
export function languageName(code: string, words: Words): string {
  const key = `${words.language} ${code}`;
  const name = languageNames.get(key) ?? askedName(code, words.language);
  languageNames.set(key, name);
  return name;
}

/** Names that were asked for before: what gives them is slow to make, and there is one at every letter typed. */
const languageNames = new Map<string, string>();

function askedName(code: string, language: Words['language']): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** A facet value as it is shown. */
export function valueLabel(facet: FacetName, value: { id: string; label: string }, words: Words): string {
  return facet === 'language' ? languageName(value.id, words) : value.label;
}

/** The days asked for: "maj 2014 – november 2018", "från 3 maj 2014"; null when both ends are open. */
export function periodInWords({ from, to }: Pick<Filters, 'from' | 'to'>, words: Words): string | null {
  return from === null || to === null ? words.range(from, to) : words.span(from, to);
}

/** What a chip says: the facet's name where the value alone would not tell, and the value. */
export function filterInWords(active: ActiveFilter, labels: LabelMemory, words: Words): string {
  switch (active.type) {
    case 'period':
      return periodInWords(active, words) ?? '';
    case 'switch':
      return words.t(switchChips[active.name]);
    case 'value': {
      const label = valueLabel(
        active.facet,
        { id: active.id, label: labels.get(active.key) ?? active.id },
        words,
      );
      const named = active.facet === 'mandatePeriod';
      return named
        ? words.t('chip.named', { facet: words.t(facetTitles[active.facet]), value: label })
        : label;
    }
  }
}
