import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createLinker } from '../authority/linker.ts';
import type { Linker } from '../authority/linker.ts';
import { openRegister } from '../authority/register.ts';
import type { Register } from '../authority/register.ts';
import type { ArchiveConfig } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { SourcePage } from '../model/source.ts';
import { readSources } from '../sources/index.ts';
import { ReportKeeper } from './build-report.ts';
import type { BuildReport } from './build-report.ts';
import { readHandedOver, readJsonFile, registerFile } from './config.ts';
import type { HandedOver } from './config.ts';
import { besides, none, openFormer } from './former.ts';
import type { Former } from './former.ts';
import { releaseId, versionOf } from './identity.ts';
import { fitsLine } from './line-size.ts';
import { allOriginals, noOriginals, OriginalsOfWritten } from './originals.ts';
import type { Originals } from './originals.ts';
import { ReleaseWriter } from './release-writer.ts';
import { sealPackage } from './seal-package.ts';
import type { FinishedPackage } from './seal-package.ts';
import { ShardWriter } from './shard-writer.ts';
import { Spill } from './spill.ts';
import { openStaging, reporting } from './staging.ts';
import type { Staging } from './staging.ts';
import { succeed } from './succession.ts';
import { resolveWithdrawals } from './withdrawals.ts';
import { BagWriter } from './write-bag.ts';

/** What a build does just now: reads pages, links and writes releases. */
export type BuildStep = 'reading' | 'linking';

/** What is said instead of `archive.json`'s words. `register` is a path. */
type BuildOverrides = {
  readonly [K in 'series' | 'title' | 'date' | 'register']?: string | undefined;
};

export interface BuildOptions {
  /** Files, folders and .tar.gz archives. */
  readonly sources: readonly string[];
  /** The package folder to make; must not exist, or be empty. */
  readonly out: string;
  /** `archive.json`; without it the one found beside the sources, if any. */
  readonly config?: string | undefined;
  /** Goes before what `archive.json` says. */
  readonly overrides?: BuildOverrides | undefined;
  /** The register, as JSON gives it, where neither overrides nor `archive.json` name one. */
  readonly defaultRegister: unknown;
  /**
   * Whether source pages are kept byte for byte; true when left out. A build that goes on from packages does as they
   * do.
   */
  readonly originals?: boolean | undefined;
  /** Folders of the packages to go on from: a whole chain, in any order, or a library that has it. What they hold is not written again. */
  readonly previous?: readonly string[] | undefined;
  /** Writes a full package that carries along all that `previous` holds, instead of a delta. */
  readonly full?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far a step is, in files read or releases written. */
  readonly onProgress?: ((done: number, total: number, step: BuildStep) => void) | undefined;
}

/** Yields to the event loop every so many releases, so that a signal to stop is heard. */
const BREATH = 200;

/**
 * Builds a package folder from source pages. The same input gives the same bytes, whatever the order, age and
 * place of its files; no clock is read. A failed or cancelled build leaves nothing behind and never touches
 * what already stood at `out`.
 *
 * @returns what was built, and everything that could not be read or disagrees.
 * @throws ProblemError as `openHoldings` for `previous`, `package-chain-broken` when another series is asked for,
 *   `delta-empty` when there is nothing that `previous` does not have; `package-out-exists`, `config-invalid`, `register-invalid`, `source-unreadable` (a source
 *   that is not there), `source-empty` (no page could be read; `params.unreadable` counts the failures; where there
 *   is one failure it is that one's own problem),
 *   `package-write-failed`, `job-cancelled`.
 */
export async function buildPackage(options: BuildOptions): Promise<BuildReport> {
  refuseMissing(options.sources);
  const handedOver = readHandedOver(options.sources, options.config);
  const said = { ...handedOver.config, ...withoutUndefined(options.overrides ?? {}) };
  const former = await openFormer(options, said.series);
  try {
    const config = { ...former?.config, ...said };
    const register = chooseRegister(options, handedOver, former);
    return await staged(options, (staging) =>
      new Build({ options, handedOver, config, register, former, staging }).run(),
    );
  } finally {
    former?.holdings.close();
  }
}

async function staged(
  { out, signal }: BuildOptions,
  build: (staging: Staging) => Promise<BuildReport>,
): Promise<BuildReport> {
  const staging = openStaging(out);
  try {
    return await build(staging);
  } catch (error) {
    throw signal?.aborted === true ? new ProblemError(problem('job-cancelled')) : error;
  } finally {
    staging.discard();
  }
}

interface BuildInput {
  readonly options: BuildOptions;
  readonly handedOver: HandedOver;
  readonly config: ArchiveConfig;
  readonly register: Register;
  readonly former: Former | null;
  readonly staging: Staging;
}

/** One build: read everything, then link and write shard by shard, then seal. */
class Build {
  readonly #in: BuildInput;
  readonly #bag: BagWriter;
  readonly #spill: Spill;
  readonly #originals: Originals;
  readonly #writer: ReleaseWriter;
  readonly #linker: Linker;
  readonly #report = new ReportKeeper();
  readonly #ids = new Set<string>();
  #pages = 0;

