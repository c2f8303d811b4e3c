import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { swedishRegister } from '../../../../../archive/authority/se/index.ts';
import { noFilters } from '../../../../../archive/model/index.ts';
import type { Filters, SearchAnswer } from '../../../../../archive/model/index.ts';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { buildIndex } from '../../../../../archive/search/host/build-index.ts';
import { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { realData } from '../../../../fixtures/real-data.ts';
import { temporaryFolder } from '../../package/small-archive.ts';

const home = temporaryFolder();
let index: OpenIndex;

function search(query: string, filters: Partial<Filters> = {}): SearchAnswer {
  return index.engine.search({
    queryId: 1,
    query,
    filters: { ...noFilters, ...filters },
    sort: 'relevance',
    offset: 0,
    limit: 10,
  });
}

// Skipped where the folder of real pages is not beside the checkout.
describe.skipIf(realData === null)('a real page of unknown date', () => {
  beforeAll(async () => {
    const packageDir = join(home, 'package');
    const indexDir = join(home, 'index');
    await buildPackage({
      sources: [join(realData ?? '', 'seed')],
      out: packageDir,
      defaultRegister: swedishRegister,
    });
    await buildIndex({ source: { packages: [packageDir] }, indexDir, staging: join(home, 'staging') });
    index = await OpenIndex.open([{ dir: packageDir, indexDir }]);
  });

  afterAll(() => {
    if (realData !== null) index.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('is found by its words, its minister and his office', () => {
    for (const query of [
      'segregation',
      'minister:baylan',
      'roll:"samordnings- och energiminister"',
      'baylan',
    ])
      expect(search(query).total).toBe(1);
    expect(search('minister:baylan roll:näringsminister').total).toBe(0);
  });

  it('lies possibly in each period that it could be of, and certainly in all of them together', () => {
    const [early, late] = ['2014', '2019'].map((year) =>
      search('', { from: `${year}-01-01`, to: `${year}-12-31` }),
    );
    expect([early?.total, late?.total, late?.possible]).toEqual([0, 1, 1]);
    const { facets } = search('');
    expect(facets.year.map(({ id, uncertain }) => [id, uncertain])).toEqual([
      ['2019', 1],
      ['2018', 1],
      ['2017', 1],
      ['2016', 1],
    ]);
    expect(facets.mandatePeriod.map(({ uncertain }) => uncertain)).toEqual([1, 1]);
    const periods = facets.mandatePeriod.map(({ id }) => id);
    expect(search('', { mandatePeriod: periods.slice(1) }).possible).toBe(1);
    expect(search('', { mandatePeriod: periods.slice(1), certain: true }).total).toBe(0);
    expect(search('', { mandatePeriod: periods, certain: true }).total).toBe(1);
  });
});
