import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames, noFilters, rangeWithin, rangesOverlap } from '../../../../../archive/model/index.ts';
import type { FacetName, Filters } from '../../../../../archive/model/index.ts';
import type { CatalogueEntry } from '../../../../../archive/search/core/catalogue/catalogue-builder.ts';
import { openLibrary, pageId } from '../small-library.ts';
import type { Page } from '../small-library.ts';

const roles = [
  'karim-nordh.energiminister',
  'karim-nordh.bostadsminister',
  'signe-ahlgren.statsminister',
  'maj-britt-ost.energiminister',
];
const dates = [
  '2012-03-04',
  '2014-05-03',
  '2015',
  '2016-06',
  '[2016-01-01..2018-02-01]',
  '2017-12-20',
  '2019-01',
  'XXXX',
  '[..2015-01-01]',
];

const page: fc.Arbitrary<Page> = fc.record({
  title: fc.constantFrom('Bro', 'Hamn'),
  date: fc.constantFrom(...dates),
  ministers: fc.uniqueArray(
    fc.tuple(
      fc.constantFrom(...roles),
      fc.constantFrom<('strong' | 'weak')[]>('strong', 'weak'),
      fc.boolean(),
    ),
    { selector: ([role]) => role, maxLength: 3 },
  ),
  departments: fc.subarray(['narings', 'energi']),
  subjects: fc.subarray(['energi', 'bostader']),
  kind: fc.constantFrom('pressmeddelande', 'tal'),
  language: fc.constantFrom('sv', 'en'),
  withdrawn: fc.boolean(),
});

const some = (...ids: string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...ids, 'unknown']) },
  );

const filters: fc.Arbitrary<Filters> = fc.record({
  minister: some('karim-nordh', 'signe-ahlgren', 'maj-britt-ost'),
  role: some('energiminister', 'bostadsminister', 'statsminister'),
  department: some('narings', 'energi'),
  government: some('brandt', 'ahlgren-i', 'ahlgren-ii'),
  mandatePeriod: some('2010-2014', '2014-2018', '2018-2022'),
  year: some('2014', '2015', '2016', '2017', '2018'),
  kind: some('pressmeddelande', 'tal'),
  subject: some('energi', 'bostader'),
  language: some('sv', 'en'),
  from: fc.constantFrom(null, null, '2015-06-01', '2016-06-15'),
  to: fc.constantFrom(null, null, '2016-06-15', '2018-01-01'),
  certain: fc.boolean(),
  strong: fc.boolean(),
  withdrawn: fc.boolean(),
});

type Stand = 'outside' | 'possible' | 'inside';

const periods: ReadonlySet<FacetName> = new Set(['government', 'mandatePeriod', 'year']);
const valueNames = facetNames.filter((facet) => facet !== 'minister' && facet !== 'role');

function standTo(
  entry: CatalogueEntry,
  facet: (typeof valueNames)[number],
  chosen: readonly string[],
): Stand {
  if (chosen.length === 0) return 'inside';
  const values = entry.values[facet];
  const met = values.filter(({ id }) => chosen.includes(id));
  if (met.length === 0) return 'outside';
  const isInside = !periods.has(facet) || met.some(({ certain }) => certain) || met.length === values.length;
  return isInside ? 'inside' : 'possible';
}

function standToDays(entry: CatalogueEntry, asked: Filters): Stand {
  const range = { from: entry.date.earliest, to: entry.date.latest };
  if (!rangesOverlap(range, asked)) return 'outside';
  return rangeWithin(range, asked) ? 'inside' : 'possible';
}

/** How an entry stands to all filters at once, straight from what they mean. */
function standToAll(entry: CatalogueEntry, asked: Filters): Stand {
  if (entry.withdrawn && !asked.withdrawn) return 'outside';
  const hasLink = entry.ministers.some(
    ({ person, office, strong }) =>
      (strong || !asked.strong) &&
      (asked.minister.length === 0 || asked.minister.includes(person)) &&
      (asked.role.length === 0 || asked.role.includes(office)),
  );
  if (asked.minister.length + asked.role.length > 0 && !hasLink) return 'outside';
  const stands = [
    standToDays(entry, asked),
    ...valueNames.map((facet) => standTo(entry, facet, asked[facet])),
  ];
  if (stands.includes('outside')) return 'outside';
  if (!stands.includes('possible')) return 'inside';
  return asked.certain ? 'outside' : 'possible';
}

