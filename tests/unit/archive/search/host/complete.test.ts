import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../../archive/package/build.ts';
import { SearchClient, defaultWorker } from '../../../../../archive/search/host/client.ts';
import { readerCalls } from '../../../../../main/contract/index.ts';
import { smallRegister, temporaryFolder, writeSmallArchive } from '../../package/small-archive.ts';

const home = temporaryFolder();
const packageDir = join(home, 'package');
const client = SearchClient.start(defaultWorker());

beforeAll(async () => {
  const source = join(home, 'source');
  writeSmallArchive(source);
  await buildPackage({ sources: [source], out: packageDir, defaultRegister: smallRegister });
});

afterAll(async () => {
  await client.close();
  rmSync(home, { recursive: true, force: true });
});

describe('completion in the search worker', () => {
  it('is refused while no package is open', async () => {
    await expect(client.complete({ query: 'karim', caret: 5 })).rejects.toMatchObject({
      problem: { code: 'no-package-open' },
    });
  });

  it('gives names of the package that is open, as the contract has them', async () => {
    await client.open({ packages: [{ dir: packageDir, indexDir: join(home, 'index') }] });
    const completions = await client.complete({ query: 'elnät minister:nor', caret: 18 });
    expect(completions).toEqual([
      {
        facet: 'minister',
        id: 'karim-nordh',
        label: 'Karim Nordh',
        detail: 'energiminister 2014–2018',
        releases: 1,
        from: 6,
        to: 18,
      },
    ]);
    expect(readerCalls.complete.result.parse(completions)).toEqual(completions);
    expect(await client.complete({ query: 'xyz', caret: 3 })).toEqual([]);
  });
});
