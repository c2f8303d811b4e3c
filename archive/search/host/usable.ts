import { openPackage } from '../../package/read.ts';
import { chainsOf } from './chains.ts';
import type { Standing } from './chains.ts';
import { UnusableIndex } from './index-errors.ts';
import { IndexPart } from './index-part.ts';
import type { PackagePlace } from './index-part.ts';
import { agrees, asIndexRegister } from './index-register.ts';
import type { IndexRegister } from './index-register.ts';
import type { IndexSource } from './index-source.ts';

/** An index that is to be built, and what from. */
export interface Unbuilt {
  readonly why: UnusableIndex['why'];
  readonly source: IndexSource;
  readonly indexDir: string;
}

/** Thrown when indexes must be built before packages can be searched together. */
export class IndexesUnbuilt extends UnusableIndex {
  readonly unbuilt: readonly Unbuilt[];

  constructor(unbuilt: readonly Unbuilt[]) {
    super(unbuilt[0]?.why ?? 'missing', 'an index');
    this.unbuilt = unbuilt;
  }
}

/** A package with its index, or why that is of no use. */
interface Found {
  readonly place: PackagePlace;
  /** Position among those asked for. */
  readonly position: number;
  readonly identity: string;
  readonly standing: Standing;
  readonly part: IndexPart | null;
  readonly register: IndexRegister;
  why: UnusableIndex['why'] | null;
}

/** A package that is open with its index. */
export interface OpenPackage {
  readonly part: IndexPart;
  /** Position among those asked for. */
  readonly position: number;
}

/** The packages of a series that are open, oldest first. */
export type Chain = readonly OpenPackage[];
export type Chains = readonly Chain[];

/**
 * Opens packages with their indexes. An index fits when it was built over the packages of its series that stand
 * before it, with the words that the newest has.
 *
 * @throws IndexesUnbuilt with those that do not fit; ProblemError when there is no package. Nothing stays open then.
 */
export async function openChains(places: readonly PackagePlace[]): Promise<Chains> {
  const found: Found[] = [];
  try {
    for (const [position, place] of places.entries()) found.push(await find(place, position));
    const chains = chainsOf(found, ({ standing }) => standing);
    for (const chain of chains) checkChain(chain);
    const unbuilt = chains.flatMap(unbuiltIn);
    if (unbuilt.length > 0) throw new IndexesUnbuilt(unbuilt);
    return chains.map((chain) => chain.flatMap(placed));
  } catch (error) {
    for (const { part } of found) part?.close();
    throw error;
  }
}

async function find(place: PackagePlace, position: number): Promise<Found> {
  try {
    const part = await IndexPart.open(place);
    const { identity, head: standing, register } = part;
    return { place, position, identity, standing, register, part, why: null };
  } catch (error) {
    if (!(error instanceof UnusableIndex)) throw error;
    const pkg = await openPackage(place.dir);
    pkg.close();
    const register = asIndexRegister(pkg.register.data);
    const { identity, manifest: standing } = pkg;
    return { place, position, identity, standing, register, part: null, why: error.why };
  }
}

/** Finds the indexes that are right in themselves, but not among these packages. */
function checkChain(chain: readonly Found[]): void {
  const newest = chain.at(-1);
  chain.forEach((one, n) => {
    if (one.part === null || newest === undefined) return;
    const { over, named } = one.part.head;
    const isOverThese = JSON.stringify(over) === JSON.stringify(chain.slice(0, n).map(identityOf));
    // The newest has its own names: not those of one that stood behind it before.
    const isNamed = one === newest ? named === one.identity : agrees(one.register, newest.register);
    if (!isOverThese || !isNamed) one.why = 'other';
  });
}

function identityOf({ identity }: Found): string {
  return identity;
}

function unbuiltIn(chain: readonly Found[]): readonly Unbuilt[] {
  const dirs = chain.map(({ place }) => place.dir);
  return chain.flatMap(({ why, place }, n) =>
    why === null
      ? []
      : [{ why, source: { packages: dirs.slice(0, n + 1), newest: dirs.at(-1) }, indexDir: place.indexDir }],
  );
}

function placed({ part, position }: Found): readonly OpenPackage[] {
  return part === null ? [] : [{ part, position }];
}
