import type { Marks } from '../../../model/search.ts';
import type { Manner } from '../match/manner.ts';
import { piecesOf } from '../match/pieces.ts';
import { leavesOf } from '../query/tree.ts';
import type { Leaf, LeafField, NearLeaf, PhraseLeaf, QueryNode } from '../query/tree.ts';
import { wordsOf } from '../text/words.ts';
import type { Word, WordPart } from '../text/words.ts';
import { placedWords } from './placed-words.ts';
import type { PlacedWord } from './placed-words.ts';
import { beginningOf, formTest, lettersOf, termTest } from './sought.ts';
import type { FormTest, Stretch } from './sought.ts';

/** A place where something asked for stands. `what` tells apart the things asked for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly what: number;
}

/** What is to be marked. */
export interface Shown {
  readonly root: QueryNode | null;
  readonly manner: Pick<Manner, 'without' | 'readings'>;
  /** Terms of words that go with the query. */
  readonly associated: readonly string[];
}

/** Fields whose leaves are shown in a text: those of the text, and names that the text is likely to have. */
const shownFields: ReadonlySet<LeafField> = new Set([null, 'titel', 'ingress', 'text', 'minister', 'nr']);

interface Sought<T> {
  readonly what: number;
  readonly of: T;
}

/** Finds in a text what a query asks for, in all the forms that it stands for. */
export class Marker {
  readonly #without: ReadonlySet<string>;
  readonly #words: Sought<FormTest>[] = [];
  readonly #phrases: Sought<readonly string[]>[] = [];
  readonly #pairs: Sought<{ readonly distance: number; readonly sides: readonly FormTest[] }>[] = [];
  /** A text with none of these, in lower case, has nothing that is asked for. */
  readonly #letters: string[] = [];
  /** What has been found out about forms: texts repeat their words. */
  readonly #known = new Map<string, readonly Match[]>();

  /** @param place which text it is for: what a query asks of the title is not shown in the text. */
  constructor({ root, manner, associated }: Shown, place: 'title' | 'text') {
    this.#without = manner.without;
    const leaves = (root === null ? [] : leavesOf(root)).filter(({ presence }) => presence !== 'prohibited');
    leaves.forEach(({ leaf }, what) => {
      const reading = manner.readings.get(leaf);
      const read = reading === undefined ? [leaf] : leavesOf(reading.node).map((one) => one.leaf);
      for (const one of read) if (isShown(one, place)) this.#take(one, what);
    });
    for (const term of associated) {
      this.#letters.push(beginningOf(term));
      this.#words.push({ what: leaves.length, of: termTest(term) });
    }
  }

