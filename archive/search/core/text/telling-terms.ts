import { formsOf, wordsOf } from './words.ts';
import { termOf } from './swedish.ts';

/** Shorter words and numbers say nothing about a subject. */
const LEAST_LETTERS = 3;
const HAS_DIGIT = /\p{N}/u;

/** The terms of texts that can tell what they are about, with how often each stands there. Stop words are none. */
export function tellingTerms(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const form of texts.flatMap(wordsOf).flatMap(formsOf)) {
    const term = form.length < LEAST_LETTERS || HAS_DIGIT.test(form) ? null : termOf(form);
    if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
