import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { textFields } from '../../../../archive/search/core/index-port.ts';
import { readDocuments } from '../documents.ts';
import { TITLE_BOOST } from '../engine.ts';
import type { BenchEngine, BenchPlaces, Ranked, Wanted } from '../engine.ts';
import { swedishTerms } from '../swedish.ts';

/**
 * SQLite FTS5, in WebAssembly with its file on disk. It has no Swedish stemmer, so that words are looked for in a
 * table of stems (lunr-languages' own), phrases and beginnings in a table of words as written; neither keeps the
 * texts. Å, ä and ö are letters. It has no ends or insides of words without an index of trigrams, and no
 * spelling distance.
 */
export const fts5: BenchEngine = {
  async build(places) {
    mkdirSync(places.indexDir);
    const database = new sqlite.Database(fileOf(places));
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    const columns = textFields.join(', ');
    database.exec(`CREATE VIRTUAL TABLE stems USING fts5(${columns}, content='', tokenize='${TOKENIZER}')`);
    database.exec(
      `CREATE VIRTUAL TABLE words USING fts5(${columns}, content='', prefix='3 4', tokenize='${TOKENIZER}')`,
    );
    await fill(database, places);
    database.exec(`INSERT INTO stems(stems) VALUES('optimize'); INSERT INTO words(words) VALUES('optimize')`);
    database.close();
  },
  async open(places) {
    // The lock of a process that was ended while it had the file open.
    rmSync(`${fileOf(places)}.lock`, { recursive: true, force: true });
    const database = new sqlite.Database(fileOf(places), { readOnly: true });
    database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    const statements = {
      stems: database.prepare(rankedQuery('stems')),
      words: database.prepare(rankedQuery('words')),
    };
    return await Promise.resolve({ find: (wanted: Wanted) => find(statements, wanted) });
  },
};

const TOKENIZER = 'unicode61 remove_diacritics 0';
/** SQLite's page cache: enough that what is asked again is not read again. */
const CACHE_KIB = 32 * 1024;
const weights = textFields.map((field) => (field === 'title' ? TITLE_BOOST : 1)).join(', ');

/** All numbers of documents in order of rank as one text: a row each would cost far more to hand over. */
function rankedQuery(table: string): string {
  return `SELECT group_concat(rowid) AS refs FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ?
    ORDER BY bm25(${table}, ${weights}))`;
}

async function fill(database: sqlite.Database, places: BenchPlaces): Promise<void> {
  const marks = textFields.map(() => '?').join(', ');
  const [stems, words] = ['stems', 'words'].map((table) =>
    database.prepare(`INSERT INTO ${table}(rowid, ${textFields.join(', ')}) VALUES (?, ${marks})`),
  ) as [sqlite.Statement, sqlite.Statement];
  database.exec('BEGIN');
  for await (const { ref, fields } of readDocuments(places)) {
    const texts = textFields.map((field) => fields[field]);
    // Row numbers begin at 1.
    stems.run([ref + 1, ...texts.map((text) => swedishTerms(text).join(' '))]);
    words.run([ref + 1, ...texts]);
  }
  database.exec('COMMIT');
  stems.finalize();
  words.finalize();
}

interface Statements {
  readonly stems: sqlite.Statement;
  readonly words: sqlite.Statement;
}

function find({ stems, words }: Statements, wanted: Wanted): Ranked | null {
  switch (wanted.type) {
    case 'words':
      return ranked(stems, swedishTerms(wanted.words.join(' ')).map(quoted).join(' '));
    case 'phrase':
      return ranked(words, quoted(wanted.words.join(' ')));
    case 'beginning':
      return ranked(words, `${quoted(wanted.letters)}*`);
    case 'end':
    case 'inside':
    case 'spelling':
    case 'everything':
      return null;
  }
}

function ranked(statement: sqlite.Statement, match: string): Ranked {
  if (match === '') return new Uint32Array(0);
  const refs = statement.get([match])?.['refs'];
  return typeof refs === 'string'
    ? Uint32Array.from(refs.split(','), (row) => Number(row) - 1)
    : new Uint32Array(0);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function fileOf({ indexDir }: BenchPlaces): string {
  return join(indexDir, 'index.sqlite');
}