  /** Every match, by where it starts; matches may overlap. Offsets are UTF-16 units. */
  matches(text: string): readonly Match[] {
    const stretches = stretchesWith(this.#letters, text);
    if (stretches !== null && stretches.length === 0) return [];
    const found: Match[] = [];
    if (this.#phrases.length + this.#pairs.length > 0) this.#findTogether(text, found);
    if (this.#words.length > 0)
      for (const [start, end] of stretches ?? [[0, text.length] as const])
        for (const word of wordsOf(text.slice(start, end))) this.#findInWord(word, start, found);
    return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Where matches stand, merged where they overlap. */
  marks(text: string): Marks {
    return mergedMarks(this.matches(text));
  }

  #findTogether(text: string, found: Match[]): void {
    const words = placedWords(text);
    findPhrases(this.#phrases, words, found);
    for (const { what, of } of this.#pairs)
      for (const match of nearMatches(of, words)) found.push({ ...match, what });
  }

  #take(leaf: Exclude<Leaf, { type: 'dates' }>, what: number): void {
    this.#letters.push(...lettersOf(leaf));
    switch (leaf.type) {
      case 'phrase':
        this.#phrases.push({ what, of: phrasePieces(leaf) });
        break;
      case 'near':
        this.#pairs.push({ what, of: pairOf(leaf, this.#without) });
        break;
      default:
        this.#words.push({ what, of: formTest(leaf, this.#without) });
    }
  }

  /** The whole word where it matches, otherwise those of its parts that do. `at` is where offsets begin. */
  #findInWord(word: Word, at: number, found: Match[]): void {
    if (this.#findInForm(word, at, found)) return;
    for (const part of word.parts) this.#findInForm(part, at, found);
  }

  #findInForm(word: WordPart, at: number, found: Match[]): boolean {
    const { form } = word;
    const known = this.#known.get(form) ?? this.#inForm(form);
    this.#known.set(form, known);
    const [start, end] = [word.start + at, word.end + at];
    // A form can differ in length from what is written (an ending after a colon): then it is marked as a whole.
    const isAsWritten = form.length === end - start;
    for (const match of known) {
      const isPart = isAsWritten && match.end - match.start < form.length;
      const stretch = isPart ? { start: start + match.start, end: start + match.end } : { start, end };
      found.push({ ...stretch, what: match.what });
    }
    return known.length > 0;
  }

  #inForm(form: string): readonly Match[] {
    const found = this.#words.flatMap(({ what, of: test }) =>
      test(form).map(([start, end]: Stretch) => ({ start, end, what })),
    );
    const whole = found.filter(({ start, end }) => start === 0 && end === form.length);
    return whole.length > 0 ? whole : found;
  }
}

/** Matches (by where they start) as marks, merged where they overlap. */
export function mergedMarks(matches: readonly Pick<Match, 'start' | 'end'>[]): Marks {
  const merged: [number, number][] = [];
  for (const { start, end } of matches) {
    const last = merged.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

function isShown(leaf: Leaf, place: 'title' | 'text'): leaf is Exclude<Leaf, { type: 'dates' }> {
  if (leaf.type === 'dates' || !shownFields.has(leaf.field)) return false;
  const isOfTitle = leaf.field === 'titel';
  const isOfText = leaf.field === 'ingress' || leaf.field === 'text';
  return place === 'title' ? !isOfText : !isOfTitle;
}

function phrasePieces({ folded }: PhraseLeaf): readonly string[] {
  return piecesOf(folded).map(({ form }) => form);
}

/**
 * The stretches of a text, from white space to white space, that have any of some letters in either case; null when
 * it must be gone through as a whole. Cutting all of a text into words takes many times longer.
 */
function stretchesWith(letters: readonly string[], text: string): readonly Stretch[] | null {
  const lower = text.toLowerCase();
  if (letters.includes('') || lower.length !== text.length) return null;
  const stretches = letters.flatMap((some) => {
    const found: Stretch[] = [];
    for (let at = lower.indexOf(some); at !== -1; at = lower.indexOf(some, found.at(-1)?.[1] ?? at))
      found.push(stretchAround(text, at));
    return found;
  });
  return letters.length < 2 ? stretches : merged(stretches);
}

const SPACE = /\s/u;

function stretchAround(text: string, at: number): Stretch {
  let [start, end] = [at, at + 1];
  while (start > 0 && !SPACE.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && !SPACE.test(text.charAt(end))) end += 1;
  return [start, end];
}

function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const byStart = new Map(stretches.map((stretch) => [stretch[0], stretch]));
  return [...byStart.values()];
}

/** Finds the pieces of phrases at positions that follow one another. */
function findPhrases(
  phrases: readonly Sought<readonly string[]>[],
  words: readonly PlacedWord[],
  found: Match[],
): void {
  const pieces: WordPart[] = [];
  const positions: number[] = [];
  for (const placed of words)
    placed.pieces.forEach((piece, n) => {
      pieces.push(piece);
      positions.push(placed.position + n);
    });
  for (const { what, of: forms } of phrases)
    pieces.forEach((first, at) => {
      if (first.form !== forms[0]) return;
      const last = at + forms.length - 1;
      if ((positions[last] ?? 0) - (positions[at] ?? 0) !== forms.length - 1) return;
      if (forms.every((form, n) => pieces[at + n]?.form === form))
        found.push({ start: first.start, end: pieces[last]?.end ?? first.end, what });
    });
}

interface Pair {
  readonly distance: number;
  readonly sides: readonly FormTest[];
}

function pairOf({ sides, distance }: NearLeaf, without: ReadonlySet<string>): Pair {
  return { distance, sides: sides.map((side) => formTest(side, without)) };
}

/** Both words of a pair wherever they stand near enough to each other. Parts of compounds do not count. */
function nearMatches({ distance, sides }: Pair, words: readonly PlacedWord[]): Omit<Match, 'what'>[] {
  const places = sides.map((test) => words.flatMap((placed) => wholePlaces(placed, test)));
  const isNear = (a: Place, b: Place): boolean =>
    a.position !== b.position && Math.abs(a.position - b.position) <= distance;
  return places.flatMap((ours, side) => {
    const others = places[1 - side] ?? [];
    return ours.filter((one) => others.some((other) => isNear(one, other)));
  });
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly position: number;
}

function wholePlaces({ word, pieces, position }: PlacedWord, test: FormTest): readonly Place[] {
  const isWhole = ({ form }: WordPart): boolean =>
    test(form).some(([start, end]) => end - start === form.length);
  const runs = [word, ...word.parts].filter(isWhole);
  return runs.map(({ start, end }) => ({
    start,
    end,
    position:
      position +
      Math.max(
        0,
        pieces.findIndex((piece) => piece.start === start),
      ),
  }));
}
