import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForm, formsOf, wordsOf } from '../../../../../archive/search/core/text/words.ts';

const formsIn = (text: string): readonly (readonly string[])[] => wordsOf(text).map(formsOf);

describe('words of a text', () => {
  it.each([
    ['covid-19', ['covid-19', 'covid', '19']],
    ['2023/24', ['2023/24', '2023', '24']],
    ['S2021/05469', ['s2021/05469', 's2021', '05469']],
    ['S2021/05469/FS', ['s2021/05469/fs', 's2021', '05469', 'fs', 's2021/05469', '05469/fs']],
    ['2017/18:1', ['2017/18:1', '2017', '18', '1', '2017/18', '18:1']],
    ['1,5', ['1,5', '1', '5']],
    ['e-post', ['e-post', 'e', 'post']],
  ])('finds %s whole and by its parts', (text, forms) => {
    expect(formsIn(text)).toEqual([forms]);
  });

  it.each([
    ['EU:s', 'eu'],
    ['vd:ar', 'vd'],
    ['Sweden’s', 'sweden'],
    ['S:t', 's:t'],
  ])('takes the ending of %s for inflection where it is one', (text, form) => {
    expect(wordsOf(text).map((word) => word.form)).toEqual([form]);
  });

  it('parts a designation from its kind, and leaves signs at the ends out', () => {
    expect(formsIn('(SOU 2019:12), prop. 2017/18:1.').map(([whole]) => whole)).toEqual([
      'sou',
      '2019:12',
      'prop',
      '2017/18:1',
    ]);
  });

  it('parts words between which a space was forgotten', () => {
    expect(formsIn('prop.2017/18:1').map(([whole]) => whole)).toEqual(['prop', '2017/18:1']);
    expect(formsIn('år 2019.Sedan').map(([whole]) => whole)).toEqual(['år', '2019', 'sedan']);
    expect(formsIn('Dnr:S2021/05469').flat()).toContain('s2021/05469');
  });

  it('takes a no-break space for a space and every hyphen for one', () => {
    expect(formsIn('5\u00A0procent').flat()).toEqual(['5', 'procent']);
    expect(formsIn('2018–2022')).toEqual(formsIn('2018-2022'));
    expect(formsIn('EU\u2011länder')).toEqual(formsIn('EU-länder'));
  });

  it('keeps å, ä and ö apart from a and o, composed or not', () => {
    expect(foldForm('VÅRD')).toBe('vård');
    expect(foldForm('VÅRD'.normalize('NFD'))).toBe('vård');
    expect(foldForm('vård')).not.toBe(foldForm('värd'));
  });

  it('knows words in other letters than Latin', () => {
    expect(formsIn('Слава Україні')).toEqual([['слава'], ['україні']]);
  });

  it('says where every word and part stands, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
        const text = raw.normalize('NFC');
        let last = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          last = word.end;
          for (const part of word.parts) {
            expect(part.start).toBeGreaterThanOrEqual(word.start);
            expect(part.end).toBeLessThanOrEqual(word.end);
            expect(foldForm(text.slice(part.start, part.end)).slice(0, 64)).toBe(part.form);
          }
        }
      }),
    );
  });

  it('finds the same words in a text and in a text around it', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,8}(?:[-/:.][a-zåäö0-9]{1,6}){0,3}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const alone = words.flatMap((one) => wordsOf(one).map(({ form }) => form));
        expect(wordsOf(` (${words.join(') – ”')}!`).map(({ form }) => form)).toEqual(alone);
      }),
    );
  });

  it('bounds the length of a form', () => {
    const [word] = wordsOf('a'.repeat(5000));
    expect(word?.form.length).toBe(64);
    expect(word?.end).toBe(5000);
  });
});
