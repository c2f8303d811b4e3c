import { termOf } from '../text/swedish.ts';
import { combiningForm } from './linking.ts';
import type { Joint } from './linking.ts';
import { isEndingLike, isParticle } from './closed-words.ts';

/** A part of a compound. */
export interface CompoundPart {
  /** UTF-16 offsets in the form; `end` is exclusive, and before what only links the part to the next. */
  readonly start: number;
  readonly end: number;
  /** The word that stands there: `skola` for the skol- of skolpolitik; the last part as it is written. */
  readonly part: string;
}

/** A word that compounds are made of. */
export interface LexiconWord {
  readonly word: string;
  /** The joints it was seen with before other words. */
  readonly joints: readonly Joint[];
  /** Whether it was seen behind other words. */
  readonly last: boolean;
  /** In how many compounds it was seen. */
  readonly weight: number;
}

interface Head {
  readonly word: string;
  readonly linking: number;
  readonly weight: number;
}

/** One way to read a form from its beginning to some place. */
interface Reading {
  readonly cost: number;
  /** Where the part that ends here begins; -1 at the beginning of the form. */
  readonly from: number;
}

/** Shortest form that is looked into. */
const SHORTEST = 6;
export const SHORTEST_PART = 3;
/** A beginning of two letters (elpriser) wants more behind it. */
export const SHORTEST_HEAD = 2;
export const SHORTEST_BEHIND_TWO = 5;
const LONGEST = 64;
const LETTERS = /^\p{L}+$/u;
/** What each part more costs: more than the rarest word. */
const PART_COST = 20;
const SPLITS_KEPT = 50_000;

/**
 * Finds the words that a compound is made of, by a lexicon: `segregationspolitik` is segregation and politik. Of all
 * ways to cut a form into a row of words, each known to stand before others (the last one: behind others) the one
 * with fewest parts is taken, and among these the one whose parts are seen most. A part that is itself a compound is
 * split in the same way; neighbouring parts together, as long as they are not the whole, are parts as well.
 *
 *     ungdomsbrottslighetskommission
 *     ungdom·s brottslighet·s kommission
 *     ───────────────────────            ungdomsbrottslighet
 *              ───────────────────────── brottslighetskommission
 */
export class CompoundSplitter {
  readonly #heads = new Map<string, Head>();
  readonly #lasts = new Map<string, number>();
  readonly #lastTerms = new Map<string, number>();
  /** The first four letters of these terms, or all three. */
  readonly #lastBeginnings = new Set<string>();
  readonly #known = new Map<string, readonly CompoundPart[]>();

  constructor(words: Iterable<LexiconWord>) {
    for (const word of words) {
      for (const joint of word.joints) this.#addHead(word, joint);
      if (word.last) this.#addLast(word);
    }
    // A form of a word counts as much as the commonest: skattens as skatt.
    for (const [form, weight] of this.#lasts)
      this.#lasts.set(form, Math.max(weight, this.#lastTerms.get(termOf(form) ?? '') ?? 0));
  }

  /**
   * The parts of a compound, in order of their beginning and the longer first; none when the form is not known to be
   * one. The form is lower case, NFC, as `formsOf` gives it.
   */
  split(form: string): readonly CompoundPart[] {
    const known = this.#known.get(form);
    if (known !== undefined) return known;
    const parts = withRuns(form, this.#smallest(form));
    if (this.#known.size >= SPLITS_KEPT) this.#known.clear();
    this.#known.set(form, parts);
    return parts;
  }

  /** The parts that hold no others, in order. */
  #smallest(form: string): readonly CompoundPart[] {
    if (form.length < SHORTEST || form.length > LONGEST || !LETTERS.test(form)) return [];
    const parts = this.#cheapest(form);
    return parts.flatMap((part) => {
      const within = this.#smallest(form.slice(part.start, part.end));
      return within.length === 0 ? [part] : within.map((one) => moved(one, part.start));
    });
  }

  #cheapest(form: string): readonly CompoundPart[] {
    const best: (Reading | undefined)[] = [{ cost: 0, from: -1 }];
    let end: Reading | undefined;
    for (let at = 0; at <= form.length - SHORTEST_PART; at += 1) {
      const before = best[at];
      if (before === undefined) continue;
      this.#readHeads(form, { at, before, best });
      const last = at === 0 ? undefined : this.#lastCost(form.slice(at));
      if (last === undefined) continue;
      const cost = before.cost + last;
      if (end === undefined || cost < end.cost) end = { cost, from: at };
    }
    return end === undefined ? [] : this.#partsOf(form, best, end.from);
  }

  #readHeads(
    form: string,
    { at, before, best }: { at: number; before: Reading; best: (Reading | undefined)[] },
  ): void {
    const shortest =
      at === 0 && form.length >= SHORTEST_HEAD + SHORTEST_BEHIND_TWO ? SHORTEST_HEAD : SHORTEST_PART;
    for (let to = at + shortest; to <= form.length - SHORTEST_PART; to += 1) {
      const head = this.#headAt(form, at, to);
      if (head === undefined) continue;
      const cost = before.cost + costOf(head.weight);
      const known = best[to];
      if (known === undefined || cost < known.cost) best[to] = { cost, from: at };
    }
  }

