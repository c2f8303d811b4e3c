import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../archive/model/block.ts';
import { folderKind } from '../../../../archive/sources/folder-kind.ts';
import { isG0vBookkeeping, isG0vMetadata, readG0vEntries } from '../../../../archive/sources/g0v-entry.ts';
import { partLead } from '../../../../archive/sources/g0v-lead.ts';
import { g0vTitle } from '../../../../archive/sources/g0v-title.ts';
import { G0vTrees } from '../../../../archive/sources/g0v-trees.ts';
import { notation } from '../../../fixtures/sources/block-notation.ts';

const p = (text: string): Block => ({ type: 'paragraph', inlines: [{ text }] });

describe('metadata files are told from others', () => {
  test('a list of titles and addresses is one', () => {
    expect(isG0vMetadata([{ title: 'a', url: '/b/' }])).toBe(true);
    expect([[], [1], {}, [{ title: 'a' }], null, 'x'].some(isG0vMetadata)).toBe(false);
  });

  test('lists of codes and dates of looking are known, and hold no page', () => {
    expect(isG0vBookkeeping({ '1334': 'Pressmeddelande' })).toBe(true);
    expect(isG0vBookkeeping({ latest_updated: 'x', items: 1, codes: 2 })).toBe(true);
    expect([{}, { a: 'b' }, { '1': 2 }, [], null].some(isG0vBookkeeping)).toBe(false);
  });

  test('an entry that is none is reported by its number, and the others are read', () => {
    const json: readonly unknown[] = JSON.parse(
      '[{"title":"a","url":"/a/","__proto__":{"x":1},"extra":[1]},{"title":5,"url":"/b/"},{"title":"\\ud800","url":"/c/"},null]',
    );
    const { entries, problems } = readG0vEntries(json, 'tal.json');
    expect(entries.map(({ entry }) => entry.title)).toEqual(['a']);
    expect(new TextDecoder().decode(entries[0]?.canonical)).toBe(
      '{"__proto__":{"x":1},"extra":[1],"title":"a","url":"/a/"}',
    );
    expect(problems.map(({ code, params }) => [code, params['entry']])).toEqual([
      ['source-bad-json', 2],
      ['source-bad-json', 3],
      ['source-bad-json', 4],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('title and designation', () => {
  test.each([
    [
      'run together',
      'Fyrarnas framtidDir. 2018:7',
      'Fyrarnas framtid, Dir. 2018:7',
      'Dir. 2018:7',
      'Fyrarnas framtid',
    ],
    ['apart', 'Fyrarnas framtid', 'Fyrarnas framtid,  Dir. 2018:7', ' Dir. 2018:7', 'Fyrarnas framtid'],
    [
      'with a subtitle that lost its space',
      'Ljus och mörkerBetänkandeSOU 2018:9',
      'Ljus och mörker, SOU 2018:9',
      'SOU 2018:9',
      'Ljus och mörker Betänkande',
    ],
    [
      'with a subtitle after a dash',
      'Ljus– och mörkerSOU 2018:9',
      'Ljus, SOU 2018:9',
      'SOU 2018:9',
      'Ljus – och mörker',
    ],
    ['only in the list', 'Fyrar', 'Fyrar', 'Diarienummer: KU2018/00007', 'Fyrar'],
    ['that is the whole title', 'SOU 2018:9', 'SOU 2018:9', 'SOU 2018:9', 'SOU 2018:9'],
  ])('%s', (_, heading, title, id, expected) => {
    expect(g0vTitle(heading, { title, id })).toEqual({ title: expected, designation: id.trim() });
  });

  test.each([
    ['En lag om fyrarProp. 2017/18:99', 'En lag om fyrar', 'Prop. 2017/18:99'],
    [
      'Uppdrag om ljusDiarienummer: KU2018/00007 (delvis)',
      'Uppdrag om ljus',
      'Diarienummer: KU2018/00007 (delvis)',
    ],
    ['Fyrar i EU2018/19:FPM7', 'Fyrar i EU', '2018/19:FPM7'],
    ['Nya fyrarFi2018/00707', 'Nya fyrar', 'Fi2018/00707'],
  ])('of a page that is not listed: %s', (heading, title, designation) => {
    expect(g0vTitle(heading, null)).toEqual({ title, designation });
  });

  test.each(['Genomförande av SOU 2018:9', 'Fyrar (Ju 2018:02)', 'Budget 2018', 'Covid-19'])(
    'nothing is taken off %j',
    (heading) => {
      expect(g0vTitle(heading, null)).toEqual({ title: heading, designation: null });
    },
  );
});

describe('the lead is the summary', () => {
  const parted = (blocks: readonly Block[], summary: string | null): readonly (readonly string[])[] => {
    const { lead, body } = partLead(blocks, summary);
    return [notation(lead), notation(body)];
  };

  test('taken from the start of the text, whatever its spaces and soft hyphens', () => {
    expect(parted([p('Fy\u00ADrar\u00A0byggs.'), p('Nu.')], 'Fyrar  byggs.')).toEqual([
      ['p Fy\u00ADrar\u00A0byggs.'],
      ['p Nu.'],
    ]);
  });

  test('over several blocks, and up to a line break within one', () => {
    expect(parted([p('Sälen.'), p('Talat gäller.\nVänner!'), p('Slut.')], 'Sälen. Talat gäller.')).toEqual([
      ['p Sälen.', 'p Talat gäller.'],
      ['p Vänner!', 'p Slut.'],
    ]);
  });

  test('added where the text lacks it, paragraph by paragraph', () => {
    expect(parted([p('Nu.')], 'Fyrar byggs.\n\nI maj.')).toEqual([['p Fyrar byggs.', 'p I maj.'], ['p Nu.']]);
    expect(parted([], 'Fyrar byggs.')).toEqual([['p Fyrar byggs.'], []]);
  });

  test('left where it is when it stands further down', () => {
    expect(parted([p('Nu.'), p('Fyrar byggs. Sedan.')], 'Fyrar byggs.')).toEqual([
      [],
      ['p Nu.', 'p Fyrar byggs. Sedan.'],
    ]);
  });

  test('unknown without one: the first paragraph may be the second', () => {
    expect(parted([p('Nu.')], null)).toEqual([[], ['p Nu.']]);
  });
});

describe('a tree knows its pages', () => {
  const trees = new G0vTrees();
  const { entries } = readG0vEntries(
    [
      { title: 'a', url: '/rattsliga-dokument/skrivelse/2018/01/Skr/' },
      { title: 'b', url: 'https://x.example/annat/2018/01/b' },
      { title: 'c', url: '/rattsliga-dokument/skrivelse/2018/02/c' },
    ],
    'rattsliga-dokument/skrivelse.json',
  );
  trees.add({
    path: '/in/g0v/rattsliga-dokument/skrivelse.json',
    file: 's.json',
    entries,
    lineOf: (index) => index + 2,
  });

  test('by the folders that its addresses and its own place have in common', () => {
    expect(trees.take('/in/g0v/rattsliga-dokument/skrivelse/2018/01/Skr.md').map(({ kind }) => kind)).toEqual(
      ['rattsliga-dokument/skrivelse'],
    );
    expect(trees.take('/in/g0v/annat/2018/01/b.md')).toHaveLength(1);
    expect(trees.take('/in/g0v/skrivelse/2018/01/Skr.md')).toEqual([]);
  });

  test('and where any page lies in it', () => {
    expect(trees.pathInTree('/in/g0v/tal/2018/01/x.md')).toBe('tal/2018/01/x');
    expect(trees.pathInTree('/in/tal/2018/01/x.md')).toBeNull();
  });

  test('an entry whose page never came is missing, with its line', () => {
    expect(trees.missing()).toEqual([
      {
        code: 'source-metadata-without-page',
        file: 's.json',
        line: 4,
        params: { url: '/rattsliga-dokument/skrivelse/2018/02/c', title: 'c' },
      },
    ]);
  });
});

test('a folder tells the kind by what stands before its year', () => {
  expect(folderKind('rattsliga-dokument/proposition/2014/03')).toBe('rattsliga-dokument/proposition');
  expect(folderKind('tal/2023/022')).toBe('tal');
  expect(folderKind('ud-avrader')).toBe('ud-avrader');
  expect(folderKind('contentassets/b9f159e3d3b54011bd9570356b96aa64')).toBe('contentassets');
  expect(folderKind('2014/03')).toBeNull();
});
