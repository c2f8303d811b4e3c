import type { Completion, FacetValue, Hit, Label, SearchAnswer, Settings } from '../contract/index.ts';
import type { Register } from '../../archive/index.ts';

type Language = Settings['language'];

/** A register's label in the language of the interface, in its own where it has no other. */
export function inLanguage(label: Label | undefined, language: Language): string | undefined {
  return label === undefined ? undefined : (label[language] ?? label.sv);
}

/**
 * An answer with the names of kinds and subjects in the language of the interface. Names of people, offices and
 * departments stay as they are: they are names.
 */
export function localiseAnswer(answer: SearchAnswer, register: Register, language: Language): SearchAnswer {
  const kind = (id: string): string | undefined => inLanguage(register.kind(id)?.label, language);
  const subject = (id: string): string | undefined => inLanguage(register.subject(id)?.label, language);
  const relabel = <V extends { readonly id: string; readonly label: string }>(
    values: readonly V[],
    labelOf: (id: string) => string | undefined,
  ): readonly V[] => values.map((value) => ({ ...value, label: labelOf(value.id) ?? value.label }));
  const hit = (one: Hit): Hit => ({
    ...one,
    kind: one.kindId === null ? one.kind : (kind(one.kindId) ?? one.kind),
    subjects: relabel(one.subjects, subject),
  });
  const facets: Record<'kind' | 'subject', readonly FacetValue[]> = {
    kind: relabel(answer.facets.kind, kind),
    subject: relabel(answer.facets.subject, subject),
  };
  return { ...answer, hits: answer.hits.map(hit), facets: { ...answer.facets, ...facets } };
}

/** Completions with the names of subjects in the language of the interface; what they were found by is not said twice. */
export function localiseCompletions(
  completions: readonly Completion[],
  register: Register,
  language: Language,
): readonly Completion[] {
  return completions.map((completion) => {
    if (completion.facet !== 'subject') return completion;
    const label = inLanguage(register.subject(completion.id)?.label, language) ?? completion.label;
    const isSaid = completion.detail === `(${label})`;
    return { ...completion, label, detail: isSaid ? null : completion.detail };
  });
}
