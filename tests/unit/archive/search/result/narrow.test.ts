import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfEdtf, facetNames, noFilters } from '../../../../../archive/model/index.ts';
import type { DayRange, FacetName, FacetValue, Filters } from '../../../../../archive/model/index.ts';
import type { CatalogueEntry } from '../../../../../archive/search/core/catalogue/catalogue-builder.ts';
import { liveRefs } from '../../../../../archive/search/core/catalogue/columns.ts';
import type { Catalogue } from '../../../../../archive/search/core/catalogue/columns.ts';
import { yearsOf } from '../../../../../archive/search/core/document.ts';
import { Narrower } from '../../../../../archive/search/core/result/narrow.ts';
import type { Narrowed } from '../../../../../archive/search/core/result/narrow.ts';
import { catalogueOf, certainly, entryOf, exampleNames, linkTo } from '../small-catalogue.ts';
import { countsOf, standToAll } from './naive.ts';
import type { Asked } from './naive.ts';

const always: DayRange = { from: null, to: null };

const persons = ['karim-nordh', 'signe-ahlgren', 'maj-britt-ost'];
const offices = ['arbetsminister', 'finansminister', 'statsminister'];
const dates = [
  '2012-03-04',
  '2015',
  '2016-06',
  '[2016-01-01..2018-02-01]',
  '2019-01',
  'XXXX',
  '[..2015-01-01]',
];
const governments = ['brandt', 'ahlgren-1', 'ahlgren-2'];

/** Some of these, each certain or not. */
const valuesOf = (...ids: string[]): fc.Arbitrary<readonly { id: string; certain: boolean }[]> =>
  fc
    .subarray(ids)
    .chain((chosen) => fc.tuple(...chosen.map((id) => fc.boolean().map((certain) => ({ id, certain })))));

const entry: fc.Arbitrary<CatalogueEntry> = fc
  .record({
    withdrawn: fc.boolean(),
    date: fc.constantFrom(...dates),
    ministers: fc.array(
      fc.record({
        person: fc.constantFrom(...persons),
        office: fc.constantFrom(...offices),
        strong: fc.boolean(),
        certain: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    department: valuesOf('kulturdepartementet', 'energi-och-klimatdepartementet'),
    government: valuesOf(...governments),
    kind: valuesOf('pressmeddelande', 'tal'),
    subject: valuesOf('energi', 'skola', 'utan-namn'),
    language: valuesOf('sv', 'en', 'ej kod'),
  })
  .map(({ date, withdrawn, ministers, ...values }) => {
    const range = boundsOfEdtf(date);
    const bounds = { earliest: range?.from ?? null, latest: range?.to ?? null };
    const years = yearsOf(bounds);
    const year = years.map((id) => ({ id, certain: years.length === 1 }));
    return entryOf({ withdrawn, ministers, date: bounds, values: { ...values, year } }, 0);
  });

const some = (...ids: string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...ids, 'unknown']) },
  );

const from = fc.constantFrom(null, null, '2015-06-01', '2016-06-15');
const to = fc.constantFrom(null, null, '2016-06-15', '2018-01-01');

const filters: fc.Arbitrary<Filters> = fc.record({
  minister: some(...persons),
  role: some(...offices),
  department: some('kulturdepartementet', 'energi-och-klimatdepartementet'),
  government: some(...governments),
  mandatePeriod: some('2014-2018'),
  year: some('2015', '2016', '2017'),
  kind: some('pressmeddelande', 'tal'),
  subject: some('energi', 'skola'),
  language: some('sv', 'en'),
  from,
  to,
  certain: fc.boolean(),
  strong: fc.boolean(),
  withdrawn: fc.boolean(),
});

const asked: fc.Arbitrary<Asked> = fc.record({
  filters: fc.oneof(fc.constant(noFilters), filters),
  period: fc.record({ from, to }),
});

/** A list, and what is asked of which of it, one after another. */
const searches = fc
  .array(entry, { maxLength: 12 })
  .chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.array(fc.tuple(fc.subarray(entries.map((_, ref) => ref)), asked), { minLength: 1, maxLength: 4 }),
    ),
  );

/** Releases, some of them held anew by a later package, and what is asked of all that count, one after another. */
const wholes = fc
  .array(
    fc.record({ one: entry, isLive: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()) }),
    {
      maxLength: 16,
    },
  )
  .chain((entries) => fc.tuple(fc.constant(entries), fc.array(asked, { minLength: 1, maxLength: 4 })));

function keptOf(refs: Uint32Array, { kept }: Narrowed): readonly number[] {
  return kept === null ? [...refs] : Array.from(kept, (at) => refs[at] ?? -1);
}

function countsIn(values: readonly FacetValue[]): ReadonlyMap<string, object> {
  return new Map(values.map(({ id, count, uncertain }) => [id, { count, uncertain }]));
}

