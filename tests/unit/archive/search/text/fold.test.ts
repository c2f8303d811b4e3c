import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, foldText, letterVariants } from '../../../../../archive/search/core/text/fold.ts';

describe('folded texts', () => {
  it('have one letter case, one hyphen, one apostrophe and single spaces', () => {
    expect(foldText('  Åren\u00A02018–2022,\n EU’s  VÅRD ')).toBe("åren 2018-2022, eu's vård");
  });
});

describe('letters without their marks', () => {
  it.each([
    ['vård', 'vard'],
    ['värd', 'vard'],
    ['kommitté', 'kommitte'],
    ['færøerne', 'faroerne'],
    ['wałęsa', 'walesa'],
    ['covid-19', 'covid-19'],
  ])('takes %s for %s', (form, folded) => {
    expect(foldLetters(form)).toBe(folded);
  });

  it('lists for each letter those that it could be taken for, itself first', () => {
    const [v, a] = letterVariants('värd');
    expect(v).toBe('v');
    expect(a?.charAt(0)).toBe('ä');
    expect(a).toContain('a');
    expect(a).toContain('å');
    expect(a).not.toContain('o');
  });

  it('has every letter of a form among its own variants, and variants that fold alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (form) => {
        const variants = letterVariants(form);
        expect(variants).toHaveLength(form.length);
        variants.forEach((letters, at) => {
          expect(letters.charAt(0)).toBe(form.charAt(at));
          for (const letter of letters.split(''))
            expect(foldLetters(letter)).toBe(foldLetters(form.charAt(at)));
        });
      }),
    );
  });
});
