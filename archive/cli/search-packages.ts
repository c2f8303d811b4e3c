import { openPackage } from '../package/read.ts';
import type { Package } from '../package/read.ts';
import { idInSeries } from '../search/core/joined/series-names.ts';
import { chainsOf } from '../search/host/chains.ts';
import { INDEX_FORMAT } from '../search/host/client.ts';
import type { PackagePlace } from '../search/host/client.ts';
import { filterables } from './filter-names.ts';
import type { FilterOption, Named } from './filter-names.ts';
import { indexPlace } from './index-place.ts';

/** Packages to be searched together. */
export interface SearchedPackages {
  readonly packages: readonly PackagePlace[];
  /** What filters can name, by the ids that a search knows. */
  readonly among: Readonly<Record<FilterOption, readonly Named[]>>;
}

/** Reads the heads of packages, of one series or several. @throws ProblemError as `openPackage`. */
export async function packagesToSearch(dirs: readonly string[]): Promise<SearchedPackages> {
  const heads: Package[] = [];
  for (const dir of dirs) {
    const pkg = await openPackage(dir);
    pkg.close();
    heads.push(pkg);
  }
  return {
    packages: heads.map(({ dir, identity }) => ({ dir, indexDir: indexPlace(INDEX_FORMAT, identity) })),
    among: joined(chainsOf(heads, ({ manifest }) => manifest).flatMap((chain) => chain.slice(-1))),
  };
}

/** @param newest the newest package of each series: its register has the names. */
function joined(newest: readonly Package[]): SearchedPackages['among'] {
  const own = newest.map(({ register, manifest }) => {
    const named = filterables(register);
    const idOf = (id: string): string => (newest.length === 1 ? id : idInSeries(manifest.series, id));
    return (option: FilterOption) => named[option].map((one) => ({ ...one, id: idOf(one.id) }));
  });
  const all = (option: FilterOption): readonly Named[] => own.flatMap((ofSeries) => ofSeries(option));
  return {
    minister: all('minister'),
    role: all('role'),
    department: all('department'),
    government: all('government'),
    mandate: all('mandate'),
    subject: all('subject'),
    kind: all('kind'),
  };
}
