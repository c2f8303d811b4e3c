import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { governmentsOf, mandatePeriodsOf } from '../../../../archive/authority/periods.ts';
import { addDays } from '../../../../archive/model/day.ts';
import { edtfOf } from '../../../../archive/model/release-date.ts';
import type { ReleaseDate } from '../../../../archive/model/release-date.ts';
import { inventedData, inventedRegister as register } from './invented.ts';

function between(earliest: string | null, latest: string | null): ReleaseDate {
  return { edtf: edtfOf(earliest, latest), earliest, latest, basis: 'url', evidence: [] };
}

function shortly(values: readonly { readonly id: string; readonly certain: boolean }[]): readonly string[] {
  return values.map(({ id, certain }) => `${id}${certain ? '' : '?'}`);
}

describe('the government of a release', () => {
  it('is certain when its date allows only one', () => {
    expect(shortly(governmentsOf(register, between('2012-01-01', '2014-10-03')))).toEqual(['alvhult']);
  });

  it('is both, uncertain, on the day of change and in a month with one', () => {
    const both = ['alvhult?', 'brannmo?'];
    expect(shortly(governmentsOf(register, between('2014-10-04', '2014-10-04')))).toEqual(both);
    expect(shortly(governmentsOf(register, between('2014-10-01', '2014-10-31')))).toEqual(both);
  });

  it('is none when nothing bounds the date', () => {
    expect(governmentsOf(register, between(null, null))).toEqual([]);
    expect(shortly(governmentsOf(register, between('2015-01-01', null)))).toEqual(['brannmo?', 'vinterek?']);
  });
});

describe('the mandate period of a release', () => {
  it('changes the day the new parliament convenes, not with the government', () => {
    expect(shortly(mandatePeriodsOf(register, between('2014-09-28', '2014-09-28')))).toEqual(['2010-2014']);
    expect(shortly(mandatePeriodsOf(register, between('2014-09-29', '2014-09-29')))).toEqual(['2014-2018']);
    expect(shortly(mandatePeriodsOf(register, between('2018-09-01', '2018-09-30')))).toEqual([
      '2014-2018?',
      '2018-2022?',
    ]);
  });
});

describe('every possible value', () => {
  it('holds exactly when one of its days is one of the release’s', () => {
    const start = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 400 }), (offset, length) => {
        const from = addDays('2010-10-05', offset);
        const days = Array.from({ length: length + 1 }, (_, n) => addDays(from, n));
        const date = between(from, addDays(from, length));
        const expected = inventedData.governments
          .filter((row) => days.some((day) => day >= row.from && (row.to === null || day <= row.to)))
          .map((row) => row.id);
        expect(governmentsOf(register, date).map((value) => value.id)).toEqual(expected);
      }),
    );
  });
});