describe('filters and facets', () => {
  it('find and count, again and again, what asking release by release and value by value would', () => {
    fc.assert(
      fc.property(searches, ([entries, asks]) => {
        const narrower = new Narrower(catalogueOf(entries), exampleNames);
        for (const [chosen, ask] of asks) {
          const refs = Uint32Array.from(chosen);
          const among = chosen.map((ref) => entries[ref] ?? entryOf({}, ref));
          const stands = among.map((one) => standToAll(one, ask));
          const narrowed = narrower.narrow(refs, ask);
          expect(keptOf(refs, narrowed)).toEqual(chosen.filter((_, at) => stands[at] !== 'outside'));
          expect(chosen.filter((_, at) => narrowed.possible?.[at] === 1)).toEqual(
            chosen.filter((_, at) => stands[at] === 'possible'),
          );
          expect(narrowed.possibleTotal).toBe(stands.filter((stand) => stand === 'possible').length);
          expect(narrowed.total).toBe(keptOf(refs, narrowed).length);
          expect(narrower.total(refs, ask)).toBe(narrowed.total);
          for (const facet of facetNames)
            expect(countsIn(narrowed.facets[facet])).toEqual(countsOf(among, facet, ask));
        }
      }),
      { numRuns: 600 },
    );
  });

  it('find and count of all releases at once what they do of a list of them all', () => {
    fc.assert(
      fc.property(wholes, ([entries, asks]) => {
        const built = catalogueOf(entries.map(({ one, isLive }, n) => (isLive ? one : entryOf({}, n))));
        const live = Uint8Array.from(entries, ({ isLive }) => (isLive ? 1 : 0));
        const catalogue: Catalogue = { ...built, live: live.includes(0) ? live : null };
        const refs = liveRefs(catalogue);
        const among = Array.from(refs, (ref) => entries[ref]?.one ?? entryOf({}, ref));
        const narrower = new Narrower(catalogue, exampleNames);
        const byList = new Narrower(catalogue, exampleNames);
        for (const ask of asks) {
          const narrowed = narrower.narrowAll(ask);
          for (const facet of facetNames)
            expect(countsIn(narrowed.facets[facet])).toEqual(countsOf(among, facet, ask));
          const expected = byList.narrow(refs, ask);
          expect(keptOf(refs, narrowed)).toEqual(keptOf(refs, expected));
          expect({ ...narrowed, kept: null }).toEqual({ ...expected, kept: null });
        }
      }),
      { numRuns: 400 },
    );
  });

  it('list values with most releases first, then as Swedish sorts their names; times with the newest first', () => {
    const label = new Intl.Collator('sv', { numeric: true });
    const byTime: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
    fc.assert(
      fc.property(searches, ([entries, asks]) => {
        const narrower = new Narrower(catalogueOf(entries), exampleNames);
        for (const [chosen, ask] of asks) {
          const { facets } = narrower.narrow(Uint32Array.from(chosen), ask);
          for (const facet of facetNames) {
            const values = facets[facet];
            const inOrder = byTime.has(facet)
              ? values.toSorted((a, b) => ((a.from ?? a.label) < (b.from ?? b.label) ? 1 : -1))
              : values.toSorted((a, b) => b.count - a.count || label.compare(a.label, b.label));
            expect(values).toEqual(inOrder);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a facet', () => {
  const facetsOf = (entries: readonly CatalogueEntry[], over: Partial<Filters> = {}): Narrowed['facets'] => {
    const refs = Uint32Array.from(entries.keys());
    const ask = { filters: { ...noFilters, ...over }, period: always };
    return new Narrower(catalogueOf(entries), exampleNames).narrow(refs, ask).facets;
  };

  it('lists what was chosen even when nothing has it', () => {
    const entries = [entryOf({ values: { subject: certainly('skola') } }, 0)];
    const { minister, subject } = facetsOf(entries, { minister: ['ingen'], subject: ['ingenting', 'skola'] });
    expect(minister).toEqual([{ id: 'ingen', label: 'ingen', count: 0, uncertain: 0, roles: [] }]);
    expect(subject.map(({ id, count }) => [id, count])).toEqual([
      ['ingenting', 0],
      ['skola', 0],
    ]);
    expect(facetsOf(entries, { year: ['1999'], subject: ['skola'] }).year).toEqual([
      { id: '1999', label: '1999', count: 0, uncertain: 0 },
    ]);
  });

  it('tells of a person the offices held, of a department its days and its names before', () => {
    const { minister, department, subject } = facetsOf([
      entryOf(
        {
          ministers: [linkTo('tore-lindvall', 'byggminister')],
          values: {
            department: certainly('bostadsdepartementet', 'kulturdepartementet'),
            subject: certainly('skola'),
          },
        },
        0,
      ),
    ]);
    expect(minister).toEqual([
      {
        id: 'tore-lindvall',
        label: 'Tore Lindvall',
        count: 1,
        uncertain: 0,
        roles: [
          { title: 'byggminister', from: '2014-05-03', to: '2014-12-31' },
          { title: 'bostadsminister', from: '2015-01-01', to: '2017-12-20' },
        ],
      },
    ]);
    expect(department[0]).toEqual({
      id: 'bostadsdepartementet',
      label: 'Bostadsdepartementet',
      count: 1,
      uncertain: 0,
      from: '2015-01-01',
      to: null,
      formerly: ['Byggdepartementet'],
    });
    expect(department[1]).toEqual({
      id: 'kulturdepartementet',
      label: 'Kulturdepartementet',
      count: 1,
      uncertain: 0,
      from: null,
      to: null,
    });
    expect(subject).toEqual([{ id: 'skola', label: 'Skola', count: 1, uncertain: 0 }]);
  });

  it('counts a person once for a release that links several of her offices, and certainly', () => {
    const doubtful = (office: string): CatalogueEntry['ministers'][number] => ({
      ...linkTo('karim-nordh', office),
      certain: false,
    });
    const { minister, role } = facetsOf([
      entryOf({ ministers: [doubtful('arbetsminister'), doubtful('finansminister')] }, 0),
    ]);
    expect(minister.map(({ count, uncertain }) => [count, uncertain])).toEqual([[1, 0]]);
    expect(role.map(({ count, uncertain }) => [count, uncertain])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
