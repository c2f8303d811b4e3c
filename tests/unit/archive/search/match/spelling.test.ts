import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingTest } from '../../../../../archive/search/core/match/spelling.ts';
import { openTexts } from '../small-library.ts';

describe('spelling distance', () => {
  it.each([
    ['segregation', 'segregatoin', 1],
    ['vård', 'värd', 1],
    ['vård', 'vårdad', 2],
    ['hamn', 'hman', 1],
  ])('%s is %s after so many edits', (a, b, distance) => {
    expect(spellingTest(a, distance)(b)).toBe(true);
    expect(spellingTest(a, distance - 1)(b)).toBe(false);
  });

  it('is the one that the index counts in', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        word,
        fc.constantFrom<(1 | 2)[]>(1, 2),
        (words, typed, distance) => {
          const { forms } = openTexts([
            { title: [words.join(' ')], lead: [], body: [], minister: [], department: [], subject: [] },
          ]);
          const near = [...new Set(words)].filter((one) => spellingTest(typed, distance)(one));
          const { terms } = forms.expand({ type: 'fuzzy', term: typed, distance });
          expect(terms.toSorted()).toEqual(near.toSorted());
        },
      ),
    );
  });
});
