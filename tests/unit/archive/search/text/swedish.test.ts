import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { PIPELINE_NAME, termOf } from '../../../../../archive/search/core/text/swedish.ts';

describe('Swedish terms', () => {
  it.each([
    ['regering', 'regeringens'],
    ['kommun', 'kommunerna'],
    ['vapenlag', 'vapenlagen'],
    ['segregation', 'segregationens'],
    ['eu-land', 'eu-landens'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(termOf(one)).toBe(termOf(other));
  });

  it.each(['2023/24', 'covid-19', 's2021/05469', '2019:12', '2017/18:1', '1,5', '05469'])(
    'leaves the number %s as it is',
    (form) => {
      expect(termOf(form)).toBe(form);
    },
  );

  it.each(['och', 'om', 'att', 'är', 'över'])('has no term for the stop word %s', (form) => {
    expect(termOf(form)).toBeNull();
  });

  it('keeps vård and värd apart', () => {
    expect(termOf('vård')).not.toBe(termOf('värd'));
  });

  it.each(['constructor', '__proto__', 'tostring', 'hasownproperty', 'слава'])(
    'has a term for %s like for any word',
    (form) => {
      expect(termOf(form)).toEqual(expect.any(String));
      expect(termOf(form)).not.toBe('');
    },
  );

  it('is registered with lunr, so that an index can name it', () => {
    expect(() => lunr.Pipeline.load([PIPELINE_NAME])).not.toThrow();
  });
});
