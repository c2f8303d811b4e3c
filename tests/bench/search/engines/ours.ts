import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openPackage } from '../../../../archive/package/read.ts';
import type { SearchEngine } from '../../../../archive/search/core/engine.ts';
import { buildIndex } from '../../../../archive/search/host/build-index.ts';
import { OpenIndex } from '../../../../archive/search/host/open-index.ts';
import { TOP, facetSum, filtersOf } from '../answer.ts';
import type { Answer, Ask, BenchEngine, Wanted } from '../engine.ts';

/** The app's own engine, as its worker holds it; hits are named, their texts not read. */
export const ours: BenchEngine = {
  async build({ packageDir, indexDir }) {
    mkdirSync(dirname(indexDir), { recursive: true });
    await buildIndex({ packageDir, indexDir, staging: `${indexDir}-staging`, onProgress: () => undefined });
  },
  async open({ packageDir, indexDir }) {
    const { engine } = new OpenIndex(await openPackage(packageDir), indexDir);
    return { answer: (ask: Ask) => answer(engine, ask) };
  },
};

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
  const { hits, total, facets } = engine.search({
    queryId,
    query: queryOf(ask.wanted),
    filters: filtersOf(ask),
    sort: 'relevance',
    offset: 0,
    limit: TOP,
  });
  return { top: hits.map((_, at) => at), total, facetSum: facetSum(facets) };
}
