import { describe, expect, it } from 'vitest';
import { noFilters, timelineRequestSchema, timelineSchema } from '../../../../../archive/model/index.ts';
import type { Filters, Timeline, TimelineRequest } from '../../../../../archive/model/index.ts';
import { openLibrary } from '../small-library.ts';

const library = openLibrary([
  { title: 'Hamn', date: '2015-02-03', kind: 'pressmeddelande' },
  { title: 'Hamnen', date: '2015-12', kind: 'tal' },
  { title: 'Hamn igen', date: '2016', kind: 'pressmeddelande' },
  { title: 'Hamnar', date: '[2015-11-01..2017-02-01]', kind: 'tal' },
  { title: 'Bro', date: '2017-05-06', kind: 'pressmeddelande' },
  { title: 'Broar', date: 'XXXX', kind: 'tal' },
  { title: 'Hamn som togs tillbaka', date: '2014-01-01', withdrawn: true },
]);

type Asked = Partial<Omit<TimelineRequest, 'filters'>> & { readonly filters?: Partial<Filters> };

function timeline({ filters, ...asked }: Asked = {}): Timeline {
  const request = timelineRequestSchema.parse({
    query: '',
    unit: 'year',
    from: null,
    to: null,
    ...asked,
    filters: { ...noFilters, ...filters },
  });
  return timelineSchema.parse(library.engine.timeline(request));
}

describe('the timeline of a result', () => {
  it('spans the archive, counts every release of the result once, and names the inexact and the undated', () => {
    expect(timeline()).toEqual({
      unit: 'year',
      scale: { from: '2014-01-01', to: '2017-05-06' },
      main: { from: '2014-01-01', to: '2017-05-06' },
      shown: { from: '2014-01-01', to: '2017-05-06' },
      counts: [0, 2, 1, 1],
      inexact: 1,
      undated: 1,
      before: 0,
      after: 0,
    });
  });

  it('counts what is found, over the same scale', () => {
    expect(timeline({ query: 'hamn' })).toMatchObject({ counts: [0, 2, 1, 0], inexact: 1, undated: 0 });
    expect(timeline({ query: 'hamn', filters: { kind: ['tal'] } })).toMatchObject({
      scale: { from: '2014-01-01', to: '2017-05-06' },
      counts: [0, 1, 0, 0],
      inexact: 1,
    });
  });

  it('is not narrowed by the period chosen on it, but by one that the query asks for', () => {
    const period = { from: '2016-01-01', to: '2016-12-31' };
    expect(timeline({ filters: period })).toEqual(timeline());
    expect(timeline({ filters: { ...period, certain: true } })).toEqual(timeline());
    expect(timeline({ query: 'datum:2017' })).toMatchObject({ counts: [0, 0, 0, 1], inexact: 1, undated: 1 });
  });

  it('lets withdrawn releases count where they are let in', () => {
    expect(timeline({ filters: { withdrawn: true } }).counts).toEqual([1, 2, 1, 1]);
  });

  it('tells what lies outside the days shown, and fits dates to bins as fine as those shown', () => {
    expect(timeline({ unit: 'month', from: '2015-11-10', to: '2016-01-10' })).toMatchObject({
      counts: [0, 1, 0],
      inexact: 2,
      undated: 1,
      before: 1,
      after: 1,
    });
  });

  it('goes with an archive that no date is known of', () => {
    const undated = openLibrary([{ title: 'Bro', date: 'XXXX' }]);
    const request = { query: '', filters: noFilters, unit: 'year', from: null, to: null } as const;
    expect(undated.engine.timeline(request)).toMatchObject({
      scale: null,
      shown: null,
      counts: [],
      undated: 1,
    });
  });
});
