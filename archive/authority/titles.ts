import type { DayRange } from '../model/day.ts';
import type { Office } from '../model/register.ts';
import type { TokenText } from './names.ts';
import { PhraseFinder } from './phrase-finder.ts';
import type { Phrase } from './phrase-finder.ts';
import {
  generalTitles,
  lesserWords,
  notNowWords,
  pluralTitle,
  sharedHead,
  titleAdjective,
  titleEndings,
} from './title-words.ts';
import { tokenise, wordsOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A title of office in the text. */
export interface TitleHit {
  readonly type: 'title';
  /** Ids of the offices it can mean; `any` for a general title ("statsrådet"), which fits every office. */
  readonly offices: readonly string[] | 'any';
  /** Whether words before it take it out of the present ("tidigare", "blivande"). */
  readonly notNow: boolean;
  /** Whether another's genitive stands before it ("Norges statsminister"). */
  readonly owned: boolean;
  /** A general title in the plural ("statsråden A och B"). */
  readonly plural: boolean;
  /** The years it was held, where they stand behind it ("statsminister 2014–2019"). */
  readonly years: DayRange | null;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

// Within a title: spaces, a hyphen with or without them, a comma after a hyphen ("bostads-, it- och …").
const TITLE_GAP = /^[ \u00A0\u2009]*[-\u2010\u2011]?,?[ \u00A0\u2009]*$/u;
const PLAIN_GAP = /^[ \u00A0\u2009]+$/u;
const OPEN_COMPOUND = /^[-\u2010\u2011],?[ \u00A0\u2009]*$/u;
const YEARS = /[ \u00A0,(]{1,3}((?:19|20)\d{2})[ \u00A0]?[-–][ \u00A0]?((?:19|20)\d{2})?/uy;
const ANY = 'any';

/** Finds titles of office: those of the register, the parts of combined ones, and general ones. */
export class TitleFinder {
  readonly #finder: PhraseFinder<string>;

  constructor(offices: readonly Office[]) {
    const specific = offices.flatMap((office) =>
      [...new Set([office.title, ...office.aliases].flatMap(formsOf))].map((form): Phrase<string> => ({
        words: wordsOf(form),
        value: office.id,
      })),
    );
    const general = generalTitles.map((title): Phrase<string> => ({ words: wordsOf(title), value: ANY }));
    const rules = { endings: titleEndings, inflected: 'every', gap: TITLE_GAP } as const;
    this.#finder = new PhraseFinder([...specific, ...general], rules);
  }

  /** Every title in the text, in order. */
  find(where: TokenText): readonly TitleHit[] {
    return this.#finder
      .find(where.tokens, where.text)
      .flatMap(({ first, last, values }): readonly TitleHit[] => {
        const to = where.tokens[last];
        if (to === undefined || goesOn(where, last)) return [];
        const from = withOpenCompounds(where, first);
        const start = where.tokens[from]?.start ?? to.start;
        const before = wordsBefore(where, from);
        const lesser = lesserWords.has(before[0]?.word ?? '');
        const offices = values.includes(ANY) || lesser ? ANY : values;
        const notNow = isNotNow(before);
        const plural = pluralTitle.test(to.word);
        const years = yearsAfter(where.text, to.end);
        const owned = before.slice(0, 2).some(isOwner);
        return [
          { type: 'title', offices, notNow, owned, plural, years, first: from, last, start, end: to.end },
        ];
      });
  }

  /** The offices that a text means as a whole ("samordnings- och energiminister"); none for a general title. */
  officesOf(title: string): readonly string[] {
    const text = title.normalize('NFC');
    const tokens = tokenise(text);
    const hit = this.#finder.at(tokens, text, 0);
    if (hit === null || hit.last !== tokens.length - 1) return [];
    return hit.values.filter((value) => value !== ANY);
  }
}

/**
 * A title and what it is also called for short: without "med ansvar för …", and by each part of a combined
 * title ("närings- och energiminister" is a näringsminister and an energiminister).
 */
export function formsOf(title: string): readonly string[] {
  const short = title.replace(/ (?:med ansvar för|with responsibility for) .*$/u, '');
  const parts = short.split(/, | och | samt | and /u).map((part) => part.trim());
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || !last.endsWith(sharedHead)) return [title, short];
  const whole = parts
    .map((part) => part.replace(/-$/u, sharedHead))
    .filter((part) => part.endsWith(sharedHead) && part !== sharedHead);
  return [title, short, ...whole];
}

/** Whether the word runs on by a hyphen ("finansminister-mötet"). */
function goesOn({ text, tokens }: TokenText, last: number): boolean {
  const [to, after] = [tokens[last], tokens[last + 1]];
  return (
    to !== undefined &&
    after !== undefined &&
    after.start - to.end === 1 &&
    /[-\u2011]/u.test(text[to.end] ?? '')
  );
}

/** Takes in the open parts of a combined title before the part that was found ("handels- och biståndsminister"). */
function withOpenCompounds({ text, tokens }: TokenText, first: number): number {
  let from = first;
  for (;;) {
    const [open, and, token] = [tokens[from - 2], tokens[from - 1], tokens[from]];
    if (open === undefined || and === undefined || token === undefined) return from;
    const afterOpen = text.slice(open.end, and.start);
    if (and.word === 'och' && /^[-\u2010\u2011] ?$/u.test(afterOpen)) from -= 2;
    else if (OPEN_COMPOUND.test(text.slice(and.end, token.start)) && text[and.end + 1] === ',') from -= 1;
    else return from;
  }
}

/** Up to three words before a token, nearest first, as far as nothing but spaces parts them ("f.d." aside). */
function wordsBefore({ text, tokens }: TokenText, first: number): readonly Token[] {
  const before: Token[] = [];
  for (let n = first - 1; n >= 0 && before.length < 3; n -= 1) {
    const [token, next] = [tokens[n], tokens[n + 1]];
    if (token === undefined || next === undefined) break;
    const gap = text.slice(token.end, next.start);
    if (!PLAIN_GAP.test(gap) && !(gap.startsWith('.') && token.end - token.start === 1) && gap !== ':') break;
    before.push(token);
  }
  return before;
}

/** "tidigare", "förre svenske", "f.d.", "före detta" right before a title. */
function isNotNow(before: readonly Token[]): boolean {
  const [near = '', far = ''] = before.map(({ word }) => word);
  if (notNowWords.has(near) || (titleAdjective.test(near) && notNowWords.has(far))) return true;
  return (near === 'd' && far === 'f') || (near === 'detta' && far === 'före');
}

/** "2014–2019", "(2006-2010)", "2021–" right behind a title. */
function yearsAfter(text: string, end: number): DayRange | null {
  YEARS.lastIndex = end;
  const match = YEARS.exec(text);
  if (match === null) return null;
  return { from: `${match[1]}-01-01`, to: match[2] === undefined ? null : `${match[2]}-12-31` };
}

/** "Norges", "EU:s": a capital genitive. */
function isOwner(token: Token, at: number, before: readonly Token[]): boolean {
  if (token.word === 's') return before[at + 1]?.capital === true;
  return token.capital && token.word.endsWith('s') && token.word.length > 2;
}
