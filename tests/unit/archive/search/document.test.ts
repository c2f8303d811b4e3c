import { describe, expect, it } from 'vitest';
import { yearsOf } from '../../../../archive/search/core/document.ts';

describe('the years of a date', () => {
  it.each([
    ['2016-02-03', '2016-02-03', ['2016']],
    ['2016-12-01', '2018-01-31', ['2016', '2017', '2018']],
    [null, '2018-01-31', []],
    ['2016-12-01', null, []],
    [null, null, []],
    ['1000-01-01', '1999-12-31', []],
  ])('%s to %s', (earliest, latest, years) => {
    expect(yearsOf({ earliest, latest })).toEqual(years);
  });
});
