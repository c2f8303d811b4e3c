import type { Links } from '../model/links.ts';
import { problem, ProblemError } from '../model/problem.ts';
import type { ReleaseRecord } from '../model/said.ts';
import type { LinePlace, Package, PackageRelease, UnreadRelease } from './read.ts';

/** Where a line lies in one of several packages. */
export interface HeldPlace extends LinePlace {
  /** Position of the package, the oldest being 0. */
  readonly package: number;
}

/** One version of a release, with the links that hold for it. */
export interface HeldVersion {
  /** As the package has it: its `current` says that it leads there, not that it still does. */
  readonly record: ReleaseRecord;
  readonly links: Links;
  readonly at: HeldPlace;
  /** May be in a newer package than the record. */
  readonly linksAt: HeldPlace;
}

/** A release as several packages hold it together. */
export interface HeldRelease {
  readonly id: string;
  /** Positions of the packages that hold a record or links of it, oldest first. */
  readonly heldBy: readonly number[];
  /** The leading version first, the others from the newest package to the oldest; each version once. */
  readonly versions: readonly HeldVersion[];
}

type Concluded = Pick<HeldVersion, 'links' | 'linksAt'>;

/**
 * Joins what packages hold of one release.
 *
 * @param held each package's share, oldest first; null where it has none.
 * @throws ProblemError `package-record-invalid` where a share is not lawful, or has links of a version that no
 *   package up to then holds.
 */
export function joinVersions(
  held: readonly (UnreadRelease | null)[],
  packages: readonly Package[],
): HeldRelease {
  const shares = held.flatMap((unread, n) => (unread === null ? [] : [{ ...unread.read(), package: n }]));
  const newestFirst = shares.toReversed();
  const concluded = linksInForce(newestFirst);
  const versions = new Map<string, HeldVersion>();
  for (const { entries, package: n } of newestFirst)
    for (const { record, at, ...own } of entries) {
      if (versions.has(record.version)) continue;
      const inForce = concluded.get(record.version) ?? placed(own, n);
      versions.set(record.version, { record, at: { ...at, package: n }, ...inForce });
    }
  refuseLoose(shares, packages);
  const all = [...versions.values()];
  const leading = all.find(({ record }) => record.current);
  return {
    id: shares[0]?.id ?? '',
    heldBy: shares.map(({ package: n }) => n),
    versions: leading === undefined ? all : [leading, ...all.filter((version) => version !== leading)],
  };
}

type Share = PackageRelease & { readonly package: number };

/** For each version the links of the newest package that has any. */
function linksInForce(newestFirst: readonly Share[]): ReadonlyMap<string, Concluded> {
  const inForce = new Map<string, Concluded>();
  for (const { entries, further, package: n } of newestFirst)
    for (const own of [...entries, ...further])
      if (!inForce.has(own.links.version)) inForce.set(own.links.version, placed(own, n));
  return inForce;
}

function placed(
  { links, linksAt }: Omit<Concluded, 'linksAt'> & { linksAt: LinePlace },
  n: number,
): Concluded {
  return { links, linksAt: { ...linksAt, package: n } };
}

/** Refuses links whose version neither their own package nor an earlier one holds. */
function refuseLoose(oldestFirst: readonly Share[], packages: readonly Package[]): void {
  const known = new Set<string>();
  for (const { id, entries, further, package: n } of oldestFirst) {
    for (const { record } of entries) known.add(record.version);
    const loose = further.find(({ links }) => !known.has(links.version));
    if (loose === undefined) continue;
    const { file } = loose.linksAt;
    const sequence = packages[n]?.manifest.sequence ?? 0;
    throw new ProblemError(
      problem('package-record-invalid', { file, id }, { reason: 'without-record', sequence }),
    );
  }
}
