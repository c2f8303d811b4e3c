import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../archive/model/day.ts';
import type { Day } from '../../../../archive/model/day.ts';
import {
  boundsOfEdtf,
  compareNewest,
  compareOldest,
  edtfOf,
  precisionOf,
} from '../../../../archive/model/release-date.ts';
import { anyDay } from './dates.ts';

const bounds = fc
  .tuple(anyDay, fc.nat({ max: 3000 }), fc.constantFrom('both', 'from', 'to', 'none'))
  .map(([from, length, known]) => ({
    earliest: known === 'both' || known === 'from' ? from : null,
    latest: known === 'both' || known === 'to' ? addDays(from, length) : null,
  }));

function dated(
  id: string,
  earliest: Day | null,
  latest: Day | null,
): { id: string; date: { earliest: Day | null; latest: Day | null } } {
  return { id, date: { earliest, latest } };
}

describe('EDTF', () => {
  it.each([
    ['2017-12-08', '2017-12-08', '2017-12-08', 'day'],
    ['2017-12', '2017-12-01', '2017-12-31', 'month'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['2017', '2017-01-01', '2017-12-31', 'year'],
    ['[2016-05-25..2019-01-20]', '2016-05-25', '2019-01-20', 'bounds'],
    ['[2016-05-25..]', '2016-05-25', null, 'bounds'],
    ['[..2019-01-20]', null, '2019-01-20', 'bounds'],
    ['XXXX', null, null, 'unknown'],
  ])('%s means %s to %s, and is written back', (edtf, earliest, latest, precision) => {
    expect(boundsOfEdtf(edtf)).toEqual({ from: earliest, to: latest });
    expect(edtfOf(earliest, latest)).toBe(edtf);
    expect(precisionOf({ earliest, latest })).toBe(precision);
  });

  it.each([
    '2017-13',
    '2017-00',
    '2017-02-30',
    '2016-05-25/2019-01-20',
    '[2019-01-20..2016-05-25]',
    '[..]',
    '[2016-05..2019-01]',
    '17',
    '2017-1',
    'år 2017',
    '',
  ])('%j is not read', (text) => {
    expect(boundsOfEdtf(text)).toBeNull();
  });

  it('says exactly the bounds it was made from, whatever they are', () => {
    fc.assert(
      fc.property(bounds, ({ earliest, latest }) => {
        expect(boundsOfEdtf(edtfOf(earliest, latest))).toEqual({ from: earliest, to: latest });
      }),
    );
  });

  it('reads of any text nothing, or bounds that say the same again', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[[\]X.\d-]{0,26}$/u));
    fc.assert(
      fc.property(texts, (text) => {
        const read = boundsOfEdtf(text);
        const again = read === null ? null : boundsOfEdtf(edtfOf(read.from, read.to));
        expect(again).toEqual(read);
      }),
    );
  });
});

describe('the order of releases', () => {
  const day = dated('c', '2019-01-20', '2019-01-20');
  const month = dated('b', '2019-01-01', '2019-01-31');
  const wide = dated('a', '2016-05-25', '2019-01-20');
  const unknown = dated('d', null, null);

  it('newest first goes by latest day, then the more precise, then id; unknown last', () => {
    const twin = dated('cc', '2019-01-20', '2019-01-20');
    expect([unknown, wide, twin, day, month].toSorted(compareNewest).map(({ id }) => id)).toEqual([
      'b',
      'c',
      'cc',
      'a',
      'd',
    ]);
  });

  it('oldest first goes by earliest day, then the more precise, then id; unknown last', () => {
    const first = dated('e', '2019-01-01', '2019-01-01');
    expect([unknown, day, month, first, wide].toSorted(compareOldest).map(({ id }) => id)).toEqual([
      'a',
      'e',
      'b',
      'c',
      'd',
    ]);
  });

  it.each([
    ['newest', compareNewest],
    ['oldest', compareOldest],
  ])('%s first is a total order: any mixture sorts the same from any start', (_, compare) => {
    const items = fc
      .array(bounds, { maxLength: 12 })
      .map((list) => list.map((date, n) => ({ id: `r${n}`, date })));
    fc.assert(
      fc.property(items, (list) => {
        const ids = (of: typeof list): readonly string[] => of.toSorted(compare).map(({ id }) => id);
        expect(ids(list.toReversed())).toEqual(ids(list));
      }),
    );
  });
});
