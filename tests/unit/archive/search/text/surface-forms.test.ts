import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SurfaceForms, wordInText } from '../../../../../archive/search/core/text/surface-forms.ts';
import { termOf } from '../../../../../archive/search/core/text/swedish.ts';
import { formsOf, wordsOf } from '../../../../../archive/search/core/text/words.ts';

/** A form has the pieces in order, the first at its beginning and the last at its end. */
function matchesNaively(form: string, [first = '', ...rest]: readonly string[]): boolean {
  if (!form.startsWith(first)) return false;
  if (rest.length === 0) return form === first;
  if (rest.length === 1)
    return form.length >= first.length + (rest[0] ?? '').length && form.endsWith(rest[0] ?? '');
  const [next = '', ...others] = rest;
  for (let at = first.length; at <= form.length; at += 1)
    if (form.startsWith(next, at) && matchesNaively(form.slice(at), [next, ...others])) return true;
  return false;
}

const form = fc.stringMatching(/^[abcå]{1,5}(?:[-/.][ab1]{1,3})?$/);
const pieces = fc
  .array(fc.stringMatching(/^[abcå]{0,2}$/), { minLength: 2, maxLength: 4 })
  .filter((some) => some.some((piece) => piece !== ''));

describe('word forms', () => {
  it('finds the forms that match a truncated word, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { maxLength: 30 }), pieces, (forms, asked) => {
        const expected = forms.filter((one) => matchesNaively(one, asked)).toSorted();
        expect(new SurfaceForms(forms).matching(asked)).toEqual(expected);
      }),
    );
  });

  it('takes the signs of a pattern for themselves', () => {
    const forms = new SurfaceForms(['a.b', 'axb', 'a+b']);
    expect(forms.matching(['a.', ''])).toEqual(['a.b']);
    expect(new SurfaceForms([]).matching(['a', ''])).toEqual([]);
  });

  it('finds in a text what it finds among the words of the text, stop words apart', () => {
    const word = fc.oneof(form, fc.constantFrom('att', 'och', 'av/och', '(bac)', 'c,b'));
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, pieces, (said, asked) => {
        const forms = wordsOf(said).flatMap(formsOf);
        const found = forms.some((one) => termOf(one) !== null && matchesNaively(one, asked));
        expect(wordInText(asked)(said)).toBe(found);
      }),
      { numRuns: 500 },
    );
  });
});
