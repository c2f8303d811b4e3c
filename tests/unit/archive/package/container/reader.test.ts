import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_ENTRIES } from '../../../../../archive/package/bounds.ts';
import type { ByteSource } from '../../../../../archive/package/container/byte-source.ts';
import { packPackage } from '../../../../../archive/package/container/pack.ts';
import { localHeaderBytes } from '../../../../../archive/package/container/layout.ts';
import { readContainer } from '../../../../../archive/package/container/reader.ts';
import { SIGNATURE } from '../../../../../archive/package/entry-names.ts';
import { u16, u32, zip64End, zip64Extra, zipOf } from './hostile-zip.ts';
import type { HostileEnd, HostileEntry } from './hostile-zip.ts';
import {
  entriesOf,
  memorySource,
  readThrough,
  refusal,
  refusedBy,
  smallBag,
  toldOf,
} from './small-container.ts';

let root = '';
let entries: readonly HostileEntry[] = [];
let packed: Buffer = Buffer.alloc(0);
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'lasesal-reader-'));
  const bag = await smallBag(root, false);
  // To the container a signature is an entry like any other; that it is the last one is what is looked at here.
  writeFileSync(join(bag, SIGNATURE), 'four lines of text\n');
  await packPackage({ dir: bag, out: join(root, 'p.lasesal') });
  entries = entriesOf(bag);
  packed = readFileSync(join(root, 'p.lasesal'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a file is told when its second entry is changed so. */
function withSecond(change: Partial<HostileEntry>): string {
  return toldOf(refusal(zipOf(entries.map((entry, n) => (n === 1 ? { ...entry, ...change } : entry)))));
}

/** What a file is told when it has one entry more, of this name, put where order wants it. */
function withMore(name: string, change: Partial<HostileEntry> = {}): string {
  const more = { name, data: Buffer.from('x'), ...change };
  const all = [...entries, more].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return toldOf(refusal(zipOf(all)));
}

function withEnd(end: HostileEnd): string {
  return toldOf(refusal(zipOf(entries, end)));
}

describe('the single file of a package', () => {
  it('is what a second writer, apart from the product, makes of the same entries', () => {
    expect(zipOf(entries).equals(packed)).toBe(true);
    expect(refusal(packed)).toBeNull();
    expect(entries.at(-1)?.name).toBe(SIGNATURE);
  });

  it.each([
    ['../up', 'name-traversal'],
    ['data/../../up', 'name-traversal'],
    ['data/./here', 'name-traversal'],
    ['data\\..\\up', 'name-traversal'],
    ['/etc/passwd', 'name-absolute'],
    ['//server/share', 'name-unc'],
    ['\\\\server\\share', 'name-unc'],
    ['c:/windows', 'name-drive'],
    ['c:file', 'name-drive'],
    ['data\\file', 'name-backslash'],
    ['con', 'name-reserved'],
    ['data/nul.txt', 'name-reserved'],
    ['data/com1.tar.gz', 'name-reserved'],
    ['data/lpt9', 'name-reserved'],
    ['data/file.', 'name-trailing'],
    ['data/file ', 'name-trailing'],
    ['data/dir./file', 'name-trailing'],
    ['Bagit.txt', 'name-upper-case'],
    ['data/Authority.json', 'name-upper-case'],
    ['data/', 'folder'],
    ['data//file', 'unsafe-name'],
    ['data/file:stream', 'unsafe-name'],
    ['data/.hidden', 'unsafe-name'],
    ['data/progra~1', 'unsafe-name'],
    ['data/a*b', 'unsafe-name'],
    ['', 'name-empty'],
    [`data/${'x'.repeat(250)}`, 'name-too-long'],
    [`data/${'d/'.repeat(9)}file`, 'nested-too-deep'],
    ['data/a\u0000b', 'name-control'],
    ['data/a\nb', 'name-control'],
    // å as one character and as two, in UTF-8: two names that some file systems hold for one.
    ['data/\u00c3\u00a5', 'name-not-ascii'],
    ['data/a\u00cc\u008a', 'name-not-ascii'],
  ])('is refused with an entry named %j', (name, reason) => {
    expect(withMore(name)).toMatch(new RegExp(`^package-file-refused ${reason}( |$)`, 'u'));
  });

  it('shows a name that does not print so that it can be read', () => {
    const found = withMore('data/a\u001B[2J');
    expect(found).toBe(String.raw`package-file-refused name-control data/a\x1b[2J`);
  });

  it('is refused with a file where another entry needs a folder', () => {
    expect(withMore('data/authority.json/x')).toBe(
      'package-file-refused file-and-folder data/authority.json',
    );
  });

  it.each([
    ['a link', 0xa1ff0000, 'link'],
    ['a folder', 0x41ed0000, 'folder'],
    ['a folder of DOS', 0x81a40010, 'folder'],
    ['a character device', 0x21a40000, 'device'],
    ['a block device', 0x61a40000, 'device'],
    ['a pipe', 0x11a40000, 'device'],
    ['a socket', 0xc1a40000, 'device'],
    ['of no kind', 0, 'attributes'],
    ['one that runs as its owner', 0x89ed0000, 'header-form'],
  ])('is refused with an entry that is %s', (_, attributes, reason) => {
    expect(withSecond({ attributes })).toBe(`package-file-refused ${reason} bagit.txt`);
  });

  it.each<[string, Partial<HostileEntry>, string]>([
    ['is encrypted', { flags: 1 }, 'encrypted'],
    ['is encrypted strongly', { flags: 1 << 6 }, 'flags'],
    ['is said to be in UTF-8', { flags: 1 << 11 }, 'flags'],
    ['has its size behind it', { flags: 8, behind: u32(0x08074b50, 0, 0, 0) }, 'data-descriptor'],
    ['is deflated', { method: 8 }, 'compressed'],
    ['is compressed in an unknown way', { method: 99 }, 'compressed'],
    ['has an extra field', { extra: Buffer.concat([u16(0x5455, 1), Buffer.alloc(1)]) }, 'extra-field'],
    ['has a cut extra field', { extra: Buffer.alloc(2) }, 'extra-field'],
    ['has a comment', { comment: 'x' }, 'zip-comment'],
    ['begins on another disk', { disk: 1 }, 'several-disks'],
    ['says two sizes', { stored: 1 }, 'sizes-differ'],
    ['was made at another time', { time: 1 }, 'header-form'],
    ['was made on another day', { date: 0x5a21 }, 'header-form'],
    ['was made by another program', { madeBy: 0x0314 }, 'header-form'],
    ['needs another version', { needed: 20 }, 'header-form'],
    ['is said to be text', { internal: 1 }, 'header-form'],
    ['uses ZIP64 without need', { extra: zip64Extra(55, 55) }, 'zip64-needless'],
    ['lacks ZIP64 for a size', { stored: 0xffffffff, size: 0xffffffff }, 'zip64-missing'],
    ['lacks ZIP64 for its place', { offset: 0xffffffff }, 'zip64-missing'],
  ])('is refused with an entry that %s', (_, change, reason) => {
    expect(withSecond(change)).toBe(`package-file-refused ${reason} bagit.txt`);
  });

  it('is refused with ZIP64 that tells a small size, a huge one, or too few', () => {
    const full = { stored: 0xffffffff, size: 0xffffffff };
    const told = (extra: Buffer): string => withSecond({ ...full, needed: 45, extra });
    expect(told(zip64Extra(55, 55))).toBe('package-file-refused header-form bagit.txt');
    expect(told(zip64Extra(2n ** 63n, 2n ** 63n))).toBe('package-file-refused zip64-false bagit.txt');
    expect(told(zip64Extra(55))).toBe('package-file-refused zip64-false bagit.txt');
    expect(told(zip64Extra(2 ** 33, 2 ** 33))).toBe('package-file-refused overlap bagit.txt');
  });

  it.each<[string, Partial<HostileEntry>]>([
    ['name', { name: 'evil2.txt' }],
    ['method', { method: 8 }],
    ['flags', { flags: 1 }],
    ['size', { size: 1, stored: 1 }],
    ['checksum', { crc: 0 }],
    ['time', { time: 1 }],
    ['extra field', { extra: Buffer.from([9, 9, 0, 0]) }],
  ])('is refused when the entry itself says another %s than the directory', (_, local) => {
    expect(withSecond({ local })).toMatch(/^package-file-refused (?:headers-differ|gap|overlap) /u);
  });

  it('tells an entry whose bytes have another checksum as damaged', () => {
    expect(withSecond({ crc: 1 })).toBe('package-file-damaged crc bagit.txt');
  });

  it('is refused with the same entry twice, and with entries in another order', () => {
    const [first, second, ...rest] = entries;
    if (first === undefined || second === undefined) throw new Error('the small package has entries');
    expect(toldOf(refusal(zipOf([first, second, second, ...rest])))).toBe(
      'package-file-refused name-twice bagit.txt',
    );
    expect(toldOf(refusal(zipOf([second, first, ...rest])))).toBe('package-file-refused order bag-info.txt');
  });

  it('is refused with entries that lie over each other', () => {
    expect(withSecond({ offset: 0 })).toBe('package-file-refused overlap bagit.txt');
    expect(withSecond({ size: 4096, stored: 4096, local: { size: 55, stored: 55 } })).toMatch(/overlap/u);
  });

  it('is refused with bytes that belong to nothing, wherever they stand', () => {
    const gap = Buffer.from('#!/bin/sh\n');
    expect(withSecond({ gap })).toBe('package-file-refused gap bagit.txt');
    expect(withSecond({ behind: gap })).toMatch(/^package-file-refused gap/u);
    expect(withEnd({ gap })).toBe('package-file-refused gap');
    expect(withEnd({ zip64: () => gap })).toBe('package-file-refused gap');
    expect(toldOf(refusal(Buffer.concat([gap, packed])))).toBe('package-file-refused gap');
    const [first, ...rest] = entries;
    if (first === undefined) throw new Error('the small package has entries');
    expect(toldOf(refusal(zipOf([{ ...first, gap }, ...rest])))).toBe(
      'package-file-refused gap bag-info.txt',
    );
  });

  it('is refused with a comment, and with anything behind its end', () => {
    expect(withEnd({ comment: 'hello' })).toBe('package-file-refused zip-comment');
    expect(toldOf(refusal(Buffer.concat([packed, Buffer.from('x')])))).toBe(
      'package-file-refused trailing-data',
    );
    expect(toldOf(refusal(Buffer.concat([packed, packed])))).toBe('package-file-refused gap');
  });

  it.each<[string, HostileEnd, string]>([
    ['lies on several disks', { disk: 1 }, 'several-disks'],
    ['has its directory on another disk', { directoryDisk: 1 }, 'several-disks'],
    ['says two numbers of entries', { entriesHere: 1 }, 'end-record'],
    ['says fewer entries than there are', { entries: 2 }, 'counts'],
    ['says more entries than there are', { entries: 200 }, 'counts'],
    ['says a directory longer than there is', { bytes: 0x7fffffff }, 'overlap'],
    ['says a directory further on than there is', { offset: 0x7fffffff }, 'overlap'],
    ['lacks ZIP64 for its number of entries', { entries: 0xffff }, 'zip64-missing'],
    ['lacks ZIP64 for its directory', { offset: 0xffffffff }, 'zip64-missing'],
  ])('is refused when it %s', (_, end, reason) => {
    expect(withEnd(end)).toBe(`package-file-refused ${reason}`);
  });

  it('is refused with ZIP64 at the end that is not needed or not true', () => {
    const count = entries.length;
    const records =
      (over: Partial<Parameters<typeof zip64End>[0]>) =>
      (offset: number, bytes: number): Buffer =>
        zip64End({ entries: count, bytes, offset, locator: offset + bytes, ...over });
    expect(withEnd({ zip64: records({}) })).toBe('package-file-refused zip64-needless');
    const full = { entries: 0xffff, bytes: 0xffffffff, offset: 0xffffffff };
    expect(withEnd({ ...full, zip64: records({}) })).toBe('package-file-refused zip64-needless');
    expect(withEnd({ ...full, zip64: records({ entries: 2n ** 60n }) })).toBe(
      'package-file-refused zip64-false',
    );
    expect(withEnd({ ...full, zip64: records({ offset: 2n ** 64n - 1n }) })).toBe(
      'package-file-refused zip64-false',
    );
  });

  it('tells a file that is cut off as damaged, and one that never was a package as such', () => {
    for (const length of [31, 200, packed.length - 1])
      expect(toldOf(refusal(packed.subarray(0, length)))).toBe('package-file-damaged cut-off');
    expect(toldOf(refusal(Buffer.alloc(0)))).toBe('package-file-refused not-a-container');
    expect(toldOf(refusal(Buffer.from('This is a text and no package at all.')))).toBe(
      'package-file-refused not-a-container',
    );
  });

  it('is refused for a number of entries beyond the bound, without reading them', () => {
    const offset = 2 ** 31;
    const bytes = (MAX_ENTRIES + 1) * 60;
    const end = Buffer.concat([
      zip64End({ entries: MAX_ENTRIES + 1, bytes, offset, locator: offset + bytes }),
      u32(0x06054b50),
      u16(0, 0, 0xffff, 0xffff),
      u32(bytes, offset),
      u16(0),
    ]);
    const size = offset + bytes + end.length;
    let asked = 0;
    const source: ByteSource = {
      size,
      read: (position, into) => {
        asked += into.length;
        into.set(end.subarray(position - (size - end.length)).subarray(0, into.length));
      },
    };
    expect(toldOf(refusedBy(() => void readContainer(source, 'p')))).toBe(
      'package-file-refused too-many-entries',
    );
    expect(asked).toBeLessThan(200);
  });

  it('is refused when any one bit of it is another', () => {
    const flipped = Buffer.from(packed);
    const container = readContainer(memorySource(flipped), 'p.lasesal');
    const accepted: string[] = [];
    const flipEach = (from: number, to: number, refused: () => boolean): void => {
      for (let bit = from * 8; bit < to * 8; bit += 1) {
        const [at, mask] = [bit >> 3, 1 << (bit & 7)];
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        if (!refused()) accepted.push(`byte ${at}, bit ${bit & 7}`);
        flipped[at] ^= mask;
      }
    };
    let end = 0;
    for (const entry of container.entries) {
      const begins = entry.offset + localHeaderBytes(entry);
      flipEach(end, begins, () => refusal(flipped) !== null);
      end = begins + entry.bytes;
      // Where only the entry's own bytes are others, reading that entry is what tells it.
      flipEach(begins, end, () => refusedBy(() => readThrough(container.chunks(entry))) !== null);
    }
    flipEach(end, flipped.length, () => refusal(flipped) !== null);
    expect(accepted).toEqual([]);
    expect(end).toBeGreaterThan(5000);
  });
});
