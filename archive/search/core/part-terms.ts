import { splitter } from './compounds/default-splitter.ts';
import { termOf } from './text/swedish.ts';

const noTerms: readonly string[] = [];

/** The terms of the parts of a compound, each once; none for a word that is no compound. */
export function partTermsOf(form: string): readonly string[] {
  const parts = splitter().split(form);
  if (parts.length === 0) return noTerms;
  const terms = parts.map(({ part }) => termOf(part));
  return [...new Set(terms)].filter((term) => term !== null);
}
