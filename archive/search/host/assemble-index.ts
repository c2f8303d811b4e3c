import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { CatalogueBuilder } from '../core/catalogue/catalogue-builder.ts';
import type { CatalogueEntry } from '../core/catalogue/catalogue-builder.ts';
import { storeCatalogue } from '../core/catalogue/catalogue-file.ts';
import { storeRows } from '../core/catalogue/facet-rows.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import type { PackageCatalogue } from '../core/catalogue/columns.ts';
import { indexSettings, textIndexNames } from '../core/index-settings.ts';
import type { TextIndexName } from '../core/index-settings.ts';
import type { StatedWithdrawals } from '../core/joined/parts.ts';
import { PackedBuilder } from '../core/packed/builder.ts';
import { mergeSegments } from '../core/packed/merge.ts';
import { PackedIndex } from '../core/packed/packed-index.ts';
import type { SectionSource } from '../core/packed/sections.ts';
import { MemorySections } from '../core/packed/sections.ts';
import { PackedSegment } from '../core/packed/segment.ts';
import { partTermsOf } from '../core/part-terms.ts';
import { storeRelations } from '../core/relations/relations-file.ts';
import { termOf } from '../core/text/swedish.ts';
import { ENTRIES } from './build-segments.ts';
import { boundsOf } from './day-bounds.ts';
import { isAskedFirst } from './first-asked.ts';
import { IndexFileWriter } from './index-file-writer.ts';
import { IndexFile } from './index-file.ts';
import {
  CATALOGUE,
  HEAD,
  INDEX_FILE,
  REGISTER,
  WITHDRAWALS,
  currentMaking,
  jsonBytes,
  parseJson,
} from './index-head.ts';
import type { IndexHead } from './index-head.ts';
import { withSource } from './index-source.ts';
import type { IndexSource, OpenSource } from './index-source.ts';
import { RELATIONS } from './open-texts.ts';
import { HeldBack } from './held-back.ts';

export interface AssembleOptions {
  readonly source: IndexSource;
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
export async function assembleIndex({ source, indexDir, staging, segments }: AssembleOptions): Promise<void> {
  const files = segments.map((name) => IndexFile.open(join(staging, name)));
  const made = join(staging, INDEX_FILE);
  const writer = new IndexFileWriter(made);
  try {
    await withSource(source, (open) => writeIndex(open, files, writer));
    writer.finish();
  } finally {
    writer.close();
    for (const file of files) file.close();
  }
  await mkdir(indexDir, { recursive: true });
  await rename(made, join(indexDir, INDEX_FILE));
  await syncFolder(indexDir);
}

function writeIndex(source: OpenSource, files: readonly IndexFile[], writer: IndexFileWriter): void {
  const sink = new HeldBack(writer, isAskedFirst);
  const catalogue = catalogueOf(files);
  const json = (section: string, value: unknown): void => {
    sink.begin(section);
    sink.write(jsonBytes(value));
  };
  json(HEAD, headOf(source, catalogue));
  json(REGISTER, source.register);
  json(WITHDRAWALS, statedBy(source));
  storeCatalogue(catalogue, sink, CATALOGUE);
  storeRows(catalogue, new RegisterNames(source.register), sink, CATALOGUE);
  const words = { terms: [], forms: [], parts: [] } as Record<TextIndexName, readonly string[]>;
  for (const name of textIndexNames) {
    const segments = segmentsOf(files, name);
    mergeSegments(segments, sink, `${name}/`);
    words[name] = new PackedIndex(segments.map((segment) => ({ segment, live: null }))).terms();
  }
  storeRelations(words, { termOf, partTermsOf }, sink, RELATIONS);
  sink.finish();
}

function headOf({ holdings, own, named }: OpenSource, catalogue: PackageCatalogue): IndexHead {
  const { series, sequence, title } = own.manifest;
  return {
    identity: own.identity,
    making: currentMaking(),
    series,
    sequence,
    title,
    over: holdings.packages.slice(0, -1).map(({ identity }) => identity),
    named,
    ...boundsOf(catalogue),
  };
}

/** The last that the package says about each release. */
function statedBy({ own }: OpenSource): StatedWithdrawals {
  return [...new Map(own.withdrawals.map(({ id, action }) => [id, action === 'withdrawn']))];
}

function segmentsOf(files: readonly SectionSource[], name: TextIndexName): readonly PackedSegment[] {
  if (files.length > 0) return files.map((file) => PackedSegment.open(file, `${name}/`));
  const nothing = new MemorySections();
  new PackedBuilder(indexSettings[name]).finish(nothing, '');
  return [PackedSegment.open(nothing, '')];
}

function catalogueOf(files: readonly IndexFile[]): PackageCatalogue {
  const builder = new CatalogueBuilder();
  for (const file of files) {
    const range = file.section(ENTRIES);
    const entries = range === null ? [] : (parseJson(range.read(0, range.length)) as CatalogueEntry[]);
    for (const entry of entries) builder.add(entry);
  }
  return builder.build();
}

/** Sees to it that what was renamed in a folder is so after a loss of power too, where that can be asked for. */
async function syncFolder(dir: string): Promise<void> {
  // Windows opens no folders; there the rename is as lasting as it gets.
  const folder = await open(dir, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
