import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysInMonth } from '../../../../archive/model/day.ts';
import { parseSwedishDate, parseSwedishDay } from '../../../../archive/sources/swedish-date.ts';
import { anyDay, printDay, dayForms } from '../../../fixtures/sources/printed-days.ts';

describe('a printed date is read at the precision it is printed at', () => {
  test.each([
    ['8 december 2017', '2017-12-08', '2017-12-08'],
    ['02 juli 2026', '2026-07-02', '2026-07-02'],
    ['den 8 dec. 2017', '2017-12-08', '2017-12-08'],
    ['Fredag den 8:e december 2017', '2017-12-08', '2017-12-08'],
    ['8 december 2017 kl. 10:15', '2017-12-08', '2017-12-08'],
    ['27 October 2025', '2025-10-27', '2025-10-27'],
    ['October 27, 2025', '2025-10-27', '2025-10-27'],
    ['2017-12-08', '2017-12-08', '2017-12-08'],
    ['2014-11-20T09:30:00', '2014-11-20', '2014-11-20'],
    ['2014-11-20 09:30', '2014-11-20', '2014-11-20'],
    ['29 februari 2016', '2016-02-29', '2016-02-29'],
    ['december 2017', '2017-12-01', '2017-12-31'],
    ['februari 2016', '2016-02-01', '2016-02-29'],
    ['2017-12', '2017-12-01', '2017-12-31'],
    ['2017', '2017-01-01', '2017-12-31'],
  ])('%s', (text, from, to) => {
    expect(parseSwedishDate(text)).toEqual({ from, to });
  });

  test('odd white space, capitals, soft hyphens and decomposed letters do not matter', () => {
    expect(parseSwedishDate('  8\u00A0DECEM\u00ADBER\n2017 ')).toEqual({
      from: '2017-12-08',
      to: '2017-12-08',
    });
    expect(parseSwedishDate('ma\u030Andag 11 december 2017')).toEqual({
      from: '2017-12-11',
      to: '2017-12-11',
    });
  });
});

describe('what is no date is not made into one', () => {
  test.each([
    '',
    '31 juni 2017',
    '29 februari 2017',
    '0 maj 2017',
    '2017-13-01',
    '2017-13',
    '2017-02-30',
    '8 decemder 2017',
    '8 december',
    'den 2017',
    '2017/18',
    '12017',
    '8 december 2017 i Stockholm',
    'Publicerad',
  ])('%j', (text) => {
    expect(parseSwedishDate(text)).toBeNull();
  });

  test('no text whatever makes it throw, and whatever it reads is a closed range in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const range = parseSwedishDate(text);
        expect(range === null || (range.from ?? '') <= (range.to ?? '')).toBe(true);
      }),
    );
  });
});

test('every day, printed in every form, reads back as itself', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...dayForms), (day, form) => {
      expect(parseSwedishDay(printDay(day, form))).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

test('a month reads as all its days and no other', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const range = parseSwedishDate(day.slice(0, 7));
      const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
      expect(range?.from).toBe(`${day.slice(0, 7)}-01`);
      expect(addDays(range?.from ?? '', daysInMonth(year, month) - 1)).toBe(range?.to);
    }),
  );
});
