import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionKinds } from '../../../../../main/contract/index.ts';
import type { Addition, AdditionKind } from '../../../../../main/contract/index.ts';
import {
  foldAdditions,
  groupAdditions,
  wordsOfClause,
} from '../../../../../renderer/features/search/additions.ts';

const add = (form: string, kind: AdditionKind = 'inflection', releases = 10): Addition => ({
  form,
  kind,
  releases,
  on: true,
});
const nothingOff: ReadonlySet<string> = new Set();

const many: fc.Arbitrary<readonly Addition[]> = fc.uniqueArray(
  fc.record({
    form: fc.string({ minLength: 1, maxLength: 12 }),
    kind: fc.constantFrom(...additionKinds),
    releases: fc.nat(30_000),
    on: fc.constant(true),
  }),
  { selector: ({ form }) => form, maxLength: 30 },
);

describe('forms that were added', () => {
  it('stand together by why they were added, inflections before compounds', () => {
    const groups = groupAdditions([add('vårdval', 'compound'), add('vården'), add('vårdens')]);
    expect(groups.map(({ kind, forms }) => [kind, forms.length])).toEqual([
      ['inflection', 2],
      ['compound', 1],
    ]);
  });

  it('are folded to one line: a word’s own forms, and how many there are of other kinds', () => {
    const compounds = Array.from({ length: 20 }, (_, n) => add(`vårdform${n}`, 'compound'));
    const groups = groupAdditions([add('vården'), add('vårdens'), ...compounds]);
    const { groups: shown, hidden, hiddenKinds } = foldAdditions(groups, 36, nothingOff);
    expect(shown.map(({ kind, forms }) => [kind, forms.length])).toEqual([['inflection', 2]]);
    expect(hidden).toBe(20);
    expect(hiddenKinds).toEqual(['compound']);
  });

  it('are all there when the line has room for them', () => {
    const groups = groupAdditions([add('vården'), add('vårdval', 'compound'), add('vårdköer', 'compound')]);
    expect(foldAdditions(groups, 60, nothingOff)).toEqual({ groups, hidden: 0, hiddenKinds: [] });
  });

  it('of a wider search have a line of their own', () => {
    const related = Array.from({ length: 12 }, (_, n) => add(`annatord${n}`, 'associated'));
    const groups = groupAdditions([add('vården'), add('vårdens'), ...related]);
    const { groups: shown } = foldAdditions(groups, 36, nothingOff);
    expect(shown.map(({ kind, forms }) => [kind, forms.length])).toEqual([
      ['inflection', 2],
      ['associated', 2],
    ]);
  });

  it('that are switched off stay in sight however long the line', () => {
    const groups = groupAdditions(Array.from({ length: 20 }, (_, n) => add(`skolform${n}`)));
    const { groups: shown } = foldAdditions(groups, 20, new Set(['skolform17']));
    expect(shown.flatMap(({ forms }) => forms.map(({ form }) => form))).toContain('skolform17');
  });

  it('are all shown or counted as hidden, never one alone hidden', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 0, max: 80 }), (also, letters) => {
        const { groups, hidden, hiddenKinds } = foldAdditions(groupAdditions(also), letters, nothingOff);
        const shown = groups.flatMap(({ forms }) => forms);
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length + hidden).toBe(also.length);
        expect(hidden).not.toBe(1);
        expect(hiddenKinds.length > 0).toBe(hidden > 0);
        expect(shown.length > 0).toBe(also.length > 0);
      }),
    );
  });
});

describe('the words of a clause', () => {
  it('are those typed, without what was read into them', () => {
    expect(wordsOfClause({ form: 'fuzzy', text: 'segregatoin~2' })).toBe('segregatoin');
    expect(wordsOfClause({ form: 'near', text: 'utsatta NÄRA/10 =områden' })).toBe('utsatta områden');
    expect(wordsOfClause({ form: 'word', text: '2019:12' })).toBe('2019:12');
  });
});
