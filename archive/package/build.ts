import { statSync } from 'node:fs';
import { createLinker } from '../authority/linker.ts';
import type { Linker } from '../authority/linker.ts';
import { openRegister } from '../authority/register.ts';
import type { Register } from '../authority/register.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { PACKAGE_FORMAT } from '../model/manifest.ts';
import type { ArchiveConfig } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { layoutReading } from '../model/reading-text.ts';
import type { SourcePage } from '../model/source.ts';
import { readSources } from '../sources/index.ts';
import { ReportKeeper } from './build-report.ts';
import type { BuildReport } from './build-report.ts';
import { readHandedOver, readJsonFile, registerFile } from './config.ts';
import type { HandedOver } from './config.ts';
import { linksEntry, releasesEntry } from './entry-names.ts';
import { releaseId, versionOf } from './identity.ts';
import { Spill } from './spill.ts';
import type { Candidate } from './spill.ts';
import { openStaging, reporting } from './staging.ts';
import type { Staging } from './staging.ts';
import { orderVersions } from './versions.ts';
import { resolveWithdrawals, withdrawalsInForce } from './withdrawals.ts';
import { BagWriter } from './write-bag.ts';
import type { EntryWriter, SealedBag } from './write-bag.ts';

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
  /** Whether source pages are kept byte for byte; true when left out. */
  readonly originals?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far a step is, in files read or releases written. */
  readonly onProgress?: ((done: number, total: number, step: BuildStep) => void) | undefined;
}

/** Yields to the event loop every so many releases, so that a signal to stop is heard. */
const BREATH = 200;

/** The oldest program version that reads what this one writes. */
const MINIMUM_READER = '0.1.0';

/**
 * Builds a package folder from source pages. The same input gives the same bytes, whatever the order, age and
 * place of its files; no clock is read. A failed or cancelled build leaves nothing behind and never touches
 * what already stood at `out`.
 *
 * @returns what was built, and everything that could not be read or disagrees.
 * @throws ProblemError `package-out-exists`, `config-invalid`, `register-invalid`, `source-unreadable` (a source
 *   that is not there), `source-empty` (no page could be read; `params.unreadable` counts the failures; where there
 *   is one failure it is that one's own problem),
 *   `package-write-failed`, `job-cancelled`.
 */
export async function buildPackage(options: BuildOptions): Promise<BuildReport> {
  refuseMissing(options.sources);
  const handedOver = readHandedOver(options.sources, options.config);
  const config = { ...handedOver.config, ...withoutUndefined(options.overrides ?? {}) };
  const register = chooseRegister(options, handedOver);
  const staging = openStaging(options.out);
  try {
    const build = new Build({ options, handedOver, config, register, staging });
    return await build.run();
  } catch (error) {
    throw options.signal?.aborted === true ? new ProblemError(problem('job-cancelled')) : error;
  } finally {
    staging.discard();
  }
}

interface BuildInput {
  readonly options: BuildOptions;
  readonly handedOver: HandedOver;
  readonly config: ArchiveConfig;
  readonly register: Register;
  readonly staging: Staging;
}

/** One build: read everything, then link and write shard by shard, then seal. */
class Build {
  readonly #in: BuildInput;
  readonly #linker: Linker;
  readonly #bag: BagWriter;
  readonly #spill: Spill;
  readonly #report = new ReportKeeper();
  readonly #ids = new Set<string>();
  readonly #languages = new Set<string>();
  #pages = 0;

  constructor(input: BuildInput) {
    this.#in = input;
    this.#linker = createLinker(input.register);
    this.#bag = new BagWriter(input.staging.bag);
    this.#spill = new Spill(input.staging.scratch);
  }

  async run(): Promise<BuildReport> {
    const { out } = this.#in.options;
    try {
      await this.#read();
      if (this.#pages === 0) throw this.#nothingRead();
      await reporting(out, () => this.#linkAll());
      const sealed = await reporting(out, () => this.#seal());
      this.#breathe();
      this.#in.staging.publish();
      return this.#report.report(out, sealed.identity);
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
    if (this.#in.options.originals !== false) {
      this.#bag.original(page.original);
      if (page.metadata !== undefined) this.#bag.original(page.metadata);
    }
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
    let done = 0;
    for (const shard of this.#spill.shards) {
      const groups = await this.#spill.shard(shard);
      const releases = this.#bag.lines(releasesEntry(shard));
      const links = this.#bag.lines(linksEntry(shard));
      for (const group of groups) {
        this.#linkGroup(group, releases, links);
        done += group.length;
        if (done % BREATH < group.length) await this.#progress(done);
      }
      releases.close();
      links.close();
    }
    await this.#progress(this.#pages);
  }

  #linkGroup(group: readonly Candidate[], releases: EntryWriter, links: EntryWriter): void {
    const { versions, problems } = orderVersions(group);
    problems.forEach((found) => this.#report.conflict(found));
    versions.forEach(({ id, version, said }, n) => {
      const layout = layoutReading(said);
      const linked = this.#linker.link({ id, version, said, layout });
      // What the builder says of the whole archive holds where neither the page nor its words tell.
      const concluded = { ...linked, language: linked.language ?? this.#in.config.language ?? null };
      const record = { id, version, aliases: [], current: n === 0, said, reading: layout.text };
      releases.line(canonicalJson(record));
      links.line(canonicalJson(concluded));
      this.#ids.add(id);
      if (concluded.language !== null) this.#languages.add(concluded.language);
      this.#report.version(concluded, n === 0, said.source.file);
    });
  }

  #seal(): SealedBag {
    const { config, register, handedOver } = this.#in;
    const withdrawn = resolveWithdrawals(
      config.withdrawals ?? [],
      (id) => this.#ids.has(id),
      handedOver.file === null ? null : 'archive.json',
    );
    withdrawn.problems.forEach((found) => this.#report.conflict(found));
    this.#bag.register(register.data);
    this.#bag.withdrawals(withdrawn.lines);
    const series = config.series ?? register.data.id;
    return this.#bag.seal({
      format: PACKAGE_FORMAT,
      series,
      sequence: config.sequence ?? 1,
      previous: null,
      title: config.title ?? `Arkiv ${series}`,
      organisation: config.organisation ?? null,
      rights: config.rights ?? null,
      date: config.date ?? null,
      languages: [...this.#languages].toSorted(),
      counts: {
        ...this.#report.counts,
        withdrawn: withdrawalsInForce(withdrawn.lines).size,
        originals: this.#bag.originals,
      },
      register: { id: register.data.id, version: register.data.version },
      rules: this.#linker.rulesVersion,
      minimumReader: MINIMUM_READER,
    });
  }

  async #progress(done: number): Promise<void> {
    this.#in.options.onProgress?.(done, this.#pages, 'linking');
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

function chooseRegister(options: BuildOptions, handedOver: HandedOver): Register {
  const file = options.overrides?.register ?? registerFile(handedOver);
  return file === null
    ? openRegister(options.defaultRegister)
    : openRegister(readJsonFile(file, 'register-invalid'), file);
}

/** `undefined` says nothing, so it overrides nothing. */
function withoutUndefined<T extends object>(of: T): Partial<T> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
}
