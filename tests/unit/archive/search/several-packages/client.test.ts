import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { noFilters } from '../../../../../archive/model/index.ts';
import { SearchClient, defaultWorker } from '../../../../../archive/search/host/client.ts';
import type { PackagePlace, SearchProgress } from '../../../../../archive/search/host/client.ts';
import { IndexFile } from '../../../../../archive/search/host/index-file.ts';
import { INDEX_FILE } from '../../../../../archive/search/host/index-head.ts';
import { writeSeries } from './series-writer.ts';
import { HAMN, changing, renaming } from './small-series.ts';

const home = mkdtempSync(join(tmpdir(), 'lasesal-client-'));
const dirs = writeSeries(join(home, 'packages'), 'nordmark', changing);
const clients: SearchClient[] = [];

function start(): SearchClient {
  const client = SearchClient.start(defaultWorker());
  clients.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => await client.close()));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The packages, with indexes in a folder of the test's own. */
function places(name: string, count = dirs.length): readonly PackagePlace[] {
  return dirs.slice(0, count).map((dir, n) => ({ dir, indexDir: join(home, name, String(n)) }));
}

function fileOf({ indexDir }: PackagePlace): string {
  return join(indexDir, INDEX_FILE);
}

/** What tells one writing of a file from another. */
function written(place: PackagePlace | undefined): unknown {
  if (place === undefined) throw new RangeError('there is no such package');
  const { ino, mtimeMs } = statSync(fileOf(place));
  return { ino, mtimeMs };
}

let queryId = 0;

async function titles(client: SearchClient, query = ''): Promise<readonly string[]> {
  queryId += 1;
  const request = { queryId, query, filters: noFilters, sort: 'title', offset: 0, limit: 20 } as const;
  return (await client.search(request)).hits.map(({ title }) => title);
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    () => 'nothing',
    (error: unknown) => (error as { problem?: { code: string } }).problem?.code ?? error,
  );
}

describe('several packages in a search client', () => {
  it('answer as one, and one more costs its own index only', async () => {
    const client = start();
    const all = places('grows');
    expect(await client.open({ packages: all.slice(0, 1) })).toEqual({
      releases: 2,
      earliest: null,
      latest: null,
    });
    expect(await titles(client)).toEqual(['Bron målas', 'Hamnen byggs']);
    const before = written(all[0]);
    const told: SearchProgress[] = [];
    const opened = await client.open({ packages: all, onProgress: (progress) => told.push(progress) });
    expect(opened.releases).toBe(3);
    expect(told.at(-1)).toEqual({ what: 'indexing', done: 2, total: 2 });
    expect(written(all[0])).toEqual(before);
    expect(await titles(client)).toEqual(['Hamnen byggs ut', 'Vattnet stiger']);
    expect(await titles(client, 'muddring')).toEqual([]);
  });

  it('have every version of a release, and tell which package holds it', async () => {
    const client = start();
    await client.open({ packages: places('grows').toReversed() });
    const versions = await client.versions(HAMN);
    expect(versions.map((held) => [held.record.said.title, held.package])).toEqual([
      ['Hamnen byggs ut', 0],
      ['Hamnen byggs', 1],
    ]);
  });

  it('are indexed without being opened, telling how far it is over all of them', async () => {
    const client = start();
    const told: SearchProgress[] = [];
    const all = places('ahead');
    await client.prepare({ packages: all, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ what: 'indexing', done: 4, total: 4 });
    expect(await refusal(titles(client))).toBe('no-package-open');
    const before = all.map(written);
    await client.open({ packages: all });
    expect(all.map(written)).toEqual(before);
  });

  it('leave what was built, and nothing half, when the building of the next is cancelled', async () => {
    const controller = new AbortController();
    const all = places('cancelled');
    const preparing = start().prepare({
      packages: all,
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done > 2) controller.abort();
      },
    });
    expect(await refusal(preparing)).toBe('job-cancelled');
    expect(readdirSync(join(home, 'cancelled'))).toEqual(['0']);
  });

  it('have only that index built anew that is damaged', async () => {
    const client = start();
    const all = places('rotten');
    await client.prepare({ packages: all });
    const rotten = all[1];
    if (rotten === undefined) throw new RangeError('there is no second package');
    const whole = readFileSync(fileOf(rotten));
    const file = IndexFile.open(fileOf(rotten));
    const at = file.sections.find(({ name }) => name === 'terms/postings')?.offset ?? 0;
    file.close();
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(fileOf(rotten), bytes);
    const before = written(all[0]);
    await client.open({ packages: all });
    expect(await titles(client, 'vattnet')).toEqual(['Vattnet stiger']);
    expect(readFileSync(fileOf(rotten)).equals(whole)).toBe(true);
    expect(written(all[0])).toEqual(before);
  });

  it('have the names of the newest, and the former names when that is gone', async () => {
    const client = start();
    const renamed = writeSeries(join(home, 'packages'), 'omdopt', renaming);
    const all = renamed.map((dir, n) => ({ dir, indexDir: join(home, 'names', String(n)) }));
    const found = async (packages: readonly PackagePlace[]): Promise<readonly number[]> => {
      await client.open({ packages });
      return [(await titles(client, 'nordh')).length, (await titles(client, 'falk')).length];
    };
    const names = async (): Promise<readonly string[]> =>
      (await client.complete({ query: 'karim', caret: 5 })).map(({ label }) => label);
    expect([await found(all.slice(0, 1)), await names()]).toEqual([[1, 0], ['Karim Nordh']]);
    expect([await found(all), await names()]).toEqual([[1, 1], ['Karim Nordh-Falk']]);
    expect([await found(all.slice(0, 1)), await names()]).toEqual([[1, 0], ['Karim Nordh']]);
  });

  it('are refused when one that others go on from is missing', async () => {
    const [, later] = places('gap');
    if (later === undefined) throw new RangeError('there is no second package');
    expect(await refusal(start().open({ packages: [later] }))).toBe('package-chain-broken');
    expect(dirname(later.indexDir)).toBe(join(home, 'gap'));
  });
});
