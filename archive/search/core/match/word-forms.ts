import { isTextField, textFieldsOf } from '../query/fields.ts';
import type { FuzzyLeaf, LeafField, PatternLeaf } from '../query/tree.ts';
import { formFields, textFields } from '../index-port.ts';
import type { FormField, TermPattern, TextField, TextIndexes } from '../index-port.ts';
import { letterVariants } from '../text/fold.ts';
import { termOf } from '../text/swedish.ts';
import { Kept } from './kept.ts';

/** Forms that a truncation or a spelling distance may stand for. */
export const MOST_FORMS = 1024;
/** Forms that are the same but for marks on letters: there are few. */
const MOST_VARIANTS = 64;
const MOST_KEPT = 32;

/** The forms that a pattern stands for, and how many there would be. */
export interface Expansion {
  readonly forms: readonly string[];
  readonly total: number;
}

/** Which forms, as the texts have them, a word or a pattern stands for. */
export class WordForms {
  readonly #indexes: TextIndexes;
  readonly #inflections = new Kept<readonly string[]>(MOST_KEPT);
  readonly #compounds = new Kept<readonly string[]>(MOST_KEPT);
  readonly #expansions = new Kept<Expansion>(MOST_KEPT);

  constructor(indexes: TextIndexes) {
    this.#indexes = indexes;
  }

  /** The forms that share a term. */
  inflections(term: string): readonly string[] {
    return this.#inflections.get(term, () => this.#indexes.relations.formsOf(term));
  }

  /** The compounds that have a word of this term as a part. */
  compounds(term: string): readonly string[] {
    return this.#compounds.get(term, () =>
      this.#indexes.relations.formsWithPart(term).filter((form) => termOf(form) !== term),
    );
  }

  /** The words, stop words apart, that are the same but for marks on letters. */
  variants(form: string): readonly string[] {
    const pattern: TermPattern = { type: 'variants', letters: letterVariants(form) };
    return this.#indexes.forms.expand(pattern, MOST_VARIANTS).terms.filter((one) => termOf(one) !== null);
  }

  /** The words, stop words apart, that a truncation or a spelling distance stands for. */
  expansion(leaf: PatternLeaf | FuzzyLeaf): Expansion {
    const pattern = patternOf(leaf);
    return this.#expansions.get(JSON.stringify(pattern), () => {
      const { terms, total } = this.#indexes.forms.expand(pattern, MOST_FORMS);
      const typed = leaf.type === 'fuzzy' ? leaf.word.form : null;
      const forms = terms.filter((form) => form === typed || termOf(form) !== null);
      return { forms, total: total - (terms.length - forms.length) };
    });
  }
}

/** Fields of the index of terms that a field of the query language means. */
export function termFieldsOf(field: LeafField): readonly TextField[] {
  return field !== null && isTextField(field) ? textFieldsOf[field] : textFields;
}

/** Fields of the index of forms that a field of the query language means. */
export function formFieldsOf(field: LeafField): readonly FormField[] {
  return field !== null && isTextField(field) ? textFieldsOf[field] : formFields;
}

function patternOf(leaf: PatternLeaf | FuzzyLeaf): TermPattern {
  if (leaf.type === 'pattern') return { type: 'wildcard', pieces: leaf.pieces };
  const distance = leaf.distance >= 2 ? 2 : leaf.distance >= 1 ? 1 : 0;
  return { type: 'fuzzy', term: leaf.word.form, distance };
}
