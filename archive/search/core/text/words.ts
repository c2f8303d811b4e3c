/**
 * Words of a text, as the index and the query see them.
 *
 * A word is a run of letters and digits; runs held together by a joint (`-` `/` `:` `'` `&` `_` `@`, and between
 * two letters or two digits `.`, between digits `,`) are one word that also has parts, so that what is written in
 * one piece is found whole and by its pieces:
 *
 *     covid-19        covid-19 | covid 19
 *     S2021/05469/FS  s2021/05469/fs | s2021/05469 05469/fs | s2021 05469 fs
 *     2017/18:1       2017/18:1 | 2017/18 18:1 | 2017 18 1
 *     EU:s            eu            (an ending after a colon is inflection, not a piece)
 *     prop.2017/18    prop, 2017/18 (a space was forgotten)
 */

/** A piece of a word, with its place in the text. `end` is exclusive; `form` as in `Word`. */
export interface WordPart {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

export interface Word extends WordPart {
  /** Lower case, NFC, one kind of hyphen and apostrophe, without an inflection after a colon. */
  readonly form: string;
  /** Empty for a word in one piece. */
  readonly parts: readonly WordPart[];
}

const RUN = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*`;
const HYPHENS = String.raw`\-\u2010-\u2013\u2212`;
const JOINT = String.raw`[${HYPHENS}/:&'’_@]|(?<=\p{N})[.,](?=\p{N})|(?<=[\p{L}\p{M}])\.(?=\p{L})`;
const WORD = new RegExp(String.raw`${RUN}(?:(?:${JOINT})${RUN})*`, 'gu');
const PIECE = new RegExp(RUN, 'gu');
const ONE_PIECE = new RegExp(`^${RUN}$`, 'u');
/** Endings that Swedish hangs on an abbreviation: EU:s, tv:n, pm:et, vd:ar, vd:arna … */
const ENDING = 'a|e|s|n|t|en|et|ens|ets|ns|ar|are|aren|arna|arnas|er|ern|erna|ernas|or|orna|ad|ade|as|at';
const INFLECTION = new RegExp(`:(?:${ENDING})$`, 'u');
const POSSESSIVE = /['’]s$/u;
/** Most words are this already. */
const PLAIN = /^[a-zåäöé0-9]+$/;
const HYPHEN_LIKE = new RegExp(`[${HYPHENS}]`, 'gu');

/** Longer words (addresses, slips of the space bar) are known by their parts and their first letters only. */
const LONGEST_FORM = 64;
/** A word of more pieces than this (an address) has only single ones among its parts. */
const MOST_PIECES = 5;

/** The words of a text in order. Offsets are UTF-16 units. The text is taken to be NFC, as reading texts are. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) words.push(wordAt(match[0], match.index));
  return words;
}

/** A run of letters as words are compared: lower case, NFC, one kind of hyphen and apostrophe. */
export function foldForm(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return raw.toLowerCase().normalize('NFC').replace(HYPHEN_LIKE, '-').replaceAll('’', "'");
}

/** Whether what stands behind a colon is an ending ("EU:s") rather than something of its own. */
export function isEnding(behindColon: string): boolean {
  return INFLECTION.test(`:${behindColon}`);
}

/** All forms of a word: the whole first, then its parts, each once. */
export function formsOf(word: Word): readonly string[] {
  if (word.parts.length === 0) return [word.form];
  return [...new Set([word.form, ...word.parts.map((part) => part.form)])];
}

function wordAt(raw: string, start: number): Word {
  const end = start + raw.length;
  if (ONE_PIECE.test(raw)) return { start, end, form: formOf(raw), parts: [] };
  const base = withoutInflection(raw);
  const pieces = [...base.matchAll(PIECE)].map(({ index, 0: piece }) => ({
    from: index,
    to: index + piece.length,
  }));
  if (pieces.length < 2) return { start, end, form: formOf(base), parts: [] };
  const parts = runsOf(pieces).map(({ from, to }) => ({
    start: start + from,
    end: start + to,
    form: formOf(base.slice(from, to)),
  }));
  return { start, end, form: formOf(base), parts };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Single pieces, then neighbours together, but not all of them. */
function runsOf(pieces: readonly Stretch[]): readonly Stretch[] {
  const longest = pieces.length > MOST_PIECES ? 1 : pieces.length - 1;
  return Array.from({ length: longest }, (_, more) =>
    pieces
      .slice(0, pieces.length - more)
      .map(({ from }, at) => ({ from, to: pieces[at + more]?.to ?? from })),
  ).flat();
}

function formOf(raw: string): string {
  const form = foldForm(raw);
  return form.length <= LONGEST_FORM ? form : form.slice(0, LONGEST_FORM);
}

/** "EU:s" is "EU", "tv:n" is "tv", "Sweden's" is "Sweden"; "S:t" stays whole: one letter is too little to stand alone. */
function withoutInflection(raw: string): string {
  const base = raw.replace(POSSESSIVE, '').replace(INFLECTION, '');
  return base.length > 1 ? base : raw;
}
