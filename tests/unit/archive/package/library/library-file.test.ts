import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../../archive/model/problem.ts';
import {
  EMPTY_LIBRARY,
  readLibraryFile,
  writeLibraryFile,
} from '../../../../../archive/package/library/library-file.ts';
import type { LibraryState } from '../../../../../archive/package/library/library-file.ts';
import { placesOf } from '../../../../../archive/package/library/places.ts';
import { refusal } from '../signing/fixed-key.ts';
import { temporaryFolder } from '../small-archive.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hash = (n: number): string => String(n).repeat(64);

const state: LibraryState = {
  ...EMPTY_LIBRARY,
  packages: [2, 1].map((sequence) => ({
    identity: hash(sequence),
    series: '__proto__',
    sequence,
    previous: sequence === 1 ? null : hash(1),
    title: 'Nordmarks \uD800 pressmeddelanden',
    organisation: null,
    rights: null,
    date: '2024-12-02',
    releases: 2,
    importedAt: '2026-01-02T03:04:05.000Z',
    trust: { state: 'unsigned' },
  })),
  series: [
    {
      series: '__proto__',
      pin: null,
      highest: { sequence: 2, identity: hash(2) },
      seen: [{ sequence: 2, identity: hash(2) }],
      acceptsUnsigned: true,
      acceptsUnproven: [],
    },
  ],
};

/** A bit can turn one blank into another, or the case of an escaped letter. */
function saidBy(read: () => LibraryState | null): string {
  try {
    const isSame = JSON.stringify(read()?.packages) === JSON.stringify(state.packages.toReversed());
    return isSame ? 'damaged or the same' : 'something else';
  } catch (error) {
    const isTold = error instanceof ProblemError && error.problem.code === 'library-damaged';
    return isTold ? 'damaged or the same' : String(error);
  }
}

describe('the pointer file', () => {
  it('says what was written, packages oldest first', async () => {
    const places = placesOf(folder);
    await writeLibraryFile(places, state);
    const read = readLibraryFile(places);
    expect(read).toEqual({ ...state, packages: state.packages.toReversed() });
    expect(existsSync(`${places.pointer}.new`)).toBe(false);
  });

  it('is told as damaged when a bit is turned that makes it say anything else', async () => {
    const places = placesOf(folder);
    await writeLibraryFile(places, state);
    const whole = readFileSync(places.pointer);
    for (let bit = 0; bit < whole.length * 8; bit += 5) {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(places.pointer, bytes);
      expect(saidBy(() => readLibraryFile(places))).toBe('damaged or the same');
    }
  });

  it('is missed when packages lie there without it, and not when nothing does', async () => {
    const places = placesOf(folder);
    expect(readLibraryFile(places)).toBeNull();
    mkdirSync(`${places.packages}/${hash(1)}`, { recursive: true });
    expect(await refusal(() => readLibraryFile(places))).toBe('library-pointer-lost');
  });

  it('of another format version is told, and left alone', async () => {
    const places = placesOf(folder);
    await writeLibraryFile(places, { ...state, format: 2 } as unknown as LibraryState);
    expect(await refusal(() => readLibraryFile(places))).toBe('library-version-unknown');
  });

  it('stays as it was when the disk refuses the new one', async () => {
    const places = placesOf(folder);
    await writeLibraryFile(places, state);
    mkdirSync(`${places.pointer}.new`);
    expect(await refusal(() => writeLibraryFile(places, EMPTY_LIBRARY))).toMatch(/^package-write-failed/u);
    expect(readLibraryFile(places)?.packages).toHaveLength(2);
  });
});
