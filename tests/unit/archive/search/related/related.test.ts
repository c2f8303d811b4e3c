import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relatedReleaseSchema } from '../../../../../archive/model/index.ts';
import type { RelatedRelease } from '../../../../../archive/model/index.ts';
import { RelatedFinder } from '../../../../../archive/search/core/related/related.ts';
import { openLibrary, pageId } from '../small-library.ts';
import type { Page } from '../small-library.ts';

const related = (pages: readonly Page[], n = 0): readonly RelatedRelease[] => {
  const { holdings, readings } = openLibrary(pages);
  return new RelatedFinder({ ...holdings, sizeOf: (ref) => readings[ref]?.length ?? 0 }).of(n);
};
const ids = (found: readonly RelatedRelease[]): readonly string[] => found.map(({ id }) => id);

const nordh = ['karim-nordh.bostadsminister', 'strong'] as const;
const ost = ['maj-britt-ost.energiminister', 'strong'] as const;
/** Pages of something else, so that a word in two of them is a rare one. */
const others = (count: number): readonly Page[] =>
  Array.from({ length: count }, (_, n) => ({ title: `Annat ${'abcdefghijklmnopqrstuvwxyz'[n % 26]}xq` }));

describe('the releases that go with one', () => {
  it('are those that name the same matter, above all', () => {
    const found = related([
      {
        title: 'Ett',
        date: '2017-03-01',
        designations: ['prop. 2016/17:48'],
        subjects: ['energi'],
        ministers: [ost],
      },
      { title: 'Två', date: '2017-03-02', subjects: ['energi'], ministers: [ost] },
      { title: 'Tre', date: '2012-01-01', designations: ['prop. 2016/17:48'] },
    ]);
    expect(ids(found)).toEqual([pageId(2), pageId(1)]);
    expect(found[0]?.grounds).toEqual([
      { type: 'designation', designations: [{ kind: 'other', value: 'prop. 2016/17:48' }] },
    ]);
    expect(found[1]?.grounds).toEqual([
      {
        type: 'minister',
        persons: [{ id: 'maj-britt-ost', label: 'Maj-Britt Öst' }],
        subjects: [{ id: 'energi', label: 'Energi' }],
        days: 1,
      },
    ]);
    for (const one of found) expect(() => relatedReleaseSchema.parse(one)).not.toThrow();
  });

  it('are not those that name what very many do', () => {
    const page = { designations: ['SFS 2010:900'] };
    expect(related(Array.from({ length: 41 }, () => page))).toEqual([]);
    expect(related(Array.from({ length: 40 }, () => page))).not.toEqual([]);
  });

  it('need minister and subject and nearness at once, and surely', () => {
    const page = { date: '2017-03-01', subjects: ['bostader'], ministers: [nordh] };
    const found = related([
      page,
      { ...page, date: '2017-04-01' },
      { ...page, date: '2017-04-02' },
      { ...page, date: '2017-03' },
      { ...page, date: '2017' },
      { ...page, date: 'XXXX' },
      { ...page, subjects: ['energi'] },
      { ...page, ministers: [ost] },
      { ...page, ministers: [['karim-nordh.bostadsminister', 'weak']] },
    ]);
    expect(ids(found).toSorted()).toEqual([pageId(1), pageId(3)]);
  });

  it('share several words that few others have; which, is told as texts write them', () => {
    const text = 'Fyrljus, mistlur och bojar längs farleden';
    const found = related([
      { title: text },
      { title: 'Bojarna, fyrljuset och mistluren vid farleden' },
      { title: 'Fyrljus och bojar' },
      ...others(40),
    ]);
    expect(ids(found)).toEqual([pageId(1)]);
    expect(found[0]?.grounds).toEqual([
      { type: 'words', words: expect.arrayContaining(['fyrljus']) as unknown, subjects: [] },
    ]);
  });

  it('are not those that are so long that they have a little of everything', () => {
    const text = 'Fyrljus, mistlur och bojar längs farleden';
    const long = Array.from({ length: 60 }, (_, n) => `Ord${String.fromCharCode(97 + (n % 26))} står här`);
    const found = related([
      { title: text },
      { title: text, body: long },
      { title: `${text} i norr` },
      ...others(40),
    ]);
    expect(ids(found)).toEqual([pageId(2)]);
  });

  it('are never withdrawn, and none is no fault', () => {
    const page = { title: 'Ett', designations: ['Ds 2015:1'] };
    expect(related([page, { ...page, withdrawn: true }])).toEqual([]);
    expect(related([{ title: 'Ensam' }])).toEqual([]);
  });

  it('are those that a naive model gives, in its order', () => {
    fc.assert(
      fc.property(fc.array(somePage, { minLength: 1, maxLength: 14 }), (pages) => {
        for (const n of pages.keys()) expect(ids(related(pages, n))).toEqual(naive(pages, n));
      }),
      { numRuns: 60 },
    );
  });
});

