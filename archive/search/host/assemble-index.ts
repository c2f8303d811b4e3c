import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openPackage } from '../../package/read.ts';
import type { Package } from '../../package/read.ts';
import { CatalogueBuilder } from '../core/catalogue/catalogue-builder.ts';
import type { CatalogueEntry } from '../core/catalogue/catalogue-builder.ts';
import { storeCatalogue } from '../core/catalogue/catalogue-file.ts';
import { NO_EARLIEST, NO_LATEST, dayOfNumber } from '../core/catalogue/columns.ts';
import type { Catalogue } from '../core/catalogue/columns.ts';
import { indexSettings, textIndexNames } from '../core/index-settings.ts';
import type { TextIndexName } from '../core/index-settings.ts';
import { PackedBuilder } from '../core/packed/builder.ts';
import { mergeSegments } from '../core/packed/merge.ts';
import { PackedIndex } from '../core/packed/packed-index.ts';
import type { SectionSink, SectionSource } from '../core/packed/sections.ts';
import { MemorySections } from '../core/packed/sections.ts';
import { PackedSegment } from '../core/packed/segment.ts';
import { partTermsOf } from '../core/part-terms.ts';
import { storeRelations } from '../core/relations/relations-file.ts';
import { termOf } from '../core/text/swedish.ts';
import { ENTRIES } from './build-segments.ts';
import { IndexFileWriter } from './index-file-writer.ts';
import { IndexFile } from './index-file.ts';
import { CATALOGUE, HEAD, INDEX_FILE, REGISTER, currentMaking, jsonBytes, parseJson } from './index-head.ts';
import type { IndexHead, Opened } from './index-head.ts';
import { RELATIONS } from './open-texts.ts';

export interface AssembleOptions {
  readonly packageDir: string;
  /** The folder that the index is to be in; what is there is replaced. */
  readonly indexDir: string;
  readonly staging: string;
  /** Files in `staging`, as `buildSegments` made them, in the order of their releases. */
  readonly segments: readonly string[];
}

/**
 * Makes one index of segments and puts it in place in one step: at any moment there is the old index, or none, or
 * the new one whole.
 *
 * @throws ProblemError when the package cannot be read.
 */
export async function assembleIndex({
  packageDir,
  indexDir,
  staging,
  segments,
}: AssembleOptions): Promise<void> {
  const pkg = await openPackage(packageDir);
  const files = segments.map((name) => IndexFile.open(join(staging, name)));
  const made = join(staging, INDEX_FILE);
  const writer = new IndexFileWriter(made);
  try {
    writeIndex(pkg, files, writer);
    writer.finish();
  } finally {
    writer.close();
    for (const file of files) file.close();
    pkg.close();
  }
  await mkdir(indexDir, { recursive: true });
  await rename(made, join(indexDir, INDEX_FILE));
  await syncFolder(indexDir);
}

function writeIndex(pkg: Package, files: readonly IndexFile[], sink: SectionSink): void {
  const catalogue = catalogueOf(files);
  const head: IndexHead = { identity: pkg.identity, making: currentMaking(), ...boundsOf(catalogue) };
  sink.begin(HEAD);
  sink.write(jsonBytes(head));
  sink.begin(REGISTER);
  sink.write(jsonBytes(pkg.register.data));
  storeCatalogue(catalogue, sink, CATALOGUE);
  const words = { terms: [], forms: [], parts: [] } as Record<TextIndexName, readonly string[]>;
  for (const name of textIndexNames) {
    const segments = segmentsOf(files, name);
    mergeSegments(segments, sink, `${name}/`);
    words[name] = new PackedIndex(segments.map((segment) => ({ segment, live: null }))).terms();
  }
  storeRelations(words, { termOf, partTermsOf }, sink, RELATIONS);
}

function segmentsOf(files: readonly SectionSource[], name: TextIndexName): readonly PackedSegment[] {
  if (files.length > 0) return files.map((file) => PackedSegment.open(file, `${name}/`));
  const nothing = new MemorySections();
  new PackedBuilder(indexSettings[name]).finish(nothing, '');
  return [PackedSegment.open(nothing, '')];
}

function catalogueOf(files: readonly IndexFile[]): Catalogue {
  const builder = new CatalogueBuilder();
  for (const file of files) {
    const range = file.section(ENTRIES);
    const entries = range === null ? [] : (parseJson(range.read(0, range.length)) as CatalogueEntry[]);
    for (const entry of entries) builder.add(entry);
  }
  return builder.build();
}

function boundsOf({ size, earliest, latest }: Catalogue): Opened {
  const first = earliest.filter((day) => day !== NO_EARLIEST).reduce(smaller, NO_LATEST);
  const last = latest.filter((day) => day !== NO_LATEST).reduce(larger, NO_EARLIEST);
  return {
    releases: size,
    earliest: first === NO_LATEST ? null : dayOfNumber(first),
    latest: last === NO_EARLIEST ? null : dayOfNumber(last),
  };
}

/** Sees to it that what was renamed in a folder is so after a loss of power too, where that can be asked for. */
async function syncFolder(dir: string): Promise<void> {
  // Windows opens no folders; there the rename is as lasting as it gets.
  const folder = await open(dir, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

function smaller(a: number, b: number): number {
  return Math.min(a, b);
}

function larger(a: number, b: number): number {
  return Math.max(a, b);
}
