import type { Links } from '../model/links.ts';
import type { Problem, ProblemCode } from '../model/problem.ts';
import { precisionOf } from '../model/release-date.ts';
import type { DatePrecision } from '../model/release-date.ts';
import type { Outcome, Succession } from './succession.ts';

/** What a build found against the packages that it goes on from. */
export interface SuccessionReport {
  /** Identity of the newest of them. */
  readonly previous: string;
  /** The finished package's place in the series. */
  readonly sequence: number;
  readonly new: number;
  readonly changed: number;
  /** Releases of which pages were read that brought no new version. */
  readonly unchanged: number;
  /** Versions held before of which other links are concluded now, without a record in a delta. */
  readonly links: number;
  readonly withdrawn: number;
  readonly revoked: number;
}

/** What a build did, as it is printed. */
export interface BuildReport {
  /** The finished package. */
  readonly package: { readonly path: string; readonly identity: string };
  /** Null when the build goes on from no package. */
  readonly succession: SuccessionReport | null;
  /** Releases (ids) in the package; `versions` counts earlier versions too. */
  readonly releases: number;
  readonly versions: number;
  /** Releases by kind id; `unknown` where none is known. */
  readonly byKind: Readonly<Record<string, number>>;
  readonly byDatePrecision: Readonly<Record<DatePrecision, number>>;
  /** Minister links of the leading versions. */
  readonly linkedMinisters: { readonly strong: number; readonly weak: number };
  /** Where pages disagree with the register, with each other, or with what was handed over. */
  readonly conflicts: readonly Problem[];
  /** What could not be read and is not in the package. */
  readonly unreadable: readonly Problem[];
  /** What is in the package and worth knowing all the same: pages without text, the same page twice. */
  readonly notices: readonly Problem[];
}

const NOTICES: ReadonlySet<ProblemCode> = new Set(['source-page-without-text', 'duplicate-identical']);

/** Gathers a report while a build goes on. */
export class ReportKeeper {
  readonly #kinds = new Map<string, number>();
  readonly #precisions: Record<DatePrecision, number> = { day: 0, month: 0, year: 0, bounds: 0, unknown: 0 };
  readonly #conflicts: Problem[] = [];
  readonly #unreadable: Problem[] = [];
  readonly #notices: Problem[] = [];
  readonly #outcomes: Record<Outcome, number> = { new: 0, changed: 0, unchanged: 0, unread: 0 };
  #releases = 0;
  #last = '';
  #versions = 0;
  #relinked = 0;
  #strong = 0;
  #weak = 0;

  /** A problem that a source reader met. */
  source(found: Problem): void {
    if (NOTICES.has(found.code)) this.#notices.push(found);
    else this.#unreadable.push(found);
  }

  /** A problem between pages, or with what was handed over. */
  conflict(found: Problem): void {
    if (NOTICES.has(found.code)) this.#notices.push(found);
    else this.#conflicts.push(found);
  }

  /** A release whose versions are put in order. */
  release({ outcome, problems }: Succession): void {
    this.#outcomes[outcome] += 1;
    problems.forEach((found) => this.conflict(found));
  }

  /** A version held before of which other links are concluded now; `isRecord` when its record is written too. */
  relinked(links: Links, { file, isRecord }: { readonly file: string; readonly isRecord: boolean }): void {
    if (!isRecord) this.#conflictsOf(links, file);
    this.#relinked += 1;
  }

  /** A version that was written; `file` is the page's, which conflicts name. */
  version(links: Links, current: boolean, file: string): void {
    this.#versions += 1;
    // The versions of a release come one after another.
    if (links.id !== this.#last) this.#releases += 1;
    this.#last = links.id;
    this.#conflictsOf(links, file);
    if (!current) return;
    const kind = links.kind?.id ?? 'unknown';
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    this.#precisions[precisionOf(links.date)] += 1;
    for (const { strength } of links.ministers) {
      if (strength === 'strong') this.#strong += 1;
      else this.#weak += 1;
    }
  }

  get counts(): { readonly releases: number; readonly versions: number } {
    return { releases: this.#releases, versions: this.#versions };
  }

  /** What became of releases, and how many versions were linked anew. */
  get found(): Readonly<Record<Outcome, number>> & { readonly links: number } {
    return { ...this.#outcomes, links: this.#relinked };
  }

  /** What could not be read so far. */
  get unreadable(): readonly Problem[] {
    return this.#unreadable;
  }

  report(made: BuildReport['package'], succession: SuccessionReport | null): BuildReport {
    return {
      package: made,
      succession,
      ...this.counts,
      byKind: Object.fromEntries([...this.#kinds].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
      byDatePrecision: { ...this.#precisions },
      linkedMinisters: { strong: this.#strong, weak: this.#weak },
      conflicts: this.#conflicts,
      unreadable: this.#unreadable.toSorted(byPlace),
      notices: this.#notices.toSorted(byPlace),
    };
  }

  #conflictsOf(links: Links, file: string): void {
    for (const found of links.conflicts) this.#conflicts.push({ ...found, file, id: found.id ?? links.id });
  }
}

/** By file, then line, then code: the same order whatever the order of reading. */
function byPlace(a: Problem, b: Problem): number {
  const [x, y] = [placeKey(a), placeKey(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function placeKey(of: Problem): string {
  return `${of.file ?? ''}\u0000${String(of.line ?? 0).padStart(12, '0')}\u0000${of.code}`;
}
