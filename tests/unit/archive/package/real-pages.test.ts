import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import { buildPackage } from '../../../../archive/package/build.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import { verifyPackage } from '../../../../archive/package/verify.ts';
import { realData } from '../../../fixtures/real-data.ts';
import { temporaryFolder } from './small-archive.ts';

describe.skipIf(realData === null)('real pages (skipped: they are not beside the checkout)', () => {
  let [dir, out] = ['', ''];
  beforeAll(async () => {
    dir = temporaryFolder();
    out = join(dir, 'bag');
    const sources = ['seed', 'html'].map((folder) => join(realData ?? '', folder));
    await buildPackage({ sources, out, defaultRegister: swedishRegister });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('become a package in which every claim holds', async () => {
    const { ok, problems, counts } = await verifyPackage(out);
    expect([ok, problems]).toEqual([true, []]);
    expect(counts?.releases).toBe(13);
  });

  it('give the press release its bounds, its minister with his words, and the error of the site', async () => {
    const found = [];
    for await (const entry of (await openPackage(out)).records())
      if (entry.links.kind?.id === 'pressmeddelande') found.push(entry);
    const [seed] = found;
    expect(found).toHaveLength(1);
    expect(seed?.links.date).toMatchObject({ edtf: '[2016-05-25..2019-01-20]' });
    expect(seed?.links.governments).toMatchObject([{ certain: true }]);
    expect(seed?.links.ministers).toMatchObject([{ strength: 'strong', certain: true }]);
    expect(seed?.links.ministers[0]?.evidence.map(({ kind }) => kind)).toEqual(['text', 'text', 'banner']);
    expect(seed?.links.conflicts).toMatchObject([
      { code: 'banner-role-dates-differ', params: { pageFrom: '2021-01-21', registerFrom: '2019-01-21' } },
    ]);
  });
});
