import type { Token } from './tokens.ts';

/** Words that are frequent in one language and do not occur in the other. */
const FREQUENT: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'sv',
    new Set([
      'och',
      'att',
      'det',
      'som',
      'är',
      'av',
      'för',
      'på',
      'till',
      'ett',
      'inte',
      'om',
      'den',
      'regeringen',
    ]),
  ],
  [
    'en',
    new Set([
      'the',
      'of',
      'and',
      'to',
      'is',
      'that',
      'with',
      'by',
      'this',
      'from',
      'are',
      'be',
      'government',
    ]),
  ],
];

// One telling word may be a name or a quotation.
const ENOUGH = 2;
const FIRST_WORDS = 400;

/**
 * The language of a release's text by its most frequent small words: `sv`, `en`, or null where the text is too
 * short to tell or neither leads by three to one.
 */
export function detectLanguage(tokens: readonly Token[]): string | null {
  const words = tokens.slice(0, FIRST_WORDS);
  const counts = FREQUENT.map(([language, frequent]) => ({
    language,
    count: words.filter(({ word }) => frequent.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (first === undefined || first.count < ENOUGH || first.count < 3 * (second?.count ?? 0)) return null;
  return first.language;
}
