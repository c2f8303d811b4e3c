import type { IndexSettings } from '../../../../../archive/search/core/packed/settings.ts';
import type { Example, ExampleDocument } from './lunr-oracle.ts';

/** Numbers from 0 up to 1, exclusive, the same ones for the same seed: xorshift (Marsaglia 2003), 32 bits. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const syllables = [
  'ska',
  'tt',
  'vå',
  'rd',
  'po',
  'li',
  'tik',
  'en',
  'er',
  'na',
  'bo',
  'stad',
  '20',
  '1',
  'ö',
  'e',
];

/** Made-up words, each once, the commonest first; common words are short, as they are in any language. */
export function vocabulary(size: number, random: () => number): readonly string[] {
  const words = new Set<string>();
  while (words.size < size) {
    const length = 1 + Math.floor(random() * (1 + Math.log2(1 + words.size / 8)));
    words.add(
      Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)] ?? '').join(''),
    );
  }
  return [...words];
}

export const largeSettings: IndexSettings = {
  fields: [
    { name: 'title', boost: 3 },
    { name: 'lead', boost: 1.5 },
    { name: 'body', boost: 1 },
  ],
  b: 0.4,
  k1: 1.2,
  pipeline: [],
  searchPipeline: [],
  positions: false,
};

/** Documents enough to fill many blocks, in which the nth commonest word stands about 1/n as often as the first (Zipf). */
export function zipfExample(
  { seed, documents, words }: { seed: number; documents: number; words: number },
  settings: IndexSettings = largeSettings,
): Example & { readonly words: readonly string[] } {
  const random = randomNumbers(seed);
  const known = vocabulary(words, random);
  const word = (): string => known[Math.floor(known.length ** random()) - 1] ?? '';
  const text = (most: number): string => Array.from({ length: Math.floor(random() * most) }, word).join(' ');
  return {
    settings,
    words: known,
    documents: Array.from({ length: documents }, (_, n): ExampleDocument => ({
      ref: `${seed}-${n}`,
      fields: { title: text(8), lead: n % 5 === 0 ? '' : text(20), body: text(60) },
      ...(n % 50 === 7 && { boost: 0.5 + random() }),
    })),
  };
}
