import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { isEndingLike, isParticle } from '../../../../../archive/search/core/compounds/closed-words.ts';
import type { LexiconWord } from '../../../../../archive/search/core/compounds/splitter.ts';
import { lexiconLines, lexiconWords, readLexicon } from '../../../../../archive/search/lexicon/lexicon.ts';

const path = new URL('../../../../../archive/search/lexicon/sv-1.json', import.meta.url);

describe('a lexicon as text', () => {
  const words: readonly LexiconWord[] = [
    { word: 'äldre', joints: ['+'], last: false, weight: 12 },
    { word: 'skola', joints: ['a', 's'], last: true, weight: 212 },
    { word: 'verket', joints: [], last: true, weight: 0 },
    { word: 'skatt', joints: ['+', 'x'], last: true, weight: 3 },
  ];

  it('comes back as it was, in order, whatever the order it came in', () => {
    const lines = lexiconLines(words);
    expect(lines).toEqual(['skatt/+x.3 skola/as.212', 'verket/.0', 'äldre/+12']);
    expect(lexiconLines(lexiconWords({ words: lines }))).toEqual(lines);
    expect(lexiconLines(words.toReversed())).toEqual(lines);
  });

  it.each(['skola', 'skola/q.1', 'skola/a.', '/a.1', 'skola/a.1.2', 'sko la/a.1'])(
    'refuses the entry %s',
    (entry) => {
      expect(() => lexiconWords({ words: [entry] })).toThrow(RangeError);
    },
  );

  it.each([{}, { format: 'lasesal-lexicon/2' }, null, 'x'])('refuses %j', (json) => {
    expect(() => readLexicon(json)).toThrow(ZodError);
  });
});

describe('the lexicon that is shipped', () => {
  const bytes = readFileSync(path);
  const lexicon = readLexicon(JSON.parse(bytes.toString('utf8')));

  it('has the words that its head tells, and is not large', () => {
    expect(createHash('sha256').update(lexicon.words.join('\n')).digest('hex')).toBe(lexicon.sha256);
    expect(bytes.length).toBeLessThan(250 * 1024);
  });

  it('is written as the command writes it', () => {
    expect(lexiconLines(lexiconWords(lexicon)).join('\n') === lexicon.words.join('\n')).toBe(true);
    expect(`${JSON.stringify(lexicon, null, 2)}\n` === bytes.toString('utf8')).toBe(true);
  });

  it('has words in small letters, and no particles or endings as last parts', () => {
    const wrong = lexiconWords(lexicon).filter(
      ({ word, joints, last }) =>
        !/^\p{Ll}+$/u.test(word) ||
        (joints.length === 0 && !last) ||
        (last && (isParticle(word) || isEndingLike(word))),
    );
    expect(wrong).toEqual([]);
  });
});