  /** What stands there before another part. Behind a part of its own, any word may have an s: energi·stöd·s·paket. */
  #headAt(form: string, from: number, to: number): Head | undefined {
    const head = this.#heads.get(form.slice(from, to));
    if (head !== undefined || from === 0 || form.charAt(to - 1) !== 's') return head;
    const bare = to - 1 - from < SHORTEST_PART ? undefined : this.#heads.get(form.slice(from, to - 1));
    return bare === undefined || bare.linking > 0 ? undefined : { ...bare, linking: 1 };
  }

  #partsOf(form: string, best: readonly (Reading | undefined)[], last: number): readonly CompoundPart[] {
    const parts: CompoundPart[] = [{ start: last, end: form.length, part: form.slice(last) }];
    for (let to = last; to > 0;) {
      const from = best[to]?.from ?? 0;
      const head = this.#headAt(form, from, to);
      if (head !== undefined) parts.push({ start: from, end: to - head.linking, part: head.word });
      to = from;
    }
    return parts.toReversed();
  }

  /** What a form costs as the last part: a word of the lexicon, or another form of one. */
  #lastCost(form: string): number | undefined {
    const weight = this.#lasts.get(form) ?? this.#inflectedWeight(form);
    return weight === undefined ? undefined : costOf(weight);
  }

  #inflectedWeight(form: string): number | undefined {
    // Most ends of words begin like no word: these need no stemming.
    if (!this.#lastBeginnings.has(form.slice(0, 4)) && !this.#lastBeginnings.has(form.slice(0, 3)))
      return undefined;
    if (form.length <= SHORTEST_PART || isEndingLike(form) || isParticle(form)) return undefined;
    const term = termOf(form);
    return term === null || term.length < SHORTEST_PART ? undefined : this.#lastTerms.get(term);
  }

  #addHead({ word, weight }: LexiconWord, joint: Joint): void {
    const combining = combiningForm(word, joint);
    if (combining === null || combining.form.length < SHORTEST_HEAD || isParticle(combining.form)) return;
    const known = this.#heads.get(combining.form);
    if (known === undefined || known.weight < weight)
      this.#heads.set(combining.form, { word, linking: combining.linking, weight });
  }

  #addLast({ word, weight }: LexiconWord): void {
    if (word.length < SHORTEST_PART || isEndingLike(word) || isParticle(word)) return;
    this.#lasts.set(word, weight);
    const term = termOf(word);
    if (term === null) return;
    this.#lastTerms.set(term, Math.max(weight, this.#lastTerms.get(term) ?? 0));
    this.#lastBeginnings.add(term.slice(0, 4));
  }
}

function costOf(weight: number): number {
  return PART_COST - Math.log2(weight + 1);
}

function moved({ start, end, part }: CompoundPart, by: number): CompoundPart {
  return { start: start + by, end: end + by, part };
}

/** The smallest parts, and each row of neighbours that is not all of them. */
function withRuns(form: string, smallest: readonly CompoundPart[]): readonly CompoundPart[] {
  return smallest.flatMap((first, at) =>
    smallest
      .slice(at)
      .flatMap((last, more) => {
        if (more === 0) return [first];
        if (at === 0 && more === smallest.length - 1) return [];
        return [{ start: first.start, end: last.end, part: joined(form, first, last) }];
      })
      .toReversed(),
  );
}

/** Neighbours as one word: as written, but for the last, which is the word that it stands for. */
function joined(form: string, first: CompoundPart, last: CompoundPart): string {
  return form.slice(first.start, last.start) + last.part;
}
