import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportStep, RefusedSource, SeriesChanges } from '../../model/library.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { JobOptions } from '../container/job.ts';
import { unpackPackage } from '../container/unpack.ts';
import { readHead } from '../head.ts';
import { checkSignature } from '../signing/check-signature.ts';
import { readKeyText } from '../signing/key-files.ts';
import { decodePublicKey } from '../signing/public-key.ts';
import type { PublicKey } from '../signing/public-key.ts';
import { reporting } from '../staging.ts';
import { isSystemError } from '../system-error.ts';
import { verifyPackage } from '../verify.ts';
import { copyFolder, folderBytes } from './copy-folder.ts';
import { findSources } from './find-sources.ts';
import type { BesideFile, FoundSources, PackageSource } from './find-sources.ts';
import { requireSpace } from './free-space.ts';
import { judgeImport } from './judge.ts';
import type { Candidate, ImportGrounds, Judgement } from './judge.ts';
import { readKeyChange } from './key-change.ts';
import type { KeyChange } from './key-change.ts';
import { changesOf } from './series-changes.ts';
import { keysAtHand } from './trust.ts';

/** Where packages are copied to, and what they are judged by. */
export interface StageContext extends JobOptions<ImportStep> {
  readonly sources: readonly string[];
  /** A folder for the copies, empty and ours. */
  readonly workspace: string;
  readonly grounds: Omit<ImportGrounds, 'keyChanges'>;
  readonly packageFolder: (identity: string) => string;
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
}

/** Packages that were copied and judged. */
export interface Staged {
  readonly candidates: readonly Candidate[];
  readonly keyChanges: readonly KeyChange[];
  readonly judgement: Judgement;
  readonly changes: readonly SeriesChanges[];
  /** What could not be read, or not be taken for what it was chosen as. */
  readonly unread: readonly RefusedSource[];
  readonly warnings: readonly Problem[];
}

/** Faults that end an import. All others are a package's own, and leave the rest of the import. */
const ENDING: ReadonlySet<string> = new Set(['job-cancelled', 'package-write-failed', 'library-no-space']);

/**
 * Copies packages, checks the copies, and judges them. The library is not touched.
 *
 * @throws ProblemError `library-no-space`, `package-write-failed`, `job-cancelled`.
 */
export async function stagePackages(context: StageContext): Promise<Staged> {
  return await new Staging(context).run();
}

class Staging {
  readonly #context: StageContext;
  readonly #found: FoundSources;
  readonly #unread: RefusedSource[];
  readonly #warnings: Problem[] = [];
  readonly #keys: PublicKey[];
  #copied = 0;
  #total = 0;

  constructor(context: StageContext) {
    this.#context = context;
    this.#found = findSources(context.sources);
    this.#unread = [...this.#found.refused];
    const { state, policy } = context.grounds;
    this.#keys = keysAtHand(state, policy).map((key) => decodePublicKey(key));
  }

