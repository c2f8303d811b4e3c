import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import type { WordPart } from '../text/words.ts';
import { allOf, isLeaf, isText, requirementsOf } from './tree.ts';
import type { LeafField, QueryNode, WordLeaf } from './tree.ts';

export { isText } from './tree.ts';

/** Letters that a word must have to be taken for the beginning of one. */
const LEAST_BEGINNING = 3;

/**
 * What a node asks for as plain words: those of a phrase, of a word with joints, of both sides of NEAR; a word
 * whose form or spelling was asked for, in any inflection. Anything else as it is.
 */
export function takeApart(node: QueryNode): readonly QueryNode[] {
  if (!isLeaf(node) || node.type === 'dates' || !isText(node.field)) return [node];
  const { field } = node;
  switch (node.type) {
    case 'phrase':
      return wordsAsLeaves(wordsOf(node.folded), field);
    case 'near':
      return node.sides.flatMap((side) => takeApart({ ...side, field }));
    case 'exact':
    case 'fuzzy':
      return wordsAsLeaves(node.word.parts.length === 0 ? [node.word] : node.word.parts, field);
    case 'word':
      return node.word.parts.length === 0 ? [node] : wordsAsLeaves(node.word.parts, field);
    case 'pattern':
      return [node];
  }
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
