import type { Token } from './tokens.ts';

/** Words that stand for a value. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** A phrase found: the tokens it covers, `last` included, and every value it stands for. */
export interface PhraseHit<T> {
  readonly first: number;
  readonly last: number;
  readonly values: readonly T[];
}

export interface PhraseRules {
  /** Endings that a word may carry beyond the phrase's own form; the empty ending is always allowed. */
  readonly endings: readonly string[];
  /** Whether every word may carry one, or only the last. */
  readonly inflected: 'every' | 'last';
  /** What may stand between two words of one phrase, where it is longer than one space. */
  readonly gap: RegExp;
  /** Which words a phrase may begin with; every word where this is left out. */
  readonly begins?: (token: Token) => boolean;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly values: T[];
}

/**
 * Finds many phrases in one pass over the words of a text: phrases are kept by their first word, longest
 * first, so a word that begins none costs a few map lookups. Where phrases overlap, the one that begins first
 * wins, then the longest; phrases of the same words are found together.
 */
export class PhraseFinder<T> {
  /** The first two letters of first words (the one of shorter ones): most words of a text begin otherwise. */
  readonly #beginnings = new Set<string>();
  readonly #byFirst = new Map<string, Entry<T>[]>();
  readonly #rules: PhraseRules;

  constructor(phrases: readonly Phrase<T>[], rules: PhraseRules) {
    this.#rules = rules;
    for (const { words, value } of phrases) this.#add(words, value);
    for (const entries of this.#byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  }

  /** Every hit in the text, in order, none overlapping. */
  find(tokens: readonly Token[], text: string): readonly PhraseHit<T>[] {
    const hits: PhraseHit<T>[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const hit = this.at(tokens, text, at);
      if (hit === null) continue;
      hits.push(hit);
      at = hit.last;
    }
    return hits;
  }

  /** The longest phrase that begins at this token; null when none does. */
  at(tokens: readonly Token[], text: string, first: number): PhraseHit<T> | null {
    const token = tokens[first];
    if (token === undefined || !this.#mayBegin(token)) return null;
    let best: Entry<T> | null = null;
    for (const base of this.#basesOf(token.word)) {
      for (const entry of this.#byFirst.get(base) ?? []) {
        if (best !== null && entry.words.length <= best.words.length) break;
        if (this.#fits(entry, { tokens, text, first })) best = entry;
      }
    }
    return best === null ? null : { first, last: first + best.words.length - 1, values: best.values };
  }

  #add(words: readonly string[], value: T): void {
    const [first] = words;
    if (first === undefined) return;
    const entries = this.#byFirst.get(first) ?? [];
    this.#byFirst.set(first, entries);
    this.#beginnings.add(first.slice(0, 2));
    const same = entries.find((entry) => entry.words.join(' ') === words.join(' '));
    if (same === undefined) entries.push({ words, values: [value] });
    else if (!same.values.includes(value)) same.values.push(value);
  }

  #mayBegin(token: Token): boolean {
    const { begins } = this.#rules;
    if (begins !== undefined && !begins(token)) return false;
    return this.#beginnings.has(token.word.slice(0, 2)) || this.#beginnings.has(token.word.slice(0, 1));
  }

  /** The word itself, and what is left of it without each ending it carries. */
  #basesOf(word: string): readonly string[] {
    const bases = [word];
    for (const ending of this.#rules.endings) {
      if (word.endsWith(ending)) bases.push(word.slice(0, -ending.length));
    }
    return bases;
  }

  #fits(entry: Entry<T>, at: { tokens: readonly Token[]; text: string; first: number }): boolean {
    const { tokens, text, first } = at;
    return entry.words.every((word, n) => {
      const token = tokens[first + n];
      if (token === undefined) return false;
      const mayInflect = this.#rules.inflected === 'every' || n === entry.words.length - 1;
      if (token.word !== word && !(mayInflect && this.#inflects(token.word, word))) return false;
      const before = tokens[first + n - 1];
      return n === 0 || before === undefined || this.#joins(text, before.end, token.start);
    });
  }

  #inflects(word: string, base: string): boolean {
    return word.startsWith(base) && this.#rules.endings.includes(word.slice(base.length));
  }

  #joins(text: string, from: number, to: number): boolean {
    return (to - from === 1 && text.charCodeAt(from) === 0x20) || this.#rules.gap.test(text.slice(from, to));
  }
}
