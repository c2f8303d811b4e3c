import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noFilters } from '../../../../../archive/model/index.ts';
import type { SearchRequest } from '../../../../../archive/model/index.ts';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { SearchClient, defaultWorker, sourceWorker } from '../../../../../archive/search/host/client.ts';
import { IndexFileWriter } from '../../../../../archive/search/host/index-file-writer.ts';
import { IndexFile } from '../../../../../archive/search/host/index-file.ts';
import { INDEX_FILE } from '../../../../../archive/search/host/index-head.ts';
import { BLOCK_BYTES } from '../../../../../archive/search/host/index-layout.ts';
import type { OpenOptions, SearchProgress } from '../../../../../archive/search/host/client.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from '../../package/small-archive.ts';

const home = temporaryFolder();
const packageDir = join(home, 'package');
const readyIndex = join(home, 'ready');
const readyFile = join(readyIndex, INDEX_FILE);
const stuckWorker = sourceWorker(new URL('./stuck-worker.ts', import.meta.url));
const clients: SearchClient[] = [];

function start(place = defaultWorker()): SearchClient {
  const client = SearchClient.start(place);
  clients.push(client);
  return client;
}

async function opened(place = defaultWorker()): Promise<SearchClient> {
  const client = start(place);
  await client.open(withIndex(readyIndex));
  return client;
}

let lastQuery = 0;

function request(query: string, others: Partial<SearchRequest> = {}): SearchRequest {
  lastQuery += 1;
  return { queryId: lastQuery, query, filters: noFilters, sort: 'newest', offset: 0, limit: 20, ...others };
}

async function titles(client: SearchClient, query = ''): Promise<readonly string[]> {
  const { hits } = await client.search(request(query));
  return hits.map(({ title }) => title);
}

/** What a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    () => 'nothing',
    (error: unknown) => (error as { problem?: { code: string } }).problem?.code ?? error,
  );
}

/** The package, its index in a folder. */
function withIndex(indexDir: string): Pick<OpenOptions, 'packages'> {
  return { packages: [{ dir: packageDir, indexDir }] };
}

/** A folder for an index of the test's own. */
function ownIndex(name: string): string {
  return join(home, 'own', name, 'index');
}

/** The ready index with one section damaged. Each section lies in blocks of its own, so that the others are not. */
function writeRotten(path: string, rotten: string): void {
  const file = IndexFile.open(readyFile);
  const writer = new IndexFileWriter(path);
  for (const { name, length } of file.sections) {
    writer.begin(`before ${name}`);
    writer.write(new Uint8Array(BLOCK_BYTES));
    writer.begin(name);
    writer.write(file.section(name)?.read(0, length) ?? new Uint8Array(0));
  }
  writer.finish();
  file.close();
  const place = IndexFile.open(path).sections.find(({ name }) => name === rotten);
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(place?.offset ?? 0) ^ 1, place?.offset ?? 0);
  writeFileSync(path, bytes);
}

