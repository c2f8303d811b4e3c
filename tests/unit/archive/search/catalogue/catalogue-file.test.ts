import { describe, expect, it } from 'vitest';
import {
  loadCatalogue,
  storeCatalogue,
} from '../../../../../archive/search/core/catalogue/catalogue-file.ts';
import { openLibrary } from '../small-library.ts';

describe('a stored catalogue', () => {
  it('comes back as it was', () => {
    const { catalogue } = openLibrary([
      {
        date: '2016',
        ministers: [['karim-nordh.energiminister', 'weak', false]],
        designations: ['SOU 2019:12'],
      },
      { date: 'XXXX', withdrawn: true, subjects: ['energi'] },
      {},
    ]).holdings;
    expect(loadCatalogue(storeCatalogue(catalogue))).toEqual(catalogue);
  });

  it('comes back empty when it was', () => {
    const { catalogue } = openLibrary([]).holdings;
    expect(loadCatalogue(storeCatalogue(catalogue))).toEqual(catalogue);
  });
});
