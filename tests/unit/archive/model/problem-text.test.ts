import { describe, expect, it } from 'vitest';
import { problemPlace, problemText } from '../../../../archive/model/problem-text.ts';
import { problemWordsEn } from '../../../../archive/model/problem-words.en.ts';
import { problemWordsSv } from '../../../../archive/model/problem-words.sv.ts';
import { problem, problemCodes } from '../../../../archive/model/problem.ts';

/** The particulars a template names, and those it can do without. */
function particulars(template: string): {
  readonly all: ReadonlySet<string>;
  readonly needed: ReadonlySet<string>;
} {
  const names = (text: string): ReadonlySet<string> =>
    new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''));
  return { all: names(template), needed: names(template.replaceAll(/\[[^\]]*\]/gu, '')) };
}

describe('a problem in words', () => {
  it('fills in particulars and its place', () => {
    const damaged = problem('package-entry-damaged', { file: 'data/releases/0.jsonl' });
    expect(problemText(damaged, 'sv')).toContain(
      'Filen data/releases/0.jsonl är inte som när paketet gjordes.',
    );
    expect(problemText(damaged, 'en')).toContain('The file data/releases/0.jsonl is not as it was');
  });

  it('leaves out a passage whose particular is missing or empty', () => {
    const differ = problem(
      'banner-role-dates-differ',
      { id: 'a' },
      { office: 'energiminister', pageFrom: '2019-01-21', pageTo: '', registerTo: '2021-11-30' },
    );
    expect(problemText(differ, 'sv')).toBe(
      'Sidan anger 2019-01-21 som energiminister; registret anger till 2021-11-30. Registrets dagar gäller; sidans ord är kvar.',
    );
  });

  it('never reads a particular as a template', () => {
    const hostile = problem('date-unreadable', {}, { text: '{id} [x] $&' });
    expect(problemText(hostile, 'en')).toContain('“{id} [x] $&”');
  });

  it.each(problemCodes)('%s has words in both languages that name the same particulars', (code) => {
    const [sv, en] = [particulars(problemWordsSv[code]), particulars(problemWordsEn[code])];
    expect([...sv.all].toSorted()).toEqual([...en.all].toSorted());
    expect([...sv.needed].toSorted()).toEqual([...en.needed].toSorted());
    for (const language of ['sv', 'en'] as const) {
      const bare = problemText(problem(code), language);
      expect(bare).toMatch(/^\p{Lu}.*[.?]$/u);
      expect(bare).not.toMatch(/[[\]{}]| {2}| [.,;:]/u);
    }
  });
});

describe('the place of a problem', () => {
  it('is file and line, as far as they are known', () => {
    expect(problemPlace(problem('source-bad-json', { file: 'a.json', line: 3 }))).toBe('a.json:3');
    expect(problemPlace(problem('source-bad-json', { file: 'a.json' }))).toBe('a.json');
    expect(problemPlace(problem('source-bad-json'))).toBe('');
  });
});
