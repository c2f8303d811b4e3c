import type { Register } from './register.ts';
import { NameFinder } from './names.ts';
import type { NameHit, TokenText } from './names.ts';
import { belongsToStranger, LISTED, pairTitles } from './pairing.ts';
import type { Paired } from './pairing.ts';
import { isOtherCapacity, sayingFillers, sayingWords, sharedHead } from './title-words.ts';
import { TitleFinder } from './titles.ts';
import type { TitleHit } from './titles.ts';
import type { Token } from './tokens.ts';

/** A stretch of text; `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A person of the register mentioned in the reading text, not yet weighed against a date. */
export interface Mention extends Span {
  /** Everyone it may be: more than one where namesakes are in the register. */
  readonly persons: readonly string[];
  /** The titles that go with the name, outermost first; empty for a bare name. */
  readonly titles: readonly TitleHit[];
  /** Whether a title stands right before the name, so that it can only be meant for this one. */
  readonly direct: boolean;
  /** Only the surname stands there, with a title. */
  readonly surnameOnly: boolean;
  readonly quoted: boolean;
  /** The words around the bare name say that someone acts in another capacity ("landshövding"). */
  readonly otherCapacity: boolean;
  /** A further capital word follows the bare name: it counts only where the person is there otherwise. */
  readonly doubtful: boolean;
  /** The name alone, where the mention itself is title and name together. */
  readonly name: Span;
}

/** A title with no name beside it ("Finansministern reser"): whoever held that office, and nobody else's. */
export interface LoneTitle extends Span {
  readonly offices: readonly string[];
}

/** What a text says of people and titles, in its order. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly loneTitles: readonly LoneTitle[];
}

const PLAIN_GAP = /^[ \u00A0]+$/u;
const SPOKEN_GAP = /^[ \u00A0,:]*$/u;
const BETWEEN_SPEAKERS = /^,? (?:och|samt|and|tillsammans med) $|^, $/u;
const APPOSITION = /^(?: \([\p{Lu}]{1,3}\))?(?:, | \(| – | - )$/u;

/** Finds persons of the register in running text, with the titles beside their names. */
export class MentionFinder {
  readonly #names: NameFinder;
  readonly #titles: TitleFinder;
  readonly #register: Register;
  readonly #everyone: ReadonlySet<string>;

  constructor(register: Register) {
    this.#register = register;
    this.#names = new NameFinder(register.data.persons);
    this.#titles = new TitleFinder(register.data.offices);
    this.#everyone = new Set(register.data.persons.map((person) => person.id));
  }

  /** The offices that a banner's words mean; empty when the register knows none. */
  officesOf(title: string): readonly string[] {
    return this.#titles.officesOf(title);
  }

  /**
   * Everyone mentioned, and the titles left over.
   * @param where a text and its words; offsets come out counted in it.
   */
  find(where: TokenText): Found {
    const titles = this.#titles.find(where);
    const full = this.#names.find(where, new Set(titles.map((title) => title.first)));
    if (full.length === 0 && titles.length === 0) return { mentions: [], loneTitles: [] };
    const taken = new Set(full.flatMap((name) => range(name.first, name.last)));
    const free = titles.filter((title) => !range(title.first, title.last).some((n) => taken.has(n)));
    const surnames = free.flatMap((title) => this.#surnameAfter(where, title, taken));
    const names = [...full, ...surnames].toSorted((a, b) => a.start - b.start);
    const paired = pairTitles({
      where,
      names,
      titles: free,
      held: (person, title) => this.#everHeld(person, title),
    });
    const given = new Set(paired.flatMap((pair) => pair.titles));
    const alone = free.filter((title) => !given.has(title) && !belongsToStranger(where, title));
    return { mentions: describe(where, paired, new Set(surnames)), loneTitles: alone.flatMap(asLoneTitle) };
  }

  #surnameAfter(where: TokenText, title: TitleHit, taken: ReadonlySet<number>): readonly NameHit[] {
    const next = where.tokens[title.last + 1];
    if (next === undefined || taken.has(title.last + 1) || title.owned || title.notNow) return [];
    if (!PLAIN_GAP.test(where.text.slice(title.end, next.start))) return [];
    const holders = this.#holders(title);
    const hits: NameHit[] = [];
    for (let hit = this.#names.surnameAt(where, title.last + 1, holders); hit !== null;) {
      hits.push(hit);
      hit = title.plural ? this.#nextListed(where, hit, holders) : null;
    }
    return hits;
  }

