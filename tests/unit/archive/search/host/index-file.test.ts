import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { IndexFormatError } from '../../../../../archive/search/core/packed/format-error.ts';
import { IndexDamaged, UnusableIndex } from '../../../../../archive/search/host/index-errors.ts';
import { IndexFileWriter } from '../../../../../archive/search/host/index-file-writer.ts';
import { IndexFile } from '../../../../../archive/search/host/index-file.ts';
import { BLOCK_BYTES, TRAILER_BYTES, trailer } from '../../../../../archive/search/host/index-layout.ts';

const home = mkdtempSync(join(tmpdir(), 'lasesal-index-file-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Sections = Readonly<Record<string, Uint8Array>>;

let count = 0;

function written(sections: Sections): string {
  count += 1;
  const path = join(home, `${count}.index`);
  const writer = new IndexFileWriter(path);
  for (const [name, bytes] of Object.entries(sections)) {
    writer.begin(name);
    // In two pieces: where they part must not matter.
    const middle = Math.floor(bytes.length / 3);
    writer.write(bytes.subarray(0, middle));
    writer.write(bytes.subarray(middle));
  }
  writer.finish();
  return path;
}

/** All sections of a file as text (which is soon compared), or why they cannot be had. @param ahead read at once. */
function readAll(path: string, ahead: readonly string[] = []): Record<string, string> | string {
  let file: IndexFile | null = null;
  try {
    file = IndexFile.open(path);
    const open = file;
    open.readAhead((name) => ahead.includes(name));
    const entries = open.sections.map(({ name, length }) => {
      const range = open.section(name);
      return [name, asText(range?.read(0, length) ?? new Uint8Array(0))] as const;
    });
    return Object.fromEntries(entries);
  } catch (error) {
    if (error instanceof UnusableIndex) return error.why;
    if (error instanceof IndexDamaged) return 'damaged';
    throw error;
  } finally {
    file?.close();
  }
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Bytes with no pattern to speak of. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed * 2654435761 + 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** Several blocks, borders of sections inside them and at them. */
const sample: Sections = {
  first: noise(100, 1),
  empty: new Uint8Array(0),
  'of/blocks': noise(BLOCK_BYTES * 3 + 17, 2),
  last: noise(BLOCK_BYTES, 3),
};
const sampleTexts = Object.fromEntries(Object.entries(sample).map(([name, bytes]) => [name, asText(bytes)]));
const samplePath = written(sample);
const sampleBytes = readFileSync(samplePath);

function changed(change: (bytes: Buffer) => Buffer): string {
  count += 1;
  const path = join(home, `${count}.changed`);
  writeFileSync(path, change(Buffer.from(sampleBytes)));
  return path;
}

describe('an index file', () => {
  it('gives back what was written, section by section', () => {
    expect(readAll(samplePath)).toEqual(sampleTexts);
  });

  it('gives any stretch of a section, and it stays as it was however much else is read', () => {
    const file = IndexFile.open(samplePath);
    const bytes = sample['of/blocks'] ?? new Uint8Array(0);
    const range = file.section('of/blocks');
    const read: [Uint8Array, Uint8Array][] = [];
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const got = range?.read(start, end) ?? new Uint8Array(0);
        read.push([got, bytes.subarray(start, end)]);
        expect(Buffer.compare(got, bytes.subarray(start, end))).toBe(0);
      }),
    );
    for (const [got, wanted] of read) expect(Buffer.compare(got, wanted)).toBe(0);
    file.close();
  });

  it('reads more than it keeps at once, and more than it keeps at all', () => {
    const large = { large: noise(BLOCK_BYTES * 300, 4) };
    const file = IndexFile.open(written(large));
    const range = file.section('large');
    expect(
      Buffer.compare(range?.read(5, large.large.length) ?? Buffer.alloc(0), large.large.subarray(5)),
    ).toBe(0);
    for (let at = 0; at < large.large.length; at += BLOCK_BYTES)
      expect(range?.read(at, at + 1)[0]).toBe(large.large[at]);
    expect(range?.read(0, 1)[0]).toBe(large.large[0]);
    file.close();
  });

  it('gives the same when some of it is read ahead, and meets the same damage there', () => {
    for (const ahead of [['first'], ['of/blocks'], ['first', 'last'], ['none']]) {
      expect(readAll(samplePath, ahead)).toEqual(sampleTexts);
      for (let at = 20; at < sampleBytes.length; at += 9_973) {
        const path = changed((bytes) => {
          bytes[at] = (bytes[at] ?? 0) ^ 1;
          return bytes;
        });
        expect(readAll(path, ahead)).toBe('damaged');
      }
    }
  });

  it('has no section that was not written, and no bytes beyond one', () => {
    const file = IndexFile.open(samplePath);
    expect(file.section('other')).toBeNull();
    expect(() => file.section('first')?.read(0, 101)).toThrow(IndexFormatError);
    expect(() => file.section('first')?.read(-1, 1)).toThrow(IndexFormatError);
    file.close();
  });

  it('takes every name once, and nothing before the first', () => {
    const writer = new IndexFileWriter(join(home, 'twice'));
    expect(() => writer.write(new Uint8Array(1))).toThrow(RangeError);
    writer.begin('a');
    writer.begin('b');
    expect(() => writer.begin('a')).toThrow(RangeError);
    writer.close();
  });

  it('is the same, byte for byte, whenever it is written', () => {
    expect(readFileSync(written(sample)).equals(sampleBytes)).toBe(true);
  });
});

