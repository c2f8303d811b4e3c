import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ImportPreview, ImportStep, InstalledPackage } from '../../model/library.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { JobOptions } from '../container/job.ts';
import { reporting } from '../staging.ts';
import { makeFolder, moveFolder } from './durable-steps.ts';
import { judgeImport } from './judge.ts';
import type { Judgement, ReadyPackage } from './judge.ts';
import { inOrder, writeLibraryFile } from './library-file.ts';
import type { LibraryState } from './library-file.ts';
import type { Policy } from './policy.ts';
import { formerIn, writeIntent } from './recovery.ts';
import type { RemovedFrom } from './remove-package.ts';
import { inSeries } from './sequence-rules.ts';
import type { Staged } from './stage.ts';
import type { CommitOptions, IndexRequest, StagedImport } from './staged-import.ts';
import { discardWorkspace } from './workspace.ts';

/** What an import goes into. */
interface ImportedInto extends RemovedFrom {
  readonly policy: Policy;
  /** Identities of installed packages that are not whole on the disk. */
  lost(): ReadonlySet<string>;
}

interface Prepared {
  readonly library: ImportedInto;
  readonly workspace: string;
  readonly staged: Staged;
  /** What the library held when the packages were judged. */
  readonly state: LibraryState;
  readonly now: () => Date;
}

/** Packages that were copied, checked and judged, and wait for a person's word. */
export class PreparedImport implements StagedImport {
  readonly preview: ImportPreview;
  readonly #of: Prepared;
  #isOver = false;

  constructor(of: Prepared) {
    this.#of = of;
    const { judgement, changes, unread, warnings } = of.staged;
    this.preview = {
      packages: judgement.packages,
      refused: [...judgement.refused, ...unread],
      series: changes,
      decisions: judgement.decisions,
      warnings: [...warnings, ...judgement.warnings, ...otherRights(judgement, of.state)],
    };
  }

  async commit(options: CommitOptions): Promise<readonly string[]> {
    try {
      if (this.#isOver) throw new ProblemError(problem('library-changed'));
      const { judgement } = this.#of.staged;
      if (judgement.ready.length === 0) throw new ProblemError(problem('import-nothing-to-do'));
      this.#requireDecisions(options.decisions);
      for (const request of this.#indexRequests())
        await options.buildIndex?.(request, { signal: options.signal, onProgress: options.onProgress });
      const identities = judgement.ready.map(({ candidate }) => candidate.identity);
      options.onProgress?.(0, identities.length, 'installing');
      stopIfAsked(options);
      await this.#of.library.withLock(async () => await this.#install(judgement, identities));
      options.onProgress?.(identities.length, identities.length, 'installing');
      return identities;
    } finally {
      await this.discard();
    }
  }

  async discard(): Promise<void> {
    this.#isOver = true;
    discardWorkspace(this.#of.workspace);
  }

  #requireDecisions(taken: readonly string[]): void {
    const open = this.preview.decisions.find(({ id }) => !taken.includes(id));
    if (open === undefined) return;
    const params = { series: open.series, ...('to' in open ? { key: open.to.keyId } : {}) };
    throw new ProblemError(problem('import-undecided', {}, params));
  }

  #indexRequests(): readonly IndexRequest[] {
    const { staged, state, library } = this.#of;
    return staged.judgement.series.map(({ series }) => {
      const added = staged.judgement.ready.map(({ candidate }) => ({ ...candidate, isNew: true }));
      const held = state.packages
        .filter(({ identity }) => !added.some((one) => one.identity === identity))
        .map((one) => ({ ...one, dir: library.packageFolder(one.identity), isNew: false }));
      const packages = inSeries(series, [...held, ...added]);
      return { series, packages: packages.map(({ identity, dir, isNew }) => ({ identity, dir, isNew })) };
    });
  }

  /** The switch: folders take their places, and the pointer names them. */
  async #install(judgement: Judgement, identities: readonly string[]): Promise<void> {
    const { library, workspace } = this.#of;
    const { places } = library;
    const state = library.state();
    this.#requireSame(state, judgement);
    const next = withPackages(state, judgement, this.#of.now());
    await reporting(places.folder, () => writeIntent(workspace, identities));
    try {
      await reporting(places.packages, () => {
        for (const { candidate } of judgement.ready) this.#place(candidate);
      });
      if (next !== state) await writeLibraryFile(places, next);
    } catch (error) {
      // A disk that refused to confirm the new pointer may have it all the same: what it names must stay.
      if (next !== state && isSame(identitiesOf(library.state()), identitiesOf(next))) return;
      for (const identity of identities.toReversed()) this.#takeBack(identity);
      throw error;
    }
    for (const identity of identities) this.#keepFormer(identity);
  }

  /** What a person saw and decided must be what is done. */
  #requireSame(state: LibraryState, shown: Judgement): void {
    const { library, staged } = this.#of;
    const grounds = {
      state,
      policy: library.policy,
      keyChanges: staged.keyChanges,
      lost: library.lost(),
    };
    const now = judgeImport(staged.candidates, grounds);
    if (!isSame(now, shown)) throw new ProblemError(problem('library-changed'));
  }

