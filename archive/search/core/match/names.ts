import { foldText } from '../text/fold.ts';
import { wholeForm } from '../text/surface-forms.ts';
import { termOf } from '../text/swedish.ts';
import { formsOf, wordsOf } from '../text/words.ts';
import type { Leaf } from '../query/tree.ts';
import { phraseStandsIn } from './phrase.ts';

/** Names that one thing goes by, ready to be asked for. */
export interface NameForms {
  readonly folded: readonly string[];
  readonly forms: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

export function nameForms(names: readonly string[]): NameForms {
  const forms = new Set(names.flatMap((name) => wordsOf(name.normalize('NFC')).flatMap(formsOf)));
  const terms = new Set([...forms].map(termOf).filter((term) => term !== null));
  return { folded: names.map((name) => foldText(name)), forms, terms };
}

/** A test for names that a leaf asks for: a word in any inflection, exact words, or a truncated word. */
export function nameTest(leaf: Leaf): (names: NameForms) => boolean {
  switch (leaf.type) {
    case 'word': {
      const { form } = leaf.word;
      const term = termOf(form);
      return (names) => names.forms.has(form) || (term !== null && names.terms.has(term));
    }
    case 'phrase':
      return (names) => names.folded.some((name) => phraseStandsIn(name, leaf.folded));
    case 'pattern': {
      const pattern = wholeForm(leaf.pieces);
      return (names) => [...names.forms].some((form) => pattern.test(form));
    }
    case 'dates':
      return () => false;
  }
}
