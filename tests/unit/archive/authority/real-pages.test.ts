import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../../archive/authority/linker.ts';
import { openRegister } from '../../../../archive/authority/register.ts';
import { swedishRegister } from '../../../../archive/authority/se/index.ts';
import type { Links } from '../../../../archive/model/links.ts';
import { layoutReading } from '../../../../archive/model/reading-text.ts';
import type { Said } from '../../../../archive/model/said.ts';
import { readSources } from '../../../../archive/sources/index.ts';
import { realData } from '../../../fixtures/real-data.ts';
import { linkWithoutTags } from './hidden-tags.ts';

const register = openRegister(swedishRegister);
const linker = createLinker(register);

async function* pagesOf(source: string): AsyncGenerator<Said> {
  for await (const item of readSources([join(realData ?? '', source)])) {
    if (item.type === 'page') yield item.page.said;
  }
}

async function linksOfSeed(): Promise<Links> {
  for await (const said of pagesOf('seed')) {
    return linker.link({ id: 'seed', version: 'v', said, layout: layoutReading(said) });
  }
  throw new Error('the seed folder holds no page');
}

describe.skipIf(realData === null)('real pages beside the checkout (skipped where there are none)', () => {
  it('the page the project started from is dated, and its minister linked, as its words allow', async () => {
    const links = await linksOfSeed();
    expect(links.date).toMatchObject({ edtf: '[2016-05-25..2019-01-20]', basis: 'role' });
    expect(new Set(links.date.evidence.map(({ kind }) => kind))).toEqual(new Set(['text', 'banner']));
    expect(links.kind?.id).toBe('pressmeddelande');
    expect(links.departments).toMatchObject([{ id: 'statsradsberedningen', certain: true }]);
    expect(links.governments).toMatchObject([{ id: 'lofven-1', certain: true }]);
    expect(links.mandatePeriods.map(({ id, certain }) => `${id} ${certain}`)).toEqual([
      '2014-2018 false',
      '2018-2022 false',
    ]);
    expect(links.ministers).toMatchObject([
      { person: 'ibrahim-baylan', relation: 'quoted', strength: 'strong', certain: true },
    ]);
    const [link] = links.ministers;
    const office = register.office(register.role(link?.role ?? '')?.office ?? '');
    expect(office?.title).toBe('samordnings- och energiminister');
    expect(link?.evidence.map(({ kind }) => kind)).toEqual(['text', 'text', 'banner']);
    expect(links.conflicts).toMatchObject([
      { code: 'banner-role-dates-differ', params: { pageFrom: '2021-01-21', registerFrom: '2019-01-21' } },
    ]);
  });

  it('at least 95 % of the ministers tagged on a page and named in its text are found without the tags', async () => {
    let [named, found] = [0, 0];
    for await (const said of pagesOf('g0v.tar.gz')) {
      const hidden = linkWithoutTags(register, linker, said);
      named += hidden.named.length;
      found += hidden.found.length;
    }
    expect(named).toBeGreaterThan(500);
    expect(found / named).toBeGreaterThanOrEqual(0.95);
  }, 300_000);
});
