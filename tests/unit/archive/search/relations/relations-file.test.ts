import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextIndexName } from '../../../../../archive/search/core/index-settings.ts';
import { indexSettings, textIndexNames } from '../../../../../archive/search/core/index-settings.ts';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { NumberLists, writeNumberLists } from '../../../../../archive/search/core/relations/number-lists.ts';
import {
  openRelations,
  storeRelations,
} from '../../../../../archive/search/core/relations/relations-file.ts';
import type { FormTerms } from '../../../../../archive/search/core/relations/relations-file.ts';

function segmentOf(name: TextIndexName, words: readonly string[], sections: MemorySections): PackedSegment {
  const builder = new PackedBuilder(indexSettings[name]);
  builder.begin();
  words.forEach((word, position) => builder.addTerm(0, word, position));
  builder.finish(sections, `${name}/`);
  return PackedSegment.open(sections, `${name}/`);
}

const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'å', 'ö', '-', '1'),
  minLength: 1,
  maxLength: 6,
});

describe('relations between forms and terms', () => {
  it('are those that the forms have, whatever the words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(letters, { maxLength: 60 }), (given) => {
        const relate: FormTerms = {
          termOf: (form) => (form.startsWith('-') ? null : form.slice(0, 2)),
          partTermsOf: (form) => (form.length < 4 ? [] : [form.slice(0, 2), form.slice(2, 4)]),
        };
        const forms = given.toSorted();
        const terms = sortedSet(forms.map(relate.termOf).filter((term) => term !== null));
        const parts = sortedSet(forms.flatMap(relate.partTermsOf));
        const sections = new MemorySections();
        const words = { forms, terms, parts };
        const segments = Object.fromEntries(
          textIndexNames.map((name) => [name, segmentOf(name, words[name], sections)]),
        ) as Record<TextIndexName, PackedSegment>;
        storeRelations(words, relate, sections, 'r/');
        const relations = openRelations(sections, 'r/', segments);
        for (const term of terms)
          expect(relations.formsOf(term)).toEqual(forms.filter((form) => relate.termOf(form) === term));
        for (const part of parts)
          expect(relations.formsWithPart(part)).toEqual(
            forms.filter((form) => relate.partTermsOf(form).includes(part)),
          );
        expect(relations.formsOf('nowhere')).toEqual([]);
        expect(relations.formsWithPart('nowhere')).toEqual([]);
      }),
    );
  });

  it('are refused when they are not there', () => {
    const sections = new MemorySections();
    const segments = Object.fromEntries(
      textIndexNames.map((name) => [name, segmentOf(name, [], sections)]),
    ) as Record<TextIndexName, PackedSegment>;
    expect(() => openRelations(sections, 'r/', segments)).toThrow(IndexFormatError);
  });
});

describe('lists of numbers', () => {
  const list = fc
    .uniqueArray(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 12 })
    .map((numbers) => numbers.toSorted((a, b) => a - b));

  it('come back as they were, one by one', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 70 }), (lists) => {
        const sections = new MemorySections();
        writeNumberLists(lists, sections, 'lists');
        const range = sections.section('lists');
        if (range === null) throw new Error('nothing was written');
        const read = new NumberLists(range);
        lists.forEach((numbers, n) => expect(read.list(n)).toEqual(numbers));
        expect(read.list(lists.length)).toEqual([]);
      }),
    );
  });

  it('are refused when they are cut off', () => {
    const sections = new MemorySections();
    writeNumberLists([[1, 2], [300]], sections, 'lists');
    const bytes = sections.section('lists')?.read(0, 3) ?? new Uint8Array(0);
    const cut = new MemorySections();
    cut.begin('lists');
    cut.write(bytes);
    const range = cut.section('lists');
    expect(() => range !== null && new NumberLists(range)).toThrow(IndexFormatError);
  });
});

function sortedSet(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}
