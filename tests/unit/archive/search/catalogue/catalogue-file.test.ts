import { describe, expect, it } from 'vitest';
import {
  openCatalogue,
  storeCatalogue,
} from '../../../../../archive/search/core/catalogue/catalogue-file.ts';
import type { StoredCatalogue } from '../../../../../archive/search/core/catalogue/catalogue-file.ts';
import type { PackageCatalogue } from '../../../../../archive/search/core/catalogue/columns.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { openLibrary } from '../small-library.ts';

function stored(catalogue: PackageCatalogue): StoredCatalogue {
  const sections = new MemorySections();
  storeCatalogue(catalogue, sections, 'c/');
  return openCatalogue(sections, 'c/');
}

const { catalogue } = openLibrary([
  {
    date: '2016',
    ministers: [['karim-nordh.energiminister', 'weak', false]],
    designations: ['SOU 2019:12', 'Ds 2020:å'],
  },
  { date: 'XXXX', withdrawn: true, subjects: ['energi'] },
  {},
]).holdings;

describe('a stored catalogue', () => {
  it('comes back as it was', () => {
    expect(stored(catalogue)).toEqual(catalogue);
  });

  it('comes back empty when it was', () => {
    const empty = openLibrary([]).holdings.catalogue;
    expect(stored(empty)).toEqual(empty);
  });

  it('finds a release by its id and by a former one, whatever order the releases are in', () => {
    const ids = ['m', 'b', 'z'];
    const open = stored({ ...catalogue, ids, aliases: new Map([['former', 2]]) });
    expect(['m', 'b', 'z', 'former', 'a', 'zz', ''].map((id) => open.refOf(id))).toEqual([
      0,
      1,
      2,
      2,
      null,
      null,
      null,
    ]);
  });

  it('is refused when there is none', () => {
    expect(() => openCatalogue(new MemorySections(), 'c/')).toThrow(IndexFormatError);
  });
});
