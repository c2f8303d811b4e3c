import type { Leaf } from '../query/tree.ts';
import { foldText } from '../text/fold.ts';
import { termOf } from '../text/swedish.ts';
import { formsOf, wordsOf } from '../text/words.ts';
import { wholeForm } from './patterns.ts';
import { phraseStandsIn } from './phrase.ts';
import { spellingTest } from './spelling.ts';

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

/** A test for names that a leaf asks for. Of two words near each other, a name must have both. */
export function nameTest(leaf: Leaf): (names: NameForms) => boolean {
  switch (leaf.type) {
    case 'word': {
      const { form } = leaf.word;
      const term = termOf(form);
      return (names) => names.forms.has(form) || (term !== null && names.terms.has(term));
    }
    case 'exact':
      return (names) => names.forms.has(leaf.word.form);
    case 'phrase':
      return (names) => names.folded.some((name) => phraseStandsIn(name, leaf.folded));
    case 'pattern': {
      const pattern = wholeForm(leaf.pieces);
      return anyForm((form) => pattern.test(form));
    }
    case 'fuzzy':
      return anyForm(spellingTest(leaf.word.form, leaf.distance));
    case 'near': {
      const tests = leaf.sides.map(nameTest);
      return (names) => tests.every((test) => test(names));
    }
    case 'dates':
      return () => false;
  }
}

function anyForm(test: (form: string) => boolean): (names: NameForms) => boolean {
  return ({ forms }) => [...forms].some(test);
}
