import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import { readable } from '../../../model/reading-text.ts';
import type { Fallback, SearchRequest } from '../../../model/search.ts';
import { isText } from '../query/loosen.ts';
import { LONGEST_QUERY, parseQuery } from '../query/parser.ts';
import { leavesOf } from '../query/tree.ts';
import type { QueryNode } from '../query/tree.ts';
import type { Evaluator } from './evaluator.ts';
import { Kept } from './kept.ts';
import { loosen } from './loosened.ts';
import { plainManner } from './manner.ts';
import type { Manner } from './manner.ts';
import type { Matches } from './matches.ts';
import { MOST_FORMS } from './word-forms.ts';

/** What a query is asked with, apart from filters that narrow its result. */
export interface QueryAsked {
  readonly query: string;
  readonly without: readonly string[];
  readonly strong: boolean;
  /** Whether withdrawn releases count as found. */
  readonly withdrawn: boolean;
}

/** What a query finds, before filters. */
export interface Found {
  /** The query as it was read: offsets of its words are counted in this. */
  readonly query: string;
  /** The query that was answered; null asks for everything. */
  readonly root: QueryNode | null;
  readonly matches: Matches;
  /** How its words were read. */
  readonly manner: Manner;
  readonly fallback: Fallback | null;
  readonly problems: readonly Problem[];
}

/** Queries whose findings are kept: filters are clicked and pages turned with the query as it was. */
const MOST_KEPT = 4;

export function queryAsked({
  query,
  without,
  filters,
}: Pick<SearchRequest, 'query' | 'without' | 'filters'>): QueryAsked {
  return { query, without: without ?? [], strong: filters.strong, withdrawn: filters.withdrawn };
}

/** Finds what a query as typed asks for, and what comes nearest when nothing meets it. */
export class QueryFinder {
  readonly #evaluator: Evaluator;
  readonly #withdrawn: Uint8Array;
  readonly #kept = new Kept<Found>(MOST_KEPT);

  /** @param withdrawn 1 for each release that is. */
  constructor(evaluator: Evaluator, withdrawn: Uint8Array) {
    this.#evaluator = evaluator;
    this.#withdrawn = withdrawn;
  }

  find(asked: QueryAsked, keepGoing: () => void): Found {
    const key = JSON.stringify([asked.query, asked.strong, asked.withdrawn, asked.without]);
    return this.#kept.get(key, () => this.#findAnew(asked, keepGoing));
  }

  #findAnew({ query, strong, withdrawn, without }: QueryAsked, keepGoing: () => void): Found {
    const { root, understood, length } = parseQuery(query);
    const manner: Manner = { ...plainManner, strong, without: new Set(without), keepGoing };
    const read = readable(query).slice(0, LONGEST_QUERY);
    const found = { query: read, root, fallback: null, problems: understood.problems };
    // What is kept is asked again by others: it must not hold on to who asked first.
    const settled = { ...manner, keepGoing: plainManner.keepGoing };
    if (root === null) return { ...found, matches: this.#evaluator.everything, manner: settled };
    const matches = this.#evaluator.find(root, manner);
    const inScope = (ref: number): boolean => withdrawn || this.#withdrawn[ref] !== 1;
    if (!matches.refs.some(inScope)) {
      const search = { evaluator: this.#evaluator, manner, inScope };
      const loosened = loosen({ root, queryLength: length }, search);
      if (loosened !== null) {
        const { readings, ...rest } = loosened;
        const problems = [...found.problems, ...this.#cut(loosened.root, read)];
        return { ...found, ...rest, manner: { ...settled, readings }, problems };
      }
    }
    return { ...found, matches, manner: settled, problems: [...found.problems, ...this.#cut(root, read)] };
  }

  /** Tells which patterns stand for more forms than were searched. */
  #cut(root: QueryNode, query: string): readonly Problem[] {
    return leavesOf(root).flatMap(({ leaf }) => {
      if ((leaf.type !== 'pattern' && leaf.type !== 'fuzzy') || !isText(leaf.field)) return [];
      const { forms, total } = this.#evaluator.forms.expansion(leaf);
      if (forms.length >= total) return [];
      const at = Math.max(0, query.indexOf(leaf.text));
      return [problem('query-expansion-cut', {}, { at, text: leaf.text, forms: total, limit: MOST_FORMS })];
    });
  }
}
