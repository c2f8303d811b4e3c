import { describe, expect, it } from 'vitest';
import { makeRow, storeRows, storedRows } from '../../../../../archive/search/core/catalogue/facet-rows.ts';
import { RegisterNames } from '../../../../../archive/search/core/catalogue/register-names.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { termBytes } from '../../../../../archive/search/core/packed/term-bytes.ts';
import { openLibrary } from '../small-library.ts';
import { exampleRegister } from '../small-catalogue.ts';

const { catalogue } = openLibrary([
  { date: '2016', ministers: [['karim-nordh.energiminister', 'weak', false]], subjects: ['energi'] },
  { date: '2018-02', subjects: ['energi', 'å"ä\\ö', '\ud83c\udf1e'] },
]).holdings;
const names = new RegisterNames(exampleRegister);

function stored(): MemorySections {
  const sections = new MemorySections();
  storeRows(catalogue, names, sections, 'c/');
  return sections;
}

describe('the rows of facets', () => {
  it('come back as they are made of the register, letters beyond ASCII and beyond the first plane among them', () => {
    const rowOf = storedRows(stored(), 'c/');
    expect(rowOf('subject')).toEqual(makeRow('subject', catalogue.facets.subject.ids, names));
    expect(rowOf('subject').named.map(({ id }) => id)).toContain('\ud83c\udf1e');
    expect(rowOf('minister')).toEqual(makeRow('minister', catalogue.ministers.personIds, names));
    expect(rowOf('year').named.map(({ id }) => id)).toEqual(['2018', '2016']);
  });

  it('are refused when they are missing or no JSON', () => {
    expect(() => storedRows(new MemorySections(), 'c/')('kind')).toThrow(IndexFormatError);
    const cut = new MemorySections();
    cut.begin('c/rows/kind');
    cut.write(termBytes('{"values":[0'));
    expect(() => storedRows(cut, 'c/')('kind')).toThrow(IndexFormatError);
  });
});