  #place({ dir, identity }: ReadyPackage['candidate']): void {
    const folder = this.#of.library.packageFolder(identity);
    // The remains of a damaged package, or of one that nobody names: the copy that was checked takes its place.
    if (existsSync(folder)) moveFolder(folder, this.#former(identity));
    moveFolder(dir, folder);
  }

  #takeBack(identity: string): void {
    const folder = this.#of.library.packageFolder(identity);
    const former = this.#former(identity);
    if (existsSync(folder)) moveFolder(folder, join(this.#of.workspace, identity));
    if (existsSync(former)) moveFolder(former, folder);
  }

  /** The remains of a package that was installed are never removed. */
  #keepFormer(identity: string): void {
    const former = this.#former(identity);
    if (!existsSync(former)) return;
    const { quarantine } = this.#of.library.places;
    const kept = join(quarantine, identity);
    makeFolder(kept);
    moveFolder(former, join(kept, `former-${basename(this.#of.workspace)}`));
  }

  #former(identity: string): string {
    return formerIn(this.#of.workspace, identity);
  }
}

function withPackages(state: LibraryState, { ready, series }: Judgement, now: Date): LibraryState {
  const held = new Set(state.packages.map(({ identity }) => identity));
  const added = ready.filter(({ candidate }) => !held.has(candidate.identity));
  if (added.length === 0) return state;
  const names = new Set(series.map((one) => one.series));
  return inOrder({
    ...state,
    packages: [...state.packages, ...added.map((one) => installedOf(one, now))],
    series: [...state.series.filter((one) => !names.has(one.series)), ...series],
  });
}

function installedOf({ candidate, trust }: ReadyPackage, now: Date): InstalledPackage {
  const { identity, manifest } = candidate;
  const { series, sequence, previous, title, organisation, rights, date, counts } = manifest;
  return {
    identity,
    series,
    sequence,
    previous,
    title,
    organisation,
    rights,
    date,
    releases: counts.releases,
    importedAt: now.toISOString(),
    trust,
  };
}

/** Terms that are other than those of what is installed of the series. */
function otherRights({ ready }: Judgement, state: LibraryState): readonly Problem[] {
  return ready.flatMap(({ candidate: { series, sequence, manifest } }) => {
    const before = inSeries(series, state.packages).findLast((one) => one.sequence < sequence);
    if (before === undefined || before.rights === manifest.rights) return [];
    const params = { series, rights: manifest.rights ?? '—', former: before.rights ?? '' };
    return [problem('import-rights-differ', {}, params)];
  });
}

function identitiesOf({ packages }: LibraryState): readonly string[] {
  return packages.map(({ identity }) => identity);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function stopIfAsked({ signal }: JobOptions<ImportStep>): void {
  if (signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
}
