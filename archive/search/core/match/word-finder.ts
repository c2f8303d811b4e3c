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

/** Words whose releases are kept: a query grows word by word. */
const MOST_KEPT = 12;

/** Names of those a release is about: no text, so that no single form can be told from another there. */
const nameFields: readonly TextField[] = ['minister', 'department', 'subject'];

/** Finds the releases that have a word, in the ways that one can be asked for. */
export class WordFinder {
  readonly #indexes: TextIndexes;
  readonly #forms: WordForms;
  readonly #kept = new Kept<Matches>(MOST_KEPT);

  constructor(indexes: TextIndexes, forms: WordForms) {
    this.#indexes = indexes;
    this.#forms = forms;
  }

  /** Releases with a word in any inflection; those that have it only inside compounds rank below. */
  word({ field, word }: WordLeaf, without: ReadonlySet<string>): Matches {
    const term = termOf(word.form);
    if (term === null) return noMatches;
    const isLess = without.size > 0;
    const inflections = isLess ? this.#left(this.#forms.inflections(term), without) : null;
    const compounds = isLess ? this.#left(this.#forms.compounds(term), without) : null;
    const key = [field, term, inflections, compounds];
    return this.#kept.get(JSON.stringify(key), () =>
      fillUp(this.#whole(term, field, inflections), this.#inside(term, field, compounds), {
        factor: PART_WEIGHT,
        rank: PART_RANK,
      }),
    );
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
  #whole(term: string, field: LeafField, left: readonly string[] | null): Matches {
    const { terms } = this.#indexes;
    if (left === null) return wholly(terms.match([{ terms: [term], fields: termFieldsOf(field) }]));
    const inNames = field === null ? wholly(terms.match([{ terms: [term], fields: nameFields }])) : noMatches;
    return uniteAll([this.#withForms(left, field), inNames], 0);
  }

  #inside(term: string, field: LeafField, left: readonly string[] | null): Matches {
    if (left !== null) return this.#withForms(left, field);
    return wholly(this.#indexes.parts.match([{ terms: [term], fields: termFieldsOf(field) }]));
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
