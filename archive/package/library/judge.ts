import type {
  ImportDecision,
  ImportedPackage,
  InstalledPackage,
  RefusedSource,
  Trust,
} from '../../model/library.ts';
import type { PackageManifest } from '../../model/manifest.ts';
import { problem } from '../../model/problem.ts';
import type { Problem } from '../../model/problem.ts';
import type { SignatureCheck } from '../signing/check-signature.ts';
import type { KeyChange } from './key-change.ts';
import type { LibraryState, SeriesState } from './library-file.ts';
import type { Policy } from './policy.ts';
import { inSeries, rollbackFault, sequenceFault } from './sequence-rules.ts';
import type { Placed } from './sequence-rules.ts';
import { judgeSigner, signerOf } from './signer-rules.ts';
import type { Standing } from './signer-rules.ts';
import { believedBy, trustToday } from './trust.ts';
import type { Believed } from './trust.ts';

/** A package that was copied and is without fault. */
export interface Candidate extends Placed {
  /** As it was chosen or found. */
  readonly source: string;
  /** The copy. */
  readonly dir: string;
  readonly manifest: PackageManifest;
  readonly check: SignatureCheck;
}

/** What an import is judged by. */
export interface ImportGrounds {
  readonly state: LibraryState;
  readonly policy: Policy;
  readonly keyChanges: readonly KeyChange[];
  /** Identities of installed packages that are not whole on the disk: they may come once more. */
  readonly lost: ReadonlySet<string>;
}

/** A package that may come in, and what is known of its origin when it does. */
export interface ReadyPackage {
  readonly candidate: Candidate;
  readonly trust: Trust;
}

/** What the rules say of packages that came together. It holds when every decision is taken. */
export interface Judgement {
  readonly packages: readonly ImportedPackage[];
  readonly ready: readonly ReadyPackage[];
  readonly refused: readonly RefusedSource[];
  readonly decisions: readonly ImportDecision[];
  readonly warnings: readonly Problem[];
  /** What is remembered of the series of `ready` afterwards. */
  readonly series: readonly SeriesState[];
}

/**
 * Judges packages by the rules of sequence and of trust, each series by what it would be afterwards: a base and what rests
 * on it may come together, and one that is refused takes nothing with it but what rests on it.
 */
export function judgeImport(candidates: readonly Candidate[], grounds: ImportGrounds): Judgement {
  const { once, warnings } = withoutRepeats(candidates);
  const names = [...new Set(once.map(({ series }) => series))].toSorted();
  const parts = names.map((series) => new SeriesJudge(series, once, grounds).judge());
  return {
    packages: parts.flatMap((part) => part.packages),
    ready: parts.flatMap((part) => part.ready),
    refused: parts.flatMap((part) => part.refused),
    decisions: parts.flatMap((part) => part.decisions),
    warnings: [...warnings, ...parts.flatMap((part) => part.warnings)],
    series: parts.flatMap((part) => part.series),
  };
}

function withoutRepeats(candidates: readonly Candidate[]): {
  readonly once: readonly Candidate[];
  readonly warnings: readonly Problem[];
} {
  const first = new Map<string, Candidate>();
  const warnings: Problem[] = [];
  for (const one of candidates) {
    const met = first.get(one.identity);
    if (met === undefined) first.set(one.identity, one);
    // A copy that is signed says more than one that is not.
    else if (met.check.state === 'unsigned' && one.check.state !== 'unsigned') first.set(one.identity, one);
    if (met !== undefined)
      warnings.push(problem('import-twice', { file: one.source }, { other: met.source }));
  }
  return { once: [...first.values()], warnings };
}

/** Goes through the packages of one series, oldest first. */
class SeriesJudge {
  readonly #series: string;
  readonly #own: readonly Candidate[];
  readonly #others: readonly Candidate[];
  readonly #grounds: ImportGrounds;
  readonly #believed: Believed;
  readonly #remembered: SeriesState | undefined;
  readonly #held: Placed[];
  #standing: Standing;
  readonly #packages: ImportedPackage[] = [];
  readonly #ready: ReadyPackage[] = [];
  readonly #refused: RefusedSource[] = [];
  readonly #decisions = new Map<string, ImportDecision>();
  readonly #warnings: Problem[] = [];

