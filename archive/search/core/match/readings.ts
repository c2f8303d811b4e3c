import { isText } from '../query/loosen.ts';
import { allOf, anyOf } from '../query/tree.ts';
import type { Leaf, NearLeaf, NearSide, PhraseLeaf, QueryNode, WordLeaf } from '../query/tree.ts';
import { splitter } from '../compounds/default-splitter.ts';
import type { CompoundPart } from '../compounds/splitter.ts';
import { termOf } from '../text/swedish.ts';
import type { Search } from './loosened.ts';
import type { Reading } from './manner.ts';
import { piecesOf } from './pieces.ts';

/** Ways in which the words of one phrase, or of a pair, are tried together. */
const MOST_WAYS = 8;

/** What a leaf asks for when letters are compared without their marks; null when no text has such a word. */
export function foldedReading(leaf: Leaf, search: Search): Reading | null {
  if (leaf.type === 'dates' || !isText(leaf.field)) return null;
  const found = new Map(typedForms(leaf).map((form) => [form, otherForms(form, search)]));
  const forms = [...new Set([...found.values()].flat())];
  if (forms.length === 0) return null;
  const { without } = search.manner;
  const others: OtherForms = (form) => (found.get(form) ?? []).filter((other) => !without.has(other));
  const node = anyOf([{ ...leaf }, ...foldedAlternatives(leaf, others)]);
  return node === null ? null : { kind: 'folded', node, forms };
}

/** The parts of a compound in place of it, all of them; null when it is none, or texts have it whole. */
export function partsReading(leaf: Leaf, { evaluator, manner }: Search): Reading | null {
  if (leaf.type !== 'word' || !isText(leaf.field) || evaluator.knows(leaf)) return null;
  const forms = smallestParts(leaf.word.form).filter((form) => termOf(form) !== null);
  const on = forms.filter((form) => !manner.without.has(form));
  const node = allOf(on.map((form) => wordWithForm(leaf, form)));
  return node === null ? null : { kind: 'part', node, forms };
}

/** For a form the others that it may have been meant as. */
type OtherForms = (form: string) => readonly string[];

/** The words of a leaf that may have been typed without their marks. */
function typedForms(leaf: Leaf): readonly string[] {
  switch (leaf.type) {
    case 'word':
      return [leaf.word.form];
    case 'phrase':
      return piecesOf(leaf.folded).map(({ form }) => form);
    case 'near':
      return leaf.sides.flatMap(typedForms);
    default:
      return [];
  }
}

function foldedAlternatives(leaf: Leaf, others: OtherForms): readonly QueryNode[] {
  switch (leaf.type) {
    case 'word':
      return others(leaf.word.form).map((form) => wordWithForm(leaf, form));
    case 'phrase':
      return foldedPhrases(leaf, others);
    case 'near':
      return foldedPairs(leaf, others);
    default:
      return [];
  }
}

/** Forms that are the same word but for marks on letters, unless they share its term: those are found anyway. */
function otherForms(form: string, { evaluator }: Search): readonly string[] {
  const term = termOf(form);
  return evaluator.forms.variants(form).filter((other) => other !== form && termOf(other) !== term);
}

function foldedPhrases(leaf: PhraseLeaf, others: OtherForms): readonly PhraseLeaf[] {
  const choices = piecesOf(leaf.folded).map(({ form }) => [form, ...others(form)]);
  // The first way is the phrase as typed.
  return ways(choices)
    .slice(1)
    .map((forms) => ({ ...leaf, folded: forms.join(' ') }));
}

function foldedPairs(leaf: NearLeaf, others: OtherForms): readonly NearLeaf[] {
  const choices = leaf.sides.map((side): readonly NearSide[] =>
    side.type === 'exact'
      ? [side]
      : [side, ...others(side.word.form).map((form) => wordWithForm(side, form))],
  );
  return ways(choices)
    .slice(1)
    .flatMap(([one, other]) =>
      one === undefined || other === undefined ? [] : [{ ...leaf, sides: [one, other] as const }],
    );
}

/** Every way to choose one of each. */
function ways<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (chosen, next) => chosen.flatMap((before) => next.map((one) => [...before, one])).slice(0, MOST_WAYS),
    [[]],
  );
}

function wordWithForm(leaf: WordLeaf, form: string): WordLeaf {
  return { ...leaf, word: { ...leaf.word, form, parts: [] }, text: form };
}

/** The words that a compound is made of, none of them made of others; none when it is no compound. */
function smallestParts(form: string): readonly string[] {
  const parts = splitter().split(form);
  const holdsNoOther = (one: CompoundPart): boolean =>
    !parts.some((other) => other !== one && other.start >= one.start && other.end <= one.end);
  return parts.filter(holdsNoOther).map(({ part }) => part);
}