describe('a damaged index file', () => {
  it('is refused, or reads as it was, whichever byte is another', () => {
    const places = new Set<number>();
    for (let at = 0; at < sampleBytes.length; at += 997) places.add(at);
    for (let n = 1; n <= 400; n += 1) places.add(sampleBytes.length - n);
    for (let n = 0; n < 64; n += 1) places.add(n);
    let refused = 0;
    for (const at of places) {
      const got = readAll(
        changed((bytes) => {
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
          return bytes;
        }),
      );
      const isRefused = typeof got === 'string';
      if (isRefused) refused += 1;
      expect(isRefused ? sampleTexts : got, `byte ${at}`).toEqual(sampleTexts);
    }
    // What no byte of a section depends on: zeros between sections and in the trailer.
    expect(places.size - refused).toBeLessThanOrEqual(8);
  });

  it('is refused however it is cut off or drawn out', () => {
    for (const length of [0, 1, 15, 16, 47, 48, 70_000, BLOCK_BYTES, sampleBytes.length - 1]) {
      const path = changed((bytes) => bytes);
      truncateSync(path, length);
      expect(readAll(path), `cut off at ${length}`).toBe('damaged');
    }
    expect(readAll(changed((bytes) => Buffer.concat([bytes, Buffer.from('x')])))).toBe('damaged');
    expect(readAll(changed((bytes) => Buffer.concat([bytes, bytes])))).toBe('damaged');
  });

  it('is found out at the block that is damaged, and not before', () => {
    const file = IndexFile.open(
      changed((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(BLOCK_BYTES * 2 + 5) ^ 1, BLOCK_BYTES * 2 + 5);
        return bytes;
      }),
    );
    const bytes = sample['of/blocks'] ?? new Uint8Array(0);
    const range = file.section('of/blocks');
    expect(range?.read(0, 10)).toEqual(bytes.subarray(0, 10));
    expect(() => range?.read(0, bytes.length)).toThrow(IndexDamaged);
    expect(() => range?.read(BLOCK_BYTES * 2, BLOCK_BYTES * 2 + 1)).toThrow(IndexDamaged);
    expect(range?.read(bytes.length - 10, bytes.length)).toEqual(bytes.subarray(-10));
    file.close();
  });

  it('is found out when it is cut off while it is open', () => {
    const path = changed((bytes) => bytes);
    const file = IndexFile.open(path);
    truncateSync(path, BLOCK_BYTES);
    expect(() => file.section('last')?.read(0, 10)).toThrow(IndexDamaged);
    file.close();
  });
});

describe('what is no index file of this version', () => {
  it('is another when it is of another format or none at all, and missing when it is not there', () => {
    const format = 8;
    const another = changed((bytes) => {
      bytes.writeUInt32LE(99, format);
      bytes.writeUInt32LE(99, bytes.length - TRAILER_BYTES + trailer.format);
      return bytes;
    });
    expect(readAll(another)).toBe('other');
    // What it ends with says which it is; one that begins otherwise is not what was written.
    const torn = changed((bytes) => {
      bytes.writeUInt32LE(99, format);
      return bytes;
    });
    expect(readAll(torn)).toBe('damaged');
    expect(readAll(changed(() => Buffer.alloc(1000, 'x')))).toBe('other');
    expect(readAll(join(home, 'nowhere'))).toBe('missing');
    expect(readAll(join(samplePath, 'below-a-file'))).toBe('missing');
  });
});
