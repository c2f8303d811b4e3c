import { openHoldings } from '../../package/holdings.ts';
import type { Holdings } from '../../package/holdings.ts';
import { openPackage } from '../../package/read.ts';
import type { Package } from '../../package/read.ts';
import type { RegisterData } from '../../model/register.ts';

/** What the index of a package is built from. */
export interface IndexSource {
  /** The packages of its series up to itself, oldest first. */
  readonly packages: readonly string[];
  /** The newest package of the series: names are those of its register. The package itself when left out. */
  readonly newest?: string | undefined;
}

/** The same, open. */
export interface OpenSource {
  readonly holdings: Holdings;
  /** The package that is indexed. */
  readonly own: Package;
  readonly register: RegisterData;
  /** Identity of the package whose register it is. */
  readonly named: string;
}

/**
 * Runs what reads a source, and lets go of it.
 *
 * @throws ProblemError when a package cannot be read, or they are no chain.
 */
export async function withSource<T>(
  { packages, newest }: IndexSource,
  run: (source: OpenSource) => T | Promise<T>,
): Promise<T> {
  const holdings = await openHoldings(packages);
  try {
    const own = holdings.packages.at(-1);
    if (own === undefined) throw new RangeError('an index is of a package');
    const { register, identity } = newest === undefined ? own : await headOf(newest);
    return await run({ holdings, own, register: register.data, named: identity });
  } finally {
    holdings.close();
  }
}

async function headOf(dir: string): Promise<Pick<Package, 'register' | 'identity'>> {
  const pkg = await openPackage(dir);
  pkg.close();
  return pkg;
}
