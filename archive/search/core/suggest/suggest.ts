import type { TermIndex } from '../index-port.ts';
import { isText } from '../query/loosen.ts';
import { leavesOf } from '../query/tree.ts';
import type { QueryNode, WordLeaf } from '../query/tree.ts';
import { termOf } from '../text/swedish.ts';
import { spellingTest } from '../match/spelling.ts';

/** Words in fewer releases than this may be misspelt. */
const RARE = 3;
/** Letters that a word must have, and may have, to be compared with others. */
const SHORTEST = 3;
const LONGEST = 24;
/** Words up to this length have neighbours one letter away only: two would make them another word. */
const SHORT = 4;
/** Neighbours looked at, by frequency, and those that are tried in a query. */
const MOST_LOOKED_AT = 64;
const MOST_TRIED = 3;
const MOST_WORDS = 3;
/** Worth less than this share of the likeliest, a word is likelier a slip of a writer's than what was meant. */
const LEAST_SHARE = 0.005;
/** What a spelling two letters away, or with another first letter, is worth beside one that is nearer. */
const FARTHER = 0.05;
const OTHER_FIRST_LETTER = 0.2;

/** What suggestions are looked for in. */
export interface Vocabularies {
  readonly terms: TermIndex;
  readonly forms: TermIndex;
}

interface Replacement {
  readonly form: string;
  readonly worth: number;
}

/** A word of a query, and what may have been meant. */
interface Doubted {
  readonly start: number;
  readonly end: number;
  readonly replacements: readonly Replacement[];
}

/**
 * Other spellings of a query, the likeliest first: each word that few releases or none have is replaced by words of
 * the texts that are one or two letters away, the frequent ones before the rare.
 *
 * @param query the text that the offsets of `root` are counted in.
 */
export function otherSpellings(query: string, root: QueryNode, indexes: Vocabularies): readonly string[] {
  const doubted = wordsIn(root)
    .map((leaf) => doubtedWord(leaf, indexes))
    .filter(({ replacements }) => replacements.length > 0)
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST_WORDS);
  if (doubted.length === 0) return [];
  const ways = doubted.reduce<
    readonly { readonly text: string; readonly worth: number; readonly to: number }[]
  >(
    (before, word) =>
      before.flatMap(({ text, worth, to }) =>
        word.replacements.map((one) => ({
          text: `${text}${query.slice(to, word.start)}${one.form}`,
          worth: worth * one.worth,
          to: word.end,
        })),
      ),
    [{ text: '', worth: 1, to: 0 }],
  );
  return ways.toSorted((a, b) => b.worth - a.worth).map(({ text, to }) => `${text}${query.slice(to)}`);
}

/** The words that a query wants in the texts. */
function wordsIn(root: QueryNode): readonly WordLeaf[] {
  return leavesOf(root)
    .filter(({ presence }) => presence !== 'prohibited')
    .flatMap(({ leaf }) => (leaf.type === 'near' ? leaf.sides : [leaf]))
    .filter((leaf) => leaf.type === 'word')
    .filter(({ field }) => isText(field));
}

function doubtedWord({ word }: WordLeaf, { terms, forms }: Vocabularies): Doubted {
  const { start, end, form } = word;
  const term = termOf(form);
  const releases = term === null ? RARE : terms.frequency(term);
  const isComparable = form.length >= SHORTEST && form.length <= LONGEST;
  if (releases >= RARE || !isComparable) return { start, end, replacements: [] };
  const distance = form.length <= SHORT ? 1 : 2;
  const { terms: near } = forms.expand({ type: 'fuzzy', term: form, distance }, MOST_LOOKED_AT);
  const isNearest = spellingTest(form, 1);
  const worthOf = (other: string): number =>
    forms.frequency(other) *
    (isNearest(other) ? 1 : FARTHER) *
    (form.startsWith(other.charAt(0)) ? 1 : OTHER_FIRST_LETTER);
  const replacements = near
    .filter((other) => termOf(other) !== term && termOf(other) !== null)
    // Another number is another thing, not another spelling.
    .filter((other) => digitsOf(other) === digitsOf(form))
    .map((other) => ({ form: other, worth: worthOf(other) }))
    .filter((other) => forms.frequency(other.form) > releases)
    .toSorted((a, b) => b.worth - a.worth);
  const least = (replacements[0]?.worth ?? 0) * LEAST_SHARE;
  const likely = oneOfEachTerm(replacements).filter(({ worth }) => worth >= least);
  return { start, end, replacements: likely.slice(0, MOST_TRIED) };
}

function digitsOf(form: string): string {
  return form.replace(/[^\p{N}]/gu, '');
}

function oneOfEachTerm(replacements: readonly Replacement[]): readonly Replacement[] {
  const terms = new Set<string | null>();
  return replacements.filter(({ form }) => {
    const term = termOf(form);
    const isNew = !terms.has(term);
    terms.add(term);
    return isNew;
  });
}
