import type { Marks } from '../../../model/search.ts';
import type { Manner } from '../match/manner.ts';
import { piecesOf } from '../match/pieces.ts';
import { leavesOf } from '../query/tree.ts';
import type { Leaf, LeafField, NearLeaf, PhraseLeaf, QueryNode } from '../query/tree.ts';
import type { WordPart } from '../text/words.ts';
import { placedWords } from './placed-words.ts';
import type { PlacedWord } from './placed-words.ts';
import { formTest, termTest } from './sought.ts';
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
    for (const term of associated) this.#words.push({ what: leaves.length, of: termTest(term) });
  }

  /** Every match, by where it starts; matches may overlap. Offsets are UTF-16 units. */
  matches(text: string): readonly Match[] {
    const words = placedWords(text);
    const found = [
      ...words.flatMap((placed) => this.#inWord(placed)),
      ...this.#phrases.flatMap((phrase) => phraseMatches(phrase, words)),
      ...this.#pairs.flatMap(({ what, of }) => nearMatches(of, words).map((match) => ({ ...match, what }))),
    ];
    return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Where matches stand, merged where they overlap. */
  marks(text: string): Marks {
    return mergedMarks(this.matches(text));
  }

  #take(leaf: Exclude<Leaf, { type: 'dates' }>, what: number): void {
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

  /** The whole word where it matches, otherwise those of its parts that do. */
  #inWord({ word }: PlacedWord): readonly Match[] {
    if (this.#words.length === 0) return [];
    const whole = this.#inForm(word);
    return whole.length > 0 ? whole : word.parts.flatMap((part) => this.#inForm(part));
  }

  #inForm({ form, start, end }: WordPart): readonly Match[] {
    const known = this.#known.get(form) ?? this.#findIn(form);
    this.#known.set(form, known);
    // A form can differ in length from what is written: then it is marked as a whole.
    return known.map((match) =>
      match.end - match.start === form.length || form.length !== end - start
        ? { start, end, what: match.what }
        : { start: start + match.start, end: start + match.end, what: match.what },
    );
  }

  #findIn(form: string): readonly Match[] {
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

/** The pieces of a phrase at positions that follow one another. */
function phraseMatches(
  { what, of: forms }: Sought<readonly string[]>,
  words: readonly PlacedWord[],
): Match[] {
  const pieces = words.flatMap(({ pieces: all, position }) =>
    all.map((piece, n) => ({ ...piece, position: position + n })),
  );
  const stands = (from: number): boolean =>
    forms.every((form, n) => {
      const piece = pieces[from + n];
      return piece?.form === form && piece.position === (pieces[from]?.position ?? 0) + n;
    });
  return pieces.flatMap((first, at) => {
    const last = pieces[at + forms.length - 1];
    return forms.length > 0 && last !== undefined && stands(at)
      ? [{ start: first.start, end: last.end, what }]
      : [];
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
