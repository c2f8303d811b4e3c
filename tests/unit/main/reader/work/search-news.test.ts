import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOverviewSchema } from '../../../../../main/contract/index.ts';
import type { OpenArchive } from '../../../../../main/reader/open-archive.ts';
import { idOf } from '../../../archive/package/chain-world.ts';
import { temporaryFolder } from '../../../archive/package/small-archive.ts';
import { Desks, Packages, searchFor, value } from './work-world.ts';
import type { Reading } from './work-world.ts';

/**
 * Page 0 is changed by the delta, page 4 is new in it, page 1 is withdrawn by it; 2 and 3 stay. A whole package then holds all
 * of them again, and says something else of page 2.
 */
let built = '';
let packages: Packages;
let first: OpenArchive;
let both: OpenArchive;
let whole: OpenArchive;
beforeAll(async () => {
  built = temporaryFolder();
  packages = new Packages(built);
  await packages.add({ changed: [0, 1, 2, 3] });
  await packages.add({ changed: [0, 4], toggled: [1] });
  await packages.add({ changed: [2], again: [0, 1, 3, 4], full: true });
  [first, both, whole] = [await packages.open(1), await packages.open(2), await packages.open(3)];
}, 60_000);
afterAll(async () => {
  await Promise.all([first, both, whole].map(async (archive) => await archive.close()));
  rmSync(built, { recursive: true, force: true });
});

const desks = new Desks(() => first);

describe('a saved search', () => {
  const isKnown = ({ searches }: Awaited<ReturnType<Reading['overview']>>): boolean =>
    searches.every(({ news }) => news.state === 'known');

  it('says what a delta brought: what is new, what was changed and what is no longer found', async () => {
    const id = await desks.now.make({
      do: 'save-search',
      name: 'Elnät',
      search: searchFor('elnätet', first),
    });
    const before = await desks.now.overviewWhen(isKnown);
    expect(before.searches[0]).toMatchObject({
      looked: { total: 4 },
      news: { state: 'known', total: 4, added: 0, changed: 0, lost: 0 },
    });
    expect(workOverviewSchema.parse(before)).toEqual(before);
    desks.again().archive = both;
    const after = await desks.now.overviewWhen(isKnown);
    // Page 1 was withdrawn, page 4 is new, page 0 says something else.
    expect(after.searches[0]?.news).toEqual({ state: 'known', total: 4, added: 1, changed: 1, lost: 1 });
    const { items, total } = value(await desks.now.api.searchNews({ id, offset: 0, limit: 10 }));
    expect(total).toBe(2);
    expect(items.map((item) => [item.id, item.what])).toEqual([
      [idOf(4), 'added'],
      [idOf(0), 'changed'],
    ]);
    await desks.now.do({ do: 'looked-at-search', id });
    const looked = await desks.now.overviewWhen(isKnown);
    expect(looked.searches[0]?.news).toMatchObject({ added: 0, changed: 0, lost: 0 });
  });

  it('does not take for changed what a whole package only holds again, nor what is gone with a package', async () => {
    desks.now.archive = both;
    await desks.now.make({ do: 'save-search', name: 'Elnät', search: searchFor('elnätet', both) });
    await desks.now.overviewWhen(isKnown);
    desks.now.archive = whole;
    const after = await desks.now.overviewWhen(isKnown);
    expect(after.searches[0]?.news).toEqual({ state: 'known', total: 4, added: 0, changed: 1, lost: 0 });
    desks.now.archive = first;
    const back = await desks.now.overviewWhen(isKnown);
    expect(back.searches[0]?.news).toEqual({ state: 'known', total: 4, added: 1, changed: 1, lost: 1 });
  });

  it('has no news of the archive that it was not made in', async () => {
    const search = { ...searchFor('elnätet', first), archive: 'another' };
    await desks.now.make({ do: 'save-search', name: 'Annat', search });
    expect((await desks.now.overview()).searches[0]?.news).toEqual({ state: 'elsewhere' });
  });

  it('is searched for in the archive that comes where one is closed in the middle of it', async () => {
    const closing = await packages.open(1);
    desks.now.archive = closing;
    await desks.now.make({ do: 'save-search', name: 'Elnät', search: searchFor('elnätet', closing) });
    await closing.close();
    await desks.now.overview();
    desks.now.archive = first;
    const after = await desks.now.overviewWhen(isKnown);
    expect(after.searches[0]?.news).toMatchObject({ state: 'known', total: 4 });
  });
});
