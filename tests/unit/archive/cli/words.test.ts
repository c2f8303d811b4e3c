import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateWords } from '../../../../archive/model/date-words.ts';
import { cacheHome } from '../../../../archive/cli/index-place.ts';
import { languageOf } from '../../../../archive/cli/language.ts';
import { problemSummary } from '../../../../archive/cli/problems.ts';
import { wrap } from '../../../../archive/cli/wrap.ts';
import { problem } from '../../../../archive/model/problem.ts';

describe('a date in words', () => {
  it.each([
    ['2017-12-08', '2017-12-08', '8 december 2017', '8 December 2017'],
    ['2017-12-01', '2017-12-31', 'december 2017', 'December 2017'],
    ['2017-01-01', '2017-12-31', '2017', '2017'],
    [
      '2016-05-25',
      '2019-01-20',
      'mellan 25 maj 2016 och 20 januari 2019',
      'between 25 May 2016 and 20 January 2019',
    ],
    [null, '2019-01-20', 'senast 20 januari 2019', 'no later than 20 January 2019'],
    ['2019-01-20', null, 'tidigast 20 januari 2019', 'no earlier than 20 January 2019'],
    [null, null, 'okänt datum', 'unknown date'],
  ])('%s to %s is said at its own precision', (earliest, latest, sv, en) => {
    expect(dateWords({ earliest, latest }, 'sv')).toBe(sv);
    expect(dateWords({ earliest, latest }, 'en')).toBe(en);
  });
});

describe('the language of the command', () => {
  it.each([
    [{ LANG: 'sv_SE.UTF-8' }, 'sv'],
    [{ LANG: 'sv' }, 'sv'],
    [{ LANG: 'sv_SE.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'sv_SE.UTF-8', LC_ALL: '' }, 'sv'],
    [{ LANG: 'svalbard' }, 'en'],
    [{}, 'en'],
  ])('under %o is %s', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});

describe('wrapping', () => {
  it('keeps every word in order and no line wider than asked, save for a longer word', () => {
    const words = fc.array(fc.stringMatching(/^[a-zåäö]{1,14}$/u), { maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (of, width) => {
        const lines = wrap(of.join(' '), width, '  ').split('\n');
        expect(lines.flatMap((line) => line.split(' ').filter((word) => word !== ''))).toEqual(of);
        const long = lines.filter((line) => line.length > width);
        expect(long.every((line) => line.trim().split(' ').length === 1)).toBe(true);
      }),
    );
  });
});

describe('problems summed up', () => {
  it('are told by sort with their number, and a few of each', () => {
    const many = Array.from({ length: 7 }, (_, n) => problem('source-bad-encoding', { file: `f${n}.html` }));
    const text = problemSummary([problem('source-empty', { file: 'a' }), ...many], 'en');
    expect(text).toContain('source-bad-encoding: 7');
    expect(text).toContain('… and 2 more');
    expect(text.indexOf('source-bad-encoding')).toBeLessThan(text.indexOf('source-empty'));
  });
});

describe('the place of disposable files', () => {
  it('is the one the environment names, if it is absolute', () => {
    expect(cacheHome({ XDG_CACHE_HOME: '/var/cache/me' }, 'linux')).toBe('/var/cache/me');
    expect(cacheHome({ XDG_CACHE_HOME: 'here' }, 'linux')).toMatch(/\.cache$/u);
    expect(cacheHome({}, 'darwin')).toMatch(/Library.Caches$/u);
  });
});
