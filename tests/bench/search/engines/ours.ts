import { join } from 'node:path';
import type { SearchEngine } from '../../../../archive/search/core/engine.ts';
import { textIndexNames } from '../../../../archive/search/core/index-settings.ts';
import { SearchClient, defaultWorker } from '../../../../archive/search/host/client.ts';
import { OpenIndex } from '../../../../archive/search/host/open-index.ts';
import { IndexFile } from '../../../../archive/search/host/index-file.ts';
import { warmUp } from '../../../../archive/search/host/warm-up.ts';
import { INDEX_FILE } from '../../../../archive/search/host/index-head.ts';
import { TOP, facetSum, filtersOf } from '../answer.ts';
import type { Answer, Ask, BenchEngine, Wanted } from '../engine.ts';

/** The app's own: built as the app builds, in threads, and asked as its worker asks; hits are numbered, not read. */
export const ours: BenchEngine = {
  async build({ packageDir, indexDir }) {
    const client = SearchClient.start(defaultWorker());
    try {
      await client.open({ packages: [{ dir: packageDir, indexDir }] });
    } finally {
      await client.close();
    }
  },
  textBytes({ indexDir }) {
    const file = IndexFile.open(join(indexDir, INDEX_FILE));
    const texts = file.sections.filter(({ name }) => textSections.some((prefix) => name.startsWith(prefix)));
    file.close();
    return texts.reduce((sum, { length }) => sum + length, 0);
  },
  warmUp,
  async open({ packageDir, indexDir }) {
    const { engine } = await OpenIndex.open([{ dir: packageDir, indexDir }]);
    return { answer: (ask: Ask) => answer(engine, ask) };
  },
};

/** Where words are looked up; the rest is what is known of each release, and the register. */
const textSections = [...textIndexNames.map((name) => `${name}/`), 'relations/'];

/** What a reader types for it. */
export function queryOf(wanted: Wanted): string {
  switch (wanted.type) {
    case 'words':
      return wanted.words.join(' ');
    case 'phrase':
      return `"${wanted.words.join(' ')}"`;
    case 'beginning':
      return `${wanted.letters}*`;
    case 'end':
      return `*${wanted.letters}`;
    case 'inside':
      return `*${wanted.letters}*`;
    case 'spelling':
      return `${wanted.word}~${wanted.distance}`;
    case 'everything':
      return '';
  }
}

let queryId = 0;

function answer(engine: SearchEngine, ask: Ask): Answer {
  queryId += 1;
  const { page, total, facets } = engine.find({
    queryId,
    query: queryOf(ask.wanted),
    filters: filtersOf(ask),
    sort: 'relevance',
    offset: 0,
    limit: TOP,
  });
  return { top: page.map(({ ref }) => ref), total, facetSum: facetSum(facets) };
}
