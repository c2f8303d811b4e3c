import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldRelease, HeldVersion } from '../../package/holdings.ts';
import type { Package } from '../../package/read.ts';
import type { CatalogueEntry } from '../core/catalogue/catalogue-builder.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import { searchDocument } from '../core/document.ts';
import type { PackedRelease } from '../core/document.ts';
import { textFields } from '../core/index-port.ts';
import type { TextField } from '../core/index-port.ts';
import { partTermsOf } from '../core/part-terms.ts';
import { TextIndexesBuilder } from '../core/text-indexes-builder.ts';
import type { FieldTexts } from '../core/text-indexes-builder.ts';
import { IndexFileWriter } from './index-file-writer.ts';
import { jsonBytes } from './index-head.ts';
import { withSource } from './index-source.ts';
import type { IndexSource, OpenSource } from './index-source.ts';

export interface SegmentOptions {
  readonly source: IndexSource;
  /** A folder of the build's own; made where it is not there. */
  readonly staging: string;
  /** Which share of the package this is, from 0, and how many shares there are. */
  readonly share: number;
  readonly shares: number;
  /** Fields whose text is taken in; all when left out. */
  readonly fields?: readonly TextField[] | undefined;
  /** Told of versions read. */
  readonly onProgress: (done: number) => void;
}

/** Section of a segment that holds its releases' entries in the catalogue: an array as JSON. */
export const ENTRIES = 'entries';

/** Versions read between two reports. */
const REPORT_EVERY = 100;
/**
 * Words held in memory before they are written as a segment, in all shares together: a dozen bytes each, some more
 * while they are sorted.
 */
const MOST_TOKENS = 2_400_000;

/**
 * Indexes a share of a package's releases, some thousands at a time, each lot a file of its own.
 *
 * @returns the names of the files in `staging`, in the order of their releases.
 * @throws ProblemError when the package cannot be read.
 */
export async function buildSegments(options: SegmentOptions): Promise<readonly string[]> {
  await mkdir(options.staging, { recursive: true });
  return await withSource(options.source, async (source) => await writeLots(source, options));
}

async function writeLots(source: OpenSource, options: SegmentOptions): Promise<readonly string[]> {
  const { share, shares, onProgress } = options;
  const { holdings, own, register } = source;
  const names = new RegisterNames(register);
  const lot = new Lots(options);
  const position = holdings.packages.length - 1;
  let done = 0;
  for await (const release of holdings.touched(position, shareOf(own, share, shares))) {
    lot.add(packedRelease(release, holdings.withdrawalOf(release.id) !== null), names);
    const before = done;
    done += release.versions.filter((version) => isOf(position, version)).length;
    if (Math.floor(before / REPORT_EVERY) !== Math.floor(done / REPORT_EVERY)) onProgress(done);
  }
  onProgress(done);
  return lot.finish();
}

/** The shards of one share: neighbours, in all shares about as many bytes. */
function shareOf(pkg: Package, share: number, shares: number): readonly string[] {
  const ends: number[] = [];
  for (const shard of pkg.shards) ends.push((ends.at(-1) ?? 0) + pkg.shardBytes(shard));
  const all = Math.max(1, ends.at(-1) ?? 0);
  // By its middle each shard falls to one share, whatever becomes of the others.
  return pkg.shards.filter((_, n) => {
    const middle = ((ends[n - 1] ?? 0) + (ends[n] ?? 0)) / 2;
    return Math.min(shares - 1, Math.floor((middle / all) * shares)) === share;
  });
}

/** Whether a package holds anything of a version. */
function isOf(position: number, { at, linksAt }: HeldVersion): boolean {
  return at.package === position || linksAt.package === position;
}

function packedRelease({ id, versions }: HeldRelease, withdrawn: boolean): PackedRelease {
  const [leading] = versions;
  if (leading === undefined) throw new RangeError(`release ${id} has no version`);
  return {
    record: leading.record,
    links: leading.links,
    withdrawn,
    versions: versions.map(({ at, linksAt }) => ({ record: at, links: linksAt })),
  };
}

/** Takes in releases and writes a segment whenever there are enough. */
class Lots {
  readonly #options: SegmentOptions;
  readonly #mostTokens: number;
  readonly #files: string[] = [];
  #builder = newBuilder();
  #entries: CatalogueEntry[] = [];

  constructor(options: SegmentOptions) {
    this.#options = options;
    this.#mostTokens = Math.ceil(MOST_TOKENS / options.shares);
  }

  add(release: PackedRelease, names: RegisterNames): void {
    const { entry, texts } = searchDocument(release, names);
    this.#builder.add(wanted(texts, this.#options.fields));
    this.#entries.push(entry);
    if (this.#builder.tokens >= this.#mostTokens) this.#write();
  }

  finish(): readonly string[] {
    if (this.#entries.length > 0) this.#write();
    return this.#files;
  }

  #write(): void {
    const name = `segment-${this.#options.share}-${this.#files.length}`;
    const writer = new IndexFileWriter(join(this.#options.staging, name));
    try {
      this.#builder.finish(writer);
      writer.begin(ENTRIES);
      writer.write(jsonBytes(this.#entries));
      writer.finish();
    } finally {
      writer.close();
    }
    this.#files.push(name);
    this.#builder = newBuilder();
    this.#entries = [];
  }
}

function newBuilder(): TextIndexesBuilder {
  return new TextIndexesBuilder(partTermsOf);
}

function wanted(texts: FieldTexts, fields: readonly TextField[] | undefined): FieldTexts {
  if (fields === undefined) return texts;
  const kept = textFields.map((field) => [field, fields.includes(field) ? texts[field] : []] as const);
  return Object.fromEntries(kept) as Record<TextField, readonly string[]>;
}
