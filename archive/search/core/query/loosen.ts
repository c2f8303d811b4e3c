import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import type { WordPart } from '../text/words.ts';
import { isTextField } from './fields.ts';
import { allOf, requirementsOf } from './tree.ts';
import type { LeafField, QueryNode, WordLeaf } from './tree.ts';

/** Letters that a word must have to be taken for the beginning of one. */
const LEAST_BEGINNING = 3;

/** A phrase or a word with joints as the words it is made of; anything else as it is. */
export function takeApart(node: QueryNode): readonly QueryNode[] {
  if (node.type === 'phrase' && isText(node.field)) return wordsAsLeaves(wordsOf(node.folded), node.field);
  if (node.type !== 'word' || node.word.parts.length === 0 || !isText(node.field)) return [node];
  return wordsAsLeaves(node.word.parts, node.field);
}

/**
 * A query with its last word taken for the beginning of a word still being typed; null when it does not end in one
 * of some letters.
 */
export function lastWordAsBeginning(root: QueryNode, queryLength: number): QueryNode | null {
  const requirements = requirementsOf(root);
  const last = requirements.at(-1);
  if (last?.type !== 'word' || last.word.end !== queryLength || !isText(last.field)) return null;
  const { field, text, word } = last;
  if (word.form.length < LEAST_BEGINNING) return null;
  const beginning: QueryNode = { type: 'pattern', field, pieces: [word.form, ''], text: `${text}*` };
  return allOf([...requirements.slice(0, -1), beginning]);
}

function wordsAsLeaves(words: readonly WordPart[], field: LeafField): readonly WordLeaf[] {
  return words
    .filter(({ form }) => termOf(form) !== null)
    .map((word) => ({ type: 'word', field, word: { ...word, parts: [] }, text: word.form }));
}

/** Whether a leaf of this field is looked for in the texts. */
export function isText(field: LeafField): boolean {
  return field === null || isTextField(field);
}
