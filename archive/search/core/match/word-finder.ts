import { termOf } from '../text/swedish.ts';
import type { ExactLeaf, FuzzyLeaf, LeafField, PatternLeaf, WordLeaf } from '../query/tree.ts';
import type { TextField, TextIndexes } from '../index-port.ts';
import { Kept } from './kept.ts';
import type { Matches } from './matches.ts';
import { fillUp, noMatches, uniteAll, wholly } from './set-operations.ts';
import { formFieldsOf, termFieldsOf } from './word-forms.ts';
import type { WordForms } from './word-forms.ts';

/** What a word inside a compound counts beside one that stands alone. */
export const PART_WEIGHT = 0.5;
/** A release that has a word only inside a compound comes this many ranks after one that has it whole. */
const PART_RANK = 1;
/** What other spellings count beside the one that was typed. */
const OTHER_SPELLING = 0.5;

/** So many times fewer releases than a word has are scored by themselves. */
const MUCH_FEWER = 2;
/** Words whose releases are kept: a query grows word by word. */
const MOST_KEPT = 12;

/** Names of those a release is about: no text, so that no single form can be told from another there. */
const nameFields: readonly TextField[] = ['minister', 'department', 'subject'];

/** A term, where it is wanted. */
interface AskedTerm {
  readonly term: string;
  readonly field: LeafField;
  readonly within?: Uint32Array;
}

/** Finds the releases that have a word, in the ways that one can be asked for. */
export class WordFinder {
  readonly #indexes: TextIndexes;
  readonly #forms: WordForms;
  readonly #kept = new Kept<Matches>(MOST_KEPT);

  constructor(indexes: TextIndexes, forms: WordForms) {
    this.#indexes = indexes;
    this.#forms = forms;
  }

  /**
   * Releases with a word in any inflection; those that have it only inside compounds rank below.
   *
   * @param within only these are wanted (ascending).
   */
  word({ field, word }: WordLeaf, without: ReadonlySet<string>, within?: Uint32Array): Matches {
    const term = termOf(word.form);
    if (term === null) return noMatches;
    const isLess = without.size > 0;
    const inflections = isLess ? this.#left(this.#forms.inflections(term), without) : null;
    const compounds = isLess ? this.#left(this.#forms.compounds(term), without) : null;
    const key = JSON.stringify([field, term, inflections, compounds]);
    if (within !== undefined && this.#isWorthwhile(term, within) && !this.#kept.has(key)) {
      const asked = { term, field, within };
      return withParts(this.#whole(asked, inflections), this.#inside(asked, compounds));
    }
    const asked = { term, field };
    return this.#kept.get(key, () =>
      withParts(this.#whole(asked, inflections), this.#inside(asked, compounds)),
    );
  }

  /** Rather how often a word stands than how many releases have it: told at once, and enough to choose an order. */
  postings({ word }: WordLeaf): number {
    const term = termOf(word.form);
    return term === null ? 0 : this.#indexes.terms.postings(term);
  }

  /** Releases with this form and no other. */
  exact({ field, word }: ExactLeaf): Matches {
    return this.#withForms([word.form], field);
  }

  /** Releases with any of the forms that a truncation stands for. */
  pattern(leaf: PatternLeaf, without: ReadonlySet<string>): Matches {
    const forms = this.#forms.expansion(leaf).forms.filter((form) => !without.has(form));
    return this.#kept.get(JSON.stringify([leaf.field, forms]), () => this.#withForms(forms, leaf.field));
  }

  /** Releases with a word spelt nearly so. */
  fuzzy(leaf: FuzzyLeaf, without: ReadonlySet<string>): Matches {
    const typed = leaf.word.form;
    const others = this.#forms.expansion(leaf).forms.filter((form) => form !== typed && !without.has(form));
    const fields = formFieldsOf(leaf.field);
    const clauses = [
      { terms: [typed], fields },
      { terms: others, fields, boost: OTHER_SPELLING },
    ];
    return this.#kept.get(JSON.stringify([leaf.field, typed, '~', others]), () =>
      wholly(this.#indexes.forms.match(clauses.filter(({ terms }) => terms.length > 0))),
    );
  }

  /** @param left the forms that are not switched off; null when all count. */
  #whole({ term, field, within }: AskedTerm, left: readonly string[] | null): Matches {
    const { terms } = this.#indexes;
    if (left === null) return wholly(terms.match([{ terms: [term], fields: termFieldsOf(field) }], within));
    const inNames = field === null ? wholly(terms.match([{ terms: [term], fields: nameFields }])) : noMatches;
    return uniteAll([this.#withForms(left, field), inNames], 0);
  }

  #inside({ term, field, within }: AskedTerm, left: readonly string[] | null): Matches {
    if (left !== null) return this.#withForms(left, field);
    return wholly(this.#indexes.parts.match([{ terms: [term], fields: termFieldsOf(field) }], within));
  }

  /** Whether scoring only some releases spares enough to do without what could be kept of all. */
  #isWorthwhile(term: string, within: Uint32Array): boolean {
    return within.length * MUCH_FEWER < this.#indexes.terms.postings(term);
  }

  #withForms(forms: readonly string[], field: LeafField): Matches {
    if (forms.length === 0) return noMatches;
    return wholly(this.#indexes.forms.match([{ terms: forms, fields: formFieldsOf(field) }]));
  }

  /** Null when none of the forms is switched off. */
  #left(forms: readonly string[], without: ReadonlySet<string>): readonly string[] | null {
    return forms.some((form) => without.has(form)) ? forms.filter((form) => !without.has(form)) : null;
  }
}

function withParts(whole: Matches, inside: Matches): Matches {
  return fillUp(whole, inside, { factor: PART_WEIGHT, rank: PART_RANK });
}
