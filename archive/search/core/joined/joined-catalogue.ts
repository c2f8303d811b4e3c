import { valueFacets } from '../catalogue/columns.ts';
import type { Catalogue, ValueColumn, ValueFacet } from '../catalogue/columns.ts';
import { lazily } from '../catalogue/lazily.ts';
import { joinedOrder } from './joined-orders.ts';
import { joinedMinisters, joinedValues, sizeOf } from './joined-values.ts';
import type { PlacedPart } from './parts.ts';

type Column = Uint8Array | Int32Array;

/**
 * The catalogues of several packages as one, their releases numbered through as in an index over their segments.
 * Each column is joined when it is first asked for.
 */
export function joinedCatalogue(parts: readonly PlacedPart[]): Catalogue {
  const size = sizeOf(parts);
  const days = (name: 'earliest' | 'latest'): Int32Array =>
    joined(new Int32Array(size), parts, ({ catalogue }) => catalogue[name]);
  const catalogue: Catalogue = lazily<Catalogue>({
    size: () => size,
    live: () => joinedLive(parts, size),
    withdrawn: () => joinedWithdrawn(parts, size),
    earliest: () => days('earliest'),
    latest: () => days('latest'),
    newest: () => joinedOrder('newest', parts, catalogue),
    oldest: () => joinedOrder('oldest', parts, catalogue),
    titles: () => joinedOrder('titles', parts, catalogue),
    facets: () =>
      lazily<Record<ValueFacet, ValueColumn>>(
        Object.fromEntries(
          valueFacets.map((facet) => [
            facet,
            () => joinedValues(parts, facet, (part) => part.catalogue.facets[facet]),
          ]),
        ) as Record<ValueFacet, () => ValueColumn>,
      ),
    ministers: () => joinedMinisters(parts),
    designations: () => joinedValues(parts, null, (part) => part.catalogue.designations),
  });
  return catalogue;
}

function joinedLive(parts: readonly PlacedPart[], size: number): Uint8Array | null {
  if (parts.every(({ live }) => live === null)) return null;
  const live = new Uint8Array(size).fill(1);
  for (const part of parts) if (part.live !== null) live.set(part.live, part.base);
  return live;
}

/** The last that any package says about a release holds. */
function joinedWithdrawn(parts: readonly PlacedPart[], size: number): Uint8Array {
  const withdrawn = joined(new Uint8Array(size), parts, ({ catalogue }) => catalogue.withdrawn);
  for (const { catalogue, base, stated } of parts)
    for (const [id, isWithdrawn] of stated) {
      const ref = catalogue.refOf(id);
      // A former id is not what a withdrawal speaks of.
      if (ref !== null && catalogue.idOf(ref) === id) withdrawn[base + ref] = isWithdrawn ? 1 : 0;
    }
  return withdrawn;
}

function joined<A extends Column>(
  into: A,
  parts: readonly PlacedPart[],
  columnOf: (part: PlacedPart) => A,
): A {
  for (const part of parts) into.set(columnOf(part), part.base);
  return into;
}
