import { describe, expect, it } from 'vitest';
import { combiningForm, combiningForms } from '../../../../../archive/search/core/compounds/linking.ts';
import type { Joint } from '../../../../../archive/search/core/compounds/linking.ts';

describe('a word before another', () => {
  it.each<[string, Joint, string, number]>([
    ['vård', '+', 'vård', 0],
    ['försvar', 's', 'försvars', 1],
    ['skola', 'a', 'skol', 0],
    ['kvinna', 'o', 'kvinno', 0],
    ['gata', 'u', 'gatu', 0],
    ['fråga', 'e', 'fråge', 0],
    ['hyra', 'h', 'hyres', 1],
    ['pojke', 'E', 'pojk', 0],
    ['arbete', 'S', 'arbets', 1],
    ['familj', 'x', 'familje', 1],
    ['barn', 'y', 'barna', 1],
    ['föräldrar', 'r', 'föräldra', 0],
    ['ansökningar', 'A', 'ansöknings', 1],
  ])('%s with the joint %s is %s', (word, joint, form, linking) => {
    expect(combiningForm(word, joint)).toEqual({ joint, form, linking });
  });

  it.each<[string, Joint]>([
    ['vård', 'a'],
    ['bas', 's'],
    ['skola', 'x'],
    ['delar', 'A'],
    ['regler', 'r'],
  ])('%s has not the joint %s', (word, joint) => {
    expect(combiningForm(word, joint)).toBeNull();
  });

  it('has no two joints that give the same form and leave different words', () => {
    for (const word of ['skola', 'arbete', 'vård', 'föräldrar', 'ansökningar']) {
      const forms = combiningForms(word).map(({ form }) => form);
      expect(new Set(forms).size).toBe(forms.length);
    }
  });
});
