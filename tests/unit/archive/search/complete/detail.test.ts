import { describe, expect, it } from 'vitest';
import { detailOf } from '../../../../../archive/search/core/complete/detail.ts';

const person = (...roles: readonly (readonly [string, string | null, string | null])[]): string | null =>
  detailOf({
    id: 'karim-nordh',
    label: 'Karim Nordh',
    roles: roles.map(([title, from, to]) => ({ title, from, to })),
  });

describe('what is told beside a name', () => {
  it('is the offices of a person with their years', () => {
    expect(
      person(['arbetsminister', '2014-05-03', '2016-09-07'], ['finansminister', '2016-09-07', null]),
    ).toBe('arbetsminister 2014–2016; finansminister 2016–');
    expect(person(['byggminister', '2014-05-03', '2014-12-31'])).toBe('byggminister 2014');
    expect(person(['byggminister', null, '2014-12-31'])).toBe('byggminister –2014');
    expect(person(['byggminister', null, null])).toBe('byggminister');
    expect(person()).toBeNull();
  });

  it('has the terms of one office together, those that follow each other as one', () => {
    expect(
      person(
        ['utrikesminister', '2013-01-21', '2014-05-03'],
        ['statsminister', '2014-05-03', '2018-11-21'],
        ['statsminister', '2018-11-21', '2020-06-12'],
        ['utrikesminister', '2022-10-04', null],
      ),
    ).toBe('utrikesminister 2013–2014, 2022–; statsminister 2014–2020');
  });

  it('is the years of a department, and nothing where nothing is known', () => {
    const of = { id: 'a', label: 'A' };
    expect(detailOf({ ...of, from: '2015-01-01', to: null })).toBe('2015–');
    expect(detailOf({ ...of, from: null, to: '2014-12-31' })).toBe('–2014');
    expect(detailOf({ ...of, from: null, to: null })).toBeNull();
    expect(detailOf(of)).toBeNull();
  });
});
