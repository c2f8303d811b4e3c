import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayNumber,
  dayOfNumber,
  refsWithValue,
} from '../../../../../archive/search/core/catalogue/columns.ts';
import { catalogueOf, entryOf } from '../small-catalogue.ts';

describe('releases with one of some values', () => {
  it('are those that have it, certain or not', () => {
    const ids = ['energi', 'skola', 'kultur'];
    const subjects = fc.array(fc.record({ id: fc.constantFrom(...ids), certain: fc.boolean() }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(subjects, { maxLength: 10 }), fc.subarray(ids), (all, chosen) => {
        const column = catalogueOf(all.map((subject, n) => entryOf({ values: { subject } }, n))).facets
          .subject;
        const wanted = Uint8Array.from(column.ids, (id) => (chosen.includes(id) ? 1 : 0));
        const expected = [...all.keys()].filter(
          (n) => all[n]?.some(({ id }) => chosen.includes(id)) === true,
        );
        expect([...refsWithValue(column, wanted)]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('days as numbers', () => {
  it('compare as the days do, and can be had back', () => {
    const days = ['0001-01-01', '1969-12-31', '1970-01-01', '2016-02-29', '2016-03-01'];
    const numbers = days.map(dayNumber);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(numbers.map(dayOfNumber)).toEqual(days);
  });
});
