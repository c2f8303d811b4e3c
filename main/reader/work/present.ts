import type { BriefRelease } from '../../../archive/index.ts';
import { ProblemError, problem } from '../../contract/index.ts';
import type { ReleaseNow, TakenRelease } from '../../contract/index.ts';
import type { WorkArchive } from './work-archive.ts';

/** A release that a person names: a version of it, or (null) the newest. */
export interface NamedRelease {
  readonly id: string;
  readonly version: string | null;
}

/** What the archive that is open has, now, of the releases that a reader's work is about. */
export class Present {
  readonly #open: () => WorkArchive | null;
  #known: { readonly edition: string; readonly ids: Map<string, string | null> } | null = null;

  /** @param open the archive that is open now; null when there is none. */
  constructor(open: () => WorkArchive | null) {
    this.#open = open;
  }

  /** Takes up releases as they are now; those that the archive does not have are left out. */
  async take(named: readonly NamedRelease[]): Promise<readonly TakenRelease[]> {
    const archive = this.#open();
    if (archive === null) throw new ProblemError(problem('no-package-open'));
    const briefs = await briefsById(
      archive,
      named.map(({ id }) => id),
    );
    return named.flatMap(({ id, version }) => {
      const brief = briefs.get(id);
      return brief === undefined ? [] : takenFrom(brief, version, archive);
    });
  }

  /** Takes up one release. Throws ProblemError `release-not-found`. */
  async takeOne(named: NamedRelease): Promise<TakenRelease> {
    const [taken] = await this.take([named]);
    if (taken === undefined) throw new ProblemError(problem('release-not-found', { id: named.id }));
    return taken;
  }

  /** The ids that releases have today, by those they were taken up by; the same where the archive does not have them. */
  async todaysIds(ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const archive = this.#open();
    const wanted = [...new Set(ids)];
    if (archive === null) return new Map(wanted.map((id) => [id, id]));
    if (this.#known?.edition !== archive.edition) this.#known = { edition: archive.edition, ids: new Map() };
    const known = this.#known.ids;
    const asked = wanted.filter((id) => !known.has(id));
    const found = asked.length === 0 ? [] : await archive.todaysIds(asked);
    for (const [n, id] of asked.entries()) known.set(id, found[n] ?? null);
    return new Map(wanted.map((id) => [id, known.get(id) ?? id]));
  }

  /** What has become of releases since they were taken up, by the order given. */
  async now(taken: readonly TakenRelease[]): Promise<readonly ReleaseNow[]> {
    const archive = this.#open();
    if (archive === null) return taken.map(() => ({ state: 'missing' }));
    const briefs = await briefsById(
      archive,
      taken.map(({ id }) => id),
    );
    return taken.map(({ id, version }) => stateOf(briefs.get(id), version, archive));
  }

  /** A version of a release (null: the newest) with its text and links; null where there is none. */
  async held(id: string, version: string | null): ReturnType<WorkArchive['held']> {
    return (await this.#open()?.held(id, version)) ?? null;
  }
}

async function briefsById(
  archive: WorkArchive,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BriefRelease>> {
  const briefs = await archive.briefs([...new Set(ids)]);
  return new Map(briefs.map((brief) => [brief.asked, brief]));
}

function takenFrom(
  { id, versions }: BriefRelease,
  version: string | null,
  { packages }: WorkArchive,
): readonly TakenRelease[] {
  const found = versions.find((one) => version === null || one.version === version);
  const holder = found === undefined ? undefined : packages[found.package];
  if (found === undefined || holder === undefined) return [];
  const { title, date, address } = found;
  return [
    {
      id,
      version: found.version,
      title,
      date: date.edtf,
      address,
      package: { identity: holder.identity, series: holder.series },
    },
  ];
}

function stateOf(brief: BriefRelease | undefined, version: string, archive: WorkArchive): ReleaseNow {
  const leading = brief?.versions[0];
  if (brief === undefined || leading === undefined) return { state: 'missing' };
  const { id, versions } = brief;
  const { title, date } = leading;
  if (archive.isWithdrawn(id)) return { state: 'withdrawn', id, title, date };
  if (leading.version === version) return { state: 'same', id, title, date };
  const isHeld = versions.some((one) => one.version === version);
  return { state: 'newer', id, title, date, version: leading.version, isHeld };
}