beforeAll(async () => {
  const source = join(home, 'source');
  writeSmallArchive(source);
  await buildPackage({ sources: [source], out: packageDir, defaultRegister: smallRegister });
  await opened();
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map(async (client) => await client.close()));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('opening a package for search', () => {
  it('builds its index once, telling how far it is, and loads it after that', async () => {
    const indexDir = ownIndex('once');
    const told: SearchProgress[] = [];
    const bounds = await start().open({
      ...withIndex(indexDir),
      onProgress: (progress) => told.push(progress),
    });
    expect(bounds).toEqual({ releases: 2, earliest: '2016-05-12', latest: '2016-05-20' });
    expect(told).toContainEqual({ what: 'indexing', done: 3, total: 3 });
    expect(readdirSync(dirname(indexDir))).toEqual(['index']);

    const toldAgain: SearchProgress[] = [];
    await start().open({ ...withIndex(indexDir), onProgress: (progress) => toldAgain.push(progress) });
    expect(toldAgain.map(({ what }) => what)).not.toContain('indexing');
  });

  it('builds the index anew when it is damaged', async () => {
    const indexDir = ownIndex('damaged');
    mkdirSync(indexDir, { recursive: true });
    writeFileSync(join(indexDir, INDEX_FILE), readFileSync(readyFile).subarray(0, -1));
    const client = start();
    await client.open(withIndex(indexDir));
    expect(await titles(client)).toEqual(['Nya stamledningar till Norrvik']);
    expect(readFileSync(join(indexDir, INDEX_FILE)).equals(readFileSync(readyFile))).toBe(true);
  });

  it('says that the index is damaged where a search meets it, and has built it anew for the next', async () => {
    const indexDir = ownIndex('rotten');
    mkdirSync(indexDir, { recursive: true });
    writeRotten(join(indexDir, INDEX_FILE), 'terms/postings');
    const client = start();
    await client.open(withIndex(indexDir));
    expect(await refusal(client.search(request('norrvik')))).toBe('index-damaged');
    expect(await titles(client, 'norrvik')).toHaveLength(1);
    expect(readFileSync(join(indexDir, INDEX_FILE)).equals(readFileSync(readyFile))).toBe(true);
  });

  it('tells that an index cannot be written where it is to be', async () => {
    writeFileSync(join(home, 'no-folder'), '');
    const indexDir = join(home, 'no-folder', 'index');
    expect(await refusal(start().open(withIndex(indexDir)))).toBe('job-failed');
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const indexDir = ownIndex('cancelled');
    const controller = new AbortController();
    const opening = start().open({
      ...withIndex(indexDir),
      signal: controller.signal,
      onProgress: ({ what }) => {
        if (what === 'indexing') controller.abort();
      },
    });
    expect(await refusal(opening)).toBe('job-cancelled');
    expect(existsSync(dirname(indexDir)) ? readdirSync(dirname(indexDir)) : []).toEqual([]);
  });

  it('does nothing when it is cancelled before it began', async () => {
    const opening = start().open({ ...withIndex(ownIndex('never')), signal: AbortSignal.abort() });
    expect(await refusal(opening)).toBe('job-cancelled');
  });

  it('clears away what a killed build left, and leaves alone what another is building', async () => {
    const indexDir = ownIndex('forsaken');
    const nobody = 0x3fffffff;
    for (const pid of [nobody, process.pid]) mkdirSync(`${indexDir}.building-${pid}-77`, { recursive: true });
    await start().open(withIndex(indexDir));
    expect(readdirSync(dirname(indexDir))).toEqual(['index', `index.building-${process.pid}-77`]);
  });

  it('tells what is wrong with a package, and what was open stays open', async () => {
    const client = await opened();
    const opening = client.open({
      packages: [{ dir: join(home, 'nowhere'), indexDir: ownIndex('nowhere') }],
    });
    expect(await refusal(opening)).toBe('package-not-found');
    expect(await titles(client)).toHaveLength(1);
  });
});

describe('a search client', () => {
  it('answers searches, marks and versions', async () => {
    const client = await opened();
    const answer = await client.search(request('stamledning*'));
    const [hit] = answer.hits;
    expect([answer.queryId, answer.total, hit?.title]).toEqual([
      lastQuery,
      1,
      'Nya stamledningar till Norrvik',
    ]);
    const versions = await client.versions(hit?.id ?? '');
    expect(versions.map(({ record }) => record.current)).toEqual([true, false]);
    expect(versions[0]?.record.version).toBe(hit?.version);
    expect(versions.every(({ record, links }) => record.version === links.version)).toBe(true);
    const reading = versions[0]?.record.reading ?? '';
    const marks = await client.marks({ asked: { query: 'elnätet' }, reading });
    expect(marks.map(([from, to]) => reading.slice(from, to))).toEqual(['elnätet']);
    expect(await client.versions('0000000000000000')).toEqual([]);
  });

  it('keeps withdrawn releases back until they are asked for', async () => {
    const client = await opened();
    expect((await client.search(request('vattenkraften'))).total).toBe(0);
    const answer = await client.search(
      request('vattenkraften', { filters: { ...noFilters, withdrawn: true } }),
    );
    expect(answer.hits.map(({ withdrawn }) => withdrawn)).toEqual([true]);
  });

  it('drops a search for a newer one', async () => {
    const client = await opened();
    const older = ['a', 'b', 'c'].map(async (query) => await refusal(client.search(request(query))));
    const newest = client.search(request('norrvik'));
    expect(await Promise.all(older)).toEqual(['job-cancelled', 'job-cancelled', 'job-cancelled']);
    expect((await newest).total).toBe(1);
  });

  it('drops a search when its signal says so', async () => {
    const client = await opened();
    const controller = new AbortController();
    const search = client.search(request('norrvik'), controller.signal);
    controller.abort();
    expect(await refusal(search)).toBe('job-cancelled');
    expect(await refusal(client.search(request('norrvik'), AbortSignal.abort()))).toBe('job-cancelled');
    expect(await titles(client, 'norrvik')).toHaveLength(1);
  });

  it('ends a search that takes too long, and answers the next one', async () => {
    const client = await opened(stuckWorker);
    expect(await refusal(client.search(request('stuck')))).toBe('search-timed-out');
    expect(await titles(client, 'norrvik')).toHaveLength(1);
  });

  it('answers a newer search though an older one is stuck', async () => {
    const client = await opened(stuckWorker);
    const stuck = refusal(client.search(request('stuck')));
    const newer = titles(client, 'norrvik');
    expect(await stuck).toBe('job-cancelled');
    expect(await newer).toHaveLength(1);
  });

  it('comes back when its worker ends', async () => {
    const client = await opened(stuckWorker);
    expect(await refusal(client.search(request('crash')))).toBe('job-failed');
    expect(await titles(client, 'norrvik')).toHaveLength(1);
  });

  it('refuses when nothing is open, and when it is closed', async () => {
    const client = start();
    expect(await refusal(client.search(request('norrvik')))).toBe('no-package-open');
    await client.open(withIndex(readyIndex));
    const search = refusal(client.search(request('norrvik')));
    await client.close();
    expect(await search).toBe('job-cancelled');
    expect(await refusal(client.search(request('norrvik')))).toBe('job-cancelled');
  });
});
