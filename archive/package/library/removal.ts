import { problem, ProblemError } from '../../model/problem.ts';
import { openHoldings } from '../holdings.ts';
import { openPackage } from '../read.ts';

/** What could no longer be read without a package. */
export interface RemovalLoss {
  /** Releases that no other installed package has in any version. */
  readonly releases: number;
  /** Versions that no other has, those of such releases counted too. */
  readonly versions: number;
}

/** Looks up from the work every so many versions. */
const BREATH = 500;

/**
 * Counts what only one package of a series holds.
 *
 * @param dir its folder.
 * @param others the folders of the other installed packages of its series.
 * @throws ProblemError as `openPackage` and `openHoldings`; `job-cancelled`.
 */
export async function removalLoss(
  dir: string,
  others: readonly string[],
  signal?: AbortSignal,
): Promise<RemovalLoss> {
  const kept = await heldIn(others, signal);
  const pkg = await openPackage(dir);
  const releases = new Set<string>();
  let [versions, seen] = [0, 0];
  try {
    for await (const { record } of pkg.records()) {
      if (!kept.has(record.id)) releases.add(record.id);
      if (!kept.has(`${record.id} ${record.version}`)) versions += 1;
      if (++seen % BREATH === 0) await breathe(signal);
    }
  } finally {
    pkg.close();
  }
  return { releases: releases.size, versions };
}

/**
 * Every id, and every id with a version, that packages hold.
 *
 * @throws ProblemError as `openHoldings` and its `releases`: also where a package has links of a version that none of
 *   them holds.
 */
export async function heldIn(dirs: readonly string[], signal?: AbortSignal): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  if (dirs.length === 0) return kept;
  const holdings = await openHoldings(dirs);
  try {
    let seen = 0;
    for await (const { id, versions } of holdings.releases()) {
      kept.add(id);
      for (const { record } of versions) kept.add(`${id} ${record.version}`);
      if (++seen % BREATH === 0) await breathe(signal);
    }
  } finally {
    holdings.close();
  }
  return kept;
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(setImmediate);
  if (signal?.aborted === true) throw new ProblemError(problem('job-cancelled'));
}
