import type { Catalogue } from '../core/catalogue/columns.ts';
import type { LinkNames, Names } from '../core/catalogue/names.ts';
import { RegisterNames } from '../core/catalogue/register-names.ts';
import type { TextIndexes } from '../core/index-port.ts';
import { joinedCatalogue } from '../core/joined/joined-catalogue.ts';
import { placed } from '../core/joined/parts.ts';
import type { CataloguePart } from '../core/joined/parts.ts';
import { JoinedNames, SeriesNames } from '../core/joined/series-names.ts';
import { liveMasks } from '../core/joined/superseded.ts';
import type { IndexPart } from './index-part.ts';
import { namedRows } from './index-register.ts';
import { joinedTexts, openTexts } from './open-texts.ts';
import type { Chain, Chains, OpenPackage } from './usable.ts';

/** A package among those that are searched together. */
interface Member extends CataloguePart {
  readonly opened: OpenPackage;
  /** The packages of its series, oldest first: places are counted along them. */
  readonly chain: Chain;
  /** The words for what its releases are linked to. */
  readonly names: LinkNames;
}

export type SearchedPart = Member & { readonly base: number };

/** Packages as one: what a search engine needs, but for the releases themselves. */
export interface Searched {
  readonly parts: readonly SearchedPart[];
  readonly catalogue: Catalogue;
  readonly indexes: TextIndexes;
  readonly names: Names;
}

/** Joins packages. One alone is searched as it is. @param chains one package at least. */
export function searchedAs(chains: Chains): Searched {
  const { names, series } = namesOf(chains);
  const parts = placed(series.flatMap((one) => membersOf(one.chain, one.names)));
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('no package is open');
  if (others.length === 0)
    return { parts, names, catalogue: first.catalogue, indexes: openTexts(first.opened.part.file) };
  const sources = parts.map(({ opened, live }) => ({ source: opened.part.file, live }));
  return { parts, names, catalogue: joinedCatalogue(parts), indexes: joinedTexts(sources) };
}

function membersOf(chain: Chain, names: LinkNames): readonly Member[] {
  const masks = liveMasks(chain.map(({ part }) => part.catalogue));
  const stated = chain.map(({ part }, n) => (n === 0 ? [] : part.withdrawals()));
  return chain.map((opened, n) => ({
    opened,
    chain,
    names,
    catalogue: opened.part.catalogue,
    live: masks[n] ?? null,
    stated: stated.slice(n + 1).flat(),
    idOf: (facet, id) => names.idOf(facet, id),
  }));
}

interface NamedChain {
  readonly chain: Chain;
  readonly names: LinkNames;
}

/** Words for all, and for the releases of each series. Where there is one series, nothing needs to be told apart. */
function namesOf(chains: Chains): { readonly names: Names; readonly series: readonly NamedChain[] } {
  const own = chains.map((chain) => ({
    chain,
    names: new RegisterNames(namedRows(newestOf(chain).register)),
  }));
  const [first, ...others] = own;
  if (first !== undefined && others.length === 0) return { names: first.names, series: own };
  const series = own.map(({ chain, names }) => ({
    chain,
    names: new SeriesNames(newestOf(chain).head, names),
  }));
  const bySeries = new Map(series.map(({ chain, names }) => [newestOf(chain).head.series, names]));
  return { names: new JoinedNames(bySeries), series };
}

function newestOf(chain: Chain): IndexPart {
  const newest = chain.at(-1);
  if (newest === undefined) throw new RangeError('a series has a package');
  return newest.part;
}
