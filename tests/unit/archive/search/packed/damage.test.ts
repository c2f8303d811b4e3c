import { describe, expect, it } from 'vitest';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { mergeSegments } from '../../../../../archive/search/core/packed/merge.ts';
import { PackedIndex } from '../../../../../archive/search/core/packed/packed-index.ts';
import { PackedSegment } from '../../../../../archive/search/core/packed/segment.ts';
import { MemorySections } from '../../../../../archive/search/core/packed/sections.ts';
import { asking, packedSections } from './lunr-oracle.ts';
import { randomNumbers, zipfExample } from './zipf-corpus.ts';

const large = zipfExample({ seed: 11, documents: 30, words: 50 });
const whole = packedSections({ ...large, settings: { ...large.settings, positions: true } });
const HEAD = 'x/head';

/** The sections with one of them changed, or left out when `change` gives null. */
function changed(name: string, change: (bytes: Uint8Array) => Uint8Array | null): MemorySections {
  const sections = new MemorySections();
  for (const one of whole.names) {
    const bytes = one === name ? change(whole.bytes(one)) : whole.bytes(one);
    if (bytes === null) continue;
    sections.begin(one);
    sections.write(bytes);
  }
  return sections;
}

function withByte(at: number, value: number): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => bytes.with(at, value);
}

/** Reads all there is in every way there is. */
function readAll(sections: MemorySections): void {
  const segment = PackedSegment.open(sections, 'x/');
  const index = PackedIndex.of(segment);
  const terms = index.terms();
  for (const term of terms) {
    index.query(asking([{ term, usePipeline: false }]));
    index.documents([term]);
    index.frequency(term);
    for (const { name } of index.settings.fields) index.occurrences(term, name);
  }
  index.query(() => undefined).map(({ document }) => index.refOf(document));
  index.expand({ type: 'fuzzy', term: 'skatt', distance: 2 });
  mergeSegments([segment, segment], new MemorySections(), '');
}

/** What became of reading: `read`, `refused`, or an error that there should not be. */
function outcomeOf(sections: MemorySections): string {
  try {
    readAll(sections);
    return 'read';
  } catch (error) {
    return error instanceof IndexFormatError ? 'refused' : String(error);
  }
}

describe('a damaged index', () => {
  it('is not what these tests begin with', () => {
    expect(outcomeOf(changed(HEAD, (bytes) => bytes))).toBe('read');
  });

  it('is refused when opened, wherever its head is cut off', () => {
    for (let length = 0; length < whole.bytes(HEAD).length; length += 1)
      expect(() =>
        PackedSegment.open(
          changed(HEAD, (bytes) => bytes.slice(0, length)),
          'x/',
        ),
      ).toThrow(IndexFormatError);
  });

  it.each(['null', '7', '[]', '{}', '{"format":1}', '{"format":2}', '{"format":1,"settings":{}}'])(
    'is refused when opened with %s for a head',
    (head) => {
      const sections = changed(HEAD, () => new TextEncoder().encode(head));
      expect(() => PackedSegment.open(sections, 'x/')).toThrow(IndexFormatError);
    },
  );

  it('is refused when its head is another one’s', () => {
    const text = new TextDecoder().decode(whole.bytes(HEAD));
    const wrong = [
      ['"size":30', '"size":31'],
      ['"size":30', '"size":-1'],
      ['"size":30', '"size":1e9'],
      ['"size":30', '"size":"30"'],
      ['"title"', '"lead"'],
      ['"title"', '"a/b"'],
      ['"positions":true', '"positions":1'],
      ['"searchPipeline":[]', '"searchPipeline":["one that is gone"]'],
    ] as const;
    for (const [was, is] of wrong) {
      expect(text).toContain(was);
      const sections = changed(HEAD, () => new TextEncoder().encode(text.replace(was, is)));
      expect(outcomeOf(sections)).toBe('refused');
    }
  });

  it('is refused when a section is missing that it needs', () => {
    for (const name of whole.names.filter((name) => !['x/boosts', 'x/refs'].includes(name)))
      expect(outcomeOf(changed(name, () => null))).toBe('refused');
  });

  it.each(whole.names)('is refused or read when %s is cut off, and never read for ever', (name) => {
    const { length } = whole.bytes(name);
    const kept = [0, 1, 2, length >> 2, length >> 1, length - 2, length - 1];
    const outcomes = kept.map((end) => outcomeOf(changed(name, (bytes) => bytes.slice(0, end))));
    expect(new Set(outcomes)).toEqual(new Set(['refused']));
  });

  it.each(whole.names)('is refused or read when a byte of %s is another, and never read for ever', (name) => {
    const random = randomNumbers(name.length + 1);
    const { length } = whole.bytes(name);
    const outcomes = new Set<string>();
    for (let n = 0; n < 80; n += 1) {
      const [at, value] = [
        Math.floor(random() * length),
        [0, 0x7f, 0x80, 0xff, Math.floor(random() * 256)][n % 5],
      ];
      outcomes.add(outcomeOf(changed(name, withByte(at, value ?? 0))));
    }
    expect([...outcomes].filter((outcome) => outcome !== 'read' && outcome !== 'refused')).toEqual([]);
  });
});
