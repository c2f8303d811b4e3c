import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseFinder } from '../../../../archive/authority/phrase-finder.ts';
import { tokenise } from '../../../../archive/authority/tokens.ts';

const rules = { endings: ['s', 'en'], inflected: 'last', gap: /^ $/u } as const;

/** What the finder promises, the slow way: at each word, try every phrase, longest first. */
function findNaively(phrases: readonly string[], text: string): readonly string[] {
  const tokens = tokenise(text);
  const found: string[] = [];
  const forms = (phrase: string): readonly string[] => [
    phrase,
    ...rules.endings.map((ending) => phrase + ending),
  ];
  for (let at = 0; at < tokens.length; at += 1) {
    const longest = phrases
      .toSorted((a, b) => b.split(' ').length - a.split(' ').length)
      .find((phrase) => {
        const words = tokens.slice(at, at + phrase.split(' ').length);
        const [first, last] = [words[0], words.at(-1)];
        if (first === undefined || last === undefined) return false;
        return forms(phrase).includes(text.slice(first.start, last.end).toLowerCase());
      });
    if (longest === undefined) continue;
    found.push(`${at} ${longest.split(' ').length}`);
    at += longest.split(' ').length - 1;
  }
  return found;
}

describe('the phrase finder', () => {
  it('finds what trying every phrase at every word finds', () => {
    const word = fc.constantFrom('a', 'b', 'as', 'ben', 'c');
    const phrase = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
      .map((w) => w.join(' '));
    const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 6 }), text, (phrases, words) => {
        const finder = new PhraseFinder(
          phrases.map((value) => ({ words: value.split(' '), value })),
          rules,
        );
        const found = finder
          .find(tokenise(words), words)
          .map((hit) => `${hit.first} ${hit.last - hit.first + 1}`);
        expect(found).toEqual(findNaively(phrases, words));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every value that the same words stand for, once', () => {
    const finder = new PhraseFinder(
      [
        { words: ['nils', 'granvret'], value: 1 },
        { words: ['nils', 'granvret'], value: 2 },
        { words: ['nils', 'granvret'], value: 1 },
      ],
      rules,
    );
    const text = 'Hos Nils Granvrets syster';
    expect(finder.find(tokenise(text), text)).toEqual([{ first: 1, last: 2, values: [1, 2] }]);
  });

  it('keeps a phrase within what may stand between its words', () => {
    const finder = new PhraseFinder([{ words: ['nils', 'granvret'], value: 1 }], rules);
    for (const text of ['Nils, Granvret', 'Nils\nGranvret', 'Nils  Granvret']) {
      expect(finder.find(tokenise(text), text)).toEqual([]);
    }
  });
});
