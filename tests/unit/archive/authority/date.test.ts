import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateRelease, monthOfAddress } from '../../../../archive/authority/date.ts';
import type { DateBound } from '../../../../archive/authority/date.ts';
import { intersectRanges } from '../../../../archive/model/day.ts';
import type { DayRange } from '../../../../archive/model/day.ts';
import { boundsOfEdtf } from '../../../../archive/model/release-date.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { saidOf } from './invented.ts';

interface Page {
  readonly dates?: Said['dates'];
  readonly address?: string;
  readonly period?: DayRange;
  readonly roles?: readonly DayRange[];
}

function date({ dates = [], address, period, roles = [] }: Page): ReturnType<typeof dateRelease> {
  const bound = (range: DayRange): DateBound => ({ range, evidence: [] });
  return dateRelease({
    id: 'x',
    said: saidOf({ dates }, address ?? null),
    periods: period === undefined ? [] : [bound(period)],
    roleBounds: () => roles.map(bound),
  });
}

const meta = (text: string): Said['dates'][number] => ({ role: 'published', where: 'meta', text });
const printed = (text: string): Said['dates'][number] => ({ role: 'published', where: 'text', text });
const inMonth = 'https://fjallriket.example/pressmeddelanden/2017/12/ett-besked';

describe('a release’s date', () => {
  it('is the metadata’s, before the address and the printed one', () => {
    const { date: found, conflicts } = date({
      dates: [printed('8 december 2017'), meta('2017-12-08')],
      address: inMonth,
    });
    expect(found).toMatchObject({ edtf: '2017-12-08', basis: 'meta' });
    expect(conflicts).toEqual([]);
  });

  it('is the address’s month where nothing else is known, and no day is made up', () => {
    const { date: found } = date({ address: inMonth });
    expect(found).toMatchObject({
      edtf: '2017-12',
      earliest: '2017-12-01',
      latest: '2017-12-31',
      basis: 'url',
    });
    expect(found.evidence).toEqual([{ kind: 'tag', block: -1, start: -1, end: -1, quote: '/2017/12/' }]);
  });

  it('is the printed day within the address’s month', () => {
    expect(date({ dates: [printed('den 8 dec. 2017')], address: inMonth }).date).toMatchObject({
      edtf: '2017-12-08',
      basis: 'text',
    });
  });

  it('stays with the better source where two differ, and says so', () => {
    const { date: found, conflicts } = date({ dates: [meta('2018-01-03')], address: inMonth });
    expect(found).toMatchObject({ edtf: '2018-01-03', basis: 'meta' });
    expect(conflicts).toMatchObject([
      { code: 'date-meta-url-differ', id: 'x', params: { meta: '2018-01-03', url: '2017-12' } },
    ]);
  });

  it('is never the day a page was created, and at latest the day it was updated', () => {
    expect(date({ dates: [{ role: 'created', where: 'meta', text: '2015-04-02' }] }).date).toMatchObject({
      edtf: 'XXXX',
      basis: null,
    });
    expect(date({ dates: [{ role: 'updated', where: 'meta', text: '2018-03-04' }] }).date.edtf).toBe(
      '[..2018-03-04]',
    );
    expect(
      date({ dates: [{ role: 'updated', where: 'meta', text: '2018-03-04' }], address: inMonth }).date.edtf,
    ).toBe('2017-12');
  });

  it('that cannot be read is reported; one left empty is not', () => {
    expect(date({ dates: [meta('31 juni 2018')] }).conflicts).toMatchObject([
      { code: 'date-unreadable', params: { text: '31 juni 2018' } },
    ]);
    expect(date({ dates: [printed(' ')] }).conflicts).toEqual([]);
  });

  it('is bounded by the banner’s period and by the roles named', () => {
    const period = { from: '2014-10-03', to: '2019-01-20' };
    expect(date({ period }).date).toMatchObject({ edtf: '[2014-10-03..2019-01-20]', basis: 'banner' });
    const roles = [{ from: '2016-05-25', to: '2021-11-30' }];
    expect(date({ period, roles }).date).toMatchObject({ edtf: '[2016-05-25..2019-01-20]', basis: 'role' });
  });

  it('reports a banner that its month contradicts, and keeps the month', () => {
    const { date: found, conflicts } = date({ address: inMonth, period: { from: '2019-01-21', to: null } });
    expect(found.edtf).toBe('2017-12');
    expect(conflicts).toMatchObject([{ code: 'banner-period-differs', params: { date: '2017-12' } }]);
  });

  it('is not narrowed by roles once the month is known', () => {
    expect(date({ address: inMonth, roles: [{ from: '2017-12-10', to: null }] }).date.edtf).toBe('2017-12');
    expect(date({ dates: [printed('2017')], roles: [{ from: '2017-12-10', to: null }] }).date.edtf).toBe(
      '[2017-12-10..2017-12-31]',
    );
  });

  it('is never narrowed to one day, nor to none, by roles', () => {
    const meeting = [
      { from: null, to: '2017-12-10' },
      { from: '2017-12-10', to: null },
    ];
    expect(date({ dates: [printed('2017')], roles: meeting }).date.edtf).toBe('2017');
    const apart = [
      { from: null, to: '2017-02-01' },
      { from: '2017-12-10', to: null },
    ];
    expect(date({ dates: [printed('2017')], roles: apart }).date.edtf).toBe('2017');
  });

  it('says the same in EDTF and in days, whatever bounds it', () => {
    const day = fc
      .date({ min: new Date('1996-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10));
    const range = fc
      .tuple(fc.option(day), fc.option(day))
      .map(([a, b]): DayRange =>
        a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b },
      );
    fc.assert(
      fc.property(
        fc.option(range, { nil: undefined }),
        fc.array(range, { maxLength: 3 }),
        (period, roles) => {
          const { date: found } = date({ ...(period === undefined ? {} : { period }), roles });
          expect(boundsOfEdtf(found.edtf)).toEqual({ from: found.earliest, to: found.latest });
          const days = { from: found.earliest, to: found.latest };
          expect(intersectRanges(days, period ?? days)).toEqual(days);
        },
      ),
    );
  });
});

describe('an address', () => {
  it('has a month only where year and month stand as folders', () => {
    expect(monthOfAddress('https://a.example/tal/2016/02/x')).toEqual({
      from: '2016-02-01',
      to: '2016-02-29',
    });
    expect(monthOfAddress('https://a.example/tal/2016/02')).toEqual({ from: '2016-02-01', to: '2016-02-29' });
    for (const path of [
      '/tal/20222/08/x',
      '/tal/2016/13/x',
      '/tal/2016/2/x',
      '/tal/2016-02/x',
      '/sou-201602/',
    ]) {
      expect(monthOfAddress(`https://a.example${path}`)).toBeNull();
    }
  });
});
