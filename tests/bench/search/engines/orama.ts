import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { count, create, insert, load, save, search } from '@orama/orama';
import type { Orama, Results, Tokenizer } from '@orama/orama';
import { readDocuments } from '../documents.ts';
import { TITLE_BOOST } from '../engine.ts';
import type { BenchEngine, BenchPlaces, Ranked, Wanted } from '../engine.ts';
import { swedishTerms } from '../swedish.ts';

const schema = {
  title: 'string',
  lead: 'string',
  body: 'string',
  minister: 'string',
  department: 'string',
  subject: 'string',
} as const;

type Database = Orama<typeof schema>;

/**
 * Orama with the Swedish stemmer in its tokenizer, shipped as its own JSON. Words are looked for as it does by
 * itself, as beginnings of terms: its `exact` compares with the documents' texts, case by case.
 */
export const orama: BenchEngine = {
  async build(places) {
    const database = newDatabase();
    for await (const { ref, fields } of readDocuments(places))
      await insert(database, { id: String(ref), ...fields });
    mkdirSync(places.indexDir);
    writeFileSync(fileOf(places), JSON.stringify(withoutTexts(save(database))));
  },
  async open(places) {
    const database = newDatabase();
    load(database, JSON.parse(readFileSync(fileOf(places), 'utf8')) as ReturnType<typeof save>);
    return await Promise.resolve({ find: (wanted: Wanted) => find(database, wanted) });
  },
};

const tokenizer: Tokenizer = {
  language: 'swedish',
  normalizationCache: new Map(),
  tokenize: (text) => swedishTerms(text),
};

function newDatabase(): Database {
  return create({ schema, components: { tokenizer } });
}

/** Orama keeps the documents beside its index; the others are not asked to, so neither is it. */
function withoutTexts(saved: ReturnType<typeof save>): unknown {
  const kept = saved.docs as {
    readonly docs: Readonly<Record<string, { readonly id: string }>>;
    readonly count: number;
  };
  const docs = Object.fromEntries(Object.entries(kept.docs).map(([key, { id }]) => [key, { id }]));
  return { ...saved, docs: { ...kept, docs } };
}

function find(database: Database, wanted: Wanted): Ranked | null {
  switch (wanted.type) {
    case 'words':
      return ranked(database, wanted.words.join(' '), 0);
    case 'spelling':
      return ranked(database, wanted.word, wanted.distance);
    case 'beginning':
    case 'phrase':
    case 'end':
    case 'inside':
    case 'everything':
      return null;
  }
}

function ranked(database: Database, term: string, tolerance: number): Ranked {
  const found = search(database, {
    term,
    threshold: 0,
    tolerance,
    limit: count(database),
    boost: { title: TITLE_BOOST },
  }) as Results<object>;
  return Uint32Array.from(found.hits, ({ id }) => Number(id));
}

function fileOf({ indexDir }: BenchPlaces): string {
  return join(indexDir, 'index.json');
}
