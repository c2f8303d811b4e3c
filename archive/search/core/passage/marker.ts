import type { Marks } from '../../../model/search.ts';
import { leavesOf } from '../query/tree.ts';
import type { Leaf, LeafField, QueryNode } from '../query/tree.ts';
import { escapeRegExp, wholeForm } from '../text/surface-forms.ts';
import { termOf } from '../text/swedish.ts';
import { wordsOf } from '../text/words.ts';
import type { Word, WordPart } from '../text/words.ts';

/** A place where something asked for stands. `what` tells apart the things asked for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly what: number;
}

/** Fields whose leaves are shown in a text: those of the text, and names that the text is likely to have. */
const shownFields: ReadonlySet<LeafField> = new Set([null, 'titel', 'ingress', 'text', 'minister', 'nr']);

/** Finds in a text what a query asks for: words in any inflection, truncated words, exact phrases. */
export class Marker {
  readonly #terms = new Map<string, number>();
  readonly #patterns: { readonly pattern: RegExp; readonly what: number }[] = [];
  readonly #phrases: { readonly pattern: RegExp; readonly what: number }[] = [];

  /** @param leaves what is asked for, by any query. */
  constructor(leaves: readonly Leaf[]) {
    leaves.forEach((leaf, what) => this.#take(leaf, what));
  }

  /** What a query wants, less what it excludes; `place` says which text it is to be found in. */
  static of(root: QueryNode | null, place: 'title' | 'text'): Marker {
    const leaves = root === null ? [] : leavesOf(root);
    const shown = leaves.filter(({ leaf, presence }) => presence !== 'prohibited' && isShown(leaf, place));
    return new Marker(shown.map(({ leaf }) => leaf));
  }

  /** Every match, by where it starts; matches may overlap. Offsets are UTF-16 units. */
  matches(text: string): readonly Match[] {
    const found: Match[] = this.#phrases.flatMap(({ pattern, what }) =>
      Array.from(text.matchAll(pattern), (match) => ({
        start: match.index,
        end: match.index + match[0].length,
        what,
      })),
    );
    if (this.#terms.size > 0 || this.#patterns.length > 0)
      for (const word of wordsOf(text)) found.push(...this.#inWord(word));
    return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Where matches stand, merged where they overlap. */
  marks(text: string): Marks {
    const merged: [number, number][] = [];
    for (const { start, end } of this.matches(text)) {
      const last = merged.at(-1);
      if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }

  #take(leaf: Leaf, what: number): void {
    switch (leaf.type) {
      case 'word':
        this.#terms.set(termOf(leaf.word.form) ?? leaf.word.form, what);
        break;
      case 'pattern':
        this.#patterns.push({ pattern: wholeForm(leaf.pieces), what });
        break;
      case 'phrase':
        this.#phrases.push({ pattern: phrasePattern(leaf.folded), what });
        break;
      case 'dates':
        break;
    }
  }

  /** The whole word where it matches, otherwise those of its parts that do. */
  #inWord(word: Word): readonly Match[] {
    const whole = this.#whatOf(word);
    const { start, end } = word;
    if (whole !== undefined) return [{ start, end, what: whole }];
    return word.parts.flatMap((part) => {
      const what = this.#whatOf(part);
      return what === undefined ? [] : [{ start: part.start, end: part.end, what }];
    });
  }

  #whatOf({ form }: WordPart): number | undefined {
    return (
      this.#terms.get(termOf(form) ?? form) ?? this.#patterns.find(({ pattern }) => pattern.test(form))?.what
    );
  }
}

function isShown(leaf: Leaf, place: 'title' | 'text'): boolean {
  if (leaf.type === 'dates' || !shownFields.has(leaf.field)) return false;
  const isOfTitle = leaf.field === 'titel';
  const isOfText = leaf.field === 'ingress' || leaf.field === 'text';
  return place === 'title' ? !isOfText : !isOfTitle;
}

/** A folded phrase as it may stand in a text: any white space but a blank line, any hyphen, any letter case. */
function phrasePattern(folded: string): RegExp {
  const letter = String.raw`[\p{L}\p{N}\p{M}]`;
  const words = folded.split(' ').map((word) =>
    escapeRegExp(word)
      .replaceAll('-', String.raw`[\-\u2010-\u2013\u2212]`)
      .replaceAll("'", "['’]"),
  );
  const body = words.join(String.raw`(?:(?!\n\n)\s)+`);
  return new RegExp(`(?<!${letter}(?=${letter}))${body}(?!(?<=${letter})${letter})`, 'giu');
}
