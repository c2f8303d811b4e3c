import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facetNames, noFilters } from '../../../../../archive/model/index.ts';
import type { FacetName, Filters, SearchAnswer } from '../../../../../archive/model/index.ts';
import type { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { register } from '../small-library.ts';
import { openTogether } from './opened.ts';
import { writeSeries } from './series-writer.ts';
import { BRO, HAMN, VATTEN, changing, series } from './small-series.ts';

const home = mkdtempSync(join(tmpdir(), 'lasesal-series-'));

/** A state of its own: the same ids mean others there, and one page is in both archives. */
const sodermark = series({
  register: {
    ...register,
    persons: register.persons.map((person) => ({ ...person, name: `${person.name} den andre` })),
  },
  editions: [
    [
      HAMN,
      3,
      { title: 'Hamnen i söder', ministers: [['karim-nordh.energiminister', 'strong']], kind: 'tal' },
    ],
    [VATTEN, 4, { title: 'Vatten i söder', departments: ['energi'], date: '2018', language: 'sv' }],
  ],
});

let [both, nord, soder]: OpenIndex[] = [];

beforeAll(async () => {
  const index = join(home, 'index');
  const [a, b] = [writeSeries(home, 'nordmark', changing), writeSeries(home, 'sodermark', sodermark)];
  nord = await openTogether(a, index);
  soder = await openTogether(b, index);
  both = await openTogether([...b, ...a], index);
});

afterAll(() => {
  for (const index of [both, nord, soder]) index?.close();
  rmSync(home, { recursive: true, force: true });
});

function ask(index: OpenIndex | undefined, query = '', filters: Partial<Filters> = {}): SearchAnswer {
  if (index === undefined) throw new RangeError('nothing is open');
  const all = { ...noFilters, ...filters };
  return index.engine.search({ queryId: 1, query, filters: all, sort: 'title', offset: 0, limit: 20 });
}

function counts(answer: SearchAnswer, facet: FacetName): Readonly<Record<string, number>> {
  return Object.fromEntries(answer.facets[facet].map(({ id, count }) => [id, count]));
}

describe('packages of several series', () => {
  it('are searched together, each with its own withdrawals and former versions', () => {
    expect(ask(both).hits.map(({ title }) => title)).toEqual([
      'Hamnen byggs ut',
      'Hamnen i söder',
      'Vatten i söder',
      'Vattnet stiger',
    ]);
    expect(ask(both, 'hamnen').total).toBe(3);
    expect(both?.opened.releases).toBe(5);
  });

  it('count what their registers have apart, and what all have together', () => {
    for (const facet of facetNames) {
      const isShared = facet === 'year' || facet === 'language';
      const expected = { ...counts(ask(nord), facet), ...counts(ask(soder), facet) };
      const told = Object.fromEntries(
        [['nordmark', nord] as const, ['sodermark', soder] as const].flatMap(([name, index]) =>
          Object.entries(counts(ask(index), facet)).map(([id, count]) => [`${name}:${id}`, count]),
        ),
      );
      expect(counts(ask(both), facet), `counts of ${facet}`).toEqual(isShared ? expected : told);
    }
  });

  it('name the series in labels, and tell people of one from those of another', () => {
    const ministers = ask(both).facets.minister.map(({ id, label }) => [id, label]);
    expect(ministers).toContainEqual(['sodermark:karim-nordh', 'Karim Nordh den andre (Arkivet sodermark)']);
    expect(ministers).toContainEqual(['nordmark:signe-ahlgren', 'Signe Ahlgren (Arkivet nordmark)']);
    const [hit] = ask(both, '', { minister: ['sodermark:karim-nordh'] }).hits;
    expect(hit?.ministers).toMatchObject([
      {
        personId: 'sodermark:karim-nordh',
        person: 'Karim Nordh den andre (Arkivet sodermark)',
        officeId: 'sodermark:energiminister',
        roleId: 'sodermark:karim-nordh.energiminister',
      },
    ]);
    expect([hit?.title, hit?.kindId]).toEqual(['Hamnen i söder', 'sodermark:tal']);
    expect(ask(both, '', { minister: ['karim-nordh'] }).total).toBe(0);
    expect(ask(nord).facets.minister.map(({ id }) => id)).toEqual(['signe-ahlgren']);
  });

  it('are found by names without the series, and completed with it', () => {
    expect(ask(both, 'minister:nordh').hits.map(({ title }) => title)).toEqual(['Hamnen i söder']);
    expect(both?.completer.complete('karim', 5)).toMatchObject([
      { id: 'sodermark:karim-nordh', label: 'Karim Nordh den andre (Arkivet sodermark)', releases: 1 },
    ]);
  });

  it('have all versions of a page that both hold, and of one that one holds', () => {
    const titles = (id: string): readonly string[] =>
      (both?.versions(id) ?? []).map(({ record }) => record.said.title);
    expect(titles(HAMN)).toEqual(['Hamnen i söder', 'Hamnen byggs ut', 'Hamnen byggs']);
    expect(titles(BRO)).toEqual(['Bron målas']);
  });
});
