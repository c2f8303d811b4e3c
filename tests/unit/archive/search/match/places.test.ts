import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Occurrences } from '../../../../../archive/search/core/index-port.ts';
import {
  allPlaces,
  commonPlaces,
  countNear,
  countPlaces,
  movedBack,
} from '../../../../../archive/search/core/match/places.ts';

type Place = readonly [document: number, position: number];

function key([document, position]: Place): string {
  return `${document}:${position}`;
}

function occurrencesOf(places: readonly Place[]): Occurrences {
  const sorted = places.toSorted(([a, x], [b, y]) => a - b || x - y);
  const documents = [...new Set(sorted.map(([document]) => document))];
  const counts = documents.map((document) => sorted.filter(([one]) => one === document).length);
  const starts = counts.reduce<readonly number[]>(
    (sums, count) => [...sums, (sums.at(-1) ?? 0) + count],
    [0],
  );
  return {
    documents: Uint32Array.from(documents),
    starts: Uint32Array.from(starts),
    positions: Uint32Array.from(sorted, ([, position]) => position),
  };
}

function placesOf({ documents, starts, positions }: Occurrences): readonly Place[] {
  return Array.from(documents).flatMap((document, n) =>
    Array.from(positions.subarray(starts[n], starts[n + 1]), (position): Place => [document, position]),
  );
}

const places = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(12)), { maxLength: 25, selector: key });

describe('places of words', () => {
  it('moved back are where something begins of which the word is a later one', () => {
    fc.assert(
      fc.property(places, fc.nat(4), (list, by) => {
        const moved = list.filter(([, at]) => at >= by).map(([document, at]): Place => [document, at - by]);
        expect(placesOf(movedBack(occurrencesOf(list), by))).toEqual(placesOf(occurrencesOf(moved)));
      }),
    );
  });

  it('in common are those that both lists have', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const inB = new Set(b.map(key));
        const both = occurrencesOf(a.filter((place) => inB.has(key(place))));
        expect(commonPlaces(occurrencesOf(a), occurrencesOf(b))).toEqual(both);
      }),
    );
  });

  it('of several words are those of any, each once', () => {
    fc.assert(
      fc.property(fc.array(places, { maxLength: 5 }), (lists) => {
        const any = [...new Map(lists.flat().map((place) => [key(place), place])).values()];
        expect(placesOf(allPlaces(lists.map(occurrencesOf)))).toEqual(placesOf(occurrencesOf(any)));
      }),
    );
  });

  it('count as near when another place of the other word is near enough', () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 1, max: 5 }), (a, b, distance) => {
        const near = a.filter(([document, at]) =>
          b.some(([other, to]) => other === document && to !== at && Math.abs(to - at) <= distance),
        );
        expect(countNear(occurrencesOf(a), occurrencesOf(b), distance)).toEqual(
          countPlaces(occurrencesOf(near)),
        );
      }),
    );
  });
});
