import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { noFilters } from '../../../../archive/model/search.ts';
import { textFields } from '../../../../archive/search/core/index-port.ts';
import type { TextField } from '../../../../archive/search/core/index-port.ts';
import { buildIndex } from '../../../../archive/search/host/build-index.ts';
import { OpenIndex } from '../../../../archive/search/host/open-index.ts';
import { TITLE_BOOST } from '../engine.ts';
import type { BenchDocument } from '../engine.ts';
import { stockBuilder } from '../engines/stock-lunr.ts';
import { swedishTerms } from '../swedish.ts';

/** Gives releases for some words, the best first, at most `MOST` of them. */
export interface Searcher {
  readonly name: string;
  search(words: readonly string[]): readonly number[];
}

/** As deep as any of the measures looks. */
export const MOST = 1000;

/** Subjects are what is asked for: they are not looked in. */
export const searchedFields: readonly TextField[] = textFields.filter((field) => field !== 'subject');

/** Stock Lunr as the bench of speed has it: any word, as is its own default. */
export function lunrSearcher(documents: readonly BenchDocument[]): Searcher {
  const builder = stockBuilder(searchedFields);
  for (const { ref, fields } of documents) builder.add({ ref, ...fields });
  const index = builder.build();
  return {
    name: 'Lunr 2.3.9, Swedish, title × 5, any word',
    search: (words) =>
      index
        .query((query) => words.forEach((word) => query.term(word.toLowerCase(), {})))
        .slice(0, MOST)
        .map(({ ref }) => Number(ref)),
  };
}

/** SQLite FTS5, any word: over words as written, as it comes, or over lunr-languages' stems. */
export function fts5Searcher(documents: readonly BenchDocument[], over: 'words' | 'stems'): Searcher {
  const database = new sqlite.Database(':memory:');
  const prepared = (text: string): string => (over === 'words' ? text : swedishTerms(text).join(' '));
  const tokenizer = "tokenize='unicode61 remove_diacritics 0'";
  database.exec(
    `CREATE VIRTUAL TABLE texts USING fts5(${searchedFields.join(', ')}, content='', ${tokenizer})`,
  );
  const marks = searchedFields.map(() => '?').join(', ');
  const insert = database.prepare(
    `INSERT INTO texts(rowid, ${searchedFields.join(', ')}) VALUES (?, ${marks})`,
  );
  database.exec('BEGIN');
  for (const { ref, fields } of documents)
    insert.run([ref + 1, ...searchedFields.map((field) => prepared(fields[field]))]);
  database.exec('COMMIT');
  const weights = searchedFields.map((field) => (field === 'title' ? TITLE_BOOST : 1)).join(', ');
  const query = database.prepare(
    `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, ${weights}) LIMIT ${MOST}`,
  );
  return {
    name: `SQLite FTS5, ${over === 'words' ? 'words as written' : 'stems'}, title × 5, any word`,
    search: (words) => {
      const match = words.flatMap((word) => prepared(word).split(' ')).filter((word) => word !== '');
      if (match.length === 0) return [];
      return query.all([match.map((word) => `"${word}"`).join(' OR ')]).map(({ rowid }) => Number(rowid) - 1);
    },
  };
}

export interface OurSearchers {
  readonly any: Searcher;
  readonly wider: Searcher;
  /** As typed: all words, or what comes nearest. */
  readonly typed: Searcher;
}

/** Ours in three manners. Releases of the package are numbered in its order, as the documents are. */
export async function ourSearchers(packageDir: string, workDir: string): Promise<OurSearchers> {
  mkdirSync(workDir, { recursive: true });
  const indexDir = join(workDir, 'index');
  const source = { packages: [packageDir] };
  await buildIndex({ source, indexDir, staging: join(workDir, 'staging'), fields: searchedFields });
  const { engine } = await OpenIndex.open([{ dir: packageDir, indexDir }]);
  const search = (query: string, wider: boolean): readonly number[] =>
    engine
      .find({ queryId: 1, query, filters: noFilters, sort: 'relevance', offset: 0, limit: MOST, wider })
      .page.map(({ ref }) => ref);
  return {
    any: { name: 'Läsesal, any word', search: (words) => search(words.join(' ELLER '), false) },
    wider: { name: 'Läsesal, any word, wider', search: (words) => search(words.join(' ELLER '), true) },
    typed: { name: 'Läsesal, as typed', search: (words) => search(words.join(' '), false) },
  };
}
