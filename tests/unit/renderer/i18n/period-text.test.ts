import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysInMonth } from '../../../../main/contract/index.ts';
import { parsePeriodText } from '../../../../renderer/i18n/period-text.ts';
import { dayInWords, monthNames } from '../../../../renderer/i18n/dates.ts';

const day = fc
  .record({ year: fc.integer({ min: 1800, max: 2199 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: daysInMonth(year, month) }).map((date) => ({ year, month, date })),
  );
const iso = ({ year, month, date }: { year: number; month: number; date: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;

describe('what a person writes for the end of a period', () => {
  it('is read as the day it is, in words and numbers, in either language, for either end', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('from' as const, 'to' as const), (given, edge) => {
        const wanted = iso(given);
        const { year, month, date } = given;
        const ways = [
          wanted,
          wanted.replaceAll('-', ''),
          `${date}/${month} ${year}`,
          `${date}.${month}.${year}`,
          dayInWords(wanted, 'sv'),
          dayInWords(wanted, 'en').toUpperCase(),
          `den ${dayInWords(wanted, 'sv')}`,
          `${monthNames('en')[month - 1] ?? ''} ${date}, ${year}`,
          `${date} ${(monthNames('sv')[month - 1] ?? '').slice(0, 3)}. ${year}`,
        ];
        const read = ways.map((way) => [way, parsePeriodText(way, edge)]);
        expect(read).toEqual(ways.map((way) => [way, wanted]));
      }),
    );
  });

  it('begins a month or a year on its first day and ends it on its last', () => {
    fc.assert(
      fc.property(day, ({ year, month }) => {
        const first = iso({ year, month, date: 1 });
        const last = iso({ year, month, date: daysInMonth(year, month) });
        for (const way of [`${monthNames('sv')[month - 1] ?? ''} ${year}`, first.slice(0, 7)]) {
          expect([way, parsePeriodText(way, 'from'), parsePeriodText(way, 'to')]).toEqual([way, first, last]);
        }
        expect(parsePeriodText(` ${year} `, 'from')).toBe(`${year}-01-01`);
        expect(parsePeriodText(String(year), 'to')).toBe(`${year}-12-31`);
      }),
    );
  });

  it.each([
    '',
    'snart',
    '31 juni 2016',
    '2017-02-29',
    '2017-13',
    'maj',
    '12',
    '8 december',
    'ma 2016',
    '2016 2017',
    '1 2 maj 2016',
    '99999',
  ])('is not guessed at: %j', (text) => {
    expect(parsePeriodText(text, 'from')).toBeNull();
  });

  it('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parsePeriodText(text, 'to') ?? '2016-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});
