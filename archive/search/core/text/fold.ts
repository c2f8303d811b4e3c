import { foldForm } from './words.ts';

/**
 * A text as phrases are compared with it: lower case, one kind of hyphen and apostrophe, white space of any
 * kind and length as one space.
 */
export function foldText(text: string): string {
  return foldForm(text).replace(/\s+/gu, ' ').trim();
}

/** Marks on letters, once they stand apart from them. */
const MARKS = /\p{M}+/gu;
/** Letters that no mark makes, and what Swedish takes them for. */
const LIKE_LETTERS: Readonly<Record<string, string>> = { æ: 'a', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };
const FIRST_MARKED = 0xdf;
/** The end of Latin Extended-A: what European names are written in. */
const LAST_MARKED = 0x17f;

/**
 * A form without the marks on its letters: a for å and ä, o for ö, e for é. Only for finding what was written
 * otherwise, and saying so: å, ä and ö are letters of their own. Keeps the number of UTF-16 units of a form in NFC.
 */
export function foldLetters(form: string): string {
  return form.split('').map(foldUnit).join('');
}

/**
 * For each UTF-16 unit of a form those that fold to the same letter, in one string and itself first: `värd` gives
 * `['v', 'äaàáâãåæāăą', 'rŕŗř', 'dďđ']`.
 */
export function letterVariants(form: string): readonly string[] {
  return form.split('').map((unit) => {
    const same = alike.get(foldUnit(unit)) ?? unit;
    return unit + same.replaceAll(unit, '');
  });
}

function foldUnit(unit: string): string {
  const like = Object.hasOwn(LIKE_LETTERS, unit) ? LIKE_LETTERS[unit] : undefined;
  if (like !== undefined) return like;
  const bare = unit.normalize('NFD').replace(MARKS, '');
  return bare.length === 1 ? bare : unit;
}

/** Lower-case letters by what they fold to. */
const alike = lettersByFold();

function lettersByFold(): ReadonlyMap<string, string> {
  const marked = Array.from({ length: LAST_MARKED - FIRST_MARKED + 1 }, (_, n) =>
    String.fromCharCode(FIRST_MARKED + n),
  );
  const letters = ['abcdefghijklmnopqrstuvwxyz'.split(''), marked]
    .flat()
    .filter((letter) => letter === letter.toLowerCase());
  const found = new Map<string, string>();
  for (const letter of letters) found.set(foldUnit(letter), (found.get(foldUnit(letter)) ?? '') + letter);
  return found;
}
