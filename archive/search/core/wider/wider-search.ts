import type { Evaluator } from '../match/evaluator.ts';
import { isFirm } from '../match/loosened.ts';
import type { Matches } from '../match/matches.ts';
import type { Found } from '../match/query-finder.ts';
import { isText } from '../query/loosen.ts';
import { allOf, leavesOf, requirementsOf } from '../query/tree.ts';
import type { TermIndex } from '../index-port.ts';
import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import type { Association, Associations } from './associations.ts';
import { widened } from './widen.ts';

/** Releases that are taken for what was meant. */
const MOST_BEST = 20;

/** What a wider search finds, and through which words. */
export interface Widened {
  readonly matches: Matches;
  /** All words that go with the query, those switched off among them. */
  readonly associations: readonly Association[];
}

/** Searches wider than a query says: for words, too, that go with its own in the corpus. */
export class WiderSearch {
  readonly #evaluator: Evaluator;
  readonly #associations: Associations;
  readonly #terms: TermIndex;

  constructor(evaluator: Evaluator, associations: Associations, terms: TermIndex) {
    this.#evaluator = evaluator;
    this.#associations = associations;
    this.#terms = terms;
  }

  /** @param bestOf the first releases of a result, the best first. */
  widen(
    { root, matches, manner }: Found,
    bestOf: (matches: Matches, most: number) => readonly number[],
  ): Widened {
    if (root === null) return { matches, associations: [] };
    const asked = askedTerms(root);
    if (asked.length === 0) return { matches, associations: [] };
    const associations = this.#associations.of(asked, bestOf(matches, MOST_BEST));
    manner.keepGoing();
    const firm = allOf(requirementsOf(root).filter(isFirm));
    return {
      associations,
      matches: widened(matches, associations, {
        index: this.#terms,
        without: manner.without,
        firm: firm === null ? null : this.#evaluator.find(firm, manner),
      }),
    };
  }
}

/** The terms of all words that a query wants in the texts. */
function askedTerms(root: NonNullable<Found['root']>): readonly string[] {
  const forms = leavesOf(root)
    .filter(({ presence }) => presence !== 'prohibited')
    .flatMap(({ leaf }) => (leaf.type === 'near' ? leaf.sides : [leaf]))
    .flatMap((leaf) => {
      if (leaf.type === 'dates' || !isText(leaf.field)) return [];
      if (leaf.type === 'phrase') return wordsOf(leaf.folded).map(({ form }) => form);
      return leaf.type === 'pattern' ? [] : [leaf.word.form];
    });
  return [...new Set(forms.map(termOf).filter((term) => term !== null))];
}
