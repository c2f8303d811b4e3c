import { foldForm } from './words.ts';

/** Stands between blocks in a folded text. No phrase has it. */
const BLOCK_BREAK = '\n';
const SECTION_SIGN = '\u0001';
/** Stands between the title, the lead and the rest. */
const SECTION_BREAK = `${BLOCK_BREAK}${SECTION_SIGN}${BLOCK_BREAK}`;

/** The parts of a release that words are looked for in. */
export interface TextSections {
  readonly title: readonly string[];
  readonly lead: readonly string[];
  /** The body and what stands below it. */
  readonly body: readonly string[];
}

/**
 * A text as phrases are compared with it: lower case, one kind of hyphen and apostrophe, white space of any
 * kind and length as one space.
 */
export function foldText(text: string): string {
  return foldForm(text).replace(/\s+/gu, ' ').trim();
}

/** Sections as one folded text, in which a phrase cannot reach from one block into the next. */
export function foldSections({ title, lead, body }: TextSections): string {
  return [title, lead, body]
    .map((blocks) => blocks.map((block) => foldText(block.replaceAll(SECTION_SIGN, ' '))).join(BLOCK_BREAK))
    .join(SECTION_BREAK);
}

/** One section out of a folded text. */
export function foldedSection(folded: string, section: keyof TextSections): string {
  const index = { title: 0, lead: 1, body: 2 }[section];
  return folded.split(SECTION_BREAK, 3)[index] ?? '';
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
