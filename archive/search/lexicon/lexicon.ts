import { z } from 'zod';
import { isJoint } from '../core/compounds/linking.ts';
import type { LexiconWord } from '../core/compounds/splitter.ts';

/** A lexicon as a file holds it. */
const lexiconFileSchema = z.strictObject({
  format: z.literal('lasesal-lexicon/1'),
  /** Which lexicon this is. */
  name: z.string().min(1),
  /** What it was learned from, in words. */
  about: z.string(),
  learnedFrom: z.strictObject({
    releases: z.int().nonnegative(),
    /** Running words. */
    words: z.int().nonnegative(),
    earliest: z.string().nullable(),
    latest: z.string().nullable(),
  }),
  /** SHA-256 of `words`, joined by line breaks, as UTF-8. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** One line for each letter that words begin with; entries parted by spaces. */
  words: z.array(z.string()).readonly(),
});

export type LexiconFile = Readonly<z.infer<typeof lexiconFileSchema>>;
/**
 *     skola/a.212     stands before others as skol- (`a`: its a goes) and behind others (`.`), in 212 compounds
 *     äldre/+12       stands before others as it is
 *     verket/.90      stands only behind others
 */
const ENTRY = /^(\p{L}+)\/([+a-zA-Z]*)(\.?)(\d+)$/u;

/** The lines of a file that hold these words: the same words in any order give the same lines. */
export function lexiconLines(words: readonly LexiconWord[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { word, joints, last, weight } of words.toSorted((a, b) => (a.word < b.word ? -1 : 1))) {
    const initial = word.slice(0, 1);
    const line = lines.get(initial) ?? [];
    if (line.length === 0) lines.set(initial, line);
    line.push(`${word}/${joints.join('')}${last ? '.' : ''}${weight}`);
  }
  return [...lines.values()].map((line) => line.join(' '));
}

/**
 * Reads a lexicon from the JSON of its file.
 *
 * @throws ZodError or RangeError when it is none of this format.
 */
export function readLexicon(json: unknown): LexiconFile {
  return lexiconFileSchema.parse(json);
}

/** The words of a lexicon. Throws RangeError at an entry that cannot be read. */
export function lexiconWords({ words }: Pick<LexiconFile, 'words'>): readonly LexiconWord[] {
  return words.flatMap((line) => line.split(' ').map(wordOf));
}

function wordOf(entry: string): LexiconWord {
  const [, word, signs = '', last, weight] = ENTRY.exec(entry) ?? [];
  const joints = signs.split('').filter(isJoint);
  if (word === undefined || joints.length !== signs.length)
    throw new RangeError(`no entry of a lexicon: ${entry}`);
  return { word, joints, last: last === '.', weight: Number(weight) };
}
