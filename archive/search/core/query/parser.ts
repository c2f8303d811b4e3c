import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import { readable } from '../../../model/reading-text.ts';
import type { Understanding } from '../../../model/search.ts';
import type { FieldName } from './fields.ts';
import { leavesFrom } from './leaves.ts';
import { lexQuery } from './lexer.ts';
import type { NearToken, Token } from './lexer.ts';
import { joinNear } from './near.ts';
import type { NearOperand } from './near.ts';
import { allOf, anyOf, leavesOf } from './tree.ts';
import type { QueryNode } from './tree.ts';
import { understand } from './understanding.ts';

/** Longer queries are cut here (UTF-16 units). */
export const LONGEST_QUERY = 256;
/** Words, phrases and the like beyond this number are left out. */
export const MOST_CLAUSES = 16;

export interface ParsedQuery {
  /** Null asks for everything. */
  readonly root: QueryNode | null;
  readonly understood: Understanding;
  /** Length of the query as read, in UTF-16 units. */
  readonly length: number;
}

/**
 * Reads a query. Never throws: what is wrong is told in `understood.problems`, each with `params.at`, the UTF-16
 * offset in the query as typed, and the rest is searched. Offsets of words are counted in the query as read:
 * composed, without what is not seen.
 *
 *     or      = and ( ("ELLER" | "OR") and )*
 *     and     = unary ( ("OCH" | "AND")? unary )*
 *     unary   = ("INTE" | "NOT" | "-" | "+")* near
 *     near    = primary ( ("NÄRA" | "NEAR") ("/" number)? primary )*
 *     primary = field? ( chunk | phrase | "(" or ")" )
 *
 * NEAR binds tighter than NOT, NOT tighter than AND, AND tighter than OR. The whole grammar is in docs/search.md.
 */
export function parseQuery(typed: string): ParsedQuery {
  const problems: Problem[] = [];
  const query = readable(typed);
  if (query.length > LONGEST_QUERY)
    problems.push(
      problem('query-too-long', {}, { at: LONGEST_QUERY, limit: LONGEST_QUERY, length: query.length }),
    );
  const lexed = lexQuery(beginningOf(query));
  const parser = new Parser(lexed.tokens);
  const root = parser.parse();
  problems.push(...lexed.problems, ...parser.problems);
  if (root === null && parser.sawWords && parser.problems.length === 0)
    problems.push(problem('query-nothing-left', {}, { at: 0 }));
  if (root !== null && onlyExcludes(root)) problems.push(problem('query-only-excluded', {}, { at: 0 }));
  const placed = typed === query ? problems : problems.map((found) => placedIn(typed, found));
  return { root, understood: understand(root, placed), length: query.length };
}

/** As much of a query as is read; no letter is cut in two. */
function beginningOf(query: string): string {
  const beginning = query.slice(0, LONGEST_QUERY);
  return query.length > LONGEST_QUERY ? beginning.replace(/[\uD800-\uDBFF]$/, '') : beginning;
}

/** The same problem with its place in the query as typed: as far in as the beginning that reads that long. */
function placedIn(typed: string, found: Problem): Problem {
  const at = Number(found.params['at']);
  let [low, high] = [0, typed.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (readable(typed.slice(0, middle)).length <= at) low = middle;
    else high = middle - 1;
  }
  return { ...found, params: { ...found.params, at: low } };
}

/** Whether a query says only what it does not want. */
function onlyExcludes(root: QueryNode): boolean {
  return leavesOf(root).every(({ presence }) => presence === 'prohibited');
}

