import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters } from '../../../../../archive/model/index.ts';
import type { SearchRequest } from '../../../../../archive/model/index.ts';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { assembleIndex } from '../../../../../archive/search/host/assemble-index.ts';
import { buildIndex } from '../../../../../archive/search/host/build-index.ts';
import { buildSegments } from '../../../../../archive/search/host/build-segments.ts';
import { IndexDamaged, UnusableIndex } from '../../../../../archive/search/host/index-errors.ts';
import { IndexFileWriter } from '../../../../../archive/search/host/index-file-writer.ts';
import { IndexFile } from '../../../../../archive/search/host/index-file.ts';
import { INDEX_FILE, parseJson } from '../../../../../archive/search/host/index-head.ts';
import { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from '../../package/small-archive.ts';

const home = temporaryFolder();
const packageDir = join(home, 'package');
const ready = join(home, 'ready');
const source = { packages: [packageDir] };
const readyFile = join(ready, INDEX_FILE);

const asked: readonly Partial<SearchRequest>[] = [
  { query: '' },
  { query: 'stamledningar' },
  { query: 'stam*', sort: 'oldest' },
  { query: '"nya stamledningar"' },
  { query: 'nya NÄRA/5 norrvik', sort: 'title' },
  { query: 'minister:nordh', filters: { ...noFilters, withdrawn: true } },
  { query: 'stamlednigar~', sort: 'relevance' },
];

/** All that can be asked of an index, asked. */
function answersOf(index: OpenIndex): string {
  const answers = asked.map((one, queryId) =>
    index.engine.search({
      queryId,
      query: '',
      filters: noFilters,
      sort: 'newest',
      offset: 0,
      limit: 20,
      ...one,
    }),
  );
  const ids = [...new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id)))];
  return JSON.stringify([
    index.opened,
    answers,
    ids.map((id) => index.versions(id)),
    index.completer.complete('minister:k', 10),
  ]);
}

/** What comes of an index file: its answers, or why there are none. */
async function outcomeOf(indexDir: string): Promise<string> {
  let index: OpenIndex | null = null;
  try {
    index = await OpenIndex.open([{ dir: packageDir, indexDir }]);
    return answersOf(index);
  } catch (error) {
    if (error instanceof UnusableIndex) return error.why;
    if (error instanceof IndexDamaged || error instanceof IndexFormatError) return 'damaged';
    throw error;
  } finally {
    index?.close();
  }
}

let copies = 0;

async function outcomeOfChanged(change: (bytes: Buffer) => Buffer): Promise<string> {
  copies += 1;
  const dir = join(home, `copy-${copies}`);
  mkdirSync(dir);
  writeFileSync(join(dir, INDEX_FILE), change(readFileSync(readyFile)));
  const outcome = await outcomeOf(dir);
  rmSync(dir, { recursive: true });
  return outcome;
}

