import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../../archive/cli/nearest.ts';

/** The recurrence as it is written in books, without a table. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const change = naive(a.slice(0, -1), b.slice(0, -1)) + (a.at(-1) === b.at(-1) ? 0 : 1);
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  const swap = swapped ? naive(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity;
  return Math.min(naive(a.slice(0, -1), b) + 1, naive(a, b.slice(0, -1)) + 1, change, swap);
}

describe('the nearest word', () => {
  it('is counted as the recurrence counts', () => {
    const word = fc.stringMatching(/^[abå]{0,5}$/u);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(naive(a, b));
      }),
    );
  });

  it('is found for a slip of the finger, and not for another word', () => {
    const options = ['package', 'minister', 'mandate', 'limit'];
    expect(nearest('pakcage', options)).toEqual(['package']);
    expect(nearest('Ministr', options)).toEqual(['minister']);
    expect(nearest('colour', options)).toEqual([]);
  });
});
