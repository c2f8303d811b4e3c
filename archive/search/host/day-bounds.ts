import { NO_EARLIEST, NO_LATEST, dayOfNumber } from '../core/catalogue/columns.ts';
import type { Catalogue } from '../core/catalogue/columns.ts';
import { isLive } from '../core/joined/parts.ts';
import type { Opened } from './index-head.ts';

/** How many releases of a catalogue count, and the first and last day of any. */
export function boundsOf(catalogue: Pick<Catalogue, 'size' | 'live' | 'earliest' | 'latest'>): Opened {
  const { size, earliest, latest } = catalogue;
  let [releases, first, last] = [0, NO_LATEST, NO_EARLIEST];
  for (let ref = 0; ref < size; ref += 1) {
    if (!isLive(catalogue, ref)) continue;
    releases += 1;
    const [from, to] = [earliest[ref] ?? NO_EARLIEST, latest[ref] ?? NO_LATEST];
    if (from !== NO_EARLIEST && from < first) first = from;
    if (to !== NO_LATEST && to > last) last = to;
  }
  return {
    releases,
    earliest: first === NO_LATEST ? null : dayOfNumber(first),
    latest: last === NO_EARLIEST ? null : dayOfNumber(last),
  };
}

/** The same of several together. */
export function joinedBounds(bounds: readonly Opened[]): Opened {
  const days = (name: 'earliest' | 'latest'): readonly string[] =>
    bounds
      .map((one) => one[name])
      .filter((day) => day !== null)
      .toSorted();
  return {
    releases: bounds.reduce((sum, { releases }) => sum + releases, 0),
    earliest: days('earliest').at(0) ?? null,
    latest: days('latest').at(-1) ?? null,
  };
}
