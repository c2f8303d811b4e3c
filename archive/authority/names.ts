import type { Person } from '../model/register.ts';
import { PhraseFinder } from './phrase-finder.ts';
import type { Phrase } from './phrase-finder.ts';
import type { Token } from './tokens.ts';
import { tokenise, wordsOf } from './tokens.ts';

/** A person's name in the text. */
export interface NameHit {
  readonly type: 'name';
  /** Ids of everyone who bears this name: more than one where namesakes are in the register. */
  readonly persons: readonly string[];
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** A further capital word follows, which may belong to a longer name ("Anna Ek Dahl"). */
  readonly doubtful: boolean;
}

/** Where a finder looks: the text and its words. */
export interface TokenText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

// A name stays on one line; a hyphen may stand within a double name.
const NAME_GAP = /^(?:[ \u00A0\u2007\u2009\u202F]+|[-\u2010\u2011])$/u;
const SPACE = /^[ \u00A0\u2007\u2009\u202F]+$/u;
const HYPHEN = /^[-\u2010\u2011]$/u;

interface Surname {
  readonly person: string;
  readonly words: readonly string[];
}

/** Finds the register's persons by full name, and by surname where a title calls for one. */
export class NameFinder {
  readonly #full: PhraseFinder<string>;
  readonly #surnames: ReadonlyMap<string, readonly Surname[]>;
  /** Name words written without a capital ("von", "af"). */
  readonly #particles: ReadonlySet<string>;

  constructor(persons: readonly Person[]) {
    const named = persons.flatMap((person) =>
      [person.name, ...person.aliases].map((name) => ({ person, name })),
    );
    const small = named.flatMap(({ name }) => tokenise(name).filter((token) => !token.capital));
    this.#particles = new Set(small.map((token) => token.word));
    this.#full = new PhraseFinder(
      named
        .map(({ person, name }): Phrase<string> => ({ words: wordsOf(name), value: person.id }))
        .filter(({ words }) => words.length > 1),
      { endings: ['s'], inflected: 'last', gap: NAME_GAP, begins: (token) => this.#isNameWord(token) },
    );
    this.#surnames = surnamesOf(named);
  }

  /**
   * Every full name in the text, capitals and all; a part of a longer name ("Anna Ek-priset") is none.
   * @param titles the tokens that titles begin at: a capital word there is no further surname.
   */
  find(where: TokenText, titles: ReadonlySet<number>): readonly NameHit[] {
    const { text, tokens } = where;
    return this.#full.find(tokens, text).flatMap(({ first, last, values }): readonly NameHit[] => {
      const [from, to] = [tokens[first], tokens[last]];
      if (from === undefined || to === undefined) return [];
      const capitals = tokens.slice(first, last + 1).every((token) => this.#isNameWord(token));
      if (!capitals || isHyphenated(where, first, last)) return [];
      const doubtful = !titles.has(last + 1) && goesOn(where, last);
      return [{ type: 'name', persons: values, first, last, start: from.start, end: to.end, doubtful }];
    });
  }

  /**
   * The surname that stands at this token, alone: no further capital word follows it.
   * @param among who may be meant.
   */
  surnameAt(where: TokenText, first: number, among: ReadonlySet<string>): NameHit | null {
    const { tokens } = where;
    const token = tokens[first];
    if (token === undefined || !this.#isNameWord(token)) return null;
    const bases = token.word.endsWith('s') ? [token.word, token.word.slice(0, -1)] : [token.word];
    const fitting = bases
      .flatMap((base) => this.#surnames.get(base) ?? [])
      .filter(({ person, words }) => among.has(person) && surnameFits(where, first, words));
    const longest = Math.max(0, ...fitting.map(({ words }) => words.length));
    const last = first + longest - 1;
    const end = tokens[last]?.end;
    if (longest === 0 || end === undefined) return null;
    if (isHyphenated(where, first, last) || goesOn(where, last)) return null;
    const persons = new Set(
      fitting.filter(({ words }) => words.length === longest).map(({ person }) => person),
    );
    return { type: 'name', persons: [...persons], first, last, start: token.start, end, doubtful: false };
  }

  #isNameWord(token: Token): boolean {
    return token.capital || this.#particles.has(token.word);
  }
}

/** Whether the name runs on by a hyphen, to either side ("Anna Ek-priset"). */
function isHyphenated({ text, tokens }: TokenText, first: number, last: number): boolean {
  const [before, from, to, after] = [tokens[first - 1], tokens[first], tokens[last], tokens[last + 1]];
  const touches = (left: Token | undefined, right: Token | undefined): boolean =>
    left !== undefined && right !== undefined && HYPHEN.test(text.slice(left.end, right.start));
  return touches(before, from) || touches(to, after);
}

/** Whether one more capital word follows, as a further surname would. */
function goesOn({ text, tokens }: TokenText, last: number): boolean {
  const [to, after] = [tokens[last], tokens[last + 1]];
  if (to === undefined || after === undefined) return false;
  const joined = SPACE.test(text.slice(to.end, after.start));
  return after.capital && joined && !isGenitive(to) && !isShouted(text, after);
}

/** A word that ends as a genitive does: what follows it is no part of the name. */
function isGenitive(token: Token): boolean {
  return token.word.endsWith('s');
}

/** Wholly in capitals ("EU", "SD"): an abbreviation, no surname. */
function isShouted(text: string, token: Token): boolean {
  const raw = text.slice(token.start, token.end);
  return raw.length > 1 && raw === raw.toUpperCase();
}

function surnameFits({ text, tokens }: TokenText, first: number, words: readonly string[]): boolean {
  return words.every((word, n) => {
    const [token, before] = [tokens[first + n], tokens[first + n - 1]];
    if (token === undefined) return false;
    const same = token.word === word || (n === words.length - 1 && token.word === `${word}s`);
    if (n === 0 || before === undefined) return same;
    return same && NAME_GAP.test(text.slice(before.end, token.start));
  });
}

/** Surnames by their first word: every ending of a name that leaves out at least its first word. */
function surnamesOf(
  named: readonly { readonly person: Person; readonly name: string }[],
): ReadonlyMap<string, readonly Surname[]> {
  const surnames = new Map<string, Surname[]>();
  for (const { person, name } of named) {
    const words = wordsOf(name);
    for (let n = 1; n < words.length; n += 1) {
      const rest = words.slice(n);
      const key = rest[0] ?? '';
      const group = surnames.get(key) ?? [];
      surnames.set(key, group);
      group.push({ person: person.id, words: rest });
    }
  }
  return surnames;
}
