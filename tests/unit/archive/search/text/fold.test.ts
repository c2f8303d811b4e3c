import { describe, expect, it } from 'vitest';
import { foldSections, foldText, foldedSection } from '../../../../../archive/search/core/text/fold.ts';

describe('folded texts', () => {
  it('have one letter case, one hyphen, one apostrophe and single spaces', () => {
    expect(foldText('  Åren\u00A02018–2022,\n EU’s  VÅRD ')).toBe("åren 2018-2022, eu's vård");
  });

  it('keep their sections and blocks apart', () => {
    const folded = foldSections({ title: ['Ny Bro'], lead: ['En\nbro.'], body: ['Ett.', 'Två.'] });
    expect(foldedSection(folded, 'title').trim()).toBe('ny bro');
    expect(foldedSection(folded, 'lead').trim()).toBe('en bro.');
    expect(foldedSection(folded, 'body').trim().split('\n')).toEqual(['ett.', 'två.']);
  });

  it('cannot be taken apart elsewhere by signs in a text', () => {
    const folded = foldSections({ title: ['a\u0001b'], lead: [], body: ['c\n\u0001\nd'] });
    expect(foldedSection(folded, 'title').trim()).toBe('a b');
    expect(foldedSection(folded, 'body').trim()).toBe('c d');
  });
});
