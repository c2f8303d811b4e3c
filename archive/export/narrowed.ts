import type { Register } from '../authority/register.ts';
import type { CiteLanguage } from '../cite/citation.ts';
import { dayWords } from '../model/date-words.ts';
import type { Label } from '../model/register.ts';
import type { FacetName, Filters } from '../model/search.ts';
import { facetNames } from '../model/search.ts';
import { facetWords, periodWords } from './words.ts';

/** The filters that a search was narrowed by, each in words. A value that the register does not know stands as its id. */
export function narrowedWords(
  filters: Filters,
  register: Register,
  language: CiteLanguage,
): readonly string[] {
  const inWords = (label: Label | undefined): string | undefined =>
    label === undefined ? undefined : language === 'en' ? (label.en ?? label.sv) : label.sv;
  const names: Readonly<Record<FacetName, (id: string) => string | undefined>> = {
    minister: (id) => register.person(id)?.name,
    role: (id) => register.office(id)?.title,
    department: (id) => register.department(id)?.name,
    government: (id) => register.government(id)?.name,
    mandatePeriod: (id) => register.mandatePeriod(id)?.name,
    year: (id) => id,
    kind: (id) => inWords(register.kind(id)?.label),
    subject: (id) => inWords(register.subject(id)?.label),
    language: (id) => id,
  };
  const values = facetNames.flatMap((facet) => {
    const chosen = filters[facet];
    if (chosen.length === 0) return [];
    return [`${facetWords[language][facet]}: ${chosen.map((id) => names[facet](id) ?? id).join(', ')}`];
  });
  const { from, to } = filters;
  if (from === null && to === null) return values;
  const day = (of: string | null): string => (of === null ? '' : dayWords(of, language));
  return [...values, `${periodWords[language]}: ${day(from)} – ${day(to)}`];
}
