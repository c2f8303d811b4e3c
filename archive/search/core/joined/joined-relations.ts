import type { Relations, TermIndex } from '../index-port.ts';

/**
 * How the words of several packages hang together. A form that no release has that counts does not stand for
 * anything.
 *
 * @param forms the index of forms over all packages.
 */
export function joinedRelations(parts: readonly Relations[], forms: TermIndex): Relations {
  const joined = (of: (part: Relations) => readonly string[]): readonly string[] => {
    const found = new Set(parts.flatMap((part) => of(part)));
    return [...found].filter((form) => forms.has(form)).toSorted();
  };
  return {
    formsOf: (term) => joined((part) => part.formsOf(term)),
    formsWithPart: (partTerm) => joined((part) => part.formsWithPart(partTerm)),
  };
}
