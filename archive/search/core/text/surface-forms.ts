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

/** A test for word forms with these pieces standing in a folded text. */
export function patternInText(pieces: readonly string[]): RegExp {
  const letters = String.raw`[\p{L}\p{N}\p{M}]`;
  const between = String.raw`[\p{L}\p{N}\p{M}\-/:.,&'_@]*`;
  const [first, last] = [pieces[0] ?? '', pieces.at(-1) ?? ''];
  const start = first === '' ? '' : `(?<!${letters})`;
  const end = last === '' ? '' : `(?!${letters})`;
  const inner = pieces.map(escapeRegExp).slice(first === '' ? 1 : 0, last === '' ? -1 : undefined);
  return new RegExp(`${start}${inner.join(between)}${end}`, 'u');
}

/** A string as a pattern that matches just it. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