/** A facet's counts by asking for each of its values alone: what counting in one pass must come to. */
function countsNaively(
  entries: readonly CatalogueEntry[],
  facet: FacetName,
  asked: Filters,
): ReadonlyMap<string, number> {
  const ids = new Set(
    entries.flatMap((entry) => {
      if (facet === 'minister') return entry.ministers.map(({ person }) => person);
      if (facet === 'role') return entry.ministers.map(({ office }) => office);
      return entry.values[facet].map(({ id }) => id);
    }),
  );
  const counts = [...ids].map((id) => {
    const alone = { ...asked, [facet]: [id] };
    return [id, entries.filter((entry) => standToAll(entry, alone) !== 'outside').length] as const;
  });
  return new Map(counts.filter(([id, count]) => count > 0 || asked[facet].includes(id)));
}

describe('filters and facets', () => {
  it('find and count what asking page by page and value by value would', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 12 }), filters, (pages, asked) => {
        const library = openLibrary(pages);
        const answer = library.search({ filters: asked, sort: 'oldest' });
        const stands = library.entries.map((entry) => standToAll(entry, asked));
        const inside = (n: number): boolean => stands[n] !== 'outside';
        expect(answer.hits.map(({ id }) => id).toSorted()).toEqual(
          pages.map((_, n) => pageId(n)).filter((_, n) => inside(n)),
        );
        expect(answer.total).toBe(stands.filter((stand) => stand !== 'outside').length);
        expect(answer.possible).toBe(stands.filter((stand) => stand === 'possible').length);
        expect(answer.hits.filter(({ possible }) => possible)).toHaveLength(answer.possible);
        for (const facet of facetNames) {
          const counted = new Map(answer.facets[facet].map(({ id, count }) => [id, count]));
          for (const id of asked[facet])
            if (!library.entries.some((entry) => knows(entry, facet, id))) counted.delete(id);
          expect(counted).toEqual(countsNaively(library.entries, facet, asked));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lists what was chosen even when nothing has it, and says what is uncertain', () => {
    const library = openLibrary([
      { date: '[2017-12-01..2018-01-31]' },
      { date: '2017-03-04' },
      { date: 'XXXX' },
    ]);
    const { facets } = library.search({ filters: { ...noFilters, minister: ['ingen'] } });
    expect(facets.minister).toEqual([{ id: 'ingen', label: 'ingen', count: 0, uncertain: 0, roles: [] }]);
    const all = library.search();
    expect(all.facets.year.map(({ id, count, uncertain }) => [id, count, uncertain])).toEqual([
      ['2018', 1, 1],
      ['2017', 2, 1],
    ]);
    expect(
      all.facets.government.map(({ label, from, to, count, uncertain }) => [
        label,
        from,
        to,
        count,
        uncertain,
      ]),
    ).toEqual([
      ['Regeringen Ahlgren II', '2017-12-20', null, 1, 1],
      ['Regeringen Ahlgren I', '2014-05-03', '2017-12-20', 2, 1],
    ]);
  });

  it('tells of a person the offices held, of a department its names before', () => {
    const library = openLibrary([
      { ministers: [['karim-nordh.energiminister', 'weak']], departments: ['energi'] },
    ]);
    const { facets } = library.search();
    expect(facets.minister[0]).toEqual({
      id: 'karim-nordh',
      label: 'Karim Nordh',
      count: 1,
      uncertain: 0,
      roles: [
        { title: 'energiminister', from: '2014-05-03', to: '2016-06-01' },
        { title: 'bostadsminister', from: '2016-06-01', to: '2017-12-20' },
      ],
    });
    expect(facets.department[0]?.formerly).toEqual(['Näringsdepartementet']);
  });

  it('counts a person once for a release that links several of her offices', () => {
    const library = openLibrary([
      {
        ministers: [
          ['karim-nordh.energiminister', 'strong', false],
          ['karim-nordh.bostadsminister', 'strong', false],
        ],
      },
    ]);
    const { facets } = library.search();
    expect(facets.minister.map(({ count, uncertain }) => [count, uncertain])).toEqual([[1, 0]]);
    expect(facets.role.map(({ count, uncertain }) => [count, uncertain])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

function knows(entry: CatalogueEntry, facet: FacetName, id: string): boolean {
  if (facet === 'minister') return entry.ministers.some(({ person }) => person === id);
  if (facet === 'role') return entry.ministers.some(({ office }) => office === id);
  return entry.values[facet].some((value) => value.id === id);
}