  /** The next surname of a list: "statsråden Ek, Al och Bo". */
  #nextListed(where: TokenText, hit: NameHit, holders: ReadonlySet<string>): NameHit | null {
    for (const next of [hit.last + 1, hit.last + 2]) {
      const token = where.tokens[next];
      if (token !== undefined && LISTED.test(where.text.slice(hit.end, token.start))) {
        return this.#names.surnameAt(where, next, holders);
      }
    }
    return null;
  }

  #holders(title: TitleHit): ReadonlySet<string> {
    if (title.offices === 'any') return this.#everyone;
    return new Set(
      title.offices.flatMap((office) => this.#register.rolesIn(office)).map((role) => role.person),
    );
  }

  #everHeld(person: string, title: TitleHit): boolean {
    const { offices } = title;
    return this.#register.rolesOf(person).some((role) => offices === 'any' || offices.includes(role.office));
  }
}

/** A title that can stand for its holder: of the day, of this government, of an office of its own. */
function asLoneTitle({ offices, notNow, owned, years, start, end }: TitleHit): readonly LoneTitle[] {
  return offices === 'any' || notNow || owned || years !== null ? [] : [{ offices, start, end }];
}

function describe(
  where: TokenText,
  paired: readonly Paired[],
  surnames: ReadonlySet<NameHit>,
): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { name, titles, direct } of paired) {
    const first = Math.min(name.first, ...titles.map((title) => title.first));
    const last = Math.max(name.last, ...titles.map((title) => title.last));
    const start = Math.min(name.start, ...titles.map((title) => title.start));
    const end = Math.max(name.end, ...titles.map((title) => title.end));
    const before = mentions.at(-1);
    const together = before?.quoted === true && BETWEEN_SPEAKERS.test(where.text.slice(before.end, start));
    mentions.push({
      persons: name.persons,
      titles,
      direct,
      surnameOnly: surnames.has(name),
      quoted: together || speaks(where, first, last),
      doubtful: name.doubtful && !followsTitle(where, name),
      otherCapacity: titles.length === 0 && inOtherCapacity(where, name),
      start,
      end,
      name: { start: name.start, end: name.end },
    });
  }
  return mentions;
}

/** A title that the register does not know, or misspelt: still a title, so the name ends where it ends. */
function followsTitle({ text, tokens }: TokenText, name: NameHit): boolean {
  const before = tokens[name.first - 1];
  return before?.word.endsWith(sharedHead) === true && PLAIN_GAP.test(text.slice(before.end, name.start));
}

/** Whether a saying word stands right before these words, or right after. */
function speaks({ text, tokens }: TokenText, first: number, last: number): boolean {
  for (let n = first - 1; n >= first - 3; n -= 1) {
    const [token, next] = [tokens[n], tokens[n + 1]];
    if (token === undefined || next === undefined || !SPOKEN_GAP.test(text.slice(token.end, next.start)))
      break;
    if (sayingWords.has(token.word)) return true;
    if (!sayingFillers.has(token.word)) break;
  }
  const [to, after] = [tokens[last], tokens[last + 1]];
  if (to === undefined || after === undefined || !sayingWords.has(after.word)) return false;
  return PLAIN_GAP.test(text.slice(to.end, after.start));
}

/** "landshövding NAME", "NAME, generaldirektör för …": the capacity right beside a bare name. */
function inOtherCapacity({ text, tokens }: TokenText, name: NameHit): boolean {
  const before = tokens[name.first - 1];
  if (before !== undefined && isOtherCapacity(before.word)) {
    if (PLAIN_GAP.test(text.slice(before.end, name.start))) return true;
  }
  const next = tokens[name.last + 1];
  if (next === undefined || !APPOSITION.test(text.slice(name.end, next.start))) return false;
  if (next.capital && next.end - next.start > 2) return false;
  return appositionHas(text, tokens.slice(name.last + 1, name.last + 6));
}

/** Whether one of these words names another capacity, before the next punctuation, and not for a name after it. */
function appositionHas(text: string, tokens: readonly Token[]): boolean {
  for (const [n, token] of tokens.entries()) {
    const next = tokens[n + 1];
    const joined = next !== undefined && PLAIN_GAP.test(text.slice(token.end, next.start));
    if (isOtherCapacity(token.word)) return !(joined && next.capital);
    if (!joined) return false;
  }
  return false;
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
