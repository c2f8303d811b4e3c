import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { Options, SearchOptions } from 'minisearch';
import { textFields } from '../../../../archive/search/core/index-port.ts';
import { readDocuments } from '../documents.ts';
import { TITLE_BOOST } from '../engine.ts';
import type { BenchEngine, BenchPlaces, Ranked, Wanted } from '../engine.ts';
import { swedishTerm } from '../swedish.ts';

/** MiniSearch with the Swedish stemmer in its `processTerm`, nothing stored, its index as its own JSON. */
export const minisearch: BenchEngine = {
  async build(places) {
    const index = new MiniSearch(options);
    for await (const { ref, fields } of readDocuments(places)) index.add({ ref, ...fields });
    mkdirSync(places.indexDir);
    writeFileSync(fileOf(places), JSON.stringify(index));
  },
  async open(places) {
    const index = MiniSearch.loadJSON(readFileSync(fileOf(places), 'utf8'), options);
    return await Promise.resolve({ find: (wanted: Wanted) => find(index, wanted) });
  },
};

const options: Options = {
  idField: 'ref',
  fields: [...textFields],
  storeFields: [],
  processTerm: (term) => swedishTerm(term) || null,
  searchOptions: { combineWith: 'AND', boost: { title: TITLE_BOOST } },
};

function find(index: MiniSearch, wanted: Wanted): Ranked | null {
  const search = (text: string, how: SearchOptions = {}): Ranked =>
    Uint32Array.from(index.search(text, how), ({ id }) => Number(id));
  switch (wanted.type) {
    case 'words':
      return search(wanted.words.join(' '));
    case 'beginning':
      return search(wanted.letters, { prefix: true, processTerm: (term) => term.toLowerCase() });
    case 'spelling':
      return search(wanted.word, { fuzzy: wanted.distance });
    case 'phrase':
    case 'end':
    case 'inside':
    case 'everything':
      return null;
  }
}

function fileOf({ indexDir }: BenchPlaces): string {
  return join(indexDir, 'index.json');
}
