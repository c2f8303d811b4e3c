import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matches } from '../../../../../archive/search/core/match/matches.ts';
import {
  fillUp,
  filterRefs,
  intersect,
  lowerBound,
  scoredAlike,
  subtract,
  uniteAll,
} from '../../../../../archive/search/core/match/set-operations.ts';

/** By release: its score and rank. */
type Model = ReadonlyMap<number, readonly [score: number, partly: number]>;

function matchesOf(model: Model): Matches {
  const entries = [...model].toSorted(([a], [b]) => a - b);
  const partly = Uint8Array.from(entries, ([, [, rank]]) => rank);
  return {
    refs: Uint32Array.from(entries, ([ref]) => ref),
    scores: Float64Array.from(entries, ([, [score]]) => score),
    partly: partly.some((rank) => rank > 0) ? partly : null,
  };
}

function modelOf({ refs, scores, partly }: Matches): readonly (readonly [number, number, number])[] {
  return Array.from(refs, (ref, at) => [ref, scores[at] ?? 0, partly?.[at] ?? 0]);
}

const RANKS = 16;
// Some lists are many times as long as others: those are searched instead of walked.
const model: fc.Arbitrary<Model> = fc
  .oneof(
    fc.uniqueArray(fc.nat(40), { maxLength: 12 }),
    fc.uniqueArray(fc.nat(400), { minLength: 150, maxLength: 300 }),
  )
  .chain((refs) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(2)), {
        minLength: refs.length,
        maxLength: refs.length,
      })
      .map((values) => new Map(refs.map((ref, at) => [ref, values[at] ?? ([0, 0] as const)]))),
  );

function expected(refs: Iterable<number>, value: (ref: number) => readonly [number, number]): unknown {
  return [...refs].toSorted((a, b) => a - b).map((ref) => [ref, ...value(ref)]);
}

describe('lists of releases', () => {
  it('what is in both has the sum of its scores and ranks', () => {
    fc.assert(
      fc.property(model, model, (a, b) => {
        const both = [...a.keys()].filter((ref) => b.has(ref));
        const sum = (ref: number): readonly [number, number] => [
          (a.get(ref)?.[0] ?? 0) + (b.get(ref)?.[0] ?? 0),
          (a.get(ref)?.[1] ?? 0) + (b.get(ref)?.[1] ?? 0),
        ];
        expect(modelOf(intersect(matchesOf(a), matchesOf(b)))).toEqual(expected(both, sum));
      }),
    );
  });

  it('what is in any is set back for each list that it is not in', () => {
    fc.assert(
      fc.property(fc.array(model, { minLength: 1, maxLength: 4 }), (models) => {
        const refs = new Set(models.flatMap((one) => [...one.keys()]));
        const sum = (ref: number): readonly [number, number] => {
          const values = models.map((one) => one.get(ref) ?? [0, models.length === 1 ? 0 : RANKS]);
          return [
            values.reduce((total, [score]) => total + (score ?? 0), 0),
            values.reduce((total, [, rank]) => total + (rank ?? 0), 0),
          ];
        };
        expect(modelOf(uniteAll(models.map(matchesOf), RANKS))).toEqual(expected(refs, sum));
      }),
    );
  });

  it('what the first lacks is filled up from the second, at its own rank and less weight', () => {
    fc.assert(
      fc.property(model, model, (a, b) => {
        const value = (ref: number): readonly [number, number] => {
          const added = (b.get(ref)?.[0] ?? 0) * 0.5;
          const own = a.get(ref);
          return own === undefined ? [added, 3] : [own[0] + added, own[1]];
        };
        const filled = fillUp(matchesOf(a), matchesOf(b), { factor: 0.5, rank: 3 });
        expect(modelOf(filled)).toEqual(expected(new Set([...a.keys(), ...b.keys()]), value));
      }),
    );
  });

  it('what is taken away is gone, the rest as it was', () => {
    fc.assert(
      fc.property(model, model, (a, b) => {
        const left = [...a.keys()].filter((ref) => !b.has(ref));
        const own = (ref: number): readonly [number, number] => a.get(ref) ?? [0, 0];
        expect(modelOf(subtract(matchesOf(a), matchesOf(b)))).toEqual(expected(left, own));
        const even = filterRefs(matchesOf(a), (ref) => ref % 2 === 0);
        expect(modelOf(even)).toEqual(
          expected(
            [...a.keys()].filter((ref) => ref % 2 === 0),
            own,
          ),
        );
      }),
    );
  });

  it('ranks stop at what a byte holds, whatever is missing', () => {
    const one = matchesOf(new Map([[0, [1, 0]]]));
    const none = matchesOf(new Map());
    const united = uniteAll([one, ...Array.from({ length: 20 }, () => none)], RANKS);
    expect(modelOf(united)).toEqual([[0, 1, 255]]);
  });

  it('alike are all releases that are given, none before another', () => {
    expect(modelOf(scoredAlike(Uint32Array.of(0, 1, 2), 0))).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
    ]);
  });

  it('a place is found as if the list were walked', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(50), fc.nat(5), (list, wanted, from) => {
        const numbers = Uint32Array.from(list).toSorted();
        const walked = numbers.findIndex((number, at) => at >= from && number >= wanted);
        const start = Math.min(from, numbers.length);
        expect(lowerBound(numbers, wanted, start)).toBe(walked === -1 ? numbers.length : walked);
      }),
    );
  });
});
