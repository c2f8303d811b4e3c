import type { Catalogue } from '../catalogue/columns.ts';
import { NO_EARLIEST, NO_LATEST, dayNumber, liveRefs } from '../catalogue/columns.ts';
import type { Names } from '../catalogue/names.ts';
import type { TextIndexes } from '../index-port.ts';
import { isTextField } from '../query/fields.ts';
import type { ValueFieldName } from '../query/fields.ts';
import { isLeaf } from '../query/tree.ts';
import type { DatesLeaf, Leaf, QueryNode, WordLeaf } from '../query/tree.ts';
import type { Manner } from './manner.ts';
import type { Matches } from './matches.ts';
import { PositionFinder } from './position-finder.ts';
import { filterRefs, intersect, noMatches, scoredAlike, subtract, uniteAll } from './set-operations.ts';
import { ValueFinder } from './value-finder.ts';
import { WordFinder } from './word-finder.ts';
import { WordForms } from './word-forms.ts';

/** What queries are evaluated over. */
export interface Holdings {
  readonly indexes: TextIndexes;
  readonly catalogue: Catalogue;
  readonly names: Names;
}

/**
 * Each alternative that a release lacks sets it back by this many ranks: more than all the words together that it
 * may have only inside compounds.
 */
export const ALTERNATIVE_RANKS = 16;

/** Finds the releases that a query asks for. */
export class Evaluator {
  readonly forms: WordForms;
  readonly #catalogue: Catalogue;
  readonly #values: ValueFinder;
  readonly #words: WordFinder;
  readonly #positions: PositionFinder;
  readonly #everything: Matches;

  constructor({ indexes, catalogue, names }: Holdings) {
    this.#catalogue = catalogue;
    this.#values = new ValueFinder(catalogue, names);
    this.forms = new WordForms(indexes);
    this.#words = new WordFinder(indexes, this.forms);
    this.#positions = new PositionFinder(indexes, this.forms);
    this.#everything = scoredAlike(liveRefs(catalogue), 0);
  }

  /** Every release that counts, as when nothing is asked. */
  get everything(): Matches {
    return this.#everything;
  }

  /**
   * The releases that a query asks for, with the sum of what each of its words gives them.
   *
   * @param within where only these (ascending) are wanted anyway: spares reading the places of words in others.
   */
  find(node: QueryNode, manner: Manner, within?: Uint32Array): Matches {
    switch (node.type) {
      case 'all':
        return this.#all(node.of, manner, within);
      case 'any':
        return uniteAll(
          node.of.map((part) => this.find(part, manner, within)),
          ALTERNATIVE_RANKS,
        );
      case 'not':
        return subtract(this.#everything, this.find(node.of, manner, within));
      default:
        manner.keepGoing();
        return this.#leaf(node, manner, within);
    }
  }

  /** Whether any text has this word, in any inflection or inside a compound. */
  knows(leaf: WordLeaf): boolean {
    return this.#words.word(leaf, NOTHING_OFF).refs.length > 0;
  }

  /** What is quick to find first, so that fewer places need reading; exclusions last. */
  #all(parts: readonly QueryNode[], manner: Manner, within: Uint32Array | undefined): Matches {
    const wanted = parts.filter((part) => part.type !== 'not');
    let found: Matches | null = null;
    for (const part of this.#cheapestFirst(wanted)) {
      const matches = this.find(part, manner, found?.refs ?? within);
      found = found === null ? matches : intersect(found, matches);
      if (found.refs.length === 0) return noMatches;
    }
    let left = this.#meeting(wanted, found ?? this.#everything, manner);
    for (const part of parts)
      if (part.type === 'not') left = subtract(left, this.find(part.of, manner, left.refs));
    return left;
  }

  /** Among what is as quick to find, rare words go first: of the others then only few releases are looked at. */
  #cheapestFirst(parts: readonly QueryNode[]): readonly QueryNode[] {
    const rated = parts.map((part) => ({
      part,
      cost: costOf(part),
      postings: part.type === 'word' ? this.#words.postings(part) : 0,
    }));
    return rated.toSorted((a, b) => a.cost - b.cost || a.postings - b.postings).map(({ part }) => part);
  }

  /** A person and an office asked for together must meet in one link. */
  #meeting(wanted: readonly QueryNode[], found: Matches, manner: Manner): Matches {
    const inField = (field: ValueFieldName): readonly Leaf[] =>
      wanted.filter((part) => isLeaf(part)).filter((leaf) => leaf.type !== 'dates' && leaf.field === field);
    const [ministers, roles] = [inField('minister'), inField('roll')];
    if (ministers.length === 0 || roles.length === 0) return found;
    return intersect(found, this.#values.meet(ministers, roles, manner));
  }

  #leaf(leaf: Leaf, manner: Manner, within: Uint32Array | undefined): Matches {
    if (leaf.type === 'dates') return this.#dates(leaf);
    const reading = manner.readings.get(leaf);
    if (reading !== undefined) return this.find(reading.node, manner, within);
    const { field } = leaf;
    if (field !== null && !isTextField(field)) return this.#values.find(field, leaf, manner);
    switch (leaf.type) {
      case 'word':
        return this.#words.word(leaf, manner.without, within);
      case 'exact':
        return this.#words.exact(leaf);
      case 'pattern':
        return this.#words.pattern(leaf, manner.without);
      case 'fuzzy':
        return this.#words.fuzzy(leaf, manner.without);
      case 'phrase':
        return this.#positions.phrase(leaf, manner, within);
      case 'near':
        return this.#positions.near(leaf, manner, within);
    }
  }

  #dates({ range }: DatesLeaf): Matches {
    const { earliest, latest } = this.#catalogue;
    const from = range.from === null ? NO_EARLIEST : dayNumber(range.from);
    const to = range.to === null ? NO_LATEST : dayNumber(range.to);
    return filterRefs(this.#everything, (ref) => (earliest[ref] ?? 0) <= to && (latest[ref] ?? 0) >= from);
  }
}

const NOTHING_OFF: ReadonlySet<string> = new Set();

/** How dear a part is to find: places are read for phrases and nearness. */
function costOf(node: QueryNode): number {
  switch (node.type) {
    case 'phrase':
    case 'near':
      return 2;
    case 'pattern':
    case 'fuzzy':
      return 1;
    case 'all':
    case 'any':
      return Math.max(...node.of.map(costOf));
    default:
      return 0;
  }
}