class Parser {
  readonly problems: Problem[] = [];
  /** Whether anything was asked for at all, stop words and signs included. */
  readonly sawWords: boolean;
  readonly #tokens: readonly Token[];
  #next = 0;
  #clauses = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.sawWords = tokens.length > 0;
  }

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    while (this.#peek() !== undefined) {
      const part = this.#or(null);
      if (part !== null) parts.push(part);
      const stray = this.#take('close');
      if (stray !== undefined) this.#unclosed(stray.at);
    }
    return allOf(parts);
  }

  #or(field: FieldName | null): QueryNode | null {
    const alternatives: QueryNode[] = [];
    let operator: Token | undefined;
    do {
      const start = this.#next;
      const alternative = this.#and(field);
      const isMissing = this.#next === start;
      const following = this.#take('or');
      const lonely = isMissing ? (operator ?? following) : undefined;
      if (lonely !== undefined) this.#dangling(lonely);
      if (alternative !== null) alternatives.push(alternative);
      operator = following;
    } while (operator !== undefined);
    return anyOf(alternatives);
  }

  #and(field: FieldName | null): QueryNode | null {
    const parts: QueryNode[] = [];
    let isFirst = true;
    for (;;) {
      const operator = this.#take('and');
      const start = this.#next;
      const part = this.#startsOperand() ? this.#unary(field) : null;
      const isMissing = this.#next === start;
      if (operator !== undefined && (isFirst || isMissing)) this.#dangling(operator);
      if (part !== null) parts.push(part);
      if (operator === undefined && isMissing) return allOf(parts);
      isFirst = false;
    }
  }

  #unary(field: FieldName | null): QueryNode | null {
    const sign = this.#take('not') ?? this.#take('require');
    if (sign === undefined) return this.#near(field);
    if (!this.#startsOperand()) {
      this.#dangling(sign);
      return null;
    }
    const operand = this.#unary(field);
    return operand === null || sign.type === 'require' ? operand : { type: 'not', of: operand };
  }

  #near(field: FieldName | null): QueryNode | null {
    for (let lonely = this.#takeNear(); lonely !== undefined; lonely = this.#takeNear())
      this.#dangling(lonely);
    if (!this.#startsPrimary()) return null;
    const operands = [this.#nearOperand(field)];
    const operators: NearToken[] = [];
    for (let operator = this.#takeNear(); operator !== undefined; operator = this.#takeNear()) {
      if (!this.#startsPrimary()) {
        this.#dangling(operator);
        continue;
      }
      operators.push(operator);
      operands.push(this.#nearOperand(field));
    }
    const { node, problems } = joinNear({ operands, operators });
    this.problems.push(...problems);
    return node;
  }

  #nearOperand(field: FieldName | null): NearOperand {
    const node = this.#primary(field);
    return { node, isAdmitted: this.#clauses <= MOST_CLAUSES };
  }

  #primary(field: FieldName | null): QueryNode | null {
    const token = this.#tokens[this.#next];
    this.#next += 1;
    switch (token?.type) {
      case 'field':
        return this.#fielded(token, token.field);
      case 'open':
        return this.#group(token, field);
      case 'phrase':
      case 'chunk': {
        const isBesideNear = this.#isBesideNear(this.#next - 1);
        const { leaves, problems } = leavesFrom({ ...token, isBesideNear }, field);
        this.problems.push(...problems);
        return allOf(leaves.filter(() => this.#admit(token)));
      }
      default:
        return null;
    }
  }

  #fielded(name: Token, field: FieldName): QueryNode | null {
    const following = this.#peek()?.type;
    if (following !== 'field' && this.#startsPrimary()) return this.#primary(field);
    this.#dangling(name);
    return null;
  }

  #group(open: Token, field: FieldName | null): QueryNode | null {
    const inside = this.#or(field);
    if (this.#take('close') === undefined) this.#unclosed(open.at);
    return inside;
  }

  /** Counts a leaf in; false when there are too many. Said once. */
  #admit(token: Token): boolean {
    this.#clauses += 1;
    if (this.#clauses === MOST_CLAUSES + 1)
      this.problems.push(problem('query-too-many-clauses', {}, { at: token.at, limit: MOST_CLAUSES }));
    return this.#clauses <= MOST_CLAUSES;
  }

  #startsOperand(): boolean {
    const type = this.#peek()?.type;
    return type !== undefined && type !== 'close' && type !== 'or' && type !== 'and';
  }

  #startsPrimary(): boolean {
    const type = this.#peek()?.type;
    return type === 'field' || type === 'open' || type === 'phrase' || type === 'chunk';
  }

  /** Whether the token there, with the field before it if any, is a side of NEAR. */
  #isBesideNear(at: number): boolean {
    const type = (offset: number): Token['type'] | undefined => this.#tokens[at + offset]?.type;
    return type(1) === 'near' || type(-1) === 'near' || (type(-1) === 'field' && type(-2) === 'near');
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(type: Token['type']): Token | undefined {
    const token = this.#tokens[this.#next];
    if (token?.type !== type) return undefined;
    this.#next += 1;
    return token;
  }

  #takeNear(): NearToken | undefined {
    const token = this.#peek();
    if (token?.type !== 'near') return undefined;
    this.#next += 1;
    return token;
  }

  /** An operator with nothing beside it: "vård ELLER". One with nothing on either side is said once. */
  #dangling(token: Token): void {
    if (this.problems.at(-1)?.params['at'] === token.at) return;
    this.problems.push(problem('query-dangling-operator', {}, { at: token.at, operator: token.text }));
  }

  #unclosed(at: number): void {
    this.problems.push(problem('query-unclosed-parenthesis', {}, { at }));
  }
}
