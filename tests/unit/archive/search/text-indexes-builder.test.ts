import { describe, expect, it } from 'vitest';
import { textFields } from '../../../../archive/search/core/index-port.ts';
import {
  POSITION_GAP,
  indexSettings,
  textIndexNames,
} from '../../../../archive/search/core/index-settings.ts';
import { MOST_NEAR } from '../../../../archive/search/core/query/near.ts';
import { PackedIndex } from '../../../../archive/search/core/packed/packed-index.ts';
import { MemorySections } from '../../../../archive/search/core/packed/sections.ts';
import { PackedSegment } from '../../../../archive/search/core/packed/segment.ts';
import { termOf } from '../../../../archive/search/core/text/swedish.ts';
import { TextIndexesBuilder } from '../../../../archive/search/core/text-indexes-builder.ts';
import type { FieldTexts } from '../../../../archive/search/core/text-indexes-builder.ts';

const nothing = Object.fromEntries(textFields.map((field) => [field, []])) as unknown as FieldTexts;

function indexesOf(texts: readonly Partial<FieldTexts>[]): Record<string, PackedIndex> {
  const builder = new TextIndexesBuilder((form) => (form === 'äldrevården' ? ['äldr', 'vård'] : []));
  for (const text of texts) builder.add({ ...nothing, ...text });
  const sections = new MemorySections();
  builder.finish(sections);
  return Object.fromEntries(
    textIndexNames.map((name) => [name, PackedIndex.of(PackedSegment.open(sections, `${name}/`))]),
  );
}

/** Where forms stand in a field of the first text. */
function positions(forms: PackedIndex | undefined, form: string, field = 'body'): readonly number[] {
  return [...(forms?.occurrences(form, field).positions ?? [])];
}

describe('the indexes of a text', () => {
  it('hold stems without stop words, forms with them, and the parts of compounds', () => {
    const { terms, forms, parts } = indexesOf([{ title: ['Regeringen satsar på äldrevården'] }]);
    expect(terms?.terms()).toEqual(['regeringen', 'satsar', 'äldrevården'].map(termOf));
    expect(forms?.terms()).toEqual(['på', 'regeringen', 'satsar', 'äldrevården']);
    expect(parts?.terms()).toEqual(['vård', 'äldr']);
  });

  it('count the pieces of a text, a word with joints standing where its first piece does', () => {
    const { forms } = indexesOf([{ body: ['om covid-19 och S2021/05469/FS nu'] }]);
    expect(positions(forms, 'covid-19')).toEqual([1]);
    expect(positions(forms, 'covid')).toEqual([1]);
    expect(positions(forms, '19')).toEqual([2]);
    expect(positions(forms, 'och')).toEqual([3]);
    expect(positions(forms, 's2021/05469/fs')).toEqual([4]);
    expect(positions(forms, '05469/fs')).toEqual([5]);
    expect(positions(forms, 'fs')).toEqual([6]);
    expect(positions(forms, 'nu')).toEqual([7]);
  });

  it('keep blocks further apart than nearness spans', () => {
    const { forms } = indexesOf([{ body: ['ett två', 'tre'] }]);
    const [last = 0] = positions(forms, 'två');
    const [first = 0] = positions(forms, 'tre');
    expect(first - last).toBe(POSITION_GAP);
    expect(POSITION_GAP).toBeGreaterThan(MOST_NEAR);
  });

  it('number their documents alike, those without text among them', () => {
    const { terms, forms, parts } = indexesOf([{}, { body: ['äldrevården'] }, {}]);
    for (const index of [terms, forms, parts]) expect(index?.size).toBe(3);
    expect([...(terms?.documents(['äldrevård']) ?? [])]).toEqual([1]);
    expect([...(parts?.documents(['vård']) ?? [])]).toEqual([1]);
    expect([...(forms?.documents(['äldrevården']) ?? [])]).toEqual([1]);
  });

  it('hold as written only what is running text', () => {
    const { terms, forms } = indexesOf([{ minister: ['Karim Nordh'] }]);
    expect(forms?.terms()).toEqual([]);
    expect([...(terms?.documents(['nordh'], ['minister']) ?? [])]).toEqual([0]);
    expect(indexSettings.forms.fields.map(({ name }) => name)).toEqual(['title', 'lead', 'body']);
  });
});
