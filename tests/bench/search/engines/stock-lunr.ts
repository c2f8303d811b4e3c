import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lunr from 'lunr';
import { textFields } from '../../../../archive/search/core/index-port.ts';
import { readDocuments } from '../documents.ts';
import { TITLE_BOOST } from '../engine.ts';
import type { BenchEngine, BenchPlaces, Ranked, Wanted } from '../engine.ts';
import { swedishPlugin } from '../swedish.ts';

/** Lunr 2.3.9 with lunr-languages' Swedish, as its guide says: an index built beforehand, shipped as JSON. */
export const stockLunr: BenchEngine = {
  async build(places) {
    const builder = stockBuilder(textFields);
    for await (const { ref, fields } of readDocuments(places)) builder.add({ ref, ...fields });
    mkdirSync(places.indexDir);
    writeFileSync(fileOf(places), JSON.stringify(builder.build()));
  },
  async open(places) {
    const index = lunr.Index.load(JSON.parse(readFileSync(fileOf(places), 'utf8')) as object);
    return await Promise.resolve({ find: (wanted: Wanted) => find(index, wanted) });
  },
};

/** A builder as in Lunr's guide, the title boosted. */
export function stockBuilder(fields: readonly string[]): lunr.Builder {
  const builder = new lunr.Builder();
  builder.use(swedishPlugin);
  builder.ref('ref');
  for (const field of fields) builder.field(field, { boost: field === 'title' ? TITLE_BOOST : 1 });
  return builder;
}

function find(index: lunr.Index, wanted: Wanted): Ranked | null {
  switch (wanted.type) {
    case 'words':
      return ranked(
        index.query((query) => {
          for (const word of wanted.words)
            query.term(lunr.tokenizer(word), { presence: lunr.Query.presence.REQUIRED });
        }),
      );
    case 'beginning':
    case 'end':
    case 'inside':
      // As Lunr's own query language does: the pipeline would take the stars for dirt.
      return ranked(
        index.query((query) =>
          query.term(wanted.letters, { wildcard: wildcards[wanted.type], usePipeline: false }),
        ),
      );
    case 'spelling':
      return ranked(index.query((query) => query.term(wanted.word, { editDistance: wanted.distance })));
    case 'phrase':
    case 'everything':
      return null;
  }
}

const { LEADING, TRAILING } = lunr.Query.wildcard;
const wildcards = { beginning: TRAILING, end: LEADING, inside: LEADING | TRAILING } as const;

function ranked(results: readonly lunr.Index.Result[]): Ranked {
  return Uint32Array.from(results, ({ ref }) => Number(ref));
}

function fileOf({ indexDir }: BenchPlaces): string {
  return join(indexDir, 'index.json');
}
