import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openPackage } from '../../package/read.ts';
import type { Package, PackageEntry } from '../../package/read.ts';
import { CatalogueBuilder } from '../core/catalogue/catalogue-builder.ts';
import { storeCatalogue } from '../core/catalogue/catalogue-file.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { searchDocument } from '../core/document.ts';
import type { PackedRelease, SearchDocument } from '../core/document.ts';
import { LunrIndexBuilder } from '../core/lunr/lunr-builder.ts';
import { foldSections } from '../core/text/fold.ts';
import { PIPELINE_NAME } from '../core/text/swedish.ts';
import { INDEX_FORMAT, IndexFileWriter, META, writeIndexFile } from './index-files.ts';
import type { IndexFile, IndexMeta } from './index-files.ts';

export interface BuildOptions {
  readonly packageDir: string;
  /** Where the index is to be; what is there is replaced. */
  readonly indexDir: string;
  /** A folder beside it that does not exist yet; gone when the build is over, but for a build that was killed. */
  readonly staging: string;
  /** Told of versions read, of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Versions read between two reports. */
const REPORT_EVERY = 100;

/**
 * Builds the index of a package in a staging folder and puts it in place in one step: at any moment there is the
 * old index, or none, or the new one whole.
 *
 * @throws ProblemError when the package cannot be read.
 */
export async function buildIndex(options: BuildOptions): Promise<void> {
  const pkg = await openPackage(options.packageDir);
  try {
    await mkdir(dirname(options.indexDir), { recursive: true });
    await mkdir(options.staging);
    const meta = await writeIndex(pkg, options);
    await writeFile(join(options.staging, META), JSON.stringify(meta));
    await putInPlace(options.staging, options.indexDir);
  } finally {
    pkg.close();
    await rm(options.staging, { recursive: true, force: true });
  }
}

async function writeIndex(pkg: Package, { staging, onProgress }: BuildOptions): Promise<IndexMeta> {
  const names = new RegisterNames(pkg.register.data);
  const writer = new IndexWriter(staging);
  const total = pkg.manifest.counts.versions;
  let done = 0;
  for await (const versions of releasesOf(pkg)) {
    writer.add(searchDocument(packedRelease(versions, pkg), names));
    if (Math.floor(done / REPORT_EVERY) !== Math.floor((done + versions.length) / REPORT_EVERY))
      onProgress(done + versions.length, total);
    done += versions.length;
  }
  onProgress(done, total);
  return { format: INDEX_FORMAT, identity: pkg.identity, pipeline: PIPELINE_NAME, ...writer.close() };
}

/** The versions of each release, the leading one first. */
async function* releasesOf(pkg: Package): AsyncGenerator<readonly PackageEntry[]> {
  let versions: PackageEntry[] = [];
  for await (const entry of pkg.records()) {
    if (versions.length > 0 && versions[0]?.record.id !== entry.record.id) {
      yield versions;
      versions = [];
    }
    versions.push(entry);
  }
  if (versions.length > 0) yield versions;
}

function packedRelease(versions: readonly PackageEntry[], pkg: Package): PackedRelease {
  const leading = versions.find(({ record }) => record.current) ?? versions[0];
  if (leading === undefined) throw new RangeError('a release has a version');
  const ordered = [leading, ...versions.filter((version) => version !== leading)];
  return {
    record: leading.record,
    links: leading.links,
    withdrawn: pkg.withdrawalOf(leading.record.id) !== null,
    versions: ordered.map(({ at, linksAt }) => ({ record: at, links: linksAt })),
  };
}

/** Takes in documents and writes the files of an index. */
class IndexWriter {
  readonly #dir: string;
  readonly #forms = new Set<string>();
  readonly #index = new LunrIndexBuilder((form) => this.#forms.add(form));
  readonly #catalogue = new CatalogueBuilder();
  readonly #texts: IndexFileWriter;
  readonly #offsets: number[] = [0];

  constructor(dir: string) {
    this.#dir = dir;
    this.#texts = new IndexFileWriter(dir, 'texts.bin');
  }

  add({ entry, fields, sections }: SearchDocument): void {
    this.#index.add({ ref: this.#catalogue.size, fields });
    this.#catalogue.add(entry);
    this.#texts.write(foldSections(sections));
    this.#offsets.push(this.#texts.bytes);
  }

  close(): Pick<IndexMeta, 'releases' | 'files'> {
    const texts = this.#texts.close();
    const catalogue = this.#catalogue.build();
    const stored = storeCatalogue(catalogue);
    const files: IndexMeta['files'] = {
      'terms.jsonl': this.#writeTerms(),
      'catalogue.json': writeIndexFile(this.#dir, 'catalogue.json', stored.head),
      'catalogue.bin': writeIndexFile(this.#dir, 'catalogue.bin', stored.bytes),
      'forms.txt': writeIndexFile(this.#dir, 'forms.txt', [...this.#forms].toSorted().join('\n')),
      'texts.bin': texts,
      'text-offsets.bin': writeIndexFile(
        this.#dir,
        'text-offsets.bin',
        new Uint8Array(Float64Array.from(this.#offsets).buffer),
      ),
    };
    return { releases: catalogue.size, files };
  }

  #writeTerms(): IndexFile {
    const writer = new IndexFileWriter(this.#dir, 'terms.jsonl');
    for (const line of this.#index.serialise()) writer.write(`${line}\n`);
    return writer.close();
  }
}

/** Renames a finished folder to where it belongs; a former one steps aside first. */
async function putInPlace(staging: string, indexDir: string): Promise<void> {
  const aside = `${staging}-former`;
  try {
    await rename(indexDir, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await rename(staging, indexDir);
  await rm(aside, { recursive: true, force: true });
}