  async run(): Promise<Staged> {
    const sizes = await this.#sizes();
    this.#total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
    await requireSpace(this.#context.workspace, this.#total, this.#context.freeBytes);
    const keyChanges = await this.#keyChanges();
    await this.#readKeys();
    const candidates: Candidate[] = [];
    for (const [source, bytes] of sizes) {
      const one = await this.#candidate(source, candidates.length + this.#unread.length);
      if (one !== null) candidates.push(one);
      this.#copied += bytes;
    }
    return await this.#judged(candidates, keyChanges);
  }

  /** How many bytes each package takes; one that cannot be looked at is refused. */
  async #sizes(): Promise<ReadonlyMap<PackageSource, number>> {
    const sizes = new Map<PackageSource, number>();
    for (const source of this.#found.packages)
      await this.#refusing(source.path, async () => {
        const { path, isFolder } = source;
        sizes.set(source, isFolder ? await folderBytes(path) : (statSync(path, MAYBE)?.size ?? 0));
      });
    return sizes;
  }

  async #keyChanges(): Promise<readonly KeyChange[]> {
    const read: KeyChange[] = [];
    for (const file of this.#found.keyChanges)
      await this.#hearing(file, async () => {
        const change = await readKeyChange(file.path);
        read.push(change);
        this.#keys.push(decodePublicKey(change.to));
      });
    return read;
  }

  async #readKeys(): Promise<void> {
    for (const file of this.#found.keys)
      await this.#hearing(file, async () => {
        this.#keys.push(decodePublicKey(await readKeyText(file.path), file.path));
      });
  }

  /** A copy that is without fault; null when there is none to be had. */
  async #candidate(source: PackageSource, n: number): Promise<Candidate | null> {
    const dir = join(this.#context.workspace, 'copies', String(n));
    const made = await this.#refusing(source.path, async () => {
      await reporting(dir, () => mkdirSync(join(dir, '..'), { recursive: true }));
      const identity = source.isFolder ? await this.#copy(source, dir) : await this.#unpack(source, dir);
      const { manifest } = await readHead(dir);
      const check = await checkSignature(dir, this.#keys);
      if (check.state === 'bad') throw new ProblemError(check.problem);
      const { series, sequence, previous } = manifest;
      return { source: source.path, dir, identity, manifest, check, series, sequence, previous };
    });
    // What is refused takes no room from what comes after it.
    if (made === null) rmSync(dir, { recursive: true, force: true });
    return made;
  }

  async #unpack({ path }: PackageSource, dir: string): Promise<string> {
    const { identity } = await unpackPackage({
      file: path,
      out: dir,
      signal: this.#context.signal,
      onProgress: (done, total, step) =>
        step === 'checking' ? this.#tell(done, total, 'checking') : this.#tellCopied(done),
    });
    return identity;
  }

  async #copy({ path }: PackageSource, dir: string): Promise<string> {
    const { signal } = this.#context;
    await copyFolder(path, dir, { signal, onProgress: (done) => this.#tellCopied(done) });
    const report = await verifyPackage(dir, {
      signal,
      onProgress: (done, total) => this.#tell(done, total, 'checking'),
    });
    const [fault] = report.problems;
    if (fault !== undefined) throw new ProblemError(fault);
    // Without a fault there is a tag manifest, and so an identity.
    return report.identity ?? '';
  }

  /** Judges by the rules, then by whether what may come in can be read together with what is here. */
  async #judged(candidates: readonly Candidate[], keyChanges: readonly KeyChange[]): Promise<Staged> {
    const grounds = { ...this.#context.grounds, keyChanges };
    const first = judgeImport(candidates, grounds);
    const changes: SeriesChanges[] = [];
    const unreadable = new Set<string>();
    for (const { series } of first.series)
      await this.#compared(series, first).then(
        (one) => changes.push(one),
        (error: unknown) => {
          const found = ownFault(error, series);
          for (const { candidate } of readyOf(series, first)) {
            unreadable.add(candidate.identity);
            this.#refuse(candidate, found);
          }
        },
      );
    const kept = candidates.filter(({ identity }) => !unreadable.has(identity));
    return {
      candidates: kept,
      keyChanges,
      judgement: unreadable.size === 0 ? first : judgeImport(kept, grounds),
      changes,
      unread: this.#unread,
      warnings: this.#warnings,
    };
  }

  async #compared(series: string, { ready }: Judgement): Promise<SeriesChanges> {
    const { grounds, packageFolder, signal, onProgress } = this.#context;
    const own = readyOf(series, { ready });
    const added = own.map(({ candidate }) => candidate.dir);
    const installed = grounds.state.packages.filter((one) => one.series === series);
    const whole = installed.filter(({ identity }) => !grounds.lost.has(identity));
    const missing = installed.find(({ identity }) => isMissing(identity, own, grounds.lost));
    if (missing !== undefined)
      throw new ProblemError(
        problem(
          'library-package-lost',
          { file: packageFolder(missing.identity) },
          { series, sequence: missing.sequence },
        ),
      );
    // A chain with a gap in it cannot be read: all that comes back counts as added.
    const isWhole = whole.length === installed.length;
    const kept = whole.map(({ identity }) => packageFolder(identity));
    const before = isWhole ? kept : [];
    const title = own.at(-1)?.candidate.manifest.title ?? series;
    return await changesOf({
      series,
      title,
      before,
      added,
      after: [...kept, ...added],
      signal,
      onProgress,
    });
  }

  #refuse({ source, identity, manifest }: Candidate, found: Problem): void {
    this.#unread.push({ source, identity, title: manifest.title, problem: found });
  }

  /** Runs a step about one package: a fault of the package's own refuses it, and the import goes on. */
  async #refusing<T>(source: string, step: () => Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      this.#unread.push({ source, identity: null, title: null, problem: ownFault(error, source) });
      return null;
    }
  }

  /** Runs a step about a file beside a package: its fault is told when a person chose it. */
  async #hearing({ path, isChosen }: BesideFile, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      const found = ownFault(error, path);
      if (isChosen || found.code === 'key-change-invalid') this.#warnings.push(found);
    }
  }

  #tellCopied(done: number): void {
    this.#tell(Math.min(this.#copied + done, this.#total), this.#total, 'copying');
  }

  #tell(done: number, total: number, step: ImportStep): void {
    this.#context.onProgress?.(done, total, step);
  }
}

const MAYBE = { throwIfNoEntry: false } as const;

/** Whether a package is not whole on the disk, and does not come back by this import either. */
function isMissing(identity: string, coming: Judgement['ready'], lost: ReadonlySet<string>): boolean {
  return lost.has(identity) && !coming.some(({ candidate }) => candidate.identity === identity);
}

function readyOf(series: string, { ready }: Pick<Judgement, 'ready'>): Judgement['ready'] {
  return ready.filter(({ candidate }) => candidate.series === series);
}

/** The problem of one package. What ends the import, and what is a bug, is thrown on. */
function ownFault(error: unknown, source: string): Problem {
  if (isSystemError(error))
    return problem('package-file-unreadable', { file: source }, { reason: error.code });
  if (!(error instanceof ProblemError) || ENDING.has(error.problem.code)) throw error;
  return error.problem;
}
