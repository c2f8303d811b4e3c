import { createReadStream, openSync, closeSync, writeSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { deserialize, serialize } from 'node:v8';
import { swedishRegister } from '../../../archive/authority/se/index.ts';
import { openPackage } from '../../../archive/package/read.ts';
import type { PackageEntry } from '../../../archive/package/read.ts';
import { CatalogueBuilder } from '../../../archive/search/core/catalogue/catalogue-builder.ts';
import type { Catalogue } from '../../../archive/search/core/catalogue/columns.ts';
import { RegisterNames } from '../../../archive/search/core/catalogue/register-names.ts';
import { textFields } from '../../../archive/search/core/index-port.ts';
import { searchDocument } from '../../../archive/search/core/document.ts';
import type { SearchDocument } from '../../../archive/search/core/document.ts';
import type { BenchDocument, BenchPlaces } from './engine.ts';

/** The size of a set of documents. */
export interface CorpusSize {
  readonly documents: number;
  /** UTF-8 bytes of the text of all fields. */
  readonly textBytes: number;
}

const FLUSH_AT = 1 << 20;

/** Writes a package's releases for the engines that know nothing of packages, and what facets are counted from. */
export async function writeDocuments(places: BenchPlaces): Promise<CorpusSize> {
  const out = openSync(places.documentsFile, 'w');
  const catalogue = new CatalogueBuilder();
  let [held, documents, textBytes] = ['', 0, 0];
  for await (const { entry, texts } of releasesOf(places.packageDir)) {
    const fields = Object.fromEntries(
      textFields.map((field) => [field, texts[field].join('\n')]),
    ) as BenchDocument['fields'];
    held += `${JSON.stringify({ ref: documents, fields } satisfies BenchDocument)}\n`;
    textBytes += Object.values(fields).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    catalogue.add({ ...entry, versions: [] });
    documents += 1;
    if (held.length > FLUSH_AT) held = flush(out, held);
  }
  flush(out, held);
  closeSync(out);
  writeFileSync(places.facetsFile, serialize(countedColumns(catalogue.build())));
  return { documents, textBytes };
}

/** The leading version of every release of a package, in the package's order, as the index takes it in. */
export async function* releasesOf(packageDir: string): AsyncGenerator<SearchDocument> {
  const pkg = await openPackage(packageDir);
  const names = new RegisterNames(pkg.register.data);
  try {
    for await (const entry of pkg.records()) if (entry.record.current) yield documentOf(entry, names);
  } finally {
    pkg.close();
  }
}

/** The same as documents for any engine. */
export async function* documentsOf(packageDir: string): AsyncGenerator<BenchDocument> {
  let ref = 0;
  for await (const { texts } of releasesOf(packageDir)) {
    yield { ref, fields: joined(texts) };
    ref += 1;
  }
}

/** The documents that `writeDocuments` wrote. */
export async function* readDocuments({ documentsFile }: BenchPlaces): AsyncGenerator<BenchDocument> {
  const lines = createInterface({ input: createReadStream(documentsFile), crlfDelay: Infinity });
  for await (const line of lines) yield JSON.parse(line) as BenchDocument;
}

export function readColumns({ facetsFile }: BenchPlaces): Catalogue {
  return deserialize(readFileSync(facetsFile)) as Catalogue;
}

/** The names that facet values are shown by. Packages here are built with the register of the house. */
export function facetNamesOf(): RegisterNames {
  return new RegisterNames(swedishRegister as ConstructorParameters<typeof RegisterNames>[0]);
}

/** Fields as one text each. */
function joined(texts: SearchDocument['texts']): BenchDocument['fields'] {
  const fields = Object.entries(texts).map(([field, blocks]) => [field, blocks.join('\n')]);
  return Object.fromEntries(fields) as BenchDocument['fields'];
}

function documentOf({ record, links }: PackageEntry, names: RegisterNames): SearchDocument {
  return searchDocument({ record, links, withdrawn: false, versions: [] }, names);
}

/** Only what counting needs: the rest would weigh on the memory of engines that have no use for it. */
function countedColumns(catalogue: Catalogue): Catalogue {
  const { size, live, withdrawn, earliest, latest, newest, oldest, titles } = catalogue;
  const { facets, ministers, designations } = catalogue;
  const days = { earliest, latest, newest, oldest, titles };
  return { size, live, withdrawn, ...days, facets, ministers, designations };
}

function flush(file: number, text: string): string {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  return '';
}
