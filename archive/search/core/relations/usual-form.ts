import type { TextIndexes } from '../index-port.ts';

/** The word that has a term as texts write it most often. */
export function usualForm(
  term: string,
  { forms, relations }: Pick<TextIndexes, 'forms' | 'relations'>,
): string {
  const counted = relations.formsOf(term).map((form) => ({ form, releases: forms.frequency(form) }));
  return counted.toSorted((a, b) => b.releases - a.releases)[0]?.form ?? term;
}