/** The index written anew with one of its sections changed, all of its checksums right. */
async function outcomeWithSection(name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<string> {
  copies += 1;
  const dir = join(home, `rewritten-${copies}`);
  mkdirSync(dir);
  const file = IndexFile.open(readyFile);
  const writer = new IndexFileWriter(join(dir, INDEX_FILE));
  for (const { name: section, length } of file.sections) {
    const bytes = file.section(section)?.read(0, length) ?? new Uint8Array(0);
    writer.begin(section);
    writer.write(section === name ? change(bytes) : bytes);
  }
  writer.finish();
  file.close();
  return await outcomeOf(dir);
}

beforeAll(async () => {
  const pages = join(home, 'source');
  writeSmallArchive(pages);
  await buildPackage({ sources: [pages], out: packageDir, defaultRegister: smallRegister });
  await buildIndex({ source, indexDir: ready, staging: join(home, 'staging') });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('an index on disk', () => {
  it('is one file, usable as it was built', async () => {
    expect(readdirSync(ready)).toEqual([INDEX_FILE]);
    expect(readdirSync(home)).not.toContain('staging');
    const outcome = await outcomeOf(ready);
    expect(outcome).toContain('Nya stamledningar till Norrvik');
    expect(outcome).toContain('Karim Nordh');
  });

  it('is the same, byte for byte, whenever and in however many shares it is built', async () => {
    const bytes = readFileSync(readyFile);
    for (const shares of [1, 2, 7]) {
      const staging = join(home, `shares-${shares}`);
      mkdirSync(staging);
      const segments: string[] = [];
      for (let share = 0; share < shares; share += 1)
        segments.push(
          ...(await buildSegments({ source, staging, share, shares, onProgress: () => undefined })),
        );
      await assembleIndex({ source, indexDir: join(staging, 'index'), staging, segments });
      expect(readFileSync(join(staging, 'index', INDEX_FILE)).equals(bytes)).toBe(true);
    }
  });

  it('leaves out the text of fields that are not wanted', async () => {
    const indexDir = join(home, 'titles');
    const fields = ['title'] as const;
    await buildIndex({ source, indexDir, staging: join(home, 'staging-titles'), fields });
    const index = await OpenIndex.open([{ dir: packageDir, indexDir }]);
    const total = (query: string): number =>
      index.engine.search({ queryId: 1, query, filters: noFilters, sort: 'newest', offset: 0, limit: 0 })
        .total;
    expect([total('titel:stamledningar'), total('text:elnätet')]).toEqual([1, 0]);
    index.close();
  });

  it('answers as it did or is refused, whichever byte is another', async () => {
    const { length } = readFileSync(readyFile);
    const right = await outcomeOf(ready);
    let refused = 0;
    let tried = 0;
    for (let at = 0; at < length; at += Math.max(1, Math.floor(length / 250))) {
      const outcome = await outcomeOfChanged((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
        return bytes;
      });
      expect([right, 'damaged', 'other'], `byte ${at}`).toContain(outcome);
      tried += 1;
      if (outcome !== right) refused += 1;
    }
    expect(refused).toBeGreaterThan(tried / 2);
  });

  it('is refused wherever it is cut off', async () => {
    const { length } = readFileSync(readyFile);
    for (let part = 0; part < 40; part += 1)
      expect(await outcomeOfChanged((bytes) => bytes.subarray(0, Math.floor((length * part) / 40)))).toBe(
        'damaged',
      );
  });

  it('is missing where there is none', async () => {
    expect(await outcomeOf(join(home, 'nowhere'))).toBe('missing');
  });

  it.each(['identity', 'making'])('is another one when it is of another %s', async (field) => {
    const outcome = await outcomeWithSection('head', (bytes) =>
      Buffer.from(JSON.stringify({ ...(parseJson(bytes) as object), [field]: 'other' })),
    );
    expect(outcome).toBe('other');
  });

  it('is refused when a section is not what its place asks for, though its checksums are right', async () => {
    const file = IndexFile.open(readyFile);
    const names = file.sections.map(({ name }) => name);
    file.close();
    const right = await outcomeOf(ready);
    const outcomes = new Set<string>();
    for (const name of names)
      outcomes.add(await outcomeWithSection(name, (bytes) => bytes.subarray(0, bytes.length >> 1)));
    // A section that no question here touches, or that is as short as it can be, does no harm.
    outcomes.delete(right);
    expect([...outcomes]).toEqual(['damaged']);
  });

  it('replaces what was there in one step', async () => {
    const indexDir = join(home, 'replaced');
    cpSync(ready, indexDir, { recursive: true });
    writeFileSync(join(indexDir, INDEX_FILE), 'something else');
    await buildIndex({ source, indexDir, staging: join(home, 'staging-again') });
    expect(readFileSync(join(indexDir, INDEX_FILE)).equals(readFileSync(readyFile))).toBe(true);
  });
});