  constructor(input: BuildInput) {
    const { staging, former, config, register } = input;
    this.#in = input;
    this.#bag = new BagWriter(staging.bag);
    this.#spill = new Spill(staging.scratch);
    this.#originals = chooseOriginals(input, this.#bag);
    this.#linker = createLinker(register);
    this.#writer = new ReleaseWriter({
      linker: this.#linker,
      originals: this.#originals,
      report: this.#report,
      language: config.language ?? null,
      onlyNews: former?.isDelta ?? false,
    });
  }

  async run(): Promise<BuildReport> {
    const { out } = this.#in.options;
    try {
      await this.#read();
      if (this.#pages === 0 && !this.#mayReadNothing()) throw this.#nothingRead();
      await reporting(out, () => this.#linkAll());
      const { identity, succession } = await reporting(out, () => this.#seal());
      this.#breathe();
      this.#in.staging.publish();
      return this.#report.report({ path: out, identity }, succession);
    } finally {
      this.#bag.abandon();
    }
  }

  async #read(): Promise<void> {
    const { options, handedOver } = this.#in;
    const items = readSources(options.sources, {
      ...(handedOver.sourcesCsv === null ? {} : { sourcesCsv: handedOver.sourcesCsv }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onProgress: (done, total) => options.onProgress?.(done, total, 'reading'),
    });
    for await (const item of items) {
      this.#breathe();
      if (item.type === 'problem') this.#report.source(item.problem);
      else await reporting(options.out, () => this.#keep(item.page));
    }
  }

  #keep(page: SourcePage): void {
    const version = this.#versionOf(page);
    if (version === null) return;
    if (!fitsLine(page.said)) {
      const { file } = page.said.source;
      return this.#report.source(problem('source-unreadable', { file }, { reason: 'too-large' }));
    }
    this.#originals.read(page);
    this.#spill.add({ id: releaseId(page.said.source), version, said: page.said });
    this.#pages += 1;
  }

  #versionOf({ said }: SourcePage): string | null {
    try {
      return versionOf(said);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      const reason = error.message;
      this.#report.source(problem('source-bad-encoding', { file: said.source.file }, { reason }));
      return null;
    }
  }

  async #linkAll(): Promise<void> {
    const { former } = this.#in;
    let done = 0;
    for (const shard of new Set([...this.#spill.shards, ...(former?.holdings.shards ?? [])].toSorted())) {
      const files = new ShardWriter(this.#bag, shard);
      const held = former === null ? none() : former.holdings.releases([shard]);
      for await (const { id, pages, release } of besides(await this.#spill.shard(shard), held)) {
        this.#ids.add(id);
        this.#writer.write(succeed(id, pages, release), files);
        const before = done;
        done += pages.length + (release?.versions.length ?? 0);
        if (Math.floor(done / BREATH) > Math.floor(before / BREATH)) await this.#progress(done);
      }
      files.close();
    }
    await this.#progress(this.#total);
  }

  #seal(): FinishedPackage {
    const { config, register, former, handedOver } = this.#in;
    const withdrawals = resolveWithdrawals(
      config.withdrawals ?? [],
      (id) => this.#ids.has(id),
      handedOver.file === null ? null : 'archive.json',
    );
    withdrawals.problems.forEach((found) => this.#report.conflict(found));
    return sealPackage({
      bag: this.#bag,
      config,
      register,
      former,
      withdrawals: withdrawals.lines,
      report: this.#report,
      languages: this.#writer.languages,
      rules: this.#linker.rulesVersion,
    });
  }

  /** How many pages and versions there are to go through. */
  get #total(): number {
    const held = this.#in.former?.holdings.packages ?? [];
    return held.reduce((sum, { manifest }) => sum + manifest.counts.versions, this.#pages);
  }

  /** A corrected register or a withdrawal needs no page. */
  #mayReadNothing(): boolean {
    return this.#in.former !== null && this.#report.unreadable.length === 0;
  }

  async #progress(done: number): Promise<void> {
    this.#in.options.onProgress?.(Math.min(done, this.#total), this.#total, 'linking');
    await new Promise(setImmediate);
    this.#breathe();
  }

  #breathe(): void {
    if (this.#in.options.signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
  }

  #nothingRead(): ProblemError {
    const { unreadable } = this.#report;
    const [only] = unreadable;
    if (only !== undefined && unreadable.length === 1) return new ProblemError(only);
    return new ProblemError(
      problem('source-empty', { file: this.#in.options.sources[0] }, { unreadable: unreadable.length }),
    );
  }
}

/** A source that is not there is a mistake in the command, not a page that cannot be read. */
function refuseMissing(sources: readonly string[]): void {
  for (const file of sources) {
    if (statSync(file, { throwIfNoEntry: false }) === undefined)
      throw new ProblemError(problem('source-unreadable', { file }, { reason: 'ENOENT' }));
  }
}

function chooseRegister(options: BuildOptions, handedOver: HandedOver, former: Former | null): Register {
  const file = options.overrides?.register ?? registerFile(handedOver);
  if (file !== null) return openRegister(readJsonFile(file, 'register-invalid'), file);
  const own = openRegister(options.defaultRegister);
  const held = former?.holdings.register ?? own;
  // A later program may bring a better register of the same country, never that of another.
  return held.data.id === own.data.id ? own : held;
}

function chooseOriginals({ options, former, staging }: BuildInput, bag: BagWriter): Originals {
  if (former !== null)
    return former.keepsOriginals
      ? new OriginalsOfWritten(join(staging.scratch, 'originals'), bag, former.holdings)
      : noOriginals;
  return options.originals === false ? noOriginals : allOriginals(bag);
}

/** `undefined` says nothing, so it overrides nothing. */
function withoutUndefined<T extends object>(of: T): Partial<T> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
}
