import { pick, randomOf, shuffled } from '../random.ts';
import type { Random } from '../random.ts';
import { swedishTerm } from '../swedish.ts';
import type { BenchDocument } from '../engine.ts';
import type { Searcher } from './searchers.ts';
import { wordsIn } from './subjects.ts';

/** A release that somebody remembers, and the words that they remember it by. */
export interface KnownItem {
  readonly ref: number;
  readonly words: readonly string[];
}

export interface KnownItemFigures {
  /** Mean of one over the rank; 0 where it is not found. */
  readonly reciprocalRank: number;
  readonly inTop10: number;
}

const ITEMS = 400;
const SEED = 1766;
const [FEWEST_WORDS, MOST_WORDS] = [3, 5];
const LEAST_LETTERS = 4;
const LEAST_STEM = 4;
/** Endings that Swedish nouns, adjectives and verbs are inflected with, and none. */
const endings =
  ' n en et t ar or er r arna orna erna na s ns ens ets ts ars ors ers arnas ornas ernas a an e ade ande ad at as are aren'.split(
    ' ',
  );

/**
 * Titles' content words, each in another inflection that the texts have, where there is one. Which forms are
 * inflections of one another is judged by a list of endings and by no engine's stemmer: some pairs are wrong, for
 * all alike.
 */
export function knownItems(documents: readonly BenchDocument[]): readonly KnownItem[] {
  const random = randomOf(SEED);
  const vocabulary = vocabularyOf(documents);
  return shuffled(random, documents)
    .map(({ ref, fields }) => ({ ref, words: contentWords(fields.title).slice(0, MOST_WORDS) }))
    .filter(({ words }) => words.length >= FEWEST_WORDS)
    .slice(0, ITEMS)
    .map(({ ref, words }) => ({ ref, words: words.map((word) => inflected(word, vocabulary, random)) }));
}

export function knownItemFigures(searcher: Searcher, items: readonly KnownItem[]): KnownItemFigures {
  const ranks = items.map(({ ref, words }) => searcher.search(words).indexOf(ref) + 1);
  return {
    reciprocalRank: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length,
    inTop10: ranks.filter((rank) => rank > 0 && rank <= 10).length / ranks.length,
  };
}

function contentWords(title: string): readonly string[] {
  const words = wordsIn(title.toLowerCase()).filter(
    (word) => word.length >= LEAST_LETTERS && swedishTerm(word) !== '',
  );
  return [...new Set(words)];
}

/** Forms with all stems that an ending can be taken from them to leave. */
function vocabularyOf(documents: readonly BenchDocument[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Set(
    documents.flatMap(({ fields }) =>
      wordsIn(`${fields.title}\n${fields.lead}\n${fields.body}`.toLowerCase()),
    ),
  );
  const byStem = new Map<string, string[]>();
  for (const form of [...forms].toSorted())
    for (const stem of stemsOf(form)) byStem.set(stem, [...(byStem.get(stem) ?? []), form]);
  return byStem;
}

function stemsOf(form: string): readonly string[] {
  return endings
    .filter((ending) => form.endsWith(ending) && form.length - ending.length >= LEAST_STEM)
    .map((ending) => form.slice(0, form.length - ending.length));
}

function inflected(word: string, vocabulary: ReadonlyMap<string, readonly string[]>, random: Random): string {
  // The longest stems come first: the shortest are shared by words that have nothing else in common.
  const others = stemsOf(word)
    .toSorted((a, b) => b.length - a.length)
    .map((stem) => (vocabulary.get(stem) ?? []).filter((form) => form !== word))
    .find((forms) => forms.length > 0);
  return others === undefined ? word : pick(random, others);
}
