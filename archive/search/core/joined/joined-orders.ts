import { NO_EARLIEST, NO_LATEST, titleOrder } from '../catalogue/columns.ts';
import type { Catalogue } from '../catalogue/columns.ts';
import { isLive, partWith } from './parts.ts';
import type { PlacedPart } from './parts.ts';
import { firstFrom } from './superseded.ts';

type OrderName = 'newest' | 'oldest' | 'titles';
/** Negative when the first release goes before the second. */
type Compare = (a: number, b: number) => number;

/**
 * The place of each release in an order, from the orders that the parts have: only where they meet are releases
 * compared. 0 where a release does not count.
 *
 * @param days those of all releases.
 */
export function joinedOrder(
  name: OrderName,
  parts: readonly PlacedPart[],
  days: Pick<Catalogue, 'earliest' | 'latest'>,
): Uint32Array {
  const compare = comparisons(parts, days)[name];
  const order = parts
    .map((part) => inOrder(part, part.catalogue[name]))
    .reduce((a, b) => merged(a, b, compare));
  const places = new Uint32Array(days.earliest.length);
  order.forEach((ref, place) => {
    places[ref] = place;
  });
  return places;
}

/** The releases of a part that count, in order. */
function inOrder(part: PlacedPart, places: Uint32Array): Uint32Array {
  const order = new Uint32Array(places.length);
  places.forEach((place, local) => {
    order[place] = local;
  });
  return order.filter((local) => isLive(part, local)).map((local) => part.base + local);
}

/** Goes by the shorter list: what lies between two of its releases is taken over as it is. */
function merged(a: Uint32Array, b: Uint32Array, compare: Compare): Uint32Array {
  if (b.length > a.length) return merged(b, a, compare);
  const order = new Uint32Array(a.length + b.length);
  let from = 0;
  b.forEach((ref, n) => {
    const to = firstFrom(a.length, from, (place) => compare(a[place] ?? 0, ref) > 0);
    order.set(a.subarray(from, to), from + n);
    order[to + n] = ref;
    from = to;
  });
  order.set(a.subarray(from), from + b.length);
  return order;
}

/** The orders in which `CatalogueBuilder` ranks releases. */
function comparisons(
  parts: readonly PlacedPart[],
  { earliest, latest }: Pick<Catalogue, 'earliest' | 'latest'>,
): Readonly<Record<OrderName, Compare>> {
  const idOf = (ref: number): string => {
    const { catalogue, base } = partWith(parts, ref);
    return catalogue.idOf(ref - base);
  };
  const titleOf = (ref: number): string => {
    const { catalogue, base } = partWith(parts, ref);
    return catalogue.titleOf(ref - base);
  };
  const span = (ref: number): number => {
    const [first, last] = [earliest[ref] ?? 0, latest[ref] ?? 0];
    return first === NO_EARLIEST || last === NO_LATEST ? Number.MAX_SAFE_INTEGER : last - first;
  };
  const precise: Compare = (a, b) => span(a) - span(b) || compareText(idOf(a), idOf(b));
  // Dates that are open at the end that counts come last in either order.
  const lastDay = (ref: number): number => (latest[ref] === NO_LATEST ? NO_EARLIEST : (latest[ref] ?? 0));
  const firstDay = (ref: number): number =>
    earliest[ref] === NO_EARLIEST ? NO_LATEST : (earliest[ref] ?? 0);
  const newest: Compare = (a, b) => lastDay(b) - lastDay(a) || precise(a, b);
  return {
    newest,
    oldest: (a, b) => firstDay(a) - firstDay(b) || precise(a, b),
    titles: (a, b) => titleOrder.compare(titleOf(a), titleOf(b)) || newest(a, b),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
