import type { Catalogue } from '../../../archive/search/core/catalogue/columns.ts';
import { NO_EARLIEST, NO_LATEST, dayOfNumber } from '../../../archive/search/core/catalogue/columns.ts';
import type { Filters } from '../../../archive/model/search.ts';
import { pick, randomOf, shuffled, whole } from './random.ts';
import type { Random } from './random.ts';
import type { Ask, AskClass, BenchDocument, Wanted } from './engine.ts';
import { swedishTerm } from './swedish.ts';

/** How many of each class: 200 in all. */
const mix: readonly (readonly [AskClass, number])[] = [
  ['one rare word', 25],
  ['one common word', 25],
  ['two words', 30],
  ['three words', 25],
  ['phrase', 25],
  ['beginning of a word', 12],
  ['end of a word', 7],
  ['inside a word', 6],
  ['spelling distance', 15],
  ['word and filter', 20],
  ['facets only', 10],
];

const SEED = 1809;
/** Documents that words, phrases and neighbours are drawn from. */
const SAMPLE = 4_000;
/** A rare word stands in this many documents at least and at most, a common one in this share at least. */
const RARE = [2, 12] as const;
const COMMON = 0.03;

interface Vocabulary {
  /** The words of some documents, block by block. */
  readonly sample: readonly (readonly (readonly string[])[])[];
  /** In how many documents each word stands. */
  readonly frequencies: ReadonlyMap<string, number>;
}

/** What is known of a set of documents in order to ask it things that it can answer. */
export class AskSource {
  readonly #random: Random = randomOf(SEED);
  readonly #catalogue: Catalogue;
  readonly #sample: Vocabulary['sample'];
  readonly #rare: readonly string[];
  readonly #common: readonly string[];

  private constructor(catalogue: Catalogue, { sample, frequencies }: Vocabulary) {
    this.#catalogue = catalogue;
    this.#sample = sample;
    const words = [...frequencies]
      .filter(([word]) => isContent(word))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const between = (least: number, most: number): readonly string[] =>
      words.filter(([, count]) => count >= least && count <= most).map(([word]) => word);
    this.#rare = between(...RARE);
    this.#common = between(catalogue.size * COMMON, Infinity);
  }

  static async of(documents: AsyncIterable<BenchDocument>, catalogue: Catalogue): Promise<AskSource> {
    const frequencies = new Map<string, number>();
    const sample: (readonly (readonly string[])[])[] = [];
    const every = Math.max(1, Math.floor(catalogue.size / SAMPLE));
    for await (const { ref, fields } of documents) {
      const blocks = `${fields.title}\n${fields.lead}\n${fields.body}`.split('\n').map(plainWords);
      for (const word of new Set(blocks.flat())) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
      if (ref % every === 0) sample.push(blocks);
    }
    return new AskSource(catalogue, { sample, frequencies });
  }

  /** The mix, in an order that mixes the classes. The same for the same documents. */
  asks(): readonly Ask[] {
    const all = mix.flatMap(([name, count]) => Array.from({ length: count }, () => this.#ask(name)));
    return shuffled(this.#random, all);
  }

  #ask(name: AskClass): Ask {
    const filters = name === 'word and filter' || name === 'facets only' ? this.#filters() : {};
    return { class: name, wanted: this.#wanted(name), filters };
  }

  #wanted(name: AskClass): Wanted {
    switch (name) {
      case 'one rare word':
        return { type: 'words', words: [pick(this.#random, this.#rare)] };
      case 'one common word':
      case 'word and filter':
        return { type: 'words', words: [pick(this.#random, this.#common)] };
      case 'two words':
        return { type: 'words', words: this.#together(2) };
      case 'three words':
        return { type: 'words', words: this.#together(3) };
      case 'phrase':
        return { type: 'phrase', words: this.#run(2 + whole(this.#random, 3)) };
      case 'beginning of a word':
        return { type: 'beginning', letters: this.#long().slice(0, 4 + whole(this.#random, 3)) };
      case 'end of a word':
        return { type: 'end', letters: this.#long().slice(-5 - whole(this.#random, 3)) };
      case 'inside a word':
        return { type: 'inside', letters: this.#long().slice(2, 6 + whole(this.#random, 2)) };
      case 'spelling distance':
        return { type: 'spelling', word: this.#misspelt(), distance: this.#random() < 0.7 ? 1 : 2 };
      case 'facets only':
        return { type: 'everything' };
    }
  }

  /** Words that stand in one document, anywhere in it. */
  #together(count: number): readonly string[] {
    const words = [...new Set(this.#text().filter(isContent))];
    return words.length < count ? this.#together(count) : shuffled(this.#random, words).slice(0, count);
  }

  /** Words that follow one another in one block. */
  #run(count: number): readonly string[] {
    const text = pick(this.#random, pick(this.#random, this.#sample));
    if (text.length < count) return this.#run(count);
    const start = whole(this.#random, text.length - count + 1);
    return text.slice(start, start + count);
  }

  /** A word of eight letters at least, as they come in texts. */
  #long(): string {
    const long = this.#text().filter((word) => word.length >= 8 && isContent(word));
    return long.length === 0 ? this.#long() : pick(this.#random, long);
  }

  /** A long word with two neighbouring letters changing places, or with one of them gone. */
  #misspelt(): string {
    const word = this.#long();
    const at = 1 + whole(this.#random, word.length - 3);
    const swapped = `${word[at + 1] ?? ''}${word[at] ?? ''}`;
    return `${word.slice(0, at)}${this.#random() < 0.5 ? swapped : (word[at] ?? '')}${word.slice(at + 2)}`;
  }

  #text(): readonly string[] {
    return pick(this.#random, this.#sample).flat();
  }

  /** One choice, of a value that some release has. */
  #filters(): Partial<Filters> {
    const { facets, ministers, latest } = this.#catalogue;
    const facet = pick(this.#random, ['year', 'department', 'subject', 'kind', 'minister', 'days'] as const);
    if (facet === 'minister') return { minister: [pick(this.#random, ministers.personIds)] };
    if (facet !== 'days') return { [facet]: [pick(this.#random, facets[facet].ids)] };
    const days = [...latest].filter((day) => day !== NO_EARLIEST && day !== NO_LATEST);
    const day = pick(this.#random, days);
    return { from: dayOfNumber(day - 365), to: dayOfNumber(day + 365) };
  }
}

/** Words of letters alone: what is asked is then one word to every engine, whatever it makes of hyphens. */
function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-zåäöé]+/gu) ?? [];
}

function isContent(word: string): boolean {
  return word.length >= 3 && swedishTerm(word) !== '';
}
