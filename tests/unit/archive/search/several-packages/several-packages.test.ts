import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { timeUnits } from '../../../../../archive/model/index.ts';
import type { SearchAnswer, SearchRequest, TimelineRequest } from '../../../../../archive/model/index.ts';
import type { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { randomOf, shuffled } from '../../../../bench/search/random.ts';
import { openTogether } from './opened.ts';
import { randomSeries } from './random-series.ts';
import { randomBeginning, randomRequest } from './random-words.ts';
import { writeSeries } from './series-writer.ts';

const seed = Number(process.env['SERIES_SEED'] ?? 20161208);
const home = mkdtempSync(join(tmpdir(), 'lasesal-series-'));

afterAll(() => rmSync(home, { recursive: true, force: true }));

const SERIES_EACH = 5;

/** What came of the queries: a run that finds nothing proves nothing. */
const tally = { asked: 0, found: 0, loosened: 0, suggested: 0, superseded: 0 };

function count({ total, fallback, suggestions }: SearchAnswer): void {
  tally.asked += 1;
  if (total > 0) tally.found += 1;
  if (fallback !== null) tally.loosened += 1;
  if (suggestions.length > 0) tally.suggested += 1;
}

/** Versions but for what a package says of its own share, and of which package each is. */
function versionsOf(index: OpenIndex, id: string): unknown {
  return index.versions(id).map(({ record, links }) => ({ ...record, current: null, links }));
}

/** The same releases, counted by time. */
function timelineOf({ query, filters, wider, without, queryId }: SearchRequest): TimelineRequest {
  const unit = timeUnits[queryId % timeUnits.length] ?? 'year';
  const days = queryId % 2 === 0 ? { from: null, to: null } : { from: '2016-03-01', to: '2017-10-20' };
  return { query, filters, wider, without, unit, ...days };
}

interface Opened {
  readonly several: OpenIndex;
  readonly one: OpenIndex;
  readonly ids: readonly string[];
}

/** A series as it comes, package by package, each indexed while it is the newest; and as one package. */
async function open(n: number, releases: number): Promise<Opened> {
  const { packages, whole, ids } = randomSeries(seed + n, releases);
  const root = join(home, String(n));
  const index = join(root, 'index');
  const dirs = writeSeries(root, 'nordmark', packages);
  for (let length = 1; length < dirs.length; length += 1)
    (await openTogether(dirs.slice(0, length), index)).close();
  const several = await openTogether(shuffled(randomOf(n), dirs), index);
  const one = await openTogether(writeSeries(root, 'whole', [whole]), index);
  const held = packages.reduce((sum, { shares }) => sum + shares.size, 0);
  tally.superseded += held - whole.shares.size;
  return { several, one, ids };
}

/** Where one package answers otherwise than several do; null when they agree in everything. */
async function difference(n: number, releases: number, queries: number): Promise<string | null> {
  const { several, one, ids } = await open(n, releases);
  const random = randomOf(seed - n);
  const differs = (ask: (index: OpenIndex) => unknown): boolean => !isDeepStrictEqual(ask(several), ask(one));
  const found = ((): string | null => {
    if (differs(({ opened }) => opened)) return 'opened';
    const other = ids.find((id) => differs((index) => versionsOf(index, id)));
    if (other !== undefined) return `versions of ${other}`;
    for (let asked = 0; asked < queries; asked += 1) {
      const [request, typed] = [randomRequest(random, asked), randomBeginning(random)];
      count(one.engine.search(request));
      if (differs(({ engine }) => engine.search(request))) return JSON.stringify(request);
      if (differs(({ engine }) => engine.timeline(timelineOf(request))))
        return `time ${JSON.stringify(request)}`;
      if (differs(({ completer }) => completer.complete(typed, typed.length))) return `completing ${typed}`;
    }
    return null;
  })();
  several.close();
  one.close();
  return found === null ? null : `series ${n}: ${found}`;
}

describe('packages of one series', () => {
  it.each(Array.from({ length: 12 }, (_, n) => n * SERIES_EACH))(
    'answer as one package that holds what they hold together, from series %i on',
    async (first) => {
      for (let n = first; n < first + SERIES_EACH; n += 1) expect(await difference(n, 16, 80)).toBeNull();
    },
  );

  it('do so with more releases, too', async () => {
    expect(await difference(60, 400, 250)).toBeNull();
  });

  it('are asked what they can answer, and hold what is superseded', () => {
    const { asked, found, loosened, suggested, superseded } = tally;
    expect(asked).toBe(5050);
    expect(found).toBeGreaterThan(asked / 3);
    for (const some of [loosened, suggested, superseded]) expect(some).toBeGreaterThan(100);
  });
});
