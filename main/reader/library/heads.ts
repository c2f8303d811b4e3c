import { openHoldings, openPackage } from '../../../archive/index.ts';
import type { Holdings } from '../../../archive/index.ts';
import { ProblemError } from '../../contract/index.ts';
import type { Problem, Removal } from '../../contract/index.ts';
import type { ArchiveHead, SeriesHead } from './protocol.ts';

/** Releases told by name before the rest is only counted. */
const FIRST = 20;

/**
 * Reads what packages say of themselves. Where one cannot be read, it is told, and it and the later ones of its series are
 * left out: they may rest on it.
 *
 * @param chains the folders of the packages of each series, oldest first.
 */
export async function readHeads(chains: readonly (readonly string[])[]): Promise<ArchiveHead> {
  const read = await Promise.all(chains.map(readSeries));
  return {
    series: read.flatMap(({ head }) => (head === null ? [] : [head])),
    faults: read.flatMap(({ faults }) => faults),
  };
}

/**
 * What taking a package away would leave nothing of.
 *
 * @param dirs the folders of the packages of its series, oldest first.
 */
export async function lostWithout(dirs: readonly string[], identity: string): Promise<Removal['lost']> {
  const holdings = await openHoldings(dirs);
  try {
    const n = holdings.packages.findIndex((one) => one.identity === identity);
    const first: Removal['lost']['first'][number][] = [];
    let total = 0;
    if (n === -1) return { total, first };
    for await (const { id, versions } of holdings.touched(n)) {
      if (versions.some(({ at }) => at.package !== n)) continue;
      total += 1;
      const leading = versions[0];
      if (first.length < FIRST && leading !== undefined)
        first.push({ id, title: leading.record.said.title, date: leading.links.date.edtf });
    }
    return { total, first };
  } finally {
    holdings.close();
  }
}

interface ReadSeries {
  readonly head: SeriesHead | null;
  readonly faults: ArchiveHead['faults'];
}

async function readSeries(dirs: readonly string[]): Promise<ReadSeries> {
  if (dirs.length === 0) return { head: null, faults: [] };
  try {
    return { head: await readHead(dirs), faults: [] };
  } catch (error) {
    const fault = problemIn(error);
    const at = await firstUnreadable(dirs);
    const rest = await readSeries(dirs.slice(0, at));
    return { head: rest.head, faults: [{ dir: dirs[at] ?? '', problem: fault }, ...rest.faults] };
  }
}

/** Position of the first package that cannot be read by itself; of the last one when the fault is not one package's. */
async function firstUnreadable(dirs: readonly string[]): Promise<number> {
  for (const [n, dir] of dirs.entries()) {
    try {
      (await openPackage(dir)).close();
    } catch {
      return n;
    }
  }
  return dirs.length - 1;
}

async function readHead(dirs: readonly string[]): Promise<SeriesHead> {
  const holdings = await openHoldings(dirs);
  try {
    return headOf(holdings);
  } finally {
    holdings.close();
  }
}

function headOf(holdings: Holdings): SeriesHead {
  const ids = new Set(holdings.withdrawals.map(({ id }) => id));
  const inForce = [...ids].flatMap((id) => {
    const withdrawal = holdings.withdrawalOf(id);
    return withdrawal === null ? [] : [[id, withdrawal] as const];
  });
  return {
    series: holdings.series,
    packages: holdings.packages.map(({ dir, identity, manifest }) => ({ dir, identity, manifest })),
    register: holdings.register.data,
    withdrawals: new Map(inForce),
  };
}

function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
