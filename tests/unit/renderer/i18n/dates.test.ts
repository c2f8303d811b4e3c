import { describe, expect, it } from 'vitest';
import {
  dateInWords,
  dayInWords,
  instantInWords,
  rangeInWords,
  yearsInWords,
} from '../../../../renderer/i18n/dates.ts';

const date = (
  earliest: string | null,
  latest: string | null,
): { earliest: string | null; latest: string | null } => ({
  earliest,
  latest,
});

describe('a date is said at its own precision', () => {
  it.each([
    [date('2017-12-08', '2017-12-08'), '8 december 2017', '8 December 2017'],
    [date('2017-12-01', '2017-12-31'), 'december 2017', 'December 2017'],
    [date('2016-02-01', '2016-02-29'), 'februari 2016', 'February 2016'],
    [date('2017-01-01', '2017-12-31'), '2017', '2017'],
    [
      date('2016-05-25', '2019-01-20'),
      'mellan 25 maj 2016 och 20 januari 2019',
      'between 25 May 2016 and 20 January 2019',
    ],
    [date('2014-10-03', null), 'tidigast 3 oktober 2014', 'not before 3 October 2014'],
    [date(null, '2014-10-03'), 'senast 3 oktober 2014', 'not after 3 October 2014'],
    [date(null, null), 'utan känt datum', 'date not known'],
  ])('%j', (given, swedish, english) => {
    expect(dateInWords(given, 'sv')).toBe(swedish);
    expect(dateInWords(given, 'en')).toBe(english);
  });
});

describe('days and intervals', () => {
  it('are written in words', () => {
    expect(dayInWords('2014-08-01', 'sv')).toBe('1 augusti 2014');
    expect(rangeInWords('2014-05-03', '2018-11-20', 'sv')).toBe('3 maj 2014 – 20 november 2018');
    expect(rangeInWords('2018-11-21', null, 'sv')).toBe('från 21 november 2018');
    expect(rangeInWords(null, '2018-11-21', 'en')).toBe('until 21 November 2018');
    expect(rangeInWords(null, null, 'sv')).toBeNull();
  });

  it('are shortened to years where that is enough', () => {
    expect(yearsInWords('2014-05-03', '2018-11-20')).toBe('2014–2018');
    expect(yearsInWords('2014-05-03', '2014-11-20')).toBe('2014');
    expect(yearsInWords('2014-05-03', null)).toBe('2014–');
    expect(yearsInWords(null, null)).toBe('');
  });

  it('of an instant are said to the day; anything else stays as it stands', () => {
    expect(instantInWords('2024-11-30T08:15:00Z', 'sv')).toBe('30 november 2024');
    expect(instantInWords('i höstas', 'sv')).toBe('i höstas');
  });
});
