import type { FacetName } from '../../../model/search.ts';
import type { StoredCatalogue } from '../catalogue/catalogue-file.ts';

/** For each release that is spoken of, whether it is withdrawn from then on. */
export type StatedWithdrawals = readonly (readonly [id: string, isWithdrawn: boolean])[];

/** The releases of one package, among those of others that are searched with them as one. */
export interface CataloguePart {
  readonly catalogue: StoredCatalogue;
  /** 1 for each release that no later package of its series holds anew; null when none is held anew. */
  readonly live: Uint8Array | null;
  /** What later packages of its series say about withdrawals, oldest first. */
  readonly stated: StatedWithdrawals;
  /** What a value is called among all: those of two series are never the same. */
  readonly idOf: (facet: FacetName, id: string) => string;
}

/** A part with the number of its first release. */
export interface PlacedPart extends CataloguePart {
  readonly base: number;
}

/** Numbers releases through all parts. */
export function placed<P extends CataloguePart>(
  parts: readonly P[],
): readonly (P & { readonly base: number })[] {
  let base = 0;
  return parts.map((part) => {
    const one = { ...part, base };
    base += part.catalogue.size;
    return one;
  });
}

/** The part that has a release. */
export function partWith<P extends { readonly base: number }>(parts: readonly P[], ref: number): P {
  const part = parts.findLast(({ base }) => base <= ref);
  if (part === undefined) throw new RangeError(`there is no release ${ref}`);
  return part;
}

export function isLive({ live }: Pick<CataloguePart, 'live'>, local: number): boolean {
  return live === null || live[local] === 1;
}
