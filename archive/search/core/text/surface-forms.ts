import { termOf } from './swedish.ts';
import { formsOf, wordsOf } from './words.ts';

/**
 * Every word form of a corpus, for truncation: `*politik` asks for the endings of words as written, which their
 * stems have lost. One long text of sorted lines is searched faster than it would take to walk a tree, and takes
 * less room.
 */
export class SurfaceForms {
  readonly #lines: string;

  /** @param forms word forms as `formsOf` gives them, in any order, each once. */
  constructor(forms: Iterable<string>) {
    this.#lines = `\n${[...forms].toSorted().join('\n')}\n`;
  }

  /** All forms, sorted. */
  forms(): readonly string[] {
    return this.#lines.length < 3 ? [] : this.#lines.slice(1, -1).split('\n');
  }

  /** The forms that have these pieces in order, the first at the beginning and the last at the end. */
  matching(pieces: readonly string[]): readonly string[] {
    const pattern = new RegExp(`(?<=\n)${pieces.map(escapeRegExp).join('[^\n]*')}(?=\n)`, 'gu');
    return Array.from(this.#lines.matchAll(pattern), (match) => match[0]);
  }
}

/** A pattern that a whole word form matches when it has these pieces. */
export function wholeForm(pieces: readonly string[]): RegExp {
  return new RegExp(`^${pieces.map(escapeRegExp).join('.*')}$`, 'u');
}

/**
 * A test of folded texts: whether one of the words in it, stop words apart, has these pieces. Only where all of
 * them stand near together is the text cut into words.
 */
export function wordInText(pieces: readonly string[]): (folded: string) => boolean {
  const nearby = nearbyPattern(pieces);
  const form = wholeForm(pieces);
  return (folded) => {
    for (const match of folded.matchAll(nearby)) {
      const words = wordsOf(stretchAround(folded, match.index, match.index + match[0].length));
      if (words.flatMap(formsOf).some((one) => form.test(one) && termOf(one) !== null)) return true;
    }
    return false;
  };
}

const SPACE = /\s/u;

/** The pieces with no space between them, those at the ends where a word, or a part of one, begins or ends. */
function nearbyPattern(pieces: readonly string[]): RegExp {
  const letter = String.raw`[\p{L}\p{N}\p{M}]`;
  const start = pieces[0] === '' ? '' : `(?<!${letter})`;
  const end = pieces.at(-1) === '' ? '' : `(?!${letter})`;
  const inner = pieces.filter((piece) => piece !== '').map(escapeRegExp);
  return new RegExp(`${start}${inner.join(String.raw`\S*`)}${end}`, 'gu');
}

/** From white space to white space. */
function stretchAround(text: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start > 0 && !SPACE.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && !SPACE.test(text.charAt(end))) end += 1;
  return text.slice(start, end);
}

/** A string as a pattern that matches just it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