const rare = ['fyrljus', 'mistlur', 'bojar', 'skarvar', 'klippor', 'vassar'] as const;
const somePage: fc.Arbitrary<Page & { readonly date: string; readonly words: readonly string[] }> = fc
  .record({
    words: fc.uniqueArray(fc.constantFrom(...rare), { maxLength: 6 }),
    date: fc.constantFrom('2017-03-01', '2017-03-20', '2017-04-15', '2017-04', '2018'),
    designations: fc.uniqueArray(fc.constantFrom('Ds 2015:1', 'SOU 2016:2'), { maxLength: 2 }),
    subjects: fc.uniqueArray(fc.constantFrom('energi', 'bostader'), { maxLength: 2 }),
    ministers: fc.subarray([nordh, ost]),
    withdrawn: fc.boolean(),
  })
  .map((page) => ({ ...page, title: page.words.join(' ') }));

const days: Readonly<Record<string, readonly [string, string]>> = {
  '2017-04': ['2017-04-01', '2017-04-30'],
  '2018': ['2018-01-01', '2018-12-31'],
};

/** What docs/search.md says of it, page against page, with sets alone. */
function naive(
  pages: readonly (typeof somePage extends fc.Arbitrary<infer P> ? P : never)[],
  n: number,
): readonly string[] {
  const own = pages[n];
  if (own === undefined) return [];
  const size = pages.length;
  const having = (word: string): number => pages.filter((page) => page.words.includes(word)).length;
  const telling = own.words
    .filter((word) => having(word) >= 2 && having(word) <= Math.max(2, size * 0.1))
    .map((word) => ({ word, weight: Math.log(size / having(word)) }));
  const whole = telling.reduce((sum, { weight }) => sum + weight, 0);
  const { holdings, readings } = openLibrary(pages);
  const reading = (at: number): number => readings[at]?.length ?? 0;
  const scored = pages.flatMap((page, at) => {
    if (at === n || page.withdrawn === true) return [];
    const both = <T>(one: readonly T[] = [], other: readonly T[] = []): number =>
      one.filter((value) => other.includes(value)).length;
    const designations = both(own.designations, page.designations);
    const subjects = both(own.subjects, page.subjects);
    const span = [own.date, page.date].flatMap((date) => days[date] ?? [date]).toSorted();
    const apart = (Date.parse(span.at(-1) ?? '') - Date.parse(span[0] ?? '')) / 86_400_000;
    const near = both(own.ministers, page.ministers) > 0 && subjects > 0 && apart <= 31;
    const shared = telling.filter(({ word }) => page.words.includes(word));
    const longer = reading(at) / reading(n);
    const share = (shared.reduce((sum, { weight }) => sum + weight, 0) / whole) * Math.min(1, 3 / longer);
    const alike = shared.length >= 3 && share >= (subjects > 0 ? 0.25 : 0.4);
    const sum =
      (designations > 0 ? 2 + designations : 0) + (near ? 2 - apart / 32 : 0) + (alike ? 2 * share : 0);
    const points = Math.round(sum * 1e6) / 1e6;
    return points > 0 ? [{ at, points }] : [];
  });
  const order = holdings.catalogue.newest;
  return scored
    .toSorted((a, b) => b.points - a.points || (order[a.at] ?? 0) - (order[b.at] ?? 0))
    .slice(0, 6)
    .map(({ at }) => pageId(at));
}
