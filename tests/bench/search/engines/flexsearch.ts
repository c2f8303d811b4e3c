import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Index } from 'flexsearch';
import { readDocuments } from '../documents.ts';
import type { BenchEngine, Ranked, Wanted } from '../engine.ts';
import { swedishTerms } from '../swedish.ts';

/**
 * FlexSearch, its leanest index: whole words (`strict`), no context, no cache. All fields are one text, because its
 * documents answer field by field and words required together may stand in different fields. It has no truncation
 * over such an index (`forward` and `full` would index every beginning or stretch of every word), no phrases and
 * no spelling distance.
 */
export const flexsearch: BenchEngine = {
  async build(places) {
    const index = newIndex();
    for await (const { ref, fields } of readDocuments(places))
      index.add(ref, Object.values(fields).join('\n'));
    mkdirSync(places.indexDir);
    index.export((key, data) => writeFileSync(join(places.indexDir, `${key}.json`), data));
  },
  async open({ indexDir }) {
    const index = newIndex();
    for (const file of readdirSync(indexDir))
      index.import(file.slice(0, -'.json'.length), readFileSync(join(indexDir, file), 'utf8'));
    return await Promise.resolve({ find: (wanted: Wanted) => find(index, wanted) });
  },
};

/** More than there are documents: it gives at most as many as asked for. */
const ALL = 10_000_000;

function newIndex(): Index {
  return new Index({ tokenize: 'strict', cache: false, encode: swedishTerms });
}

function find(index: Index, wanted: Wanted): Ranked | null {
  if (wanted.type !== 'words') return null;
  return Uint32Array.from(index.search(wanted.words.join(' '), { limit: ALL }) as number[]);
}