  constructor(series: string, all: readonly Candidate[], grounds: ImportGrounds) {
    this.#series = series;
    this.#own = inSeries(series, all);
    this.#others = all.filter((one) => one.series !== series);
    this.#grounds = grounds;
    this.#believed = believedBy(grounds.state, grounds.policy);
    this.#remembered = grounds.state.series.find((one) => one.series === series);
    this.#held = [...grounds.state.packages, ...this.#others];
    this.#standing = this.#remembered ?? { pin: null, acceptsUnsigned: false, acceptsUnproven: [] };
  }

  judge(): Judgement {
    for (const one of this.#own) this.#take(one);
    const added = this.#ready.map(({ candidate }) => candidate);
    const rollback = rollbackFault(inSeries(this.#series, this.#held), added, this.#remembered);
    if (rollback === null) return this.#result();
    for (const one of added) this.#refuse(one, rollback(one));
    const kept = this.#packages.filter(({ state }) => state === 'already-installed');
    return { ...NOTHING, packages: kept, refused: this.#refused };
  }

  #take(of: Candidate): void {
    const installed = this.#grounds.state.packages.find(({ identity }) => identity === of.identity);
    if (installed !== undefined) return this.#known(of, installed);
    const context = { held: this.#held, remembered: this.#remembered, others: this.#own };
    const fault = sequenceFault(of, context);
    if (fault !== null) return this.#refuse(of, fault);
    const verdict = judgeSigner(of.check, {
      series: of.series,
      sequence: of.sequence,
      standing: this.#standing,
      believed: this.#believed,
      keyChanges: this.#grounds.keyChanges,
    });
    if (verdict.isRefused) return this.#refuse(of, verdict.problem);
    this.#held.push(of);
    this.#standing = verdict.standing;
    this.#ready.push({ candidate: of, trust: verdict.trust });
    this.#packages.push({ ...shownOf(of), signer: verdict.signer, state: 'new' });
    if (verdict.decision !== null) this.#decisions.set(verdict.decision.id, verdict.decision);
    if (verdict.warning !== null) this.#warnings.push(verdict.warning);
  }

  #known(of: Candidate, installed: InstalledPackage): void {
    const signer = signerOf(of.check, trustToday(installed, this.#believed), this.#believed);
    if (this.#grounds.lost.has(of.identity)) {
      this.#ready.push({ candidate: of, trust: installed.trust });
      this.#packages.push({ ...shownOf(of), signer, state: 'restored' });
      return;
    }
    this.#packages.push({ ...shownOf(of), signer, state: 'already-installed' });
    const { series, sequence } = of;
    this.#warnings.push(problem('import-already-installed', { file: of.source }, { series, sequence }));
  }

  #refuse(of: Candidate, found: Problem): void {
    const { source, identity, manifest } = of;
    const place = found.file === undefined ? { ...found, file: source } : found;
    this.#refused.push({ source, identity, title: manifest.title, problem: place });
  }

  #result(): Judgement {
    const newest = this.#ready.at(-1)?.candidate;
    const { pin, acceptsUnsigned, acceptsUnproven } = this.#standing;
    const before = this.#remembered;
    const highest =
      newest !== undefined && newest.sequence > (before?.highest.sequence ?? 0)
        ? numberOf(newest)
        : before?.highest;
    const added = this.#ready.map(({ candidate }) => numberOf(candidate));
    const seen = [...(before?.seen ?? []), ...added.filter((one) => !wasSeen(one.identity, before))];
    const state =
      newest === undefined || highest === undefined
        ? []
        : [{ series: this.#series, pin, highest, seen, acceptsUnsigned, acceptsUnproven }];
    return {
      packages: this.#packages,
      ready: this.#ready,
      refused: this.#refused,
      decisions: [...this.#decisions.values()],
      warnings: this.#warnings,
      series: state,
    };
  }
}

const NOTHING: Judgement = {
  packages: [],
  ready: [],
  refused: [],
  decisions: [],
  warnings: [],
  series: [],
};

function wasSeen(identity: string, of: SeriesState | undefined): boolean {
  return of?.seen.some((one) => one.identity === identity) ?? false;
}

function numberOf({ sequence, identity }: Placed): { readonly sequence: number; readonly identity: string } {
  return { sequence, identity };
}

function shownOf({ source, identity, manifest }: Candidate): Omit<ImportedPackage, 'signer' | 'state'> {
  const { series, sequence, previous, title, organisation, rights, date, languages, counts } = manifest;
  return {
    source,
    identity,
    series,
    sequence,
    previous,
    title,
    organisation,
    rights,
    date,
    languages,
    counts,
  };
}
