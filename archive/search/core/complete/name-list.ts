import { foldLetters } from '../text/fold.ts';
import { foldForm } from '../text/words.ts';
import { isEnglishFiller, isFiller } from './filler.ts';

/** Names of more words than this are more than names. */
const MOST_WORDS_OF_OTHER = 6;

/** A text as names and what is typed of them are compared: words in lower case, one space between them. */
export function comparable(text: string): string {
  return foldForm(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trimStart();
}

/** What makes a match less good; these add up. */
const OTHER_NAME = 1;
const LATER_WORD = 2;
const WITHOUT_MARKS = 4;

/** A thing that what is typed begins the name of. */
export interface Match<T> {
  readonly thing: T;
  /** The name that begins so, when the thing's own does not. */
  readonly otherName: string | null;
  /**
   * The less, the better. First what has its letters as typed, then what begins so and not with a later word,
   * then of which its own name does.
   */
  readonly distance: number;
}

/** A name from one of its words on. */
interface Key<T> {
  readonly text: string;
  readonly distance: number;
  readonly thing: T;
  readonly otherName: string | null;
}

/**
 * Names of things, found by the beginning of any of their words: a sorted list of what follows each beginning of a
 * word, and what is typed looked up by halving.
 *
 *     "Maj-Britt Öst"  →  britt öst · maj britt öst · öst
 */
export class NameList<T> {
  readonly #plain: readonly Key<T>[];
  readonly #folded: readonly Key<T>[];

  /** Of the names of a thing the first is its own. */
  constructor(things: Iterable<readonly [thing: T, names: readonly string[]]>) {
    const keys = Array.from(things, ([thing, names]) =>
      names.flatMap((name, n) => keysOf(thing, name, n === 0)),
    ).flat();
    this.#plain = keys.map(({ plain }) => plain).toSorted(byText);
    this.#folded = keys.map(({ folded }) => folded).toSorted(byText);
  }

  /** The things with a name of which a word begins as typed, each once. @param typed as `comparable` gives it. */
  find(typed: string): readonly Match<T>[] {
    const best = new Map<T, Match<T>>();
    for (const key of [...beginning(this.#plain, typed), ...beginning(this.#folded, foldLetters(typed))]) {
      const known = best.get(key.thing) ?? key;
      const { distance, thing } = key.distance < known.distance ? key : known;
      const isOwn = known.otherName === null || key.otherName === null;
      best.set(thing, { thing, distance, otherName: isOwn ? null : known.otherName });
    }
    return [...best.values()];
  }
}

/** Each place where a name may begin, with marks on its letters and without. */
function keysOf<T>(
  thing: T,
  name: string,
  isOwn: boolean,
): readonly { readonly plain: Key<T>; readonly folded: Key<T> }[] {
  const text = comparable(name).trimEnd();
  // Of the same length, so that words begin at the same places.
  const bare = foldLetters(text);
  return beginningsOf(text, isOwn).map((at) => {
    const distance = (isOwn ? 0 : OTHER_NAME) + (at === 0 ? 0 : LATER_WORD);
    const key = { thing, otherName: isOwn ? null : name };
    return {
      plain: { ...key, text: text.slice(at), distance },
      folded: { ...key, text: bare.slice(at), distance: distance + WITHOUT_MARKS },
    };
  });
}

/**
 * A name may begin with any of its words, but for "och" and the like and the numbers of years. Another name than the
 * thing's own, when it is long, only with the first: what follows there is a task, "med ansvar för …".
 */
function beginningsOf(text: string, isOwn: boolean): readonly number[] {
  const later = Array.from(text.matchAll(/ /gu), ({ index }) => index + 1);
  if (!isOwn && later.length >= MOST_WORDS_OF_OTHER) return [0];
  const isWord = (word: string): boolean =>
    !/^\p{N}/u.test(word) && !isFiller(word) && (isOwn || !isEnglishFiller(word));
  return [0, ...later.filter((at) => isWord(wordAt(text, at)))];
}

function wordAt(text: string, at: number): string {
  const end = text.indexOf(' ', at);
  return text.slice(at, end === -1 ? text.length : end);
}

function beginning<T>(keys: readonly Key<T>[], typed: string): readonly Key<T>[] {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.text ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (keys[end]?.text.startsWith(typed) === true) end += 1;
  return keys.slice(low, end);
}

function byText(a: { readonly text: string }, b: { readonly text: string }): number {
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}
