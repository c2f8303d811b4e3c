import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { openPackage } from '../../../../../archive/package/read.ts';
import { buildIndex } from '../../../../../archive/search/host/build-index.ts';
import { UnusableIndex, indexFileNames } from '../../../../../archive/search/host/index-files.ts';
import { OpenIndex } from '../../../../../archive/search/host/open-index.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from '../../package/small-archive.ts';

const home = temporaryFolder();
const packageDir = join(home, 'package');
const readyIndex = join(home, 'ready');

async function build(indexDir: string): Promise<void> {
  await buildIndex({ packageDir, indexDir, staging: `${indexDir}-staging`, onProgress: () => undefined });
}

/** Opens a copy of the index with something done to it; says why it cannot be used. */
async function whyUnusable(name: string, change: (dir: string) => void): Promise<string> {
  const indexDir = join(home, `changed-${name}`);
  cpSync(readyIndex, indexDir, { recursive: true });
  change(indexDir);
  const pkg = await openPackage(packageDir);
  try {
    new OpenIndex(pkg, indexDir).close();
    return 'usable';
  } catch (error) {
    return error instanceof UnusableIndex ? error.why : String(error);
  }
}

beforeAll(async () => {
  const source = join(home, 'source');
  writeSmallArchive(source);
  await buildPackage({ sources: [source], out: packageDir, defaultRegister: smallRegister });
  await build(readyIndex);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('an index on disk', () => {
  it('is usable as it was built', async () => {
    expect(await whyUnusable('nothing', () => undefined)).toBe('usable');
  });

  it('is the same, byte for byte, whenever it is built', async () => {
    const again = join(home, 'again');
    await build(again);
    for (const name of [...indexFileNames, 'meta.json'])
      expect(readFileSync(join(again, name)).equals(readFileSync(join(readyIndex, name)))).toBe(true);
  });

  it.each(indexFileNames)('is damaged when one bit of %s is another', async (name) => {
    const why = await whyUnusable(`bit-${name}`, (dir) => {
      const bytes = readFileSync(join(dir, name));
      const middle = Math.floor(bytes.length / 2);
      bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      writeFileSync(join(dir, name), bytes);
    });
    expect(why).toBe('damaged');
  });

  it.each(indexFileNames)('is damaged when %s is cut off or longer or gone', async (name) => {
    const path = (dir: string): string => join(dir, name);
    const cut = (dir: string): void => writeFileSync(path(dir), readFileSync(path(dir)).subarray(0, -1));
    const drawnOut = (dir: string): void => writeFileSync(path(dir), 'x\n', { flag: 'a' });
    expect(await whyUnusable(`cut-${name}`, cut)).toBe('damaged');
    expect(await whyUnusable(`long-${name}`, drawnOut)).toBe('damaged');
    expect(await whyUnusable(`gone-${name}`, (dir) => rmSync(path(dir)))).toBe('damaged');
  });

  it.each(['format', 'identity', 'pipeline'])('is another one when it is of another %s', async (field) => {
    const why = await whyUnusable(`other-${field}`, (dir) => {
      const meta = JSON.parse(readFileSync(join(dir, 'meta.json'), 'utf8')) as Record<string, unknown>;
      writeFileSync(join(dir, 'meta.json'), JSON.stringify({ ...meta, [field]: 'other' }));
    });
    expect(why).toBe('other');
  });

  it('is missing without its description', async () => {
    expect(await whyUnusable('bare', (dir) => rmSync(join(dir, 'meta.json')))).toBe('missing');
  });
});
