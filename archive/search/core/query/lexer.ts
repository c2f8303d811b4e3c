import { problem } from '../../../model/problem.ts';
import type { Problem } from '../../../model/problem.ts';
import { isEnding } from '../text/words.ts';
import { fieldNamed } from './fields.ts';
import type { FieldName } from './fields.ts';

/** What `NÄRA` and `NEAR` mean without a number. */
export const USUAL_NEAR = 10;

/** A piece of a query. `at` is its UTF-16 offset. */
export type Token =
  | { readonly type: 'open' | 'close'; readonly at: number; readonly text: string }
  | { readonly type: 'and' | 'or' | 'not' | 'require'; readonly at: number; readonly text: string }
  | NearToken
  | { readonly type: 'field'; readonly at: number; readonly text: string; readonly field: FieldName }
  | { readonly type: 'phrase' | 'chunk'; readonly at: number; readonly text: string };

/** `NÄRA/5`. `name` is the operator without its number, `distance` the number as typed. */
export interface NearToken {
  readonly type: 'near';
  readonly at: number;
  readonly text: string;
  readonly name: string;
  readonly distance: number;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly problems: readonly Problem[];
}

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['OCH', 'and'],
  ['AND', 'and'],
  ['ELLER', 'or'],
  ['OR', 'or'],
  ['INTE', 'not'],
  ['NOT', 'not'],
]);

const SPACE = /\s/u;
const QUOTE = /["”“„«»]/u;
const CHUNK = /[^\s"”“„«»()]+/uy;
const NEAR = /^(NÄRA|NEAR)(?:\/(\d*))?$/u;
/** A spelling distance right behind a phrase, which cannot have one. */
const TILDE = /~+\d*/uy;
/** A name and what stands right behind its colon. */
const NAMED = /^(\p{L}+):(.*)$/su;

/** Cuts a query into its pieces. Never throws; what it cannot make sense of is a chunk or is passed over. */
export function lexQuery(query: string): Lexed {
  return new Lexer(query).run();
}

class Lexer {
  readonly #query: string;
  readonly #tokens: Token[] = [];
  readonly #problems: Problem[] = [];
  #at = 0;

  constructor(query: string) {
    this.#query = query;
  }

  run(): Lexed {
    while (this.#at < this.#query.length) this.#step();
    return { tokens: this.#tokens, problems: this.#problems };
  }

  #step(): void {
    const char = this.#query.charAt(this.#at);
    if (SPACE.test(char)) this.#at += 1;
    else if (char === '(' || char === ')') this.#mark(char === '(' ? 'open' : 'close');
    else if (QUOTE.test(char)) this.#phrase();
    else if ((char === '-' || char === '+') && this.#signsSomething())
      this.#mark(char === '-' ? 'not' : 'require');
    else this.#chunk();
  }

  #mark(type: 'open' | 'close' | 'not' | 'require'): void {
    this.#tokens.push({ type, at: this.#at, text: this.#query.charAt(this.#at) });
    this.#at += 1;
  }

  /** Whether the sign here stands right before what it is a sign for. */
  #signsSomething(): boolean {
    return /^[^\s+\-)]/u.test(this.#query.slice(this.#at + 1));
  }

  #phrase(): void {
    const start = this.#at + 1;
    let end = start;
    while (end < this.#query.length && !QUOTE.test(this.#query.charAt(end))) end += 1;
    if (end === this.#query.length)
      this.#problems.push(problem('query-unclosed-quote', {}, { at: this.#at }));
    this.#tokens.push({ type: 'phrase', at: this.#at, text: this.#query.slice(start, end) });
    this.#at = end + 1;
    this.#tilde();
  }

  #tilde(): void {
    TILDE.lastIndex = this.#at;
    const operator = TILDE.exec(this.#query)?.[0];
    if (operator === undefined) return;
    this.#problems.push(problem('query-sign-without-word', {}, { at: this.#at, operator }));
    this.#at += operator.length;
  }

  #chunk(): void {
    CHUNK.lastIndex = this.#at;
    const raw = CHUNK.exec(this.#query)?.[0] ?? this.#query.charAt(this.#at);
    const at = this.#at;
    this.#at += raw.length;
    const text = this.#withoutSignOfPhrase(raw);
    const operator = operators.get(text);
    if (operator !== undefined) this.#tokens.push({ type: operator, at, text });
    else if (text !== '' && !this.#near(text, at) && !this.#field(text, at))
      this.#tokens.push({ type: 'chunk', at, text });
  }

  /** A phrase is exact as it is: `="…"` and `titel:="…"` are the same without the sign. */
  #withoutSignOfPhrase(raw: string): string {
    return QUOTE.test(this.#query.charAt(this.#at)) ? raw.replace(/(^|:)=+$/u, '$1') : raw;
  }

  /** Takes the chunk as NEAR; false when it is not that. */
  #near(text: string, at: number): boolean {
    const [, name, distance = ''] = NEAR.exec(text) ?? [];
    if (name === undefined) return false;
    this.#tokens.push({
      type: 'near',
      at,
      text,
      name,
      distance: distance === '' ? USUAL_NEAR : Number(distance),
    });
    return true;
  }

  /** Takes the chunk as a field with what stands behind its colon; false when it is not one. */
  #field(text: string, at: number): boolean {
    const named = NAMED.exec(text);
    const [name, rest] = [named?.[1], named?.[2]];
    if (name === undefined || rest === undefined) return false;
    const field = fieldNamed(name);
    if (field === undefined && !this.#looksLikeField(rest)) return false;
    if (field === undefined) this.#problems.push(problem('query-unknown-field', {}, { at, field: name }));
    else this.#tokens.push({ type: 'field', at, text: name, field });
    if (rest !== '') this.#tokens.push({ type: 'chunk', at: at + name.length + 1, text: rest });
    return true;
  }

  /** An unknown name is a field only if something is asked of it: not in "EU:s", "2019:12", "https://…", "Rapport: …". */
  #looksLikeField(rest: string): boolean {
    if (rest === '') return /^["”“„«(]/u.test(this.#query.slice(this.#at));
    return /^[=*]?\p{L}/u.test(rest) && !isEnding(rest);
  }
}
