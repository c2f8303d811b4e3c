import { describe, expect, it } from 'vitest';
import { correctedSchema } from '../../../../../main/contract/index.ts';
import type { OfficeHolder } from '../../../../../main/contract/index.ts';
import {
  aboutOther,
  correctedBy,
  emptyForm,
  formOf,
  recordedIn,
} from '../../../../../renderer/features/work/correction-form.ts';
import type { CorrectionForm } from '../../../../../renderer/features/work/correction-form.ts';
import { correctionSentence } from '../../../../../renderer/features/work/correction-words.ts';
import { wordsIn } from '../../../../../renderer/i18n/words.tsx';
import { viewOf } from '../reader/view.ts';

const holder = (personId: string, name: string): OfficeHolder => ({
  personId,
  name,
  held: {
    roleId: `${personId}-bostadsminister`,
    title: 'bostadsminister',
    from: '2014-05-03',
    to: '2017-12-20',
    toUnknown: false,
    sources: [],
    note: null,
  },
  relation: 'sender',
  strength: 'strong',
  certain: true,
  later: [],
  inOfficeStill: false,
  afterwards: null,
  evidence: [],
});
const view = viewOf({
  officeHolders: [
    holder('lindvall', 'Tore Lindvall'),
    { ...holder('lindvall', 'Tore Lindvall'), relation: 'quoted' },
  ],
  departments: [{ id: 'bo', label: 'Bostadsdepartementet', certain: true }],
});
const recorded = recordedIn(view);
const form = (over: Partial<CorrectionForm>): CorrectionForm => ({
  ...aboutOther(emptyForm, over.about ?? 'minister', recorded),
  ...over,
});
const said = (over: Partial<CorrectionForm>): string | null => {
  const corrected = correctedBy(form(over), view);
  return corrected === null ? null : correctionSentence(corrected, wordsIn('sv'));
};

describe('the form of a correction', () => {
  it('has each value of the archive once', () => {
    expect(recorded.minister.map(({ person }) => person.label)).toEqual(['Tore Lindvall']);
  });

  it('says what should stand instead, what should go and what is missing', () => {
    const nordh = { id: 'nordh', label: 'Karim Nordh' };
    expect(said({ value: nordh })).toBe(
      'Minister: Karim Nordh i stället för Tore Lindvall, bostadsminister.',
    );
    expect(said({ isGone: true })).toBe('Minister: Tore Lindvall, bostadsminister ska bort.');
    expect(said({ wrong: -1, value: nordh })).toBe('Minister: Karim Nordh saknas.');
    expect(said({ about: 'subject', value: { id: null, label: ' Hamnar ' } })).toBe('Ämne: Hamnar saknas.');
  });

  it('reads days as they are typed, alone or as bounds', () => {
    expect(said({ about: 'date', from: '9 december 2017' })).toBe(
      'Datum: 9 december 2017 i stället för 8 december 2017.',
    );
    expect(said({ about: 'date', from: 'maj 2016' })).toBe('Datum: maj 2016 i stället för 8 december 2017.');
    expect(said({ about: 'date', from: '2016-05-01', to: '2016-04-01' })).toBeNull();
    expect(said({ about: 'date', from: 'förra året' })).toBeNull();
  });

  it('is no correction while something is missing in it', () => {
    for (const about of ['minister', 'date', 'department', 'government', 'subject', 'other'] as const)
      expect([about, correctedBy(form({ about }), view)]).toEqual([about, null]);
    // Nothing can be taken away where the archive says nothing.
    expect(correctedBy(form({ about: 'government', isGone: true }), view)).toBeNull();
  });

  it('gives what the contract takes, and is filled in again as it was', () => {
    const forms = [
      form({ value: { id: 'nordh', label: 'Karim Nordh' }, ground: 'taggen' }),
      form({ isGone: true }),
      form({ about: 'department', value: { id: null, label: 'Miljödepartementet' } }),
      form({ about: 'date', from: '2017-12-09', to: '2017-12-09' }),
      form({ about: 'other', other: 'Bilden är fel.' }),
    ];
    for (const one of forms) {
      const corrected = correctedSchema.parse(correctedBy(one, view));
      expect(correctedBy(formOf(corrected, one.ground, view), view)).toEqual(corrected);
    }
  });
});
