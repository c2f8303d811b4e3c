import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveConfig } from '../model/manifest.ts';
import { problem, ProblemError } from '../model/problem.ts';
import { openHoldings } from './holdings.ts';
import type { Holdings } from './holdings.ts';
import type { HeldRelease } from './join-versions.ts';
import { readLibraryFile } from './library/library-file.ts';
import { placesOf } from './library/places.ts';
import type { Candidate } from './spill.ts';

/** The archive that a build goes on from. */
export interface Former {
  readonly holdings: Holdings;
  /** Whether only what it lacks is written. */
  readonly isDelta: boolean;
  /** Of the package to be built. */
  readonly sequence: number;
  readonly keepsOriginals: boolean;
  /** What the newest package says of itself and the next will say too, where nothing else is said. */
  readonly config: ArchiveConfig;
}

interface FormerOptions {
  readonly previous?: readonly string[] | undefined;
  readonly full?: boolean | undefined;
}

/**
 * Opens what a build goes on from; null when it begins a series.
 *
 * @param series that the builder asks for.
 * @throws ProblemError as `openHoldings`, or `package-chain-broken` when the series is another.
 */
export async function openFormer(options: FormerOptions, series: string | undefined): Promise<Former | null> {
  const { previous = [], full = false } = options;
  if (previous.length === 0) return null;
  const holdings = await openHoldings(packageFolders(previous, series));
  const newest = holdings.packages.at(-1);
  if (series !== undefined && series !== holdings.series) {
    holdings.close();
    const fault = { reason: 'other-series', found: holdings.series, wanted: series };
    throw new ProblemError(problem('package-chain-broken', { file: newest?.dir }, fault));
  }
  const { title, organisation = null, rights = null, sequence = 0 } = newest?.manifest ?? {};
  return {
    holdings,
    isDelta: !full,
    sequence: sequence + 1,
    keepsOriginals: holdings.packages.some(({ manifest }) => manifest.counts.originals > 0),
    config: {
      series: holdings.series,
      title,
      ...(organisation === null ? {} : { organisation }),
      ...(rights === null ? {} : { rights }),
    },
  };
}

/** The folders of packages that are meant: a library stands for all that is installed in it of the series. */
function packageFolders(named: readonly string[], series: string | undefined): readonly string[] {
  return named.flatMap((dir) => {
    const places = placesOf(dir);
    if (!existsSync(places.pointer)) return [dir];
    const installed = readLibraryFile(places)?.packages ?? [];
    const meant = installed.filter((one) => series === undefined || one.series === series);
    if (meant.length === 0) throw new ProblemError(problem('package-not-found', { file: dir }));
    return meant.map(({ identity }) => join(places.packages, identity));
  });
}

/** What was read of a release, and what is held of it. */
interface Beside {
  readonly id: string;
  readonly pages: readonly Candidate[];
  readonly release: HeldRelease | null;
}

/** Joins what was read and what is held of a shard, both sorted by id. */
export async function* besides(
  groups: readonly (readonly Candidate[])[],
  held: AsyncGenerator<HeldRelease>,
): AsyncGenerator<Beside> {
  let at = 0;
  for await (const release of held) {
    for (const pages of groupsBefore(release.id)) yield { id: idOf(pages), pages, release: null };
    const pages = idOf(groups[at]) === release.id ? (groups[at] ?? []) : [];
    if (pages.length > 0) at += 1;
    yield { id: release.id, pages, release };
  }
  for (const pages of groups.slice(at)) yield { id: idOf(pages), pages, release: null };

  function groupsBefore(id: string): readonly (readonly Candidate[])[] {
    const start = at;
    while (at < groups.length && idOf(groups[at]) < id) at += 1;
    return groups.slice(start, at);
  }
}

function idOf(pages: readonly Candidate[] | undefined): string {
  return pages?.[0]?.id ?? '';
}

/** Nothing held. */
export async function* none(): AsyncGenerator<HeldRelease> {
  yield* [];
}
