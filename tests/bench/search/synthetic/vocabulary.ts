import { pick, randomOf, whole } from '../random.ts';
import type { Random } from '../random.ts';

/**
 * Words that nobody has used, as frequent and as long as a language's are. The frequency of the word of rank r
 * follows Zipf and Mandelbrot, 1 / (r + q)^s; s and q are fitted to the rank-frequency curve of 26,608 Swedish
 * government releases (3.6 million words), lengths to the mean length of words by rank there.
 *
 *     rank           1 … 60          … 100        … 1,000             … 150,000
 *     words          Swedish stop     short        stem + ending       stem + ending, or two stems as a compound
 *     mean length    words            4.3          7.2                 9.5 and more
 */
const ZIPF = { s: 1.14, q: 3, types: 150_000 } as const;

/** The commonest words of running Swedish, the grammar's own: what stop words do to an engine must be seen. */
const functionWords = (
  'och i att av för som en på det till är den med de ett om har vi inte kan ska även från vid ' +
  'eller så under också där sig när ut nu än mot då sin mellan inom utan denna detta dessa vara får blir ' +
  'man hur alla mer efter över genom hos bli skall samt'
).split(' ');

const SHORT_UNTIL = 100;
const COMPOUNDS_FROM = 1_000;
/** How many of the rarer words are compounds. */
const COMPOUND_SHARE = 0.45;
const STEMS = 30_000;
const FIRST_STEMS = 4_000;

const onsets =
  'b bl br d dr f fl fr g gr h j k kl kr l m n p pl pr r s sk sl sm sn sp st str sv t tr v'.split(' ');
const vowels = 'a e i o u y å ä ö a e i o'.split(' ');
const codas = ['', '', 'l', 'm', 'n', 'r', 's', 't', 'd', 'g', 'k', 'rd', 'nd', 'st', 'ng', 'lj', 'rk'];
const endings = [
  '',
  '',
  'en',
  'et',
  'ar',
  'er',
  'or',
  'arna',
  'erna',
  'a',
  'ande',
  'ade',
  'ning',
  'ningen',
  'ens',
  's',
  'are',
  'lig',
  'liga',
];

/** Gives words by rank, and ranks by chance. */
export class Vocabulary {
  readonly #words = new Map<number, string>();
  readonly #cumulated: Float64Array;

  constructor() {
    this.#cumulated = new Float64Array(ZIPF.types);
    let sum = 0;
    for (let rank = 0; rank < ZIPF.types; rank += 1) {
      sum += (rank + 1 + ZIPF.q) ** -ZIPF.s;
      this.#cumulated[rank] = sum;
    }
  }

  /** A rank from 0, drawn as words come in running text. */
  rank(random: Random): number {
    const wanted = random() * (this.#cumulated.at(-1) ?? 0);
    let [low, high] = [0, ZIPF.types - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cumulated[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  word(rank: number): string {
    const known = this.#words.get(rank);
    if (known !== undefined) return known;
    const word = makeWord(rank);
    this.#words.set(rank, word);
    return word;
  }
}

function makeWord(rank: number): string {
  const random = randomOf(rank * 2 + 1);
  const common = functionWords[rank];
  if (common !== undefined) return common;
  if (rank < SHORT_UNTIL) return syllables(random, 1);
  if (rank < COMPOUNDS_FROM || random() >= COMPOUND_SHARE)
    return stem(skewed(random, STEMS)) + pick(random, endings);
  const joint = random() < 0.5 ? 's' : '';
  return (
    stem(skewed(random, FIRST_STEMS)) + joint + stem(skewed(random, FIRST_STEMS)) + pick(random, endings)
  );
}

/** Stems have numbers; two words with the same number are inflections, or compounds, of one. */
function stem(number: number): string {
  const random = randomOf(number * 2 + 2);
  return syllables(random, random() < 0.6 ? 2 : 1);
}

function syllables(random: Random, count: number): string {
  const open = Array.from({ length: count }, () => pick(random, onsets) + pick(random, vowels));
  return open.join('') + pick(random, codas);
}

/** Low numbers more often than high ones. */
function skewed(random: Random, below: number): number {
  return whole(() => random() ** 2, below);
}
