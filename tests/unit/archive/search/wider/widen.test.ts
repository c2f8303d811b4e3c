import { describe, expect, it } from 'vitest';
import type { Matches } from '../../../../../archive/search/core/match/matches.ts';
import { scoredAlike } from '../../../../../archive/search/core/match/set-operations.ts';
import { PackedBuilder } from '../../../../../archive/search/core/packed/builder.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { widened } from '../../../../../archive/search/core/wider/widen.ts';

const texts = [
  'hamn i förbigående',
  'kaj pir fyr kaj pir fyr',
  'kaj och annat',
  'hamn hamn hamn kaj pir fyr',
  'skog',
];

function indexOf(documents: readonly string[]): PackedIndex {
  const builder = new PackedBuilder({
    fields: [{ name: 'body', boost: 1 }],
    b: 0.5,
    k1: 2,
    pipeline: [],
    searchPipeline: [],
    positions: false,
  });
  documents.forEach((body, n) => builder.add(String(n), { body }));
  const sections = new MemorySections();
  builder.finish(sections, '');
  return PackedIndex.of(PackedSegment.open(sections, ''));
}

const index = indexOf(texts);
const associations = ['kaj', 'pir', 'fyr'].map((term) => ({ term, form: term, weight: 1 }));

function harbour(): Matches {
  return { ...index.match([{ terms: ['hamn'] }]), partly: Uint8Array.of(0, 1) };
}

function inOrder({ refs, scores }: Matches): readonly number[] {
  return [...refs].toSorted((a, b) => (scores[refs.indexOf(b)] ?? 0) - (scores[refs.indexOf(a)] ?? 0));
}

describe('what words going with a query add', () => {
  const result = widened(harbour(), associations, { index, firm: null, without: new Set() });

  it('is every release with at least two of them, beside all that was found', () => {
    expect([...result.refs]).toEqual([0, 1, 3]);
  });

  it('is mixed in: first what has both, and a release full of them is no longer set behind whatever was found', () => {
    expect(inOrder(result)[0]).toBe(3);
    expect(result.partly).toBeNull();
  });

  it('weighs less than the query itself', () => {
    const only = widened({ ...index.match([{ terms: ['hamn'] }]), partly: null }, associations.slice(0, 1), {
      index: indexOf(['hamn', 'kaj', 'skog']),
      firm: null,
      without: new Set(),
    });
    const [own = 0, added = 0] = [only.scores[0], only.scores[1]];
    expect(own).toBeGreaterThan(added);
  });

  it('meets what the query holds firm', () => {
    const firm = scoredAlike(Uint32Array.of(0, 3), 0);
    expect([...widened(harbour(), associations, { index, firm, without: new Set() }).refs]).toEqual([0, 3]);
  });

  it('is nothing when all but one of the words are switched off', () => {
    const without = new Set(['kaj', 'pir']);
    expect([...widened(harbour(), associations, { index, firm: null, without }).refs]).toEqual([0, 3]);
  });

  it('is nothing when no word goes with the query', () => {
    const found = harbour();
    expect(widened(found, [], { index, firm: null, without: new Set() })).toBe(found);
  });
});
