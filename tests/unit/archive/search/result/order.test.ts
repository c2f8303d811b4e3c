import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNewest, compareOldest, noFilters, sortOrders } from '../../../../../archive/model/index.ts';
import type { SortOrder } from '../../../../../archive/model/index.ts';
import type { CatalogueEntry } from '../../../../../archive/search/core/catalogue/catalogue-builder.ts';
import type { Matches } from '../../../../../archive/search/core/match/matches.ts';
import { Narrower } from '../../../../../archive/search/core/result/narrow.ts';
import { pageOf } from '../../../../../archive/search/core/result/order.ts';
import type { Placed } from '../../../../../archive/search/core/result/order.ts';
import { catalogueOf, certainly, entryOf, exampleNames } from '../small-catalogue.ts';

const titles = new Intl.Collator('sv', { numeric: true });

interface Found {
  readonly entry: CatalogueEntry;
  readonly score: number;
  readonly partly: number;
  readonly isAsked: boolean;
}

const day = fc.constantFrom(null, '2015-01-01', '2016-06-15', '2017-12-20');

const release: fc.Arbitrary<Found> = fc
  .record({
    title: fc.constantFrom('Ängar', 'Åar', 'Bro 10', 'Bro 9', 'bro 9'),
    on: day,
    score: fc.constantFrom(0, 0.5, 0.5, 1, 2),
    partly: fc.constantFrom(0, 0, 1, 2),
    isAsked: fc.boolean(),
  })
  .map(({ title, on, score, partly, isAsked }) => ({
    entry: entryOf(
      { title, date: { earliest: on, latest: on }, values: { kind: certainly(isAsked ? 'tal' : 'artikel') } },
      0,
    ),
    score,
    partly,
    isAsked,
  }));

const result = fc.record({
  found: fc
    .array(release, { maxLength: 20 })
    .map((all) =>
      all.map((one, n) => ({ ...one, entry: { ...one.entry, id: String(n).padStart(16, '0') } })),
    ),
  sort: fc.constantFrom(...sortOrders),
  offset: fc.nat(22),
  limit: fc.nat(22),
  hasParts: fc.boolean(),
  filters: fc.constantFrom(noFilters, { ...noFilters, kind: ['tal'] }),
});

function before(sort: SortOrder, hasParts: boolean): (a: Found, b: Found) => number {
  const newest = (a: Found, b: Found): number => compareNewest(a.entry, b.entry);
  switch (sort) {
    case 'newest':
      return newest;
    case 'oldest':
      return (a, b) => compareOldest(a.entry, b.entry);
    case 'title':
      return (a, b) => titles.compare(a.entry.title, b.entry.title) || newest(a, b);
    case 'relevance':
      return (a, b) => (hasParts ? a.partly - b.partly : 0) || b.score - a.score || newest(a, b);
  }
}

describe('a page of a result', () => {
  it('is the stretch of the whole result in order that was asked for', () => {
    fc.assert(
      fc.property(result, ({ found, sort, offset, limit, hasParts, filters }) => {
        const catalogue = catalogueOf(found.map(({ entry }) => entry));
        const matches: Matches = {
          refs: Uint32Array.from(found.keys()),
          scores: Float64Array.from(found, ({ score }) => score),
          partly: hasParts ? Uint8Array.from(found, ({ partly }) => partly) : null,
        };
        const asked = { filters, period: { from: null, to: null } };
        const narrowed = new Narrower(catalogue, exampleNames).narrow(matches.refs, asked);
        const page = pageOf(matches, narrowed, { sort, offset, limit }, catalogue);
        const all = found.filter(({ isAsked }) => filters.kind.length === 0 || isAsked);
        const expected = all.toSorted(before(sort, hasParts)).slice(offset, offset + limit);
        expect(page.map(({ ref, score }) => [catalogue.ids[ref], score])).toEqual(
          expected.map(({ entry, score }) => [entry.id, score]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('says of each release whether it lies only possibly inside the period asked for', () => {
    const dates = [
      ['2016-01-01', '2016-12-31'],
      ['2016-05-01', '2016-05-01'],
      ['2014-01-01', '2014-01-01'],
      ['2015-01-01', '2019-12-31'],
    ] as const;
    const catalogue = catalogueOf(
      dates.map(([earliest, latest], n) => entryOf({ date: { earliest, latest } }, n)),
    );
    const refs = Uint32Array.from(dates.keys());
    const matches: Matches = { refs, scores: new Float64Array(4), partly: null };
    const asked = { filters: noFilters, period: { from: '2016-01-01', to: '2016-08-31' } };
    const narrowed = new Narrower(catalogue, exampleNames).narrow(refs, asked);
    const page = pageOf(matches, narrowed, { sort: 'oldest', offset: 0, limit: 9 }, catalogue);
    expect(page).toEqual<Placed[]>([
      { ref: 3, score: 0, possible: true },
      { ref: 0, score: 0, possible: true },
      { ref: 1, score: 0, possible: false },
    ]);
  });
});
