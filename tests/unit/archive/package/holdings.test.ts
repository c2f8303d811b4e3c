import { describe, expect, it } from 'vitest';
import { openHoldings } from '../../../../archive/package/holdings.ts';
import type { HeldRelease } from '../../../../archive/package/holdings.ts';
import { openPackage } from '../../../../archive/package/read.ts';
import { smallPackageForEach } from './small-package.ts';

let base = '';
smallPackageForEach((dir) => (base = dir));

async function listed(of: AsyncIterable<HeldRelease>): Promise<readonly HeldRelease[]> {
  const all: HeldRelease[] = [];
  for await (const release of of) all.push(release);
  return all;
}

describe('one package', () => {
  it('reads as it does by itself', async () => {
    const [pkg, holdings] = [await openPackage(base), await openHoldings([base])];
    const records = [];
    for await (const entry of pkg.records()) records.push(entry);
    const releases = await listed(holdings.touched(0));
    const held = releases.flatMap(({ versions }) => versions);
    expect(held.map(({ record }) => record)).toEqual(records.map(({ record }) => record));
    expect(held.map(({ links }) => links)).toEqual(records.map(({ links }) => links));
    expect(held.map(({ at }) => at)).toEqual(records.map(({ at }) => ({ ...at, package: 0 })));
    expect(await listed(holdings.releases())).toEqual(releases);
    for (const release of releases) {
      const { id, versions } = release;
      expect(await holdings.release(id)).toEqual(release);
      expect(holdings.withdrawalOf(id)).toEqual(pkg.withdrawalOf(id));
      for (const { record, at, links, linksAt } of versions) {
        expect(holdings.readAt(at)).toEqual(record);
        expect(holdings.readLinksAt(linksAt)).toEqual(links);
      }
    }
    expect(holdings.identity).toBe(pkg.identity);
    holdings.close();
    pkg.close();
  });
});
