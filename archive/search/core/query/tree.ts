import type { DayRange } from '../../../model/day.ts';
import { isTextField } from './fields.ts';
import type { TextFieldName, ValueFieldName } from './fields.ts';
import type { Word } from '../text/words.ts';

/** Where a leaf is looked for; null is everywhere in the text and in the names of those it is about. */
export type LeafField = TextFieldName | ValueFieldName | null;

/** A word in any inflection. `word.start` and `end` are offsets in the query. */
export interface WordLeaf {
  readonly type: 'word';
  readonly field: LeafField;
  readonly word: Word;
  /** As typed. */
  readonly text: string;
}

/** Exact words in order. */
export interface PhraseLeaf {
  readonly type: 'phrase';
  readonly field: LeafField;
  /** As `foldText` gives it. */
  readonly folded: string;
  readonly text: string;
}

/** A word of which only pieces are known: `klimat*` is ["klimat", ""]. */
export interface PatternLeaf {
  readonly type: 'pattern';
  readonly field: LeafField;
  /** The folded letters between the stars; the first and last are empty where a star stands at that end. */
  readonly pieces: readonly string[];
  readonly text: string;
}

/** One form and no other: `=förslaget`. */
export interface ExactLeaf {
  readonly type: 'exact';
  readonly field: LeafField;
  readonly word: Word;
  readonly text: string;
}

/** Words spelt nearly so: `segregatoin~2`. */
export interface FuzzyLeaf {
  readonly type: 'fuzzy';
  readonly field: LeafField;
  readonly word: Word;
  /** Letters inserted, left out, exchanged or swapped with their neighbour, at most. */
  readonly distance: 1 | 2;
  /** As typed, with the distance that is searched. */
  readonly text: string;
}

/** A word that can be one side of NEAR. */
export type NearSide = WordLeaf | ExactLeaf;

/** Two words, in either order, with fewer than `distance` words between them. */
export interface NearLeaf {
  readonly type: 'near';
  /** A field of the texts, or null; that of its sides does not count. */
  readonly field: LeafField;
  readonly sides: readonly [NearSide, NearSide];
  readonly distance: number;
  /** Both words and the operator, with the distance that is searched. */
  readonly text: string;
}

/** A time, both days inclusive. */
export interface DatesLeaf {
  readonly type: 'dates';
  readonly range: DayRange;
  readonly text: string;
}

export type Leaf = WordLeaf | PhraseLeaf | PatternLeaf | ExactLeaf | FuzzyLeaf | NearLeaf | DatesLeaf;

/** A query as it is evaluated. `of` is never empty. */
export type QueryNode =
  | Leaf
  | { readonly type: 'all'; readonly of: readonly QueryNode[] }
  | { readonly type: 'any'; readonly of: readonly QueryNode[] }
  | { readonly type: 'not'; readonly of: QueryNode };

/** Whether a leaf of this field is looked for in the texts. */
export function isText(field: LeafField): field is TextFieldName | null {
  return field === null || isTextField(field);
}

/** Whether a node asks for one thing. */
export function isLeaf(node: QueryNode): node is Leaf {
  return node.type !== 'all' && node.type !== 'any' && node.type !== 'not';
}

/** Nodes that must all hold, as one node; null when there are none. */
export function allOf(nodes: readonly QueryNode[]): QueryNode | null {
  const [first] = nodes;
  return nodes.length < 2 ? (first ?? null) : { type: 'all', of: nodes };
}

/** Nodes of which one must hold, as one node; null when there are none. */
export function anyOf(nodes: readonly QueryNode[]): QueryNode | null {
  const [first] = nodes;
  return nodes.length < 2 ? (first ?? null) : { type: 'any', of: nodes };
}

/** The parts of a query that must all hold. */
export function requirementsOf(node: QueryNode): readonly QueryNode[] {
  return node.type === 'all' ? node.of.flatMap(requirementsOf) : [node];
}

/** The leaves of a query, with what each one means for a match. */
export function leavesOf(
  node: QueryNode,
  presence: 'required' | 'optional' | 'prohibited' = 'required',
): readonly { readonly leaf: Leaf; readonly presence: 'required' | 'optional' | 'prohibited' }[] {
  switch (node.type) {
    case 'all':
      return node.of.flatMap((part) => leavesOf(part, presence));
    case 'any':
      return node.of.flatMap((part) => leavesOf(part, presence === 'required' ? 'optional' : presence));
    case 'not':
      return leavesOf(node.of, 'prohibited');
    default:
      return [{ leaf: node, presence }];
  }
}
