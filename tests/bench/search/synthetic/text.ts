import { normal, pick, whole } from '../random.ts';
import type { Random } from '../random.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Lengths in words, as the logarithms of a normal distribution, and how often a part is there at all: fitted to the
 * same releases as the vocabulary.
 */
const lengths = {
  title: { share: 1, mean: 2.06, deviation: 0.5, most: 30 },
  lead: { share: 0.21, mean: 3.16, deviation: 0.6, most: 120 },
  body: { share: 0.91, mean: 4.25, deviation: 1.1, most: 4_000 },
} as const;

/** Words to a sentence and sentences to a paragraph, about. */
const SENTENCE = 14;
const PARAGRAPH = 4;
/** A text keeps to its matter: this share of its words comes from a few hundred that belong to it. */
const OWN_SHARE = 0.2;
const OWN_WORDS = 200;
const MATTERS = 150;
const FIRST_MATTER_RANK = 200;

/** Writes texts of one matter. */
export class Writer {
  readonly #random: Random;
  readonly #vocabulary: Vocabulary;
  readonly #matter: number;

  constructor(random: Random, vocabulary: Vocabulary) {
    this.#random = random;
    this.#vocabulary = vocabulary;
    this.#matter = whole(random, MATTERS);
  }

  title(): string {
    return this.#sentence(this.#length('title'));
  }

  /** Paragraphs; none where a release has no lead, or no body. */
  paragraphs(part: 'lead' | 'body'): readonly string[] {
    if (this.#random() >= lengths[part].share) return [];
    const paragraphs: string[] = [];
    for (let left = this.#length(part); left > 0;) {
      const size = Math.min(left, SENTENCE * PARAGRAPH);
      paragraphs.push(this.#paragraph(size));
      left -= size;
    }
    return paragraphs;
  }

  #paragraph(words: number): string {
    const sentences: string[] = [];
    for (let left = words; left > 0;) {
      const size = Math.min(left, 6 + whole(this.#random, SENTENCE));
      sentences.push(`${this.#sentence(size)}.`);
      left -= size;
    }
    return sentences.join(' ');
  }

  #sentence(words: number): string {
    const text = Array.from({ length: words }, () => this.#word()).join(' ');
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  #word(): string {
    if (this.#random() >= OWN_SHARE) return this.#vocabulary.word(this.#vocabulary.rank(this.#random));
    const own = Math.floor(OWN_WORDS * this.#random() ** 3);
    return this.#vocabulary.word(FIRST_MATTER_RANK + this.#matter * OWN_WORDS + own);
  }

  #length(part: keyof typeof lengths): number {
    const { mean, deviation, most } = lengths[part];
    return Math.min(most, Math.max(1, Math.round(Math.exp(normal(this.#random, mean, deviation)))));
  }
}

/** A number of values, by how often each number comes. */
export function countBy(random: Random, shares: readonly number[]): number {
  let left = random();
  const at = shares.findIndex((share) => (left -= share) < 0);
  return at === -1 ? 0 : at;
}

/** One of some items, early ones more often, as Zipf has it. */
export function zipfPick<T>(random: Random, items: readonly T[]): T {
  const at = Math.floor(items.length ** random()) - 1;
  return items[Math.min(at, items.length - 1)] ?? pick(random, items);
}
